/** Every event is shown to the matcher before it leaves: an answer of ours that the matcher does not share is a bug, not an answer. */
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
