/** The events that a change of a pattern gains and loses. */

import type { PatternInput } from '../parse.ts';
import { OVER_BUDGET, type Witness } from './answer.ts';
import { disjointSubjects, impliesSubject } from './questions.ts';
import { type AnalysisOptions, budgetFor, type Subject, subjectsOf } from './subject.ts';

/** The difference between two versions of a pattern, proved by events. */
export interface PatternDiff {
  /**
   * The relation of the new pattern to the old one. For `disjoint` and `overlapping` events are both lost and gained;
   * `overlapping` means that both patterns match some event whose fields have single values.
   */
  readonly relation: 'equal' | 'narrower' | 'wider' | 'overlapping' | 'disjoint' | 'unknown';
  /** An event that the old pattern matches and the new one does not. */
  readonly lost?: Witness;
  /** An event that the new pattern matches and the old one does not. */
  readonly gained?: Witness;
  /** Why the relation is unknown. `lost` and `gained`, if present, are still certain. */
  readonly reason?: string;
}

/**
 * Compares two versions of a pattern.
 * @throws PatternError, TypeError as `implies` does
 */
export function diff(before: PatternInput, after: PatternInput, options?: AnalysisOptions): PatternDiff {
  const [old, changed] = subjectsOf([before, after], options) as [Subject, Subject];
  const kept = impliesSubject(old, changed, budgetFor(options));
  const added = impliesSubject(changed, old, budgetFor(options));
  const found = {
    ...(kept.answer === 'no' ? { lost: kept.witness } : {}),
    ...(added.answer === 'no' ? { gained: added.witness } : {}),
  };
  const open = [kept, added].find((one) => one.answer === 'unknown');
  const unknown: PatternDiff = { relation: 'unknown', ...found, reason: open?.reason ?? OVER_BUDGET };
  if (kept.answer === 'unknown' || added.answer === 'unknown') return unknown;
  if (kept.answer === 'yes') return { relation: added.answer === 'yes' ? 'equal' : 'wider', ...found };
  if (added.answer === 'yes') return { relation: 'narrower', ...found };
  const { scalars } = disjointSubjects([old, changed], budgetFor(options));
  if (scalars.answer === 'unknown') return { ...unknown, reason: scalars.reason };
  return { relation: scalars.answer === 'yes' ? 'disjoint' : 'overlapping', ...found };
}
