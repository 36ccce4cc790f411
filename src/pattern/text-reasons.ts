/**
 * Reasons why one string is not equal to, or does not begin with, end with or contain another one: the deciding excerpts and invisible
 * differences.
 */
import { type Rules, supportOf } from './dialect.ts';
import { type JsonScalar, printJson } from './json/node.ts';
import { type Reason, reason } from './reasons.ts';
import { clipped, firstDifference, quotedAt } from './value/excerpt.ts';
import { type Anchor, inCodePoints, lookAlike } from './value/look-alike.ts';
import { wouldMatch } from './value/wildcard.ts';

type TextCode = 'not-equal' | 'not-beginning' | 'not-ending' | 'not-containing';

const ANCHORS: Readonly<Record<TextCode, Anchor>> = {
  'not-equal': 'all',
  'not-beginning': 'beginning',
  'not-ending': 'end',
  'not-containing': 'anywhere',
};

export function textReason(code: TextCode, value: JsonScalar, wanted: string, rules: Rules): Reason {
  const anchor = ANCHORS[code];
  if (value.kind !== 'string') return reason(code, { value: clipped(printJson(value)), wanted: quotedAt(wanted, 0) });
  const text = value.value;
  const alike = lookAlike(text, wanted, anchor);
  const [at, inWanted] = placesOf(text, wanted, anchor);
  const params = { value: quotedAt(text, alike?.offset ?? at), wanted: quotedAt(wanted, inWanted) };
  const note =
    alike === undefined
      ? wildcardNote(text, wanted, anchor, rules)
      : reason('looks-alike', { difference: inCodePoints(alike) });
  return reason(code, params, note);
}

/** For a condition that ignores case: only other differences that cannot be seen are shown. */
export function foldedReason(code: TextCode, value: JsonScalar, wanted: string): Reason {
  const text = value.kind === 'string' ? value.value : undefined;
  const alike = text === undefined ? undefined : lookAlike(text, wanted, ANCHORS[code]);
  const isHidden = alike !== undefined && alike.differences.length > 0;
  const note = isHidden
    ? reason('looks-alike', { difference: inCodePoints({ ...alike, caseDiffers: false }) })
    : undefined;
  const shown = text === undefined ? clipped(printJson(value)) : quotedAt(text, alike?.offset ?? 0);
  return reason(code, { value: shown, wanted: quotedAt(wanted, 0) }, note ?? reason('ignoring-case', {}));
}

/** For a wildcard whose literal parts are `parts`: a part that the text only seems to contain. */
export function hiddenInParts(text: string, parts: readonly string[]): Reason | undefined {
  for (const part of parts.slice(0, MOST_PARTS)) {
    if (part === '' || text.includes(part)) continue;
    const alike = lookAlike(text, part, 'anywhere');
    return alike === undefined ? undefined : reason('looks-alike', { difference: inCodePoints(alike) });
  }
  return undefined;
}

const MOST_PARTS = 20;

/** The offset of the difference in each of the two strings. */
function placesOf(text: string, wanted: string, anchor: Anchor): readonly [number, number] {
  if (anchor === 'end') {
    let same = 0;
    while (same < wanted.length && text.at(-1 - same) === wanted.at(-1 - same)) same++;
    return [text.length - same, wanted.length - same];
  }
  if (anchor === 'anywhere') {
    const length = longestBeginningIn(text, wanted);
    return [length < 2 ? 0 : text.indexOf(wanted.slice(0, length)) + length, length];
  }
  const at = firstDifference(text, wanted);
  return [at, at];
}

/** Longer texts are not searched, since each condition would read them several times. */
const LONGEST_SEARCHED = 100_000;

/** The length of the longest beginning of `wanted` that the text contains. Binary search: every shorter beginning is contained too. */
function longestBeginningIn(text: string, wanted: string): number {
  if (text.length > LONGEST_SEARCHED) return 0;
  let [low, high] = [0, wanted.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (text.includes(wanted.slice(0, middle))) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The wildcards before and after a literal that express each operator. */
const OPEN: Readonly<Record<Anchor, readonly [string, string]>> = {
  all: ['', ''],
  beginning: ['', '*'],
  end: ['*', ''],
  anywhere: ['*', '*'],
};

function wildcardNote(text: string, wanted: string, anchor: Anchor, rules: Rules): Reason | undefined {
  const [before, after] = OPEN[anchor];
  const wildcard = `${before}${wanted}${after}`;
  const wouldHold = wouldMatch(wildcard, text);
  // A question mark is common in addresses, a star is not.
  const characters = ['*', '?'].filter((one) => wanted.includes(one) && (one === '*' || wouldHold));
  if (characters.length === 0) return undefined;
  const rewrite = wouldHold ? rewriteOf(wildcard, rules) : undefined;
  return reason('literal-wildcard', { characters, ...(rewrite === undefined ? {} : { rewrite }) });
}

/** The condition that means the same as the wildcard; undefined if no single operator does. */
function rewriteOf(wildcard: string, rules: Rules): string | undefined {
  let start = 0;
  let end = wildcard.length;
  while (wildcard[start] === '*') start++;
  while (end > start && wildcard[end - 1] === '*') end--;
  const text = wildcard.slice(start, end);
  if (/[*?]/.test(text)) return undefined;
  if (text === '') return '{"exists": true}';
  const wanted = JSON.stringify(text);
  const condition =
    start === 0
      ? `{"prefix": ${wanted}}`
      : end === wildcard.length
        ? `{"suffix": ${wanted}}`
        : `{"contains": ${wanted}}`;
  const [operator] = Object.keys(JSON.parse(condition) as object) as [string];
  return supportOf(rules, operator) === 'refused' ? undefined : condition;
}
