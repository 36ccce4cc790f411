/** Values that are likely to tell apart what two dialects accept, and whether no number does. */
import { addressOf } from '../value/addresses.ts';
import type { Interval } from '../value/intervals.ts';
import { complementOfNumbers, type NumberSet } from '../value/number-set.ts';
import { isNumberText, textsOf } from '../value/number-texts.ts';
import { atomsOf } from '../value/strings/formula.ts';
import type { Scalar, ValueSet } from '../value/value-set.ts';

const INT_MIN = -(2 ** 31);
const INT_MAX = 2 ** 31 - 1;

/**
 * Whether two sets surely say the same of each number, sent to the one and re-typed for the other. Re-typing keeps the value but of integers below
 * -2^31, of which the low 32 bits are left: any 32-bit integer comes from there.
 */
export function numbersAgree(a: NumberSet, b: NumberSet): boolean {
  if (a.except.size > 0 || b.except.size > 0 || a.intervals.length !== b.intervals.length) return false;
  const equal = a.intervals.every(({ low, high }, i) => low === b.intervals[i]?.low && high === b.intervals[i]?.high);
  // What is said of the lowest numbers must be said of every 32-bit integer.
  const hasLowest = a.intervals[0]?.low === Number.NEGATIVE_INFINITY;
  const others = hasLowest ? complementOfNumbers(a).intervals : a.intervals;
  return equal && !others.some(hasInteger);
}

function hasInteger({ low, high }: Interval): boolean {
  return Math.ceil(Math.max(low, INT_MIN)) <= Math.floor(Math.min(high, INT_MAX));
}

/** So many texts and ends of intervals are looked at, and so many spellings of a number. */
const MANY = 50;
const SPELLINGS = 6;

/** Whether the sets speak of addresses, and read them in two ways: such sets have no intersection. */
export function mixAddresses(sets: readonly ValueSet[]): boolean {
  return new Set(sets.flatMap(addressesIn).map(({ zeros }) => zeros)).size > 1;
}

export function* tellingScalars(sets: readonly ValueSet[]): Generator<Scalar> {
  for (const number of tellingNumbers(sets.map(({ numbers }) => numbers))) yield { number };
  for (const { first, last } of sets.flatMap(addressesIn).slice(0, MANY)) {
    for (const address of new Set([first, first + 1, last - 1, last])) {
      if (address < first || address > last) continue;
      const text = addressOf(address);
      yield text;
      yield `0${text}`;
      const dot = text.lastIndexOf('.') + 1;
      yield text.slice(0, dot) + text.slice(dot).padStart(3, '0');
    }
  }
}

function addressesIn({ strings }: ValueSet) {
  return atomsOf(strings.formula).flatMap(({ atom }) => (atom.kind === 'addresses' ? [atom] : []));
}

/** Texts of numbers on which sets are likely to differ once re-typed. */
function* tellingNumbers(sets: readonly NumberSet[]): Generator<string> {
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
  // -1294967296 and 1294967296 once re-typed.
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

/** The whole numbers at a place, and integers of which they are the low 32 bits. */
function* aroundEnd(end: number): Generator<string> {
  for (const whole of new Set([Math.floor(end), Math.ceil(end)])) {
    if (!(whole >= INT_MIN && whole <= INT_MAX)) continue;
    yield String(whole);
    yield String(whole - 2 ** 32);
  }
}
