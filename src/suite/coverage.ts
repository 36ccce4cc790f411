/**
 * Which fields and conditions of a pattern some events decided both ways. Each is looked at by itself, as a pattern that has
 * nothing else: what the rest of the pattern says of an event hides nothing.
 */
import {
  type Condition,
  compilePattern,
  type Field,
  implies,
  neverMatches,
  type Pattern,
  printCondition,
  printConditions,
  printPattern,
  type Range,
} from '../index.ts';
import { isIterable, isPattern, PATTERN, takes } from '../pattern/arguments.ts';
import { finish, type Steps } from '../pattern/steps.ts';

export interface PatternCoverage<Part extends PartCoverage = PartCoverage> {
  /** In the order of the pattern. */
  readonly fields: readonly FieldCoverage<Part>[];
  /** How many events were shown to it. */
  readonly events: number;
  /** Of the outcomes that can be: two of each field and of each condition. A pattern without fields has one, to be tested at all. */
  readonly outcomes: number;
  readonly decided: number;
  /** Outcomes that no event can have, which are not counted. */
  readonly impossible: number;
}

export interface PartCoverage {
  /** RFC 6901, into the pattern. */
  readonly pointer: string;
  /** As printed, in one line. */
  readonly text: string;
  /** In the pattern's text; absent when the pattern was given as an object. */
  readonly range?: Range;
  /** How many events it held for, and how many not. */
  readonly held: number;
  readonly failed: number;
  /** What it cannot do, whatever the event. */
  readonly cannot?: 'hold' | 'fail';
}

export type FieldCoverage<Part extends PartCoverage = PartCoverage> = Part & {
  /** Without repetitions. */
  readonly conditions: readonly Part[];
};

/** States and strings that may be visited to prove that an outcome cannot be. What is not proved counts. */
const BUDGET = 10_000;

/**
 * @param events JSON texts
 * @throws EventSyntaxError for text that is no event
 */
export function coverageOf(pattern: Pattern, events: Iterable<string>): PatternCoverage {
  takes(isPattern(pattern), 'coverageOf', PATTERN, pattern);
  takes(isIterable(events), 'coverageOf', 'the texts of events', events);
  return finish(coverageSteps(pattern, events));
}

/** As `coverageOf`: a step is one event, or one part of the pattern. */
export function* coverageSteps(pattern: Pattern, events: Iterable<string>): Steps<PatternCoverage> {
  const parts = pattern.fields.map((field) => partsOf(pattern, field));
  yield;
  const { counts, shown } = yield* countHeld(parts, pattern, events);
  const fields: FieldCoverage[] = [];
  for (const some of parts) {
    const covered: PartCoverage[] = [];
    for (const { written, alone, text } of some) {
      const held = counts.get(alone) ?? 0;
      const decided = { held, failed: shown - held };
      const { pointer, range } = written;
      const place = range === undefined ? { pointer } : { pointer, range };
      covered.push({ ...place, text, ...decided, ...cannot(alone, pattern, decided) });
      yield;
    }
    const [field, ...conditions] = covered;
    fields.push({ ...(field as PartCoverage), conditions });
  }
  return { fields, events: shown, ...sumOf(fields, shown) };
}

interface Part {
  readonly written: Field | Condition;
  /** The part as a pattern of its own. */
  readonly alone: string;
  readonly text: string;
}

/** The field, then its conditions. */
function partsOf(pattern: Pattern, field: Field): readonly Part[] {
  const alone = (conditions: readonly Condition[]): string =>
    printPattern({ ...pattern, fields: [{ ...field, conditions }] });
  const conditions = new Map<string, Part>();
  for (const condition of field.conditions) {
    const text = printCondition(condition);
    if (!conditions.has(text)) conditions.set(text, { written: condition, alone: alone([condition]), text });
  }
  const whole = { written: field, alone: alone(field.conditions), text: printConditions(field.conditions) };
  return [whole, ...conditions.values()];
}

interface Counted {
  /** By the text of a pattern: for how many events it holds. */
  readonly counts: ReadonlyMap<string, number>;
  readonly shown: number;
}

/** An explanation judges each part by itself, so one pass over each event is enough. A set of patterns would be as good, and weighs more in a page. */
function* countHeld(parts: readonly (readonly Part[])[], pattern: Pattern, events: Iterable<string>): Steps<Counted> {
  const matcher = compilePattern(pattern);
  const counts = new Map<string, number>();
  const held = new Set<string>();
  let shown = 0;
  for (const event of events) {
    shown++;
    held.clear();
    const { fields } = matcher.explain(event);
    for (const [i, [whole, ...conditions]] of parts.entries()) {
      const field = fields[i];
      if (field?.holds && whole !== undefined) held.add(whole.alone);
      for (const [j, { alone }] of conditions.entries()) if (field?.conditions[j]?.holds) held.add(alone);
    }
    for (const alone of held) counts.set(alone, (counts.get(alone) ?? 0) + 1);
    yield;
  }
  return { counts, shown };
}

/** Whether an outcome that no event showed is impossible. */
function cannot(
  alone: string,
  { dialect, extensions }: Pattern,
  { held, failed }: { readonly held: number; readonly failed: number },
): Pick<PartCoverage, 'cannot'> {
  const options = { dialect, extensions, budget: BUDGET };
  if (held === 0 && neverMatches(alone, options).answer === 'yes') return { cannot: 'hold' };
  if (failed === 0 && implies('{}', alone, options).answer === 'yes') return { cannot: 'fail' };
  return {};
}

function sumOf(
  fields: readonly FieldCoverage[],
  events: number,
): Pick<PatternCoverage, 'outcomes' | 'decided' | 'impossible'> {
  if (fields.length === 0) return { outcomes: 1, decided: Math.min(events, 1), impossible: 0 };
  const parts = fields.flatMap((field) => [field, ...field.conditions]);
  const { decided, outcomes } = outcomesOf(parts);
  return { outcomes, decided, impossible: parts.length * 2 - outcomes };
}

/** Of some parts alone. */
export function outcomesOf(parts: readonly PartCoverage[]): { readonly decided: number; readonly outcomes: number } {
  const impossible = parts.filter(({ cannot: what }) => what !== undefined).length;
  const decided = parts.reduce((sum, { held, failed }) => sum + Number(held > 0) + Number(failed > 0), 0);
  return { decided, outcomes: parts.length * 2 - impossible };
}
