/** Values on which two dialects are likely to differ, and a sufficient test that no number does. */
import type { Interval } from '../value/intervals.ts';
import { complementOfNumbers, type NumberSet } from '../value/number-set.ts';
import { isNumberText, textsOf } from '../value/number-texts.ts';
import { atomsOf } from '../value/strings/formula.ts';
import { kindOf } from '../value/strings/kinds/index.ts';
import type { Scalar, ValueSet } from '../value/value-set.ts';

const INT_MIN = -(2 ** 31);
const INT_MAX = 2 ** 31 - 1;

/**
 * Whether two sets contain the same numbers, as sent for one and after retyping for the other; a sufficient test.
 * Retyping changes only the value of integers below -2^31, which become their low 32 bits: any 32-bit integer can be
 * the result.
 */
export function numbersAgree(a: NumberSet, b: NumberSet): boolean {
  if (a.except.size > 0 || b.except.size > 0 || a.intervals.length !== b.intervals.length) return false;
  const equal = a.intervals.every(({ low, high }, i) => low === b.intervals[i]?.low && high === b.intervals[i]?.high);
  // If the lowest numbers are in the set, every 32-bit integer must be, and otherwise none.
  const hasLowest = a.intervals[0]?.low === Number.NEGATIVE_INFINITY;
  const others = hasLowest ? complementOfNumbers(a).intervals : a.intervals;
  return equal && !others.some(hasInteger);
}

function hasInteger({ low, high }: Interval): boolean {
  return Math.ceil(Math.max(low, INT_MIN)) <= Math.floor(Math.min(high, INT_MAX));
}

/** The maximum number of texts and ends of intervals, and of spellings of a number. */
const MANY = 50;
const SPELLINGS = 6;

/** Whether the sets contain addresses that are read in two ways; such sets cannot be intersected. */
export function mixAddresses(sets: readonly ValueSet[]): boolean {
  const blocks = sets
    .flatMap(({ strings }) => atomsOf(strings.formula))
    .flatMap(({ atom }) => (atom.kind === 'addresses' ? [atom] : []));
  return new Set(blocks.map(({ zeros }) => zeros)).size > 1;
}

export function* distinguishingScalars(sets: readonly ValueSet[]): Generator<Scalar> {
  for (const number of distinguishingNumbers(sets.map(({ numbers }) => numbers))) yield { number };
  const spelled = sets.flatMap(({ strings }) =>
    atomsOf(strings.formula).flatMap(({ atom }) => {
      const spellings = kindOf(atom).spellings(atom);
      return spellings.length > 0 ? [spellings] : [];
    }),
  );
  for (const spellings of spelled.slice(0, MANY)) yield* spellings;
}

/** Texts of numbers on which sets are likely to differ after retyping. */
function* distinguishingNumbers(sets: readonly NumberSet[]): Generator<string> {
  for (const { except } of sets) {
    let left = MANY;
    for (const text of except) {
      if (left-- === 0) break;
      if (isNumberText(text)) yield* spellingsOf(text);
    }
  }
  for (const { intervals } of sets) {
    for (const { low, high } of intervals.slice(0, MANY)) {
      for (const end of [low, high]) if (Number.isFinite(end)) yield* aroundEnd(end);
    }
  }
  // -1294967296 and 1294967296 after retyping.
  yield* ['-5589934592', '-3000000000', '3000000000'];
}

function* spellingsOf(text: string): Generator<string> {
  yield text;
  if (/^-?[0-9]+$/.test(text)) yield `${text}e0`;
  let left = SPELLINGS;
  for (const other of textsOf(Number(text))) {
    if (left-- === 0) return;
    yield other;
  }
  yield* aroundEnd(Number(text));
}

/** The integers at an end of an interval, and integers with the same low 32 bits. */
function* aroundEnd(end: number): Generator<string> {
  for (const whole of new Set([Math.floor(end), Math.ceil(end)])) {
    if (!(whole >= INT_MIN && whole <= INT_MAX)) continue;
    yield String(whole);
    yield String(whole - 2 ** 32);
  }
}
