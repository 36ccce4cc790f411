/**
 * The kind of a file: a pattern, or a document with patterns. The first rule that applies decides (docs/sources.md has them for users):
 *
 * 1. a name that ends in `.pattern.json`, `.jsonc`, `.yaml` or `.yml`, or that `patterns` of the config matches: a pattern;
 * 2. names at the top that only the files of a tool have: a document of that tool;
 * 3. JSON text under `FilterPattern`, in any spelling and at any depth: a document;
 * 4. names of events at the top, with nothing but lists under them: a pattern;
 * 5. text or a map under `FilterPattern`: a document;
 * 6. a name at the top that patterns have, or nearly: a pattern, unless it is an event;
 * 7. anything else is passed over.
 *
 * Each document of a YAML file is judged by itself.
 */
import { lineColumn } from '../../json.ts';
import type { NamedText } from '../files/source.ts';
import { Failure } from '../findings/failure.ts';
import { printed } from '../syntax/printed.ts';
import { YamlFailure } from '../syntax/yaml.ts';
import { scalarFindings } from '../syntax/yaml-scalars.ts';
import type { PassedOver } from './answer.ts';
import { holdsText, namesHolder, namesPattern, readAnywhere } from './anywhere.ts';
import { Collector } from './collector.ts';
import { EXTENSIONS, isProgram } from './endings.ts';
import { type File, readFile } from './file.ts';
import type { Found, PatternSource } from './found.ts';
import type { Kind } from './kind.ts';
import { KINDS } from './kinds.ts';
import { readUnchanged } from './pack.ts';
import {
  looksLikePattern,
  mayHoldPattern,
  NOTHING_KNOWN,
  type Recognised,
  recognise,
  seemsPattern,
} from './recognise.ts';
import { namesStream, patternAddress, streamIn } from './stream.ts';
import { isPlan, readBefore, terraform } from './terraform.ts';
import { wrongFileOf } from './wrong-file.ts';
import { otherThanPattern, sentence, severalMessage } from './wrong-kind.ts';

const PATTERN_FILE = new RegExp(`\\.pattern\\.(?:${EXTENSIONS.join('|')})$`, 'i');

/**
 * Reads a file that must contain a pattern: at least one. Text that is not JSON is a pattern with a finding; `nameless` text may be YAML.
 * @throws Failure for text that is too large, and for a document of a tool without a pattern
 */
export function readNamed(source: NamedText, options: { readonly nameless?: boolean } = {}): Found {
  const unchanged = readUnchanged(source);
  if (unchanged !== undefined) return unchanged;
  refuseWrongFile(source);
  const file = readOrBroken(source, options);
  if (file instanceof YamlFailure) return broken(source, file);
  if (PATTERN_FILE.test(source.name)) return plain(source, file);
  if (file.roots.length === 0) {
    const several = severalMessage(source);
    if (several === undefined) return plain(source, file);
    throw new Failure({ file: source.name, message: sentence('pattern', several) });
  }
  const parts = partsOf(source, file);
  const kind = parts.find((part) => part.kind !== undefined)?.kind;
  if (kind === undefined && parts.every(({ found }) => found.isEmpty)) {
    refuseOtherKinds(source, parts);
    return plain(source, file);
  }
  const found = together(parts.map((part) => held(part)));
  if (kind !== undefined && isEmpty(found)) throw new Failure({ file: source.name, message: emptyMessage(kind) });
  return found;
}

/**
 * Reads one of many files, which may contain no pattern: then `passed` has the reason. The result is the same when the file is named.
 * `declared`: the config makes the file a pattern.
 * @throws Failure for unreadable text that seems to contain a pattern
 */
export function readOneOfMany(source: NamedText, { declared = false }: { readonly declared?: boolean } = {}): Found {
  const unchanged = readUnchanged(source);
  if (unchanged !== undefined) return unchanged;
  const wrong = wrongFileOf(source);
  if (wrong !== undefined)
    return passed(source, { kind: isProgram(source.name) ? 'program' : 'tool-file', message: wrong });
  if (declared || PATTERN_FILE.test(source.name)) {
    const read = readOrBroken(source);
    return read instanceof YamlFailure ? broken(source, read) : plain(source, read);
  }
  // Other YAML of a repository is not read, which takes a second for each megabyte.
  const named = namesPattern(source.text) || namesStream(source.text);
  if (!named && !namesHolder(source.text) && !mayHoldPattern(source))
    return passed(source, { kind: 'other', message: NOTHING_KNOWN });
  const file = readOrBroken(source);
  if (file instanceof YamlFailure) {
    // Many YAML files of other tools are templates and not YAML.
    const isForeign = source.text.includes('{{') || /^apiVersion:/m.test(source.text);
    if (named || (!isForeign && seemsPattern(source.text))) return broken(source, file);
    return passed(source, { kind: 'not-json', message: 'it is not YAML' });
  }
  if (file.roots.length === 0) {
    const several = severalMessage(source);
    if (several !== undefined) return passed(source, { kind: 'event', message: several });
    // `check` reports where it is not JSON, as for any pattern.
    if (named || seemsPattern(source.text)) return plain(source, file);
    const isEmptyFile = source.text.trim() === '';
    return passed(source, { kind: 'not-json', message: isEmptyFile ? 'it is empty' : 'it is not JSON' });
  }
  const parts = partsOf(source, file);
  const found = together(parts.map((part) => held(part)));
  return isEmpty(found) ? passed(source, whyEmpty(parts)) : found;
}

/** The patterns of a Terraform plan before and after it is applied; undefined for any other file. */
export function readPlan(source: NamedText): { readonly before: Found; readonly after: Found } | undefined {
  const { roots, layer } = readFile(source);
  const [root, another] = roots;
  if (root === undefined || another !== undefined || !isPlan(root)) return undefined;
  const sides = {
    before: new Collector(source.name, source.text, ''),
    after: new Collector(source.name, source.text, ''),
  };
  readBefore(root, layer, sides.before);
  terraform.read(root, layer, sides.after);
  return sides;
}

function passed({ name }: NamedText, why: Pick<PassedOver, 'kind' | 'message'>): Found {
  return { ...NOTHING, passed: { file: name, kind: why.kind, message: why.message } };
}

/** Of several documents in a file, the reason of the one that was recognised. */
function whyEmpty(parts: readonly DocumentPart[]): Pick<PassedOver, 'kind' | 'message'> {
  const kind = parts.find((part) => part.kind !== undefined)?.kind;
  if (kind !== undefined) return { kind: 'document', message: emptyMessage(kind) };
  const reasons = parts.flatMap(({ recognised }) => (recognised.kind === 'pattern' ? [] : [recognised]));
  return reasons.find((one) => one.kind !== 'other') ?? reasons[0] ?? { kind: 'other', message: NOTHING_KNOWN };
}

/** @throws Failure when every document of the file is certainly of another kind than a pattern */
function refuseOtherKinds({ name }: NamedText, parts: readonly DocumentPart[]): void {
  const messages = parts.map(({ recognised }) => otherThanPattern(name, recognised));
  const [first] = messages;
  if (first !== undefined && messages.every((one) => one !== undefined)) {
    throw new Failure({ file: name, message: first });
  }
}

/** @throws Failure for a file of a known tool that is the wrong one to read */
function refuseWrongFile(source: NamedText): void {
  const message = wrongFileOf(source);
  if (message !== undefined) throw new Failure({ file: source.name, message: sentence('pattern', message) });
}

function readOrBroken(source: NamedText, options?: { readonly nameless?: boolean }): File | YamlFailure {
  try {
    return readFile(source, options);
  } catch (thrown) {
    if (thrown instanceof YamlFailure) return thrown;
    throw thrown;
  }
}

/** The file as a pattern with one finding: the error that makes it unreadable. */
function broken({ name, text }: NamedText, { diagnostic, problems: [notJson] }: YamlFailure): Found {
  const pattern = { file: name, name, within: text, text: '', place: () => 0, remarks: [diagnostic] };
  return { ...NOTHING, patterns: [pattern], ...(notJson === undefined ? {} : { notJson }) };
}

const NOTHING: Found = { patterns: [], skipped: [], broken: [] };

/** One document of a file. */
interface DocumentPart {
  /** Its patterns, if it is a document with patterns. */
  readonly found: Collector;
  readonly kind: Kind | undefined;
  /** Its kind. */
  readonly recognised: Recognised;
  /** The document as a pattern. */
  pattern(): PatternSource;
}

function partsOf({ name, text }: NamedText, { roots, layer }: File): readonly DocumentPart[] {
  return roots.map((root, i) => {
    const kind = root.kind === 'object' ? KINDS.find((one) => one.is(root)) : undefined;
    const found = new Collector(name, text, roots.length === 1 ? '' : `${i + 1}:`);
    if (root.kind === 'object' && kind !== undefined) kind.read(root, layer, found);
    else if (holdsText(root) || !looksLikePattern(root)) {
      readAnywhere(root, layer, found);
      const stream = streamIn(root);
      if (stream !== undefined) found.stream(patternAddress(root, stream), stream, roots.length > 1);
    }
    const pattern = (): PatternSource => patternOf({ name, text }, { roots, layer }, i);
    return { found, kind, recognised: recognise(root, name), pattern };
  });
}

function held({ found, kind, recognised, pattern }: DocumentPart): Found {
  if (kind !== undefined || !found.isEmpty) return found;
  return recognised.kind === 'pattern' ? { ...NOTHING, patterns: [pattern()] } : NOTHING;
}

function together(all: readonly Found[]): Found {
  return {
    patterns: all.flatMap(({ patterns }) => patterns),
    skipped: all.flatMap(({ skipped }) => skipped),
    broken: all.flatMap(({ broken }) => broken),
  };
}

function isEmpty({ patterns, skipped, broken }: Found): boolean {
  return patterns.length + skipped.length + broken.length === 0;
}

/** The whole file is the pattern, or each of its documents is one. */
function plain(source: NamedText, file: File): Found {
  const { name, text } = source;
  const { problem } = file;
  const notJson = problem && {
    file: name,
    ...lineColumn(text, problem.offset),
    message: `the file is not JSON: ${problem.message}`,
  };
  const patterns = (file.roots.length === 0 ? [undefined] : file.roots).map((_, i) => patternOf(source, file, i));
  return { ...NOTHING, patterns, ...(notJson === undefined ? {} : { notJson }) };
}

/** A single pattern of a file has no address; of several, each has its number, from 1. */
function patternOf({ name, text }: NamedText, { roots, layer }: File, index: number): PatternSource {
  const root = roots[index];
  const inMap = root !== undefined && layer.syntax !== 'json';
  const { text: own, place } = inMap ? printed(root) : layer;
  const way = inMap ? { node: root, remarks: scalarFindings(root, text) } : { spell: layer.spell };
  const pattern = { file: name, within: text, text: own, place, ...way };
  const address = String(index + 1);
  return roots.length < 2 ? { ...pattern, name } : { ...pattern, name: `${name}#${address}`, address };
}

function emptyMessage({ name, holders, hint }: Kind): string {
  return `this is ${name}${hint === undefined ? `, and there is no pattern in it: no ${holders.join(', ')}` : `; ${hint}`}`;
}
