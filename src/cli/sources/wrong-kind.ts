/** Refuses a file of another kind than the command needs, in one sentence with the kind and the command that reads it. */
import type { JsonNode } from '../../index.ts';
import { readJson } from '../../json.ts';
import { INLINE, STDIN } from '../files/file-name.ts';
import type { NamedText } from '../files/source.ts';
import { Failure } from '../findings/failure.ts';
import { type Located, wholeFile } from '../findings/located.ts';
import { FILTER_LINE, isFilterLine } from '../patterns/filter-line.ts';
import { formOfSeveral } from '../patterns/several-events.ts';
import { readDocument, type SourceDocument } from '../syntax/document.ts';
import { type File, readFile } from './file.ts';
import { isHclName } from './hcl-name.ts';
import { KINDS } from './kinds.ts';
import { looksLikePattern, type Recognised, recognise } from './recognise.ts';
import { streamIn } from './stream.ts';
import { markupOf, wrongFileOf } from './wrong-file.ts';

/** Kinds of documents that are read as a whole. */
type WantedDocument = 'suite' | 'stream document' | 'config file' | 'baseline';

type Wanted = 'pattern' | 'event' | WantedDocument;

/** The certain kind of a file. */
interface Known {
  readonly kind: Wanted | 'other';
  /** The message, with the command that reads it. */
  readonly message: string;
  /** Whether no event resembles it. */
  readonly noEvent: boolean;
}

/** Reads a document that a command needs. @throws Failure for unreadable text, and for a file that is certainly of another kind */
export function readWanted(source: NamedText, wanted: WantedDocument): SourceDocument {
  const document = readOrName(source, wanted);
  refuseOtherRoot(source, document.root, wanted);
  return document;
}

/**
 * The same for a command with a reader of its own, which reports unreadable text.
 * @throws Failure for a file that is certainly of another kind
 */
export function refuseOther(source: NamedText, wanted: WantedDocument): void {
  const wrong = toolFileOf(source);
  if (wrong !== undefined) fail(source, wanted, wrong);
  const [root] = rootsOf(source);
  if (root !== undefined) refuseOtherRoot(source, root, wanted);
}

function refuseOtherRoot(source: NamedText, root: JsonNode, wanted: WantedDocument): void {
  const known = knownAs(root, source.name);
  if (known === undefined || known.kind === wanted) return;
  if (known.noEvent || !hasNameOf(wanted, root)) fail(source, wanted, known.message);
}

function readOrName(source: NamedText, wanted: WantedDocument): SourceDocument {
  const wrong = toolFileOf(source);
  if (wrong !== undefined) fail(source, wanted, wrong);
  try {
    return readDocument(source, wanted);
  } catch (thrown) {
    const several = severalMessage(source);
    if (several !== undefined) return fail(source, wanted, several);
    // A template has tags that are read in patterns only.
    refuseOther(source, wanted);
    throw thrown;
  }
}

function toolFileOf(source: NamedText): string | undefined {
  return isHclName(source.name)
    ? 'it is a configuration of Terraform, whose patterns `eb-pattern check` reads'
    : wrongFileOf(source);
}

/** @throws Failure for a file that is certainly no event */
export function eventIn(source: NamedText): Located {
  refuseOtherThanEvent(source);
  return wholeFile(source);
}

/** Any JSON object is an event, so only files that no event resembles are refused. @throws Failure */
export function refuseOtherThanEvent(source: NamedText): void {
  const { name, text } = source;
  if (text.length > LARGEST) return;
  const markup = markupOf(text);
  if (markup !== undefined) fail(source, 'event', markup);
  const [root] = rootsOf(source);
  if (root === undefined || hasAttribute(root)) return;
  const known = knownAs(root, name);
  if (known?.noEvent === true) fail(source, 'event', known.message);
  if (!/\.ya?ml$/i.test(name) || readJson(text).problem === undefined) return;
  fail(source, 'event', known?.kind === 'pattern' ? known.message : 'it is YAML; events are JSON');
}

/** The longest text that is tested, in characters: refused kinds are small, and events may be large. */
export const LARGEST = 1 << 20;

/** Why a text that is not JSON contains no pattern; undefined if it may be a pattern with an error. */
export function severalMessage({ text }: NamedText): string | undefined {
  const several = formOfSeveral(text);
  if (several === undefined || (several.first !== undefined && looksLikePattern(several.first))) return undefined;
  return `it is ${several.form}, which \`eb-pattern filter\` and \`route\` read`;
}

/** The error for a file that should be a pattern and is recognised as another kind; undefined if it may be one. */
export function otherThanPattern(name: string, recognised: Recognised): string | undefined {
  const { kind } = recognised;
  if (kind !== 'event' && kind !== 'suite' && kind !== 'tool-file') return undefined;
  const hasName = name !== STDIN && name !== INLINE;
  return sentence('pattern', `${recognised.message}${hasName && recognised.hint ? `; ${recognised.hint}` : ''}`);
}

export function sentence(wanted: Wanted, message: string): string {
  return `this is no ${wanted}: ${message}`;
}

function fail({ name }: NamedText, wanted: Wanted, message: string): never {
  throw new Failure({ file: name, message: sentence(wanted, message) });
}

function knownAs(root: JsonNode, name: string): Known | undefined {
  const kind = root.kind === 'object' ? KINDS.find((one) => one.is(root)) : undefined;
  if (kind !== undefined) {
    return { kind: 'other', message: `it is ${kind.name}, whose patterns \`eb-pattern check\` reads`, noEvent: true };
  }
  if (isFilterLine(root)) return { kind: 'other', message: FILTER_LINE, noEvent: true };
  if (streamIn(root) !== undefined) {
    return {
      kind: 'stream document',
      message: 'it is a stream document, which `eb-pattern stream` reads',
      noEvent: true,
    };
  }
  const recognised = recognise(root, name);
  if (recognised.kind === 'pattern') {
    const isEmpty = root.kind === 'object' && root.members.length === 0;
    return isEmpty
      ? undefined
      : { kind: 'pattern', message: 'it is a pattern, which `eb-pattern check` reads', noEvent: false };
  }
  const { message, own } = recognised;
  if (own !== undefined) {
    return { kind: own === 'report' || own === 'npm' ? 'other' : own, message, noEvent: true };
  }
  if (recognised.kind === 'tool-file') return { kind: 'other', message, noEvent: false };
  if (recognised.kind !== 'event') return undefined;
  const ofOne = 'it is an event, which `eb-pattern match` reads beside a pattern';
  return { kind: 'event', message: root.kind === 'array' ? message : ofOne, noEvent: false };
}

/** Members that decide, beside any others at the top. A pattern has `source`, a stream document `Source`. */
const NAMES = {
  suite: /^(?:patterns?|tests|base|invalid)$/,
  'stream document': /^(?:event_?streaming_?name|sink|filter_?pattern|run_?options)$|^transforms$/i,
  'config file': /^(?:dialect|extensions|failOn|test|stream)$/,
  baseline: /^findings$/,
};

function hasNameOf(wanted: keyof typeof NAMES, root: JsonNode): boolean {
  return (
    root.kind === 'object' &&
    root.members.some(({ name }) => NAMES[wanted].test(name) || (wanted === 'stream document' && name === 'Source'))
  );
}

/** Whether it has an attribute of events, with a plain value, that no other kind of file has. */
function hasAttribute(root: JsonNode): boolean {
  if (root.kind !== 'object') return false;
  return root.members.some(({ name, value }) => /^(?:source|specversion)$/.test(name) && value.kind === 'string');
}

/** Empty for unreadable text, whose error the reader of events reports better. */
function rootsOf(source: NamedText): File['roots'] {
  try {
    return readFile(source).roots;
  } catch (thrown) {
    if (thrown instanceof Failure) return [];
    throw thrown;
  }
}
