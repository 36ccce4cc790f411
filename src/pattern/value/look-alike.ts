/**
 * Differences of two strings that look alike: composed and decomposed letters, kinds of blanks, invisible characters,
 * letters of other scripts, full-width forms, case. Strings are compared by skeletons as in UTS #39, for characters
 * that are common in events.
 */
import { takes } from '../arguments.ts';
import { namedCode } from './code-points.ts';

/** Where the wanted string must be in the other one: equal to it, at its beginning, at its end, or anywhere. */
export type Anchor = 'all' | 'beginning' | 'end' | 'anywhere';

/** How a text differs from a string that looks the same. */
export interface LookAlike {
  /** In the order of the text. Empty when only the case differs. */
  readonly differences: readonly CodeDifference[];
  /** Whether letters differ in case, beside the differences. */
  readonly caseDiffers: boolean;
  /** The first difference: an index into the text, in UTF-16 code units. */
  readonly offset: number;
}

/** Code points of two strings that differ and look alike. */
export interface CodeDifference {
  /** The position in the text, in code points, from 1. */
  readonly position: number;
  /** Code points of the text; empty where it lacks some. */
  readonly found: string;
  /** Those at the same place of the string that was expected; empty where the text has some too many. */
  readonly wanted: string;
}

/** Longer strings are not compared: each condition would cost the length of the value. */
const LONGEST = 4096;

/**
 * The differences of strings that look alike; undefined for strings that are equal or visibly different.
 * @throws TypeError unless both are strings
 */
export function lookAlike(text: string, wanted: string, anchor: Anchor = 'all'): LookAlike | undefined {
  for (const one of [text, wanted]) takes(typeof one === 'string', 'lookAlike', 'texts', one);
  if (text === wanted || text.length > LONGEST || wanted.length > LONGEST) return undefined;
  const [found, other] = [[...text], [...wanted]];
  if (anchor !== 'end' && anchor !== 'anywhere' && !beginAlike(found, other)) return undefined;
  for (const fold of [false, true]) {
    const [a, b] = [skeletonOf(found, fold), skeletonOf(other, fold)];
    const at = placeIn(a.text, b.text, anchor);
    if (at < 0) continue;
    const all = differencesOf(found, a, at, other, b, anchor);
    const differences = all.filter((one) => !fold || one.found.toLowerCase() !== one.wanted.toLowerCase());
    const first = all[0];
    if (first === undefined) return undefined;
    const offset = found.slice(0, first.position - 1).join('').length;
    return { differences, caseDiffers: differences.length < all.length, offset };
  }
  return undefined;
}

/** The differences as the second half of a sentence. */
export function inCodePoints({ differences, caseDiffers }: LookAlike): string {
  if (differences.length === 0) return 'only the case differs';
  const shown = differences
    .slice(0, 2)
    .map(({ position, found, wanted }) => `${codes(found)} at ${position}, where the pattern has ${codes(wanted)}`);
  const more = differences.length - shown.length;
  return [
    ...shown,
    ...(more > 0 ? [`${more} more ${more === 1 ? 'differs' : 'differ'}`] : []),
    ...(caseDiffers ? ['the case differs'] : []),
  ].join(', and ');
}

const MANY_CODES = 4;

function codes(text: string): string {
  if (text === '') return 'nothing';
  const points = [...text];
  return points.slice(0, MANY_CODES).map(namedCode).join(' + ') + (points.length > MANY_CODES ? ' …' : '');
}

/** Maps characters to the one that they look like, the first of each group. */
const ALIKE: ReadonlyMap<string, string> = new Map(
  [
    ...['aа', 'cсϲ', 'dԁ', 'eе', 'gɡ', 'hһ', 'iіıι', 'jјϳ', 'oоο', 'pрρ', 'qԛ', 'sѕ', 'vνѵ', 'wԝ', 'xх', 'yу'],
    ...['AАΑ', 'BВΒ', 'CСϹ', 'EЕΕ', 'GԌ', 'HНΗ', 'JЈ', 'KКΚ', 'MМΜ', 'NΝ', 'PРΡ', 'SЅ', 'TТΤ', 'XХΧ', 'YҮΥ', 'ZΖ'],
    ...['lI1ІΙ', 'O0ОΟ', '-‐‑‒–—―−', "'‘’‛′´`", '"“”„″', ':∶꞉ː', '/⁄∕', '.․。', '*∗', '|∣ǀ', ',‚،', '_‗'],
  ].flatMap(([same, ...others]) => others.map((one) => [one, same as string] as const)),
);

/** Invisible: format and direction controls, variation selectors, fillers. */
const UNSEEN = /^(?:\p{Cf}|\p{Default_Ignorable_Code_Point})$/u;

interface Skeleton {
  readonly text: string;
  /** For each code unit of `text`, the index of the code point that it comes from. */
  readonly from: readonly number[];
}

function skeletonOf(points: readonly string[], fold: boolean): Skeleton {
  const units: string[] = [];
  const from: number[] = [];
  for (const [i, point] of points.entries()) {
    const looks = looksOf(point, fold);
    // A run of blanks looks like a single one, and is invisible at both ends.
    if (looks === ' ' && (units.length === 0 || units.at(-1) === ' ')) continue;
    for (const unit of looks) {
      units.push(unit);
      for (let k = 0; k < unit.length; k++) from.push(i);
    }
  }
  if (units.at(-1) === ' ') {
    units.pop();
    from.pop();
  }
  return { text: units.join(''), from };
}

function looksOf(point: string, fold: boolean): string {
  if (point > ' ' && point <= '~' && point.length === 1) {
    // A shortcut for ASCII, which the cases below do not concern.
    const letter = fold ? point.toLowerCase() : point;
    return ALIKE.get(letter) ?? letter;
  }
  if (UNSEEN.test(point)) return '';
  if (/^\s$/u.test(point)) return ' ';
  const folded = fold ? point.toLowerCase() : point;
  // Decomposed, a letter with an accent is the same however it was written.
  return Array.from(folded.normalize('NFKD'), (one) => ALIKE.get(one) ?? one).join('');
}

/** A cheap test on the first characters, so that unrelated strings cost nothing. */
function beginAlike(a: readonly string[], b: readonly string[]): boolean {
  const [head, other] = [a.slice(0, 8), b.slice(0, 8)];
  return [false, true].some((fold) => {
    const [x, y] = [skeletonOf(head, fold).text, skeletonOf(other, fold).text];
    return x.startsWith(y) || y.startsWith(x);
  });
}

function placeIn(text: string, wanted: string, anchor: Anchor): number {
  if (anchor === 'all') return text === wanted ? 0 : -1;
  if (wanted === '') return -1;
  if (anchor === 'beginning') return text.startsWith(wanted) ? 0 : -1;
  if (anchor === 'end') return text.endsWith(wanted) ? text.length - wanted.length : -1;
  return text.indexOf(wanted);
}

/** Cuts both strings where a code point begins in each; unequal pieces are the differences. */
function differencesOf(
  found: readonly string[],
  a: Skeleton,
  at: number,
  wanted: readonly string[],
  b: Skeleton,
  anchor: Anchor,
): CodeDifference[] {
  const differences: CodeDifference[] = [];
  let [i, j] = [anchor === 'all' || anchor === 'beginning' ? 0 : (a.from[at] ?? found.length), 0];
  const cut = (iEnd: number, jEnd: number): void => {
    // Equal characters at both ends of a piece are not part of the difference.
    while (i < iEnd && j < jEnd && found[i] === wanted[j]) [i, j] = [i + 1, j + 1];
    let [iLast, jLast] = [iEnd, jEnd];
    while (iLast > i && jLast > j && found[iLast - 1] === wanted[jLast - 1]) [iLast, jLast] = [iLast - 1, jLast - 1];
    const [x, y] = [found.slice(i, iLast).join(''), wanted.slice(j, jLast).join('')];
    if (x !== y) differences.push({ position: i + 1, found: x, wanted: y });
    [i, j] = [iEnd, jEnd];
  };
  for (let u = 0; u < b.text.length; u++) {
    const [x, y] = [a.from[at + u] as number, b.from[u] as number];
    if (x !== a.from[at + u - 1] && y !== b.from[u - 1]) cut(x, y);
  }
  const last = a.from[at + b.text.length - 1];
  const toTheEnd = anchor === 'all' || anchor === 'end' || last === undefined;
  cut(toTheEnd ? found.length : last + 1, wanted.length);
  return differences;
}
