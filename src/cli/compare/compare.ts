/** Compares a pattern with the one that it replaces, as data: the relation, and witnesses with the reasons. */
import { compilePattern, diff, implies, neverMatches, type Pattern, type Witness } from '../../index.ts';
import type { Comparison, Proof } from './answer.ts';

/** Both are of one dialect. */
export function compare(before: Pattern, after: Pattern): Comparison {
  const { relation, lost, gained, reason } = diff(before, after);
  const never = neverOf(relation, before, after);
  return {
    relation,
    ...(lost === undefined ? {} : { lost: proof(lost, after) }),
    ...(gained === undefined ? {} : { gained: proof(gained, before) }),
    ...(reason === undefined ? {} : { reason }),
    ...(never === undefined ? {} : { never }),
  };
}

function proof(event: Witness, missing: Pattern): Proof {
  const { fields } = compilePattern(missing).explain(event);
  const failing = fields.filter(({ holds }) => !holds);
  return { event, fails: failing.map(({ pointer, path, reason = '' }) => ({ pointer, path, reason })) };
}

function neverOf(relation: Comparison['relation'], before: Pattern, after: Pattern): Comparison['never'] {
  if (relation === 'narrower' && neverMatches(after).answer === 'yes') return 'new';
  return relation === 'wider' && neverMatches(before).answer === 'yes' ? 'old' : undefined;
}

export type Decided = 'yes' | 'no' | 'unknown';

/** The effect of a change on gates: whether events are lost, and whether events are gained. */
export interface Effect {
  readonly loses: Decided;
  readonly gains: Decided;
}

/** One of the two may be certain when the relation is unknown. */
export function effectOf({ relation, lost, gained }: Comparison, before: Pattern, after: Pattern): Effect {
  const decide = (found: Proof | undefined, from: Pattern, to: Pattern): Decided => {
    if (found !== undefined) return 'yes';
    return relation !== 'unknown' || implies(from, to).answer === 'yes' ? 'no' : 'unknown';
  };
  return { loses: decide(lost, before, after), gains: decide(gained, after, before) };
}
