/**
 * The baseline: findings that are known and do not fail a run. An entry says where a finding is without a line number: file, address, pointer and
 * code, and how many there are, so that edits elsewhere in the file change nothing.
 */
import { dirname, relative, resolve } from 'node:path';
import { type JsonNode, type JsonObjectNode, memberOf, type Range, readJson } from '../../index.ts';
import { STDIN, slashes } from '../files/file-name.ts';
import type { Sources } from '../files/source.ts';
import { Failure } from '../findings/failure.ts';
import { refuseOther } from '../sources/wrong-kind.ts';
import { problemAt, type SourceDocument } from '../syntax/document.ts';
import { printableJson } from '../terminal/terminal.ts';

const BASELINE_VERSION = 1;

/** Where a finding is. The file is named from the baseline's own folder, with `/`. */
export interface FindingPlace {
  readonly file: string;
  readonly address?: string;
  /** Both absent for findings that are only counted, since there are too many of them in one pattern. */
  readonly pointer?: string;
  readonly code?: string;
}

export interface BaselineEntry extends FindingPlace {
  readonly count: number;
}

/** How files are named in a baseline. */
export function namer(baseline: string, cwd: string): (file: string) => string {
  const folder = dirname(resolve(cwd, baseline));
  return (file) => (file === STDIN ? STDIN : slashes(relative(folder, resolve(cwd, file))));
}

export function keyOf({ file, address = '', pointer = '', code = '' }: FindingPlace): string {
  return JSON.stringify([file, address, pointer, code]);
}

/** Sorted, so that the same findings are the same bytes in whichever order they were found. */
export function printBaseline(entries: readonly BaselineEntry[]): string {
  const sorted = [...entries]
    .sort((a, b) => compare(keyOf(a), keyOf(b)))
    .map(({ file, address, pointer, code, count }) => ({ file, address, pointer, code, count }));
  return `${printableJson({ version: BASELINE_VERSION, findings: sorted })}\n`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** @throws Failure, with one problem, for a file that is missing or is no baseline */
export async function readBaseline(name: string, cwd: string, sources: Sources): Promise<readonly BaselineEntry[]> {
  const source = await sources.file(name, resolve(cwd, name));
  refuseOther(source, 'baseline');
  const { text } = source;
  const { node, problem } = readJson(text);
  const file: File = { file: name, text };
  if (problem !== undefined) {
    return fail(file, { start: problem.offset, end: problem.offset }, `the baseline is not JSON: ${problem.message}`);
  }
  const root = mapOf(node, file, 'a baseline', ['version', 'findings']);
  const version = memberOf(root, 'version');
  if (version?.kind !== 'number' || version.value !== BASELINE_VERSION) {
    const message = `a baseline has \`"version": ${BASELINE_VERSION}\`; write it anew with --write-baseline`;
    return fail(file, version?.range ?? root.range, message);
  }
  const findings = memberOf(root, 'findings');
  if (findings?.kind !== 'array')
    return fail(file, findings?.range ?? root.range, 'a baseline has a list of `findings`');
  return findings.items.map((item) => readEntry(item, file));
}

type File = Pick<SourceDocument, 'file' | 'text'>;

function readEntry(node: JsonNode, file: File): BaselineEntry {
  const map = mapOf(node, file, 'an item of `findings`', ['file', 'address', 'pointer', 'code', 'count']);
  const text = (name: 'file' | 'address' | 'pointer' | 'code'): { readonly [_ in typeof name]?: string } => {
    const value = memberOf(map, name);
    if (value === undefined) return {};
    return value.kind === 'string' ? { [name]: value.value } : fail(file, value.range, `\`${name}\` is text`);
  };
  const named = text('file').file ?? fail(file, map.range, 'an item of `findings` needs a `file`');
  const count = memberOf(map, 'count');
  if (count?.kind !== 'number' || !Number.isSafeInteger(count.value) || count.value < 1) {
    return fail(file, count?.range ?? map.range, '`count` is a whole number from 1');
  }
  return { file: named, ...text('address'), ...text('pointer'), ...text('code'), count: count.value };
}

function mapOf(node: JsonNode, file: File, what: string, known: readonly string[]): JsonObjectNode {
  if (node.kind !== 'object') return fail(file, node.range, `${what} is a map`);
  const unknown = node.members.find(({ name }) => !known.includes(name));
  if (unknown === undefined) return node;
  return fail(file, unknown.nameRange, `${what} has no member \`${unknown.name}\`; it may have ${known.join(', ')}`);
}

function fail(file: File, range: Range, message: string): never {
  throw new Failure(problemAt(file, range, message));
}
