/**
 * The fixes of the patterns of one file, as edits of the file. They are verified: the new text is read again, and must contain the fixed
 * patterns and be equal otherwise. A change that cannot be verified is not made, with the reason.
 */
import { applyEdits, applyFix, type Edit, type Fix, type JsonNode, type Range } from '../../index.ts';
import { printJson, readJson } from '../../json.ts';
import type { NamedText } from '../files/source.ts';
import { problemsOf } from '../findings/failure.ts';
import { readNamed } from '../sources/document.ts';
import { readFile } from '../sources/file.ts';
import type { PatternSource } from '../sources/found.ts';
import { blankComments } from '../syntax/json-comments.ts';
import { mapEdits } from './map.ts';
import type { AppliedFix, Mended } from './mend.ts';
import { isSuiteName, suitePatterns } from './suite.ts';

export interface FixedFile {
  readonly file: string;
  readonly before: string;
  readonly after: string;
  readonly edits: readonly Edit[];
  readonly done: readonly FixedPattern[];
  readonly left: readonly LeftPattern[];
}

export interface FixedPattern {
  /** As the user names it. */
  readonly name: string;
  readonly done: readonly AppliedFix[];
}

export interface LeftPattern {
  readonly name: string;
  /** Why nothing is written; the text follows the name. */
  readonly reason: string;
}

interface Change {
  readonly source: PatternSource;
  readonly mended: Mended;
  /** Edits of the file. */
  readonly edits: readonly Edit[];
  /** The range of the pattern in the file. */
  readonly region: Range;
}

const UNSAFE = 'it cannot be written safely where it stands';

/** `mend` returns the fixed text of a pattern. All sources are of one file. */
export function fixFile(sources: readonly PatternSource[], mend: (source: PatternSource) => Mended): FixedFile {
  const [first] = sources as [PatternSource];
  const { file, within: before } = first;
  const left: LeftPattern[] = [];
  let changes: Change[] = [];
  for (const source of sources) {
    const mended = mend(source);
    if (mended.done.length === 0) continue;
    const change = changeOf(source, mended);
    if (change === undefined) left.push({ name: source.name, reason: UNSAFE });
    else if (changes.some(({ region }) => touch(region, change.region))) {
      left.push({ name: source.name, reason: 'another pattern stands in the same place' });
    } else changes.push(change);
  }
  // When all changes together cannot be verified, each is tried alone.
  if (!isProved(file, before, changes)) {
    changes = changes.filter((change) => {
      const proved = isProved(file, before, [change]);
      if (!proved) left.push({ name: change.source.name, reason: UNSAFE });
      return proved;
    });
    if (!isProved(file, before, changes)) {
      for (const { source } of changes) left.push({ name: source.name, reason: UNSAFE });
      changes = [];
    }
  }
  const edits = together(changes);
  const done = changes.map(({ source, mended }) => ({ name: source.name, done: mended.done }));
  return { file, before, after: applyEdits(before, edits), edits, done, left };
}

function touch(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The edits of the file for one fix of a pattern. Undefined when they cannot be verified. */
export function editsInFile(source: PatternSource, fix: Fix): readonly Edit[] | undefined {
  const change = changeOf(source, { text: applyFix(source.text, fix), edits: fix.edits, done: [] });
  if (change === undefined) return undefined;
  // An edit of a file that is the pattern needs no verification.
  const isFile = source.text === source.within && source.spell !== undefined;
  return isFile || isProved(source.file, source.within, [change]) ? together([change]) : undefined;
}

function changeOf(source: PatternSource, mended: Mended): Change | undefined {
  const { within, text, place, spell, node } = source;
  if (node !== undefined) {
    const made = readJson(mended.text).node;
    const edits = made && mapEdits(node, made, within);
    return edits && { source, mended, edits, region: node.range };
  }
  if (spell === undefined) return undefined;
  const edits: Edit[] = [];
  for (const { range, text: piece } of mended.edits) {
    const written = spell(piece);
    const moved = { start: place(range.start), end: place(range.end) };
    if (written === undefined || moved.end < moved.start || hasComment(source, moved)) return undefined;
    edits.push({ range: moved, text: written });
  }
  return { source, mended, edits, region: { start: place(0), end: place(text.length) } };
}

/** A comment inside would be lost with the values around it. */
function hasComment({ file, within }: PatternSource, { start, end }: Range): boolean {
  return /\.jsonc$/i.test(file) && blankComments(within).slice(start, end) !== within.slice(start, end);
}

function together(changes: readonly Change[]): readonly Edit[] {
  return changes
    .flatMap(({ edits }) => edits)
    .sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

function isProved(file: string, before: string, changes: readonly Change[]): boolean {
  if (changes.length === 0) return true;
  const edits = together(changes);
  let at = 0;
  for (const { range } of edits) {
    if (range.start < at) return false;
    at = range.end;
  }
  const after = applyEdits(before, edits);
  try {
    return samePatterns(file, before, after, changes) && sameElsewhere(file, before, after, changes);
  } catch (thrown) {
    // A Failure means that the new text cannot be read; anything else is a bug.
    problemsOf(thrown);
    return false;
  }
}

function samePatterns(file: string, before: string, after: string, changes: readonly Change[]): boolean {
  const [old, now] = [before, after].map((text) => patternsIn({ name: file, text })) as [
    readonly PatternSource[],
    readonly PatternSource[],
  ];
  if (old.length !== now.length) return false;
  return old.every((source, i) => {
    const other = now[i] as PatternSource;
    if (source.address !== other.address) return false;
    const change = changes.find(({ source: { address } }) => address === source.address);
    return meaning(other.text) === meaning(change === undefined ? source.text : change.mended.text);
  });
}

function patternsIn(source: NamedText): readonly PatternSource[] {
  return isSuiteName(source.name) ? suitePatterns(source).patterns : readNamed(source).patterns;
}

/** The values of a text; the text itself if it is no JSON. */
function meaning(text: string): string {
  const { node } = readJson(text);
  return node === undefined ? text : printJson(node);
}

/** Whether only the patterns changed, and the texts that contain them. */
function sameElsewhere(file: string, before: string, after: string, changes: readonly Change[]): boolean {
  const [old, now] = [before, after].map((text) => readFile({ name: file, text }).roots) as [
    readonly JsonNode[],
    readonly JsonNode[],
  ];
  // A file that was no JSON is one pattern.
  if (old.length === 0) return now.length === 1;
  const isIn = ({ kind, range }: JsonNode): boolean =>
    changes.some(({ region }) =>
      kind === 'string'
        ? range.start <= region.end && region.start <= range.end
        : region.start <= range.start && range.end <= region.end + (before.length - before.trimEnd().length),
    );
  return old.length === now.length && old.every((root, i) => differences(root, now[i] as JsonNode).every(isIn));
}

/** The smallest values that differ; containers with other members count as a whole. */
function differences(old: JsonNode, now: JsonNode): readonly JsonNode[] {
  if (printJson(old) === printJson(now)) return [];
  if (old.kind === 'array' && now.kind === 'array' && old.items.length === now.items.length) {
    return old.items.flatMap((item, i) => differences(item, now.items[i] as JsonNode));
  }
  if (old.kind === 'object' && now.kind === 'object' && old.members.length === now.members.length) {
    if (old.members.every(({ name }, i) => name === now.members[i]?.name)) {
      return old.members.flatMap(({ value }, i) =>
        differences(value, (now.members[i] as (typeof now.members)[0]).value),
      );
    }
  }
  return [old];
}
