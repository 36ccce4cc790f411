/** The numbers of a set that are near to the number of an event, as texts to send. */
import type { JsonNumber } from '../json/node.ts';
import { type Interval, indexAt } from '../value/intervals.ts';
import { isIn, type NumberSet } from '../value/number-set.ts';
import { sentFor, textsOf } from '../value/number-texts.ts';
import { readDecimal } from '../value/numbers.ts';

/** The maximum number of texts of one number to try: an interval may exclude some. */
const MANY_TEXTS = 5;
/** The maximum number of decimals. */
const MOST_DECIMALS = 9;

/** The caller checks that they are in the set. */
export function nearNumbers({ intervals, except }: NumberSet, node: JsonNumber, retyped: boolean): readonly string[] {
  const texts: string[] = [];
  for (const text of except) {
    const sent = isIn(intervals, Number(text)) ? undefined : sentFor(text, retyped);
    if (sent !== undefined) texts.push(sent);
  }
  const digits = Math.min(Math.max(0, readDecimal(node.text).scale), MOST_DECIMALS);
  for (const interval of around(intervals, node.value)) {
    for (const value of within(interval, node.value, digits)) {
      for (const text of textsNear(value)) texts.push(text);
    }
  }
  return texts;
}

/** The intervals on both sides of a number, and the one that contains it. */
function around(intervals: readonly Interval[], value: number): readonly Interval[] {
  const index = indexAt(intervals, value);
  return intervals.slice(Math.max(0, index - 1), index + 2);
}

/** Short numbers at the nearer end of the interval. */
function within({ low, high }: Interval, value: number, digits: number): readonly number[] {
  const nearest = Math.min(Math.max(value, low), high);
  const [unit, middle] = [10 ** digits, (low + high) / 2];
  const next = [1 / unit, -1 / unit].map((step) => Number((value + step).toFixed(digits)));
  const candidates = [
    ...(nearest === value ? [value, value + 1, value - 1, ...next] : []),
    ...(value < low ? [Math.ceil(low), Math.ceil(low * unit) / unit] : []),
    ...(value > high ? [Math.floor(high), Math.floor(high * unit) / unit] : []),
    ...[3, 6, 9, 12].flatMap((precision) => [nearest, middle].map((one) => Number(one.toPrecision(precision)))),
    nearest,
  ];
  return [...new Set(candidates)].filter((one) => Number.isFinite(one) && low <= one && one <= high);
}

function textsNear(value: number): readonly string[] {
  const texts: string[] = [];
  for (const text of textsOf(value + 0)) {
    texts.push(text);
    if (texts.length === MANY_TEXTS) break;
  }
  return texts;
}
