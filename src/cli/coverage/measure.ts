/** Measures which fields and conditions the tests decided both ways, with their places in files. */
import type { Range } from '../../index.ts';
import type { LineColumn } from '../../json.ts';
import {
  coverageOf,
  type FieldCoverage as Field,
  type PatternCoverage as OfPattern,
  outcomesOf,
  type PartCoverage as Part,
} from '../../suite/coverage.ts';
import { placeFinder } from '../findings/line-finder.ts';
import type { PassedOver, Skipped } from '../sources/patterns.ts';
import type { Ratio } from './ratio.ts';
import type { TestedPattern } from './tested.ts';

export interface Coverage {
  readonly patterns: readonly PatternCoverage[];
  /** Patterns that must be tested and are computed later. They are not counted. */
  readonly skipped: readonly Skipped[];
  /** Files that must be tested and are no patterns. */
  readonly passed: readonly PassedOver[];
}

export interface PatternCoverage extends OfPattern<PartCoverage> {
  readonly of: TestedPattern;
}

export interface PartCoverage extends Part {
  /** In the file of the pattern. */
  readonly place: LineColumn;
  /** In the pattern's own text. */
  readonly range: Range;
}

export type FieldCoverage = Field<PartCoverage>;

export function measure(of: TestedPattern): PatternCoverage {
  const events = of.bySuite.flatMap(({ shown }) => shown.map(({ event }) => event));
  const coverage = coverageOf(of.pattern, events);
  const find = placeFinder(of.source);
  const placed = <P extends Part>(part: P): P & PartCoverage => {
    const { range = { start: 0, end: 0 } } = part;
    return { ...part, range, place: find(range.start) };
  };
  const fields = coverage.fields.map((field) => ({ ...placed(field), conditions: field.conditions.map(placed) }));
  return { of, ...coverage, fields };
}

export function ratioOf({ decided, outcomes }: PatternCoverage): Ratio {
  return { part: decided, whole: outcomes };
}

/** The outcomes of some parts, counted as by `ratioOf`. */
export function ratioOfParts(parts: readonly PartCoverage[]): Ratio {
  const { decided, outcomes } = outcomesOf(parts);
  return { part: decided, whole: outcomes };
}

/**
 * The outcomes of the fields, and those of their conditions; together they are those of `ratioOf`. A pattern without fields counts as one
 * field.
 */
export function sharesOf(pattern: PatternCoverage): { readonly fields: Ratio; readonly conditions: Ratio } {
  const { fields } = pattern;
  return {
    fields: fields.length === 0 ? ratioOf(pattern) : ratioOfParts(fields),
    conditions: ratioOfParts(fields.flatMap(({ conditions }) => conditions)),
  };
}

/** Whether it was decided both ways, if both are possible. */
export function isWhole({ held, failed, cannot: what }: PartCoverage): boolean {
  return (held > 0 || what === 'hold') && (failed > 0 || what === 'fail');
}

/** The missing outcomes, in the order of the pattern. A field with one condition is represented by the condition. */
export function gapsOf({ fields }: PatternCoverage): readonly Gap[] {
  return fields.flatMap((field) =>
    [...(field.conditions.length === 1 ? [] : [field]), ...field.conditions].flatMap((part) => {
      const gaps: Gap[] = [];
      const whole = part === field;
      const at = { field: field.pointer, place: part.place, ...(whole ? {} : { condition: part.text }) };
      if (part.held === 0 && part.cannot !== 'hold') gaps.push({ ...at, missing: 'held' });
      if (part.failed === 0 && part.cannot !== 'fail') gaps.push({ ...at, missing: 'failed' });
      return gaps;
    }),
  );
}

export interface Gap {
  readonly field: string;
  /** Absent for the field as a whole. */
  readonly condition?: string;
  readonly place: LineColumn;
  readonly missing: 'held' | 'failed';
}
