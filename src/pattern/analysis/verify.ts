/** Verifies every witness with the matcher before it is returned: a disagreement is a bug in the analysis. */
import { printPattern } from '../print.ts';
import type { Witness } from './answer.ts';
import type { Subject } from './subject.ts';

/** @throws Error when the matcher disagrees */
export function verified(witness: Witness, verdicts: readonly (readonly [Subject, boolean])[]): Witness {
  for (const [{ matcher, pattern }, verdict] of verdicts) {
    if (matcher.matchesJson(witness) !== verdict) {
      throw new Error(
        `a bug in the analysis: ${printPattern(pattern)} should ${verdict ? '' : 'not '}match ${witness}`,
      );
    }
  }
  return witness;
}
