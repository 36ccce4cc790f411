/**
 * Finds the pairs of patterns that can match one event. An index excludes most pairs, and the others are decided one by
 * one.
 */
import { assertNumber, assertOptions, isIterable, takes } from '../arguments.ts';
import type { PatternInput } from '../parse.ts';
import { budgetOf } from '../value/budget.ts';
import type { Witness } from './answer.ts';
import { ArrayOverlapIndex } from './array-overlap-index.ts';
import { OverlapIndex } from './overlap-index.ts';
import { exclude } from './questions.ts';
import { type AnalysisOptions, budgetFor, type Subject, subjectsOf } from './subject.ts';

/** Options of `overlaps`. */
export interface OverlapOptions extends AnalysisOptions {
  /**
   * Whether fields may be arrays, default false; without arrays two different exact values of one field never overlap.
   */
  readonly arrays?: boolean | undefined;
  /**
   * The maximum number of steps for all pairs together, default 100 times `budget`. When it is spent, each further pair
   * has a thousandth of `budget`, which is enough for most; otherwise it is unknown.
   */
  readonly totalBudget?: number | undefined;
  /** Called before each pattern is compared with those after it, with the number of patterns that are done. */
  readonly onProgress?: ((done: number) => void) | undefined;
}

/** The number of pairs that may spend their whole budget, and the share of each pair after that. */
const MANY = 100;
const REST = 1000;

/** A pair of patterns that match a common event, or may. */
export interface Overlap<Id> {
  /** The ids of the two patterns, in the order of the set. */
  readonly ids: readonly [Id, Id];
  /** An event that both match; absent when the budget ended. */
  readonly witness?: Witness;
  /** Why the pair is undecided, in one sentence; absent when there is a witness. */
  readonly unknown?: string;
}

/**
 * The pairs of patterns that match a common event, in the order of the set. A generator, since the number of pairs may
 * be quadratic.
 * @throws PatternError, TypeError as `implies` does
 */
export function overlaps<Id>(
  set: Iterable<readonly [Id, PatternInput]>,
  options: OverlapOptions = {},
): Generator<Overlap<Id>, void> {
  takes(isIterable(set), 'overlaps', PAIRS, set);
  assertOptions(options);
  assertNumber(options.totalBudget, 'totalBudget');
  const entries = [...set];
  for (const entry of entries) takes(Array.isArray(entry), 'overlaps', PAIRS, entry);
  return pairsOf(entries, options);
}

const PAIRS = 'pairs of an id and a pattern';

function* pairsOf<Id>(
  entries: readonly (readonly [Id, PatternInput])[],
  options: OverlapOptions,
): Generator<Overlap<Id>, void> {
  const { arrays = false, onProgress } = options;
  const subjects = subjectsOf(
    entries.map(([, source]) => source),
    options,
  );
  const most = budgetFor(options).steps;
  let left = options.totalBudget ?? MANY * most;
  const isIndexed = subjects.every(({ alternatives }) => alternatives === undefined);
  const index = isIndexed && (arrays ? new ArrayOverlapIndex(subjects) : new OverlapIndex(subjects));
  for (const [i, a] of subjects.entries()) {
    onProgress?.(i);
    // An index of conjunctions excludes nothing of patterns with alternatives.
    for (const j of index === false ? allAfter(i, subjects.length) : index.after(i)) {
      const budget = budgetOf(Math.min(most, Math.max(left, most / REST)));
      const before = budget.steps;
      const answer = exclude([a, subjects[j] as Subject], budget, arrays);
      left -= before - Math.max(0, budget.steps);
      const ids = [entries[i]?.[0] as Id, entries[j]?.[0] as Id] as const;
      if (answer.answer === 'no') yield { ids, witness: answer.witness };
      else if (answer.answer === 'unknown') yield { ids, unknown: answer.reason };
    }
  }
}

function* allAfter(i: number, size: number): Generator<number> {
  for (let j = i + 1; j < size; j++) yield j;
}
