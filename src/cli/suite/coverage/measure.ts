/**
 * Which fields and conditions of a pattern the tests decided both ways. Each is looked at by itself, as a pattern that has
 * nothing else: what the rest of the pattern says of an event hides nothing.
 */
import {
  type Condition,
  type Field,
  implies,
  type LineColumn,
  neverMatches,
  type Pattern,
  PatternSet,
  printCondition,
  printConditions,
  printPattern,
} from '../../../index.ts';
import { placeFinder } from '../../read/lines.ts';
import type { PassedOver, Skipped } from '../../sources/patterns.ts';
import type { Ratio } from '../ratio.ts';
import type { TestedPattern } from './tested.ts';

export interface Coverage {
  readonly patterns: readonly PatternCoverage[];
  /** Patterns that must be tested and are not known yet. They are not counted. */
  readonly skipped: readonly Skipped[];
  /** Files that are not taken for patterns, among those that must be tested. */
  readonly passed: readonly PassedOver[];
}

export interface PatternCoverage {
  readonly of: TestedPattern;
  /** In the order of the pattern. */
  readonly fields: readonly FieldCoverage[];
  /** How many events were shown to it. */
  readonly events: number;
  /** Of the outcomes that can be: two of each field and of each condition. A pattern without fields has one, to be tested at all. */
  readonly outcomes: number;
  readonly decided: number;
  /** Outcomes that no event can have, which are not counted. */
  readonly impossible: number;
}

export interface PartCoverage {
  /** Into the pattern. */
  readonly pointer: string;
  /** As printed, in one line. */
  readonly text: string;
  /** In the file of the pattern. */
  readonly place: LineColumn;
  /** In the pattern's own text. */
  readonly range: NonNullable<Condition['range']>;
  /** How many events it held for, and how many not. */
  readonly held: number;
  readonly failed: number;
  /** What it cannot do, whatever the event. */
  readonly cannot?: 'hold' | 'fail';
}

export interface FieldCoverage extends PartCoverage {
  /** Without repetitions. */
  readonly conditions: readonly PartCoverage[];
}

/** States and strings that may be visited to prove that an outcome cannot be. What is not proved counts. */
const BUDGET = 10_000;

export function measure(of: TestedPattern): PatternCoverage {
  const { pattern, exercises } = of;
  const parts = pattern.fields.map((field) => partsOf(pattern, field));
  const held = countHeld(
    parts.flat().map(({ text }) => text),
    of,
  );
  const events = exercises.reduce((sum, { shown }) => sum + shown.length, 0);
  const place = placeFinder(of.source);
  const fields = parts.map((some): FieldCoverage => {
    const [field, ...conditions] = some.map((part): PartCoverage => {
      const { pointer, range = { start: 0, end: 0 } } = part.written;
      const count = held.get(part.text) ?? 0;
      const decided = { held: count, failed: events - count };
      const shown = { pointer, text: part.shown, place: place(range.start), range };
      return { ...shown, ...decided, ...cannot(part.text, pattern, decided) };
    });
    return { ...(field as PartCoverage), conditions };
  });
  return { of, fields, events, ...sumOf(fields, events) };
}

interface Part {
  readonly written: Field | Condition;
  /** The part as a pattern of its own. */
  readonly text: string;
  readonly shown: string;
}

/** The field, then its conditions. */
function partsOf(pattern: Pattern, field: Field): readonly Part[] {
  const alone = (conditions: readonly Condition[]): string =>
    printPattern({ ...pattern, fields: [{ ...field, conditions }] });
  const conditions = new Map<string, Part>();
  for (const condition of field.conditions) {
    const shown = printCondition(condition);
    if (!conditions.has(shown)) conditions.set(shown, { written: condition, text: alone([condition]), shown });
  }
  const whole = { written: field, text: alone(field.conditions), shown: printConditions(field.conditions) };
  return [whole, ...conditions.values()];
}

/** For how many of the events each text, as a pattern, holds. One pass over each event, however many parts there are. */
function countHeld(texts: readonly string[], { pattern, exercises }: TestedPattern): ReadonlyMap<string, number> {
  const { dialect, extensions } = pattern;
  const distinct = [...new Set(texts)];
  const counts = distinct.map(() => 0);
  const set = PatternSet.from(
    distinct.map((text, i): [number, string] => [i, text]),
    { dialect, extensions },
  );
  for (const { shown } of exercises) {
    for (const { event } of shown) for (const i of set.matchesJson(event)) counts[i] = (counts[i] as number) + 1;
  }
  return new Map(distinct.map((text, i) => [text, counts[i] as number]));
}

/** Only what did not happen is asked about: the rest is possible. */
function cannot(
  text: string,
  { dialect, extensions }: Pattern,
  { held, failed }: { readonly held: number; readonly failed: number },
): Pick<PartCoverage, 'cannot'> {
  const options = { dialect, extensions, budget: BUDGET };
  if (held === 0 && neverMatches(text, options).answer === 'yes') return { cannot: 'hold' };
  if (failed === 0 && implies('{}', text, options).answer === 'yes') return { cannot: 'fail' };
  return {};
}

function sumOf(
  fields: readonly FieldCoverage[],
  events: number,
): Pick<PatternCoverage, 'outcomes' | 'decided' | 'impossible'> {
  if (fields.length === 0) return { outcomes: 1, decided: Math.min(events, 1), impossible: 0 };
  const parts = fields.flatMap((field) => [field, ...field.conditions]);
  const { part: decided, whole: outcomes } = ratioOfParts(parts);
  return { outcomes, decided, impossible: parts.length * 2 - outcomes };
}

export function ratioOf({ decided, outcomes }: PatternCoverage): Ratio {
  return { part: decided, whole: outcomes };
}

/** The outcomes of some parts: what `ratioOf` counts, of these alone. */
export function ratioOfParts(parts: readonly PartCoverage[]): Ratio {
  const impossible = parts.filter(({ cannot: what }) => what !== undefined).length;
  const decided = parts.reduce((sum, { held, failed }) => sum + Number(held > 0) + Number(failed > 0), 0);
  return { part: decided, whole: parts.length * 2 - impossible };
}

/** The outcomes of the fields, and those of their conditions; together they are `ratioOf`. A pattern without fields is one field. */
export function sharesOf(pattern: PatternCoverage): { readonly fields: Ratio; readonly conditions: Ratio } {
  const { fields } = pattern;
  return {
    fields: fields.length === 0 ? ratioOf(pattern) : ratioOfParts(fields),
    conditions: ratioOfParts(fields.flatMap(({ conditions }) => conditions)),
  };
}

/** Whether it was decided both ways, as far as it can be. */
export function isWhole({ held, failed, cannot: what }: PartCoverage): boolean {
  return (held > 0 || what === 'hold') && (failed > 0 || what === 'fail');
}

/** The outcomes that are missing, in the order of the pattern. A field with one condition is named by the condition. */
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
  /** Absent when it is the field, with all its conditions. */
  readonly condition?: string;
  readonly place: LineColumn;
  readonly missing: 'held' | 'failed';
}
