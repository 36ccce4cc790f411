/**
 * Exact sets of numbers, closed under union, intersection and complement. A number is identified by its text: 300 is
 * not 300.0. A set is a list of intervals of doubles and the texts for which the answer is the opposite.
 */
import type { Budget } from './budget.ts';
import { type Interval, intersect, intervalAt, neighbour } from './intervals.ts';
import { retype } from './java-numbers.ts';
import { sentFor, textsOf } from './number-texts.ts';
import { isComparable } from './numbers.ts';
import type { Found } from './strings/search.ts';

export interface NumberSet {
  /** Ascending, disjoint. */
  readonly intervals: readonly Interval[];
  readonly except: ReadonlySet<string>;
  /**
   * Present where numbers are compared by value: whether the set contains the texts that are not comparable, which no interval contains
   * then. Sets with and without it are combined only where the latter contain all numbers, none, or single texts that are not comparable.
   */
  readonly others?: boolean;
}

const NONE: ReadonlySet<string> = new Set();
const ALL: readonly Interval[] = [{ low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY }];

export const noNumber: NumberSet = { intervals: [], except: NONE };
export const anyNumber: NumberSet = { intervals: ALL, except: NONE };

/** The number with this text. */
export function numberOf(text: string): NumberSet {
  return { intervals: [], except: new Set([text]) };
}

/** `comparable`: without the texts that no double has. */
export function numbersIn(intervals: readonly Interval[], comparable = false): NumberSet {
  return { intervals: joined(intervals), except: NONE, ...(comparable ? { others: false } : {}) };
}

export function hasNumber(set: NumberSet, text: string): boolean {
  return isCovered(set, text) !== set.except.has(text);
}

/** Whether the set has a text apart from its exceptions. */
function isCovered({ intervals, others }: NumberSet, text: string): boolean {
  if (others === undefined || isComparable(text)) return isIn(intervals, Number(text));
  return others;
}

/** `others` of a set that is combined with sets that have it. */
function othersOf({ intervals, others }: NumberSet): boolean {
  return others ?? intervals.length > 0;
}

/** The member `others` of a combination. */
function combined(sets: readonly NumberSet[], how: 'some' | 'every'): Pick<NumberSet, 'others'> {
  return sets.some(({ others }) => others !== undefined) ? { others: sets[how](othersOf) } : {};
}

/** A sufficient test for a subset, without search. */
export function numbersSurelyWithin(set: NumberSet, other: NumberSet): boolean {
  const belongs = (text: string): boolean => hasNumber(other, text) || !hasNumber(set, text);
  const compared = set.others !== undefined || other.others !== undefined;
  if (compared && othersOf(set) && !othersOf(other)) return false;
  const inside = set.intervals.every(({ low, high }) => high <= (intervalAt(other.intervals, low)?.high ?? Number.NaN));
  return inside && [...set.except].every(belongs) && [...other.except].every(belongs);
}

export function complementOfNumbers({ intervals, except, others }: NumberSet): NumberSet {
  return { intervals: gaps(intervals), except, ...(others === undefined ? {} : { others: !others }) };
}

export function unionOfNumbers(sets: readonly NumberSet[]): NumberSet {
  // Plain numbers are merged first: one by one, the set would be copied for each.
  const plain = new Set<string>();
  const rest = sets.filter(({ intervals, except, others }) => {
    if (intervals.length > 0 || others === true) return true;
    for (const text of except) plain.add(text);
    return false;
  });
  const ofAll = combined(sets, 'some');
  if (rest.length === 0) return { intervals: [], except: plain, ...ofAll };
  const intervals = joined(rest.flatMap((set) => set.intervals));
  if (ofAll.others !== undefined) {
    return withTexts({ intervals, ...ofAll }, textsOfAll(sets), (text) => sets.some((set) => hasNumber(set, text)));
  }
  const count = counting(rest, plain);
  return withTexts({ intervals }, count.texts, (text) => plain.has(text) || count.of(text) > 0);
}

export function intersectionOfNumbers(sets: readonly NumberSet[]): NumberSet {
  const intervals = common(sets.map((set) => set.intervals));
  const ofAll = combined(sets, 'every');
  if (ofAll.others !== undefined) {
    return withTexts({ intervals, ...ofAll }, textsOfAll(sets), (text) => sets.every((set) => hasNumber(set, text)));
  }
  const count = counting(sets, NONE);
  return withTexts({ intervals }, count.texts, (text) => count.of(text) === sets.length);
}

/** Where numbers are compared by value, exceptions are rare: texts with more digits than a double has. */
function textsOfAll(sets: readonly NumberSet[]): ReadonlySet<string> {
  return new Set(sets.flatMap(({ except }) => [...except]));
}

/**
 * The doubles in all lists. For many lists, the complement of the union of the gaps: intersecting one by one would be
 * quadratic.
 */
function common(lists: readonly (readonly Interval[])[]): readonly Interval[] {
  if (lists.length <= 2) return lists.reduce(intersect, ALL);
  return gaps(joined(lists.flatMap(gaps)));
}

function withTexts(
  covered: Omit<NumberSet, 'except'>,
  texts: Iterable<string>,
  isMember: (text: string) => boolean,
): NumberSet {
  const except = new Set<string>();
  for (const text of texts) if (isMember(text) !== isCovered({ ...covered, except: NONE }, text)) except.add(text);
  return { ...covered, except };
}

/**
 * Counts how many sets contain a text. Intervals are counted by their ends and exceptions separately, so that no text
 * is looked up in every set.
 */
function counting(
  sets: readonly NumberSet[],
  more: ReadonlySet<string>,
): { readonly texts: Iterable<string>; readonly of: (text: string) => number } {
  const changes = new Map<string, number>();
  for (const text of more) changes.set(text, 0);
  for (const { intervals, except } of sets) {
    for (const text of except) {
      changes.set(text, (changes.get(text) ?? 0) + (isIn(intervals, Number(text)) ? -1 : 1));
    }
  }
  // A shortcut: most sets have no exceptions.
  if (changes.size === 0) return { texts: [], of: () => 0 };
  const lows = Float64Array.from(
    sets.flatMap(({ intervals }) => intervals),
    ({ low }) => low,
  ).sort();
  const highs = Float64Array.from(
    sets.flatMap(({ intervals }) => intervals),
    ({ high }) => high,
  ).sort();
  const of = (text: string): number => {
    const value = Number(text);
    const covering = countBefore(lows, (low) => low <= value) - countBefore(highs, (high) => high < value);
    return covering + (changes.get(text) ?? 0);
  };
  return { texts: changes.keys(), of };
}

/** The number of elements of an ascending list before the first for which a test fails. */
function countBefore(ascending: Float64Array, isBefore: (value: number) => boolean): number {
  let from = 0;
  let to = ascending.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (isBefore(ascending[middle] as number)) from = middle + 1;
    else to = middle;
  }
  return from;
}

export function isIn(intervals: readonly Interval[], value: number): boolean {
  return intervalAt(intervals, value) !== undefined;
}

function joined(intervals: readonly Interval[]): readonly Interval[] {
  const sorted = intervals.filter(({ low, high }) => low <= high).sort((a, b) => a.low - b.low || a.high - b.high);
  const result: Interval[] = [];
  for (const { low, high } of sorted) {
    const last = result.at(-1);
    if (last !== undefined && low <= last.high)
      result[result.length - 1] = { low: last.low, high: Math.max(last.high, high) };
    else result.push({ low, high });
  }
  return result;
}

function gaps(intervals: readonly Interval[]): readonly Interval[] {
  const result: Interval[] = [];
  let from = Number.NEGATIVE_INFINITY;
  for (const { low, high } of intervals) {
    if (low > from) result.push({ low: from, high: neighbour(low, -1) });
    if (high === Number.POSITIVE_INFINITY) return result;
    from = neighbour(high, 1);
  }
  return [...result, { low: from, high: Number.POSITIVE_INFINITY }].filter(({ low, high }) => low <= high);
}

/**
 * Up to `wanted` texts to send, each for a different member: the set's own texts first, then round numbers, then any.
 * With `retyped` the set contains texts after retyping, and the result is what to send.
 */
export function sampleNumbers(set: NumberSet, wanted: number, retyped: boolean, budget: Budget): Found<string> {
  const { intervals, except } = set;
  const members = new Map<string, string>();
  const seen = (sent: string): string => (retyped ? retype(sent) : sent);
  for (const text of except) {
    if (members.size >= wanted) break;
    const sent = hasNumber(set, text) ? sentFor(text, retyped) : undefined;
    if (sent !== undefined) members.set(text, sent);
  }
  // An interval has infinitely many texts besides its exceptions, so this many tries are enough.
  let tries = 2 * (wanted + except.size) + 50;
  const offer = (sent: string): void => {
    tries--;
    if (members.size < wanted && hasNumber(set, seen(sent))) members.set(seen(sent), sent);
  };
  const round = intervals.flatMap(roundValues);
  // 5.0 shows better than 4.999999900000001 that 5 is compared by its text.
  const written = [
    ...round.map((value) => JSON.stringify(value)),
    ...round.filter(Number.isSafeInteger).map((v) => `${v}.0`),
  ];
  for (const sent of [...written, ...intervals.flatMap(edges)]) {
    if (members.size >= wanted) break;
    offer(sent);
  }
  for (const interval of intervals) {
    for (const value of further(interval)) {
      if (members.size >= wanted || tries < 0) break;
      budget.steps--;
      offer(JSON.stringify(value));
    }
  }
  for (const interval of intervals) {
    const value = anyOf(interval);
    for (const sent of textsOf(value)) {
      if (members.size >= wanted || tries < 0) break;
      budget.steps--;
      offer(sent);
    }
  }
  if (set.others === true) {
    for (const sent of textsOf(0)) {
      if (members.size >= wanted || tries < 0) break;
      budget.steps--;
      offer(sent);
    }
  }
  const isEndless = intervals.length > 0 || set.others === true;
  return { members: [...members.values()], complete: members.size >= wanted || !isEndless };
}

/** A few members that look natural. */
function roundValues({ low, high }: Interval): number[] {
  const whole = Math.ceil(low);
  const candidates = [
    ...(Number.isFinite(low) ? [whole, whole + 1] : [0, 1]),
    ...(Number.isFinite(high) ? [Math.floor(high), Math.floor(high) - 1] : []),
    ...(Number.isFinite(low) && Number.isFinite(high) ? [rounded((low + high) / 2), (low + high) / 2] : []),
    ...[rounded(low), rounded(high), whole + 2, whole + 3, whole + 5, whole + 10],
  ];
  return candidates
    .filter((value) => Number.isFinite(value) && low <= value && value <= high)
    .map((value) => value + 0);
}

/** Members of one interval to try before other texts of one number. */
const FURTHER = 200;

/** More members that look natural, those near an end first. */
function* further({ low, high }: Interval): Generator<number> {
  if (!Number.isFinite(low) && !Number.isFinite(high) && low === high) return;
  const [from, step] = Number.isFinite(low)
    ? [Math.ceil(low), 1]
    : Number.isFinite(high)
      ? [Math.floor(high), -1]
      : [0, 1];
  for (let i = 0; i < FURTHER; i++) {
    const value = from + step * i;
    if (value < low || value > high) break;
    yield value + 0;
  }
  if (!Number.isFinite(high - low)) return;
  for (let i = 1; i < 10; i++) {
    const value = rounded(low + ((high - low) * i) / 10);
    if (low <= value && value <= high) yield value + 0;
  }
}

function edges({ low, high }: Interval): string[] {
  return [low, high].filter(Number.isFinite).map((value) => JSON.stringify(value));
}

function rounded(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(6)) : value;
}

function anyOf({ low, high }: Interval): number {
  if (Number.isFinite(low)) return low;
  if (Number.isFinite(high)) return high;
  return low === high ? low : 0;
}
