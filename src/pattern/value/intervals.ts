/** Comparisons with their tolerance, as intervals of doubles. */
import { TOLERANCE } from './numbers.ts';

/** All doubles from low to high, both included; infinities are ordinary members. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The doubles for which a comparison holds: one interval, or two for `!=`, ascending. */
export function intervalsOf(symbol: string, bound: number): readonly Interval[] {
  const low = lowest(bound);
  const high = -lowest(-bound);
  const below = { low: Number.NEGATIVE_INFINITY, high: neighbour(low, -1) };
  const above = { low: neighbour(high, 1), high: Number.POSITIVE_INFINITY };
  switch (symbol) {
    case '=':
      return [{ low, high }];
    case '<':
      return [below];
    case '<=':
      return [{ low: Number.NEGATIVE_INFINITY, high }];
    case '>':
      return [above];
    case '>=':
      return [{ low, high: Number.POSITIVE_INFINITY }];
    default:
      return [below, above];
  }
}

/** The doubles for which a comparison without tolerance holds; `symbol` is not `!=`. */
export function exactInterval(symbol: string, bound: number): Interval {
  const low = symbol === '>' ? neighbour(bound, 1) : symbol.startsWith('<') ? Number.NEGATIVE_INFINITY : bound;
  const high = symbol === '<' ? neighbour(bound, -1) : symbol.startsWith('>') ? Number.POSITIVE_INFINITY : bound;
  return { low, high };
}

/** The intersection of two ascending lists, ascending. Linear. */
export function intersect(a: readonly Interval[], b: readonly Interval[]): readonly Interval[] {
  const result: Interval[] = [];
  for (let i = 0, k = 0; i < a.length && k < b.length; ) {
    const [x, y] = [a[i] as Interval, b[k] as Interval];
    const [low, high] = [Math.max(x.low, y.low), Math.min(x.high, y.high)];
    if (low <= high) result.push({ low, high });
    if (x.high < y.high) i++;
    else k++;
  }
  return result;
}

/** The index of the first interval of an ascending list that does not end below a value; the length of the list where all do. */
export function indexAt(intervals: readonly Interval[], value: number): number {
  let from = 0;
  let to = intervals.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((intervals[middle] as Interval).high < value) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The interval of an ascending list that contains a value. */
export function intervalAt(intervals: readonly Interval[], value: number): Interval | undefined {
  const found = intervals[indexAt(intervals, value)];
  return found !== undefined && found.low <= value ? found : undefined;
}

/**
 * The least double that counts as equal to a bound. Subtraction rounds, so the bound of the tolerance is found by
 * binary search over the doubles in order: below the bound the rounded difference is monotonic.
 */
function lowest(bound: number): number {
  let outside = orderOf(bound - 2 * TOLERANCE);
  let inside = orderOf(bound);
  const guess = orderOf(bound - TOLERANCE);
  // Usually the rounded bound or its neighbour is the result.
  if (guess < inside && guess > outside) {
    if (isEqual(guess, bound)) inside = guess;
    else outside = guess;
    const next = isEqual(guess, bound) ? guess - 1n : guess + 1n;
    if (next < inside && next > outside) {
      if (isEqual(next, bound)) inside = next;
      else outside = next;
    }
  }
  while (inside - outside > 1n) {
    const middle = (inside + outside) / 2n;
    if (isEqual(middle, bound)) inside = middle;
    else outside = middle;
  }
  return doubleAt(inside);
}

function isEqual(order: bigint, bound: number): boolean {
  return Math.abs(doubleAt(order) - bound) <= TOLERANCE;
}

/** The next double above (1) or below (-1). */
export function neighbour(value: number, step: 1 | -1): number {
  return doubleAt(orderOf(value) + BigInt(step));
}

const double = new Float64Array(1);
const bits = new BigInt64Array(double.buffer);

/**
 * The index of a double in the order of all doubles. Both zeros have one index, so that neighbours are different
 * numbers.
 */
function orderOf(value: number): bigint {
  double[0] = value;
  const pattern = bits[0] as bigint;
  return pattern >= 0n ? pattern : -(pattern & 0x7fffffffffffffffn);
}

function doubleAt(order: bigint): number {
  bits[0] = order >= 0n ? order : -0x8000000000000000n | -order;
  return double[0] as number;
}
