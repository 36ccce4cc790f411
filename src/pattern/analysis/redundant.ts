/** What can be taken out of a pattern without changing what it matches. */

import { conditionSet } from '../field-set.ts';
import type { Budget } from '../value/budget.ts';
import { has, intersection, isEmpty, otherScalars, type Scalar, union, type ValueSet } from '../value/value-set.ts';
import { OVER_BUDGET } from './answer.ts';
import {
  type AnalysisOptions,
  budgetFor,
  type Source,
  type Subject,
  type SubjectField,
  subjectsOf,
} from './subject.ts';
import { solveTogether } from './together.ts';

export interface Redundant {
  /** JSON pointers of conditions that other conditions of the same field make superfluous. All of them may go at once. */
  readonly conditions: readonly string[];
  /** JSON pointers of fields that hold whenever the other fields hold. All of them may go at once. */
  readonly fields: readonly string[];
  /** Why some parts could not be judged, when the budget ended. */
  readonly unknown?: string;
}

/**
 * A pattern that never matches has nothing redundant: ask `neverMatches` first.
 * @throws PatternError, TypeError as `compilePattern` does
 */
export function redundant(pattern: Source, options?: AnalysisOptions): Redundant {
  const [subject] = subjectsOf([pattern], options) as [Subject];
  const budget = budgetFor(options);
  const some = solveTogether([subject], { budget, arrays: true });
  if (some === 'none') return { conditions: [], fields: [] };
  const conditions = subject.fields.map((field) => redundantConditions(subject, field, budget));
  const { kept, unknown } = neededFields(subject, budget);
  const isUnknown = unknown || some === 'unknown' || conditions.some((field) => field.unknown);
  return {
    conditions: conditions.flatMap(({ pointers }) => pointers),
    fields: subject.fields.filter((field) => !kept.includes(field)).map(({ plan }) => plan.source.pointer),
    ...(isUnknown ? { unknown: OVER_BUDGET } : {}),
  };
}

/** From the last field on, so that of two fields that imply each other the first one stays. */
function neededFields(subject: Subject, budget: Budget): { kept: readonly SubjectField[]; unknown: boolean } {
  let kept = subject.fields;
  let unknown = false;
  for (const field of [...subject.fields].reverse()) {
    // An empty object at its path fails a field and touches no other, but those that share the way.
    if (!kept.some((other) => other !== field && onOneWay(other.path, field.path))) continue;
    const others = kept.filter((one) => one !== field);
    const found = solveTogether([{ ...subject, fields: others }], { budget, arrays: true }, { field, holds: false });
    if (found === 'none') kept = others;
    if (found === 'unknown') unknown = true;
  }
  return { kept, unknown };
}

function onOneWay(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.every((name, i) => name === long[i]);
}

interface Judged {
  readonly set: ValueSet;
  readonly pointer: string;
  /** All that it accepts, when that is a few values. */
  readonly values: readonly Scalar[] | undefined;
}

/**
 * Conditions with a few values are counted value by value, so that ten thousand literals cost no more than reading them; each of
 * the others is compared with the rest. From the last one on, so that of two that mean the same the first one stays.
 */
function redundantConditions(
  subject: Subject,
  field: SubjectField,
  budget: Budget,
): { pointers: string[]; unknown: boolean } {
  const { rules } = subject.pattern.dialect;
  const pointers = pointersOf(field);
  const judged = field.plan.conditions.map((condition): Judged => {
    const set = conditionSet(condition, rules);
    return { set, pointer: pointers.get(condition.key) as string, values: valuesOf(set) };
  });
  let large = judged.filter(({ values }) => values === undefined);
  const counts = new Map<string, number>();
  for (const { values } of judged) {
    for (const value of values ?? []) counts.set(JSON.stringify(value), (counts.get(JSON.stringify(value)) ?? 0) + 1);
  }
  const few = union(judged.filter(({ values }) => values !== undefined).map(({ set }) => set));
  const found = new Set<string>();
  let unknown = false;
  for (const one of [...large].reverse()) {
    const rest = large.filter((other) => other !== one);
    const left = intersection([one.set, otherScalars(union([few, ...rest.map(({ set }) => set)]))]);
    // Elements of an array are compared as they were sent, so re-typing hides nothing.
    const empty = isEmpty({ ...left, missing: false, unanswerable: false }, budget);
    if (empty === undefined) unknown = true;
    if (empty !== true) continue;
    large = rest;
    found.add(one.pointer);
  }
  const count = (value: Scalar, change: number): number => {
    const key = JSON.stringify(value);
    const changed = (counts.get(key) ?? 0) + change;
    counts.set(key, changed);
    return changed;
  };
  for (const { set, values, pointer } of [...judged].reverse()) {
    if (values === undefined || set.missing) continue;
    const elsewhere = (value: Scalar): boolean => count(value, 0) > 1 || large.some((other) => has(other.set, value));
    if (!values.every(elsewhere)) continue;
    for (const value of values) count(value, -1);
    found.add(pointer);
  }
  return { pointers: judged.filter(({ pointer }) => found.has(pointer)).map(({ pointer }) => pointer), unknown };
}

/** Where each condition of a field was written first; a duplicate has a finding of its own. */
function pointersOf({ plan }: SubjectField): Map<string, string> {
  const keys = new Map(plan.conditions.map(({ tests, key }) => [tests, key]));
  // The plan leaves duplicates out.
  return new Map(
    plan.source.conditions.flatMap(({ tests, pointer }) => {
      const key = keys.get(tests);
      return key === undefined ? [] : [[key, pointer]];
    }),
  );
}

function valuesOf({ strings, numbers, ...rest }: ValueSet): readonly Scalar[] | undefined {
  if (strings.formula !== false || numbers.intervals.length > 0) return undefined;
  const literals: Scalar[] = [
    ...(rest.true ? [true] : []),
    ...(rest.false ? [false] : []),
    ...(rest.null ? [null] : []),
  ];
  return [...strings.except, ...[...numbers.except].map((number) => ({ number })), ...literals];
}
