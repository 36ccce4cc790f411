/** Decides whether the dialects differ about a pattern on any event. */
import { assertOptions, isIterable, takes } from '../arguments.ts';
import {
  type Dialect,
  hasSameValues,
  type Rules,
  type RulesRead,
  recordingRules,
  relatedDialects,
} from '../dialect.ts';
import { fieldSet } from '../field-set.ts';
import type { JsonObjectNode } from '../json/node.ts';
import { readJson } from '../json/read.ts';
import { type JsonObject, readPattern } from '../parse.ts';
import type { PlanField } from '../plan.ts';
import { afford, type Budget } from '../value/budget.ts';
import { anyNumber } from '../value/number-set.ts';
import { anyString } from '../value/strings.ts';
import type { Scalar } from '../value/value-set.ts';
import { OVER_BUDGET, type Witness } from './answer.ts';
import { claimTree } from './claims.ts';
import { distinguishingScalars, mixAddresses, numbersAgree } from './dialect-values.ts';
import { hasSent } from './field-holds.ts';
import { endQuestion, solveFailing, solveTogether } from './joint-events.ts';
import { type Solution, solvePlaces } from './solve.ts';
import { budgetFor, type Subject, type SubjectField, subjectsOf } from './subject.ts';
import { eventText, scalarText } from './tree.ts';
import { verified } from './verify.ts';

/** Options of `dialectDifference`. */
export interface DialectDifferenceOptions {
  /** As in `PatternOptions`. */
  readonly extensions?: readonly string[] | undefined;
  /** Default: all. The first is compared with each of the others. */
  readonly dialects?: readonly Dialect[] | undefined;
  /** As in `AnalysisOptions`. */
  readonly budget?: number | undefined;
}

/** Whether the dialects give one pattern different verdicts on some event. */
export type DialectDifference =
  | {
      /** They differ. */
      readonly answer: 'yes';
      /** An event on which they differ; `crossCheck` finds the rules that decide. */
      readonly event: Witness;
    }
  | {
      /** Proved: they agree on every event. */
      readonly answer: 'no';
    }
  | {
      /** A dialect refuses the pattern, so it has no verdicts there. */
      readonly answer: 'refused';
      /** The names of the dialects that refuse it. */
      readonly by: readonly string[];
    }
  | {
      /** Not decided within the budget. */
      readonly answer: 'unknown';
      /** Why, in one sentence. */
      readonly reason: string;
    };

/**
 * Never throws for an invalid pattern: every dialect refuses it.
 * @throws TypeError for options of a wrong type
 */
export function dialectDifference(
  source: string | JsonObject,
  options: DialectDifferenceOptions = {},
): DialectDifference {
  assertOptions(options);
  const { extensions, dialects: all = relatedDialects, budget: states } = options;
  takes(isIterable(all), 'dialectDifference', 'a list of `dialects`', all);
  const read = all.map((dialect) => readPattern(source, { dialect, extensions }).pattern);
  const by = all.filter((_, i) => read[i] === undefined).map(({ name }) => name);
  if (by.length > 0) return { answer: 'refused', by };
  const [first, ...others] = read
    .filter((pattern) => pattern !== undefined)
    .flatMap((pattern) => subjectsOf([pattern]));
  const budget = budgetFor({ budget: states });
  if (all.some(({ rules }) => rules.arrays === 'transparent')) return { answer: 'unknown', reason: OTHER_ARRAYS };
  let unknown: string | undefined;
  for (const other of others) {
    for (const [from, to] of [
      [first as Subject, other],
      [other, first as Subject],
    ] as const) {
      const found = matchedByOne(from, to, budget);
      if (typeof found === 'object') {
        const verdicts = [
          [from, true],
          [to, false],
        ] as const;
        return { answer: 'yes', event: verified(found.value, verdicts) };
      }
      if (found === 'unknown') unknown ??= budget.steps > 0 ? NOT_PROVED : OVER_BUDGET;
    }
  }
  return unknown === undefined ? { answer: 'no' } : { answer: 'unknown', reason: unknown };
}

const OTHER_ARRAYS = 'a dialect looks into objects in arrays, and its events are not compared with those of others';

const NOT_PROVED =
  'the dialects read numbers below `data` differently, and no number was found on which they differ here';

/** An event that one reading of a pattern matches and the other does not. */
function matchedByOne(from: Subject, to: Subject, budget: Budget): Solution<Witness> {
  if (solveTogether([from], { budget, arrays: true }) === 'none') return 'none';
  const byPath = new Map<string, SubjectField[]>();
  for (const field of from.fields) {
    const key = JSON.stringify(field.path);
    const same = byPath.get(key);
    if (same === undefined) byPath.set(key, [field]);
    else same.push(field);
  }
  let unknown = false;
  try {
    for (const field of to.fields) {
      const beside = byPath.get(JSON.stringify(field.path)) ?? [];
      const found = heldByOne(from, to, field, beside, budget);
      if (typeof found === 'object') return found;
      if (found === 'unknown') unknown = true;
    }
  } finally {
    endQuestion(from);
  }
  return unknown ? 'unknown' : 'none';
}

/** `beside`: the fields of the one reading with the path of a field of the other. */
function heldByOne(
  from: Subject,
  to: Subject,
  field: SubjectField,
  beside: readonly SubjectField[],
  budget: Budget,
): Solution<Witness> {
  const [only] = beside;
  const [a, b] = [from.pattern.dialect.rules, to.pattern.dialect.rules];
  const retypes = field.retyped !== (only?.retyped ?? isRetypedBy(a, field));
  const same = beside.length === 1 && only?.plan.key === field.plan.key && meansTheSame(field.plan, a, b);
  const mixes = !same && mixAddresses([field, ...beside].map(({ set }) => set));
  let unknown = false;
  if (!same) {
    // Sets that cannot be intersected are handled below: numbers before and after retyping, and addresses read in two
    // ways.
    const set = {
      ...field.set,
      ...(retypes ? { numbers: anyNumber } : {}),
      ...(mixes ? { strings: anyString } : {}),
    };
    const { path, retyped, plan } = field;
    const found = solveFailing(from, retypes || mixes ? { path, retyped, plan, set } : field, budget);
    if (typeof found === 'object') return found;
    unknown = found === 'unknown';
  }
  const numbersMayDiffer =
    retypes && !(beside.length === 1 && only && numbersAgree(only.set.numbers, field.set.numbers));
  if (numbersMayDiffer || mixes) return scalarEvent(from, to, field, beside, budget);
  return unknown ? 'unknown' : 'none';
}

function isRetypedBy(rules: Rules, { path }: SubjectField): boolean {
  return rules['number-text'] === 'retyped' && path[0] === 'data' && path.length > 1;
}

/** Whether a field accepts the same values in two dialects: its conditions read no rule in which they differ. */
function meansTheSame(field: PlanField, a: Rules, b: Rules): boolean {
  const rulesRead: RulesRead = new Map();
  fieldSet(field, recordingRules(a, rulesRead));
  return hasSameValues(b, rulesRead);
}

/** The maximum number of events to try for one field. */
const MOST_TRIED = 20;

/** An event with a value at the path that one reading accepts and the other does not: alone, or in an array. */
function scalarEvent(
  from: Subject,
  to: Subject,
  field: SubjectField,
  beside: readonly SubjectField[],
  budget: Budget,
): Solution<Witness> {
  const place = claimTree(from.fields.map((one) => ({ field: one, holds: true })));
  const spoken = new Set(from.fields.map(({ path }) => path[0] as string));
  const root = new Set([field.path[0] as string]);
  let tried = 0;
  for (const scalar of distinguishingScalars([field, ...beside].map(({ set }) => set))) {
    for (const value of distinguishingTexts(scalar, field, beside)) {
      if (tried++ === MOST_TRIED || !afford(budget, from.fields.length)) return 'unknown';
      const text = field.path.reduceRight((inner, name) => `{${JSON.stringify(name)}:${inner}}`, value);
      const base = readJson(text).node as JsonObjectNode;
      const found = solvePlaces(place, { budget, arrays: true, based: true }, base);
      if (typeof found === 'string') continue;
      const event = eventText(found.value, spoken, from.pattern.dialect, { base: root });
      if (from.matcher.matchesJson(event) && !to.matcher.matchesJson(event)) return { value: event };
    }
  }
  return 'unknown';
}

/** The scalar alone and in an array, if the fields beside the field accept it and the field does not. */
function distinguishingTexts(scalar: Scalar, field: SubjectField, beside: readonly SubjectField[]): readonly string[] {
  const text = scalarText(scalar);
  const tells = (asMember: boolean): boolean =>
    beside.every(({ set, retyped }) => hasSent(set, scalar, asMember && retyped)) &&
    !hasSent(field.set, scalar, asMember && field.retyped);
  return [...(tells(true) ? [text] : []), ...(tells(false) ? [`[${text}]`] : [])];
}
