/**
 * What a file is: a pattern, or a document with patterns in it. The rule, first match wins (docs/sources.md tells it to users):
 *
 * 1. a name that ends in `.pattern.json`, `.jsonc`, `.yaml` or `.yml`: a pattern;
 * 2. names at the top that only the files of a tool have: a document of that tool;
 * 3. JSON text under `FilterPattern`, in any spelling and at any depth: a document;
 * 4. what looks like a pattern: a pattern;
 * 5. text or a map under `FilterPattern`: a document;
 * 6. anything else: a pattern when the file was named, nothing when a folder was searched.
 */
import { type JsonNode, type JsonProblem, lineColumn, readJson } from '../../index.ts';
import { Failure } from '../failure.ts';
import { blankComments } from '../read/json-comments.ts';
import { printed } from '../read/printed.ts';
import type { Source } from '../read/source.ts';
import { readYaml } from '../read/yaml.ts';
import { holdsText, namesPattern, readAnywhere } from './anywhere.ts';
import { Collector } from './collector.ts';
import type { Found } from './found.ts';
import type { Kind } from './kind.ts';
import type { Layer } from './layer.ts';
import { looksLikePattern, mayLookLikePattern } from './plain.ts';
import { pulumi } from './pulumi.ts';
import { ros } from './ros.ts';
import { serverless } from './serverless.ts';
import { terraform, terraformState } from './terraform.ts';

const KINDS: readonly Kind[] = [terraform, terraformState, ros, serverless, pulumi];

/** Files that a folder is searched for. */
export const EXTENSIONS = ['json', 'jsonc', 'yaml', 'yml'] as const;
const PATTERN_FILE = new RegExp(`\\.pattern\\.(?:${EXTENSIONS.join('|')})$`, 'i');

/**
 * What a file that was named holds: at least one thing. Text that is not JSON is a pattern, whose finding says so.
 * @throws Failure for YAML that cannot be read, and for a document of a tool in which there is no pattern
 */
export function readNamed(source: Source): Found {
  const file = readFile(source);
  if (file.root === undefined || PATTERN_FILE.test(source.name)) return plain(source, file);
  const kind = file.root.kind === 'object' ? kindOf(file.root) : undefined;
  const found = readDocument(source, file, kind);
  if (kind !== undefined && found.isEmpty) throw new Failure({ file: source.name, message: emptyMessage(kind) });
  return found.isEmpty ? plain(source, file) : found;
}

/**
 * What a file of a folder holds, perhaps nothing. `{}` is a pattern in a folder of patterns (`empty`), and says nothing elsewhere.
 * @throws Failure for text that cannot be read and seems to hold a pattern
 */
export function readSearched(source: Source, { empty = false }: { readonly empty?: boolean } = {}): Found {
  if (PATTERN_FILE.test(source.name) || (empty && EMPTY.test(source.text))) return plain(source, readFile(source));
  // The rest of a repository's YAML is not read: that takes a second for each megabyte.
  const named = namesPattern(source.text);
  if (!named && !mayLookLikePattern(source.text)) return NOTHING;
  const file = readPromising(source, named);
  if (file === undefined) return NOTHING;
  // Not JSON at all: `check` says so, as of any pattern.
  if (file.root === undefined) return plain(source, file);
  const kind = file.root.kind === 'object' ? kindOf(file.root) : undefined;
  const found = readDocument(source, file, kind);
  return found.isEmpty && kind === undefined && looksLikePattern(file.root) ? plain(source, file) : found;
}

/** Of other tools' YAML much is not one YAML document: templates of charts, several documents in a file. */
function readPromising(source: Source, named: boolean): File | undefined {
  try {
    return readFile(source);
  } catch (thrown) {
    if (!(thrown instanceof Failure) || named) throw thrown;
    return undefined;
  }
}

const EMPTY = /^\s*\{\s*\}\s*$/;

const NOTHING: Found = { patterns: [], skipped: [], broken: [] };

interface File {
  /** Absent for text that is not JSON; `problem` says why. */
  readonly root?: JsonNode;
  readonly problem?: JsonProblem;
  readonly layer: Layer;
}

function readFile({ name, text }: Source): File {
  const place = (offset: number): number => offset;
  if (/\.ya?ml$/i.test(name)) {
    // An empty file is an empty pattern, as it is in JSON.
    if (text.trim() === '') return { layer: { text, json: true, place } };
    return {
      root: readYaml({ name, text }, { what: 'the file', template: true }),
      layer: { text, json: false, place },
    };
  }
  const json = /\.jsonc$/i.test(name) ? blankComments(text) : text;
  const { node, problem } = readJson(json);
  const layer = { text: json, json: true, place };
  return node === undefined ? { layer, problem } : { layer, root: node };
}

function kindOf(root: JsonNode): Kind | undefined {
  return root.kind === 'object' ? KINDS.find((kind) => kind.is(root)) : undefined;
}

function readDocument({ name, text }: Source, { root, layer }: File, kind: Kind | undefined): Collector {
  const collector = new Collector(name, text);
  if (root?.kind === 'object' && kind !== undefined) kind.read(root, layer, collector);
  else if (root !== undefined && (holdsText(root) || !looksLikePattern(root))) readAnywhere(root, layer, collector);
  return collector;
}

/** The file is the pattern, all of its text. */
function plain({ name, text }: Source, { root, problem, layer }: File): Found {
  const place = root === undefined || layer.json ? layer : printed(root);
  const pattern = { file: name, within: text, name, text: place.text, place: place.place };
  const notJson = problem && {
    file: name,
    ...lineColumn(text, problem.offset),
    message: `the file is not JSON: ${problem.message}`,
  };
  return { patterns: [pattern], skipped: [], broken: [], ...(notJson === undefined ? {} : { notJson }) };
}

function emptyMessage({ name, holders, hint }: Kind): string {
  return `this is ${name}${hint === undefined ? `, and there is no pattern in it: no ${holders.join(', ')}` : `; ${hint}`}`;
}
