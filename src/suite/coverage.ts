/**
 * Coverage of a pattern by events: for which fields and conditions some events held and some did not. Each part is judged alone, so that
 * other parts that fail do not hide it.
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

/** The result of `coverageOf`. */
export interface PatternCoverage<Part extends PartCoverage = PartCoverage> {
  /** In the order of the pattern. */
  readonly fields: readonly FieldCoverage<Part>[];
  /** Number of events. */
  readonly events: number;
  /** Number of possible outcomes: two for each field and each condition. A pattern without fields has one, for any event. */
  readonly outcomes: number;
  /** Number of outcomes that some event had. */
  readonly decided: number;
  /** Number of outcomes that no event can have; not counted in `outcomes`. */
  readonly impossible: number;
}

/** The coverage of a field or a condition. */
export interface PartCoverage {
  /** JSON pointer (RFC 6901) into the pattern. */
  readonly pointer: string;
  /** The condition or the list of conditions in canonical form, on one line. */
  readonly text: string;
  /** Place in the text of the pattern; absent for a pattern that was given as an object. */
  readonly range?: Range;
  /** Number of events for which it held. */
  readonly held: number;
  /** Number of events for which it did not. */
  readonly failed: number;
  /** The outcome that no event can have. */
  readonly cannot?: 'hold' | 'fail';
}

/** The coverage of a field and its conditions. */
export type FieldCoverage<Part extends PartCoverage = PartCoverage> = Part & {
  /** Without duplicates. */
  readonly conditions: readonly Part[];
};

/** The budget of the analysis to prove that an outcome is impossible. Outcomes without a proof count as possible. */
const BUDGET = 10_000;

/**
 * How far some events cover a pattern.
 * @param events JSON texts
 * @throws EventSyntaxError for text that is no event
 */
export function coverageOf(pattern: Pattern, events: Iterable<string>): PatternCoverage {
  takes(isPattern(pattern), 'coverageOf', PATTERN, pattern);
  takes(isIterable(events), 'coverageOf', 'the texts of events', events);
  return finish(coverageSteps(pattern, events));
}

/** As `coverageOf`, in steps of one event or one part of the pattern. */
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
  /** A pattern with only this part, as text. */
  readonly alone: string;
  readonly text: string;
}

/** The field, then its conditions. */
function partsOf(pattern: Pattern, field: Field): readonly Part[] {
  // Without the way through `$or`, which is a list of at least two branches.
  const { steps: _, ...plain } = field;
  const alone = (conditions: readonly Condition[]): string =>
    printPattern({ ...pattern, fields: [{ ...plain, conditions }] });
  const conditions = new Map<string, Part>();
  for (const condition of field.conditions) {
    const text = printCondition(condition);
    if (!conditions.has(text)) conditions.set(text, { written: condition, alone: alone([condition]), text });
  }
  const whole = { written: field, alone: alone(field.conditions), text: printConditions(field.conditions) };
  return [whole, ...conditions.values()];
}

interface Counted {
  /** From the text of a pattern to the number of events that it matches. */
  readonly counts: ReadonlyMap<string, number>;
  readonly shown: number;
}

/** Explains each event once, since an explanation judges each part alone. A pattern set would do it too, with more code in the page. */
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

/** A pattern of every event where one without fields is refused. */
const ANY_EVENT = '{"source":[{"exists":true},{"exists":false}]}';

/** Which of the outcomes that no event had is proved impossible. */
function cannot(
  alone: string,
  { dialect, extensions }: Pattern,
  { held, failed }: { readonly held: number; readonly failed: number },
): Pick<PartCoverage, 'cannot'> {
  const options = { dialect, extensions, budget: BUDGET };
  if (held === 0 && neverMatches(alone, options).answer === 'yes') return { cannot: 'hold' };
  const all = dialect.rules.fields === 'anywhere' ? ANY_EVENT : '{}';
  if (failed === 0 && implies(all, alone, options).answer === 'yes') return { cannot: 'fail' };
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

/** The outcomes of some parts. */
export function outcomesOf(parts: readonly PartCoverage[]): { readonly decided: number; readonly outcomes: number } {
  const impossible = parts.filter(({ cannot: what }) => what !== undefined).length;
  const decided = parts.reduce((sum, { held, failed }) => sum + Number(held > 0) + Number(failed > 0), 0);
  return { decided, outcomes: parts.length * 2 - impossible };
}
