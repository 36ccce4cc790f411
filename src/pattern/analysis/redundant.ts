/** Finds the parts of a pattern that can be removed without changing what it matches. */

import { conditionSet } from '../field-set.ts';
import type { PatternInput } from '../parse.ts';
import { testsOf } from '../pattern.ts';
import type { PlanCondition } from '../plan.ts';
import type { Budget } from '../value/budget.ts';
import { superfluous } from '../value/superfluous.ts';
import { excludeAlternatives } from './alternatives.ts';
import { OVER_BUDGET } from './answer.ts';
import { type Claim, type ClaimNode, claimTree } from './claims.ts';
import { IncrementalSolver } from './incremental.ts';
import { solveTogether } from './joint-events.ts';
import { redundantFields } from './redundant-alternatives.ts';
import { type AnalysisOptions, budgetFor, type Subject, type SubjectField, subjectsOf } from './subject.ts';

/** The parts of a pattern that can be removed without a change of its meaning. */
export interface Redundant {
  /** JSON pointers of conditions that the other conditions of their field cover. They may be removed together. */
  readonly conditions: readonly string[];
  /**
   * JSON pointers of fields that hold whenever the other fields hold. They may be removed together, too. All fields of a branch of `$or` are
   * named where the other branches, two at least, cover it: the branch goes with them.
   */
  readonly fields: readonly string[];
  /** Why some parts are undecided, if the budget ended. */
  readonly unknown?: string;
}

/**
 * Finds redundant conditions and fields. The result is empty for a pattern that never matches (see `neverMatches`).
 * @throws PatternError, TypeError as `compilePattern` does
 */
export function redundant(pattern: PatternInput, options?: AnalysisOptions): Redundant {
  const [subject] = subjectsOf([pattern], options) as [Subject];
  const budget = budgetFor(options);
  if (subject.alternatives !== undefined) return redundantInAlternatives(subject, budget);
  const some = solveTogether([subject], { budget, arrays: true });
  if (some === 'none') return { conditions: [], fields: [] };
  const conditions = subject.fields.map((field) => redundantConditions(subject, field, budget));
  const { gone, unknown } = neededFields(subject, budget);
  const isUnknown = unknown || some === 'unknown' || conditions.some((field) => field.unknown);
  return {
    conditions: conditions.flatMap(({ pointers }) => pointers),
    fields: subject.fields.filter((field) => gone.has(field)).map(({ plan }) => plan.source.pointer),
    ...(isUnknown ? { unknown: OVER_BUDGET } : {}),
  };
}

/** A condition that the others of its field cover adds nothing, whatever else the pattern has. */
function redundantInAlternatives(subject: Subject, budget: Budget): Redundant {
  const never = excludeAlternatives([subject], budget, true);
  if (never.answer === 'yes') return { conditions: [], fields: [] };
  const conditions = subject.fields.map((field) => redundantConditions(subject, field, budget));
  const { fields, unknown } = redundantFields(subject, budget);
  const spent = never.answer === 'unknown' || conditions.some((found) => found.unknown) ? OVER_BUDGET : undefined;
  const why = spent ?? unknown;
  return {
    conditions: conditions.flatMap(({ pointers }) => pointers),
    fields: subject.pattern.fields.filter((field) => fields.has(field)).map(({ pointer }) => pointer),
    ...(why === undefined ? {} : { unknown: why }),
  };
}

/** From the last field on, so that of two fields that imply each other the first one stays. */
function neededFields(subject: Subject, budget: Budget): { gone: ReadonlySet<SubjectField>; unknown: boolean } {
  const root = claimTree(subject.fields.map((field) => ({ field, holds: true })));
  const changed = new IncrementalSolver(root, { arrays: true });
  const gone = new Set<SubjectField>();
  let unknown = false;
  for (const field of [...subject.fields].reverse()) {
    // An empty object at its path makes a field fail, and affects only fields on the same path, above or below it.
    if (!sharesItsWay(root, field)) continue;
    const others = (claims: readonly Claim[]): readonly Claim[] => claims.filter((claim) => claim.field !== field);
    const found = changed.solve(field, (claims) => [...others(claims), { field, holds: false }], budget);
    if (found === 'unknown') unknown = true;
    if (found !== 'none') continue;
    gone.add(field);
    changed.keep(field, others, budget);
  }
  return { gone, unknown };
}

/** Whether another field has the path of a field, or one above it or below it. */
function sharesItsWay(root: ClaimNode, field: SubjectField): boolean {
  let place: ClaimNode | undefined = root;
  for (const name of field.path) {
    place = place?.children.get(name);
    if (place?.claims.some((claim) => claim.field !== field)) return true;
  }
  return place !== undefined && place.children.size > 0;
}

function redundantConditions(
  subject: Subject,
  field: SubjectField,
  budget: Budget,
): { pointers: string[]; unknown: boolean } {
  const { rules } = subject.pattern.dialect;
  const { conditions } = field.plan;
  const { indices, unknown } = superfluous(
    conditions.map((condition) => conditionSet(condition, rules)),
    budget,
  );
  const pointers = pointersOf(field);
  return { pointers: indices.map((i) => pointers.get((conditions[i] as PlanCondition).key) as string), unknown };
}

/** The pointer of the first occurrence of each condition; duplicates have a finding of their own. */
function pointersOf({ plan }: SubjectField): Map<string, string> {
  const keys = new Map(plan.conditions.map(({ tests, key }) => [tests, key]));
  // Plans have no duplicates.
  return new Map(
    plan.source.conditions.flatMap((condition) => {
      const key = keys.get(testsOf(condition));
      return key === undefined ? [] : [[key, condition.pointer]];
    }),
  );
}
