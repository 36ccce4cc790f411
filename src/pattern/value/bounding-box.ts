/** Bounding boxes of value sets: cheap to compare, and sets with disjoint boxes are disjoint. */
import { sharedText } from './addresses.ts';
import { hasNumber, type NumberSet } from './number-set.ts';
import type { Formula, Literal } from './strings/formula.ts';
import { hasString, type StringSet } from './strings.ts';
import type { ValueSet } from './value-set.ts';

/** Strings from `low` on and before `high`, by code units; `high` undefined means no upper bound. */
export interface TextRange {
  readonly low: string;
  readonly high: string | undefined;
}

export interface BoundingBox {
  /** Absent when the set has no string. */
  readonly strings: TextRange | undefined;
  /** Both included; `low` > `high` when the set has no number. */
  readonly low: number;
  readonly high: number;
  /** One bit for each of true, false, null and missing. */
  readonly others: number;
}

const WHOLE: TextRange = { low: '', high: undefined };

export function boundingBoxOf(set: ValueSet): BoundingBox {
  const { low, high } = numbersAround(set.numbers);
  const flags = [set.true, set.false, set.null, set.missing];
  const others = flags.reduce((bits, is, i) => bits | (is ? 1 << i : 0), 0);
  return { strings: stringsAround(set.strings), low, high, others };
}

function numbersAround(set: NumberSet): { low: number; high: number } {
  let low = set.intervals[0]?.low ?? Number.POSITIVE_INFINITY;
  let high = set.intervals.at(-1)?.high ?? Number.NEGATIVE_INFINITY;
  for (const text of set.except) {
    if (!hasNumber(set, text)) continue;
    low = Math.min(low, Number(text));
    high = Math.max(high, Number(text));
  }
  return { low, high };
}

function stringsAround(set: StringSet): TextRange | undefined {
  let range = around(set.formula);
  for (const text of set.except) {
    if (hasString(set, text)) range = both(range, { low: text, high: `${text}\0` });
  }
  return range;
}

function around(formula: Formula): TextRange | undefined {
  if (typeof formula === 'boolean') return formula ? WHOLE : undefined;
  if (formula.kind === 'literal') return aroundLiteral(formula);
  const ranges = formula.parts.map(around);
  return formula.kind === 'or' ? ranges.reduce(both) : ranges.reduce(common);
}

function aroundLiteral({ atom, negated }: Literal): TextRange {
  if (negated) return WHOLE;
  if (atom.kind === 'beginning') return { low: atom.text, high: after(atom.text) };
  if (atom.kind !== 'addresses' || atom.zeros) return WHOLE;
  const text = sharedText(atom.first, atom.last);
  return { low: text, high: after(text) };
}

/** The first string after all strings that begin with a text; undefined if there is none. */
function after(text: string): string | undefined {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 0xffff) end--;
  return end === 0 ? undefined : text.slice(0, end - 1) + String.fromCharCode(text.charCodeAt(end - 1) + 1);
}

function both(a: TextRange | undefined, b: TextRange | undefined): TextRange | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const [low] = inOrder(a.low, b.low);
  const high = a.high === undefined || b.high === undefined ? undefined : inOrder(a.high, b.high)[1];
  return { low, high };
}

function common(a: TextRange | undefined, b: TextRange | undefined): TextRange | undefined {
  if (a === undefined || b === undefined) return undefined;
  const [, low] = inOrder(a.low, b.low);
  const high = a.high === undefined || b.high === undefined ? (a.high ?? b.high) : inOrder(a.high, b.high)[0];
  return high !== undefined && high <= low ? undefined : { low, high };
}

/** By code units. */
function inOrder(a: string, b: string): readonly [string, string] {
  return b < a ? [b, a] : [a, b];
}
