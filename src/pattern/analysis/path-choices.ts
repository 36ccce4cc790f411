/**
 * What may stand at the paths of an event where arrays are transparent. Each path has one value or none, whatever stands at the others: a
 * value and an object share a path as two elements of an array. So a question about such events is one about each path by itself.
 */
import { afford, type Budget } from '../value/budget.ts';
import {
  anyScalar,
  intersection,
  isEmpty,
  nothing,
  otherScalars,
  type Scalar,
  sampleScalars,
  sizeOf,
  type ValueSet,
} from '../value/value-set.ts';
import type { SubjectField } from './subject.ts';

/** One value of a set, or none. */
export interface Choice {
  readonly path: readonly string[];
  readonly scalars: ValueSet;
  readonly mayBeMissing: boolean;
}

/** Choices by `pathKey`. */
export type Choices = Map<string, Choice>;

/** Paths are split at dots, so that this text is unique. */
export function pathKey(path: readonly string[]): string {
  return path.join('.');
}

export function anything(path: readonly string[]): Choice {
  return { path, scalars: anyScalar, mayBeMissing: true };
}

/** The choices for which a field holds. */
export function holding({ path, scalars, mayBeMissing }: Choice, { set }: SubjectField): Choice {
  const own = scalarsOf(set);
  const both = scalars === anyScalar ? own : intersection([scalars, own]);
  return { path, scalars: both, mayBeMissing: mayBeMissing && set.missing };
}

/** The choices for which a field does not hold. */
export function failing({ path, scalars, mayBeMissing }: Choice, { set }: SubjectField): Choice {
  const others = otherScalars(set);
  const both = scalars === anyScalar ? others : intersection([scalars, others]);
  return { path, scalars: both, mayBeMissing: mayBeMissing && !set.missing };
}

export function onlyMissing({ path, mayBeMissing }: Choice): Choice {
  return { path, scalars: nothing, mayBeMissing };
}

export function onlyPresent({ path, scalars }: Choice): Choice {
  return { path, scalars, mayBeMissing: false };
}

export function scalarsOf(set: ValueSet): ValueSet {
  return set.missing || set.unmatchable ? { ...set, missing: false, unmatchable: false } : set;
}

/** Undefined when the budget ends before the answer. */
export function isPossible(choice: Choice, budget: Budget): boolean | undefined {
  return choice.mayBeMissing || hasScalar(choice.scalars, budget);
}

/** Undefined when the budget ends before the answer. */
export function hasScalar(set: ValueSet, budget: Budget): boolean | undefined {
  if (!afford(budget, sizeOf(set))) return undefined;
  const empty = isEmpty(set, budget);
  return empty === undefined ? undefined : !empty;
}

/** A value of the choice; undefined if it is that there is none, or the budget ends. */
export function chosen({ scalars }: Choice, budget: Budget): Scalar | undefined {
  return sampleScalars(scalars, 1, budget).members[0];
}
