/**
 * The baseline: known findings, which do not fail a run. An entry has the place of a finding without a line number: file, address, pointer
 * and code, and their count, so that edits elsewhere in the file do not matter.
 */
import { dirname, relative, resolve } from 'node:path';
import { readJson } from '../../json.ts';
import { STDIN, slashes } from '../files/file-name.ts';
import type { Sources } from '../files/source.ts';
import { Failure } from '../findings/failure.ts';
import { refuseOther } from '../sources/wrong-kind.ts';
import { plainValue, problemAt } from '../syntax/document.ts';
import { type DocumentSchema, inDocument, type SchemaError, shapeProblems } from '../syntax/schema-check.ts';
import { printableJson } from '../terminal/terminal.ts';
import { BASELINE_VERSION, baselineSchema } from './baseline-schema.ts';
import { baseline as validate } from './validator.generated.js';

/** The place of a finding. The file is relative to the folder of the baseline, with `/`. */
export interface FindingPlace {
  readonly file: string;
  readonly address?: string;
  /** Pointer and code are absent for findings that are counted only, since a pattern has too many of them. */
  readonly pointer?: string;
  readonly code?: string;
}

export interface BaselineEntry extends FindingPlace {
  readonly count: number;
}

/** The names of files in a baseline. */
export function namer(baseline: string, cwd: string): (file: string) => string {
  const folder = dirname(resolve(cwd, baseline));
  return (file) => (file === STDIN ? STDIN : slashes(relative(folder, resolve(cwd, file))));
}

export function keyOf({ file, address = '', pointer = '', code = '' }: FindingPlace): string {
  return JSON.stringify([file, address, pointer, code]);
}

/** Sorted, so that equal findings give equal bytes. */
export function printBaseline(entries: readonly BaselineEntry[]): string {
  const sorted = [...entries]
    .sort((a, b) => compare(keyOf(a), keyOf(b)))
    .map(({ file, address, pointer, code, count }) => ({ file, address, pointer, code, count }));
  return `${printableJson({ version: BASELINE_VERSION, findings: sorted })}\n`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const WRONG_VERSION = `a baseline has \`"version": ${BASELINE_VERSION}\`; write it anew with --write-baseline`;

const SHAPE: DocumentSchema = { schema: baselineSchema, validate, words: { owner, message } };

function owner(pointer: string): string | undefined {
  if (pointer === '') return 'a baseline';
  return /^\/findings\/[0-9]+$/.test(pointer) ? 'an item of `findings`' : undefined;
}

function message({ instancePath, keyword, params }: SchemaError): string | undefined {
  const member = keyword === 'required' ? params.missingProperty : instancePath.split('/').at(-1);
  if (member === 'version') return WRONG_VERSION;
  if (member === 'findings') return 'a baseline has a list of `findings`';
  return member === 'count' ? '`count` is a whole number from 1' : undefined;
}

/**
 * Only the first problem is reported: the file is written by `--write-baseline`, and another version has other members.
 * @throws Failure, with one problem, for a file that is missing or is no baseline
 */
export async function readBaseline(name: string, cwd: string, sources: Sources): Promise<readonly BaselineEntry[]> {
  const source = await sources.file(name, resolve(cwd, name));
  refuseOther(source, 'baseline');
  const { text } = source;
  const { node, problem } = readJson(text);
  if (problem !== undefined) {
    const range = { start: problem.offset, end: problem.offset };
    throw new Failure(problemAt({ file: name, text }, range, `the baseline is not JSON: ${problem.message}`));
  }
  const problems = shapeProblems(SHAPE, node, inDocument({ file: name, text, root: node }));
  const worst = problems.find(({ message }) => message === WRONG_VERSION) ?? problems[0];
  if (worst !== undefined) throw new Failure(worst);
  return (plainValue(node) as { readonly findings: readonly BaselineEntry[] }).findings;
}
