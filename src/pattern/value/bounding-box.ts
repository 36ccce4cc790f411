/** Bounding boxes of value sets: cheap to compare, and sets with disjoint boxes are disjoint. */
import { hasNumber, type NumberSet } from './number-set.ts';
import type { Formula } from './strings/formula.ts';
import { kindOf } from './strings/kinds/index.ts';
import { hasString, type StringSet } from './strings.ts';
import { common, hull, type TextRange, WHOLE } from './text-range.ts';
import type { ValueSet } from './value-set.ts';

export interface BoundingBox {
  /** Absent when the set has no string. */
  readonly strings: TextRange | undefined;
  /** Both included; `low` > `high` when the set has no number. */
  readonly low: number;
  readonly high: number;
  /** One bit for each of true, false, null and missing. */
  readonly others: number;
}

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
    if (hasString(set, text)) range = hull(range, { low: text, high: `${text}\0` });
  }
  return range;
}

function around(formula: Formula): TextRange | undefined {
  if (typeof formula === 'boolean') return formula ? WHOLE : undefined;
  if (formula.kind === 'literal') return formula.negated ? WHOLE : kindOf(formula.atom).around(formula.atom);
  const ranges = formula.parts.map(around);
  return formula.kind === 'or' ? ranges.reduce(hull) : ranges.reduce(common);
}
