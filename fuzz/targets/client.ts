/** The client against a service in memory that misbehaves at random and keeps a journal of what it did. */
import { memoryWorld, newTally, Sequence, type World } from '../../test/support/service/sequences.ts';
import type { Random } from '../random.ts';
import type { Difference, Tally, Target } from '../target.ts';

/** The sequence of operations and of faults follows from its seed. */
export interface Case {
  readonly sequence: number;
}

export function client(world: () => World = memoryWorld): Target<Case> {
  return {
    name: 'client',
    compares: 'what calls report, and when they repeat themselves, with the journal of a service that misbehaves',
    unit: 'calls',
    positive: 'succeeded',
    make: (random: Random) => ({ sequence: random.below(2 ** 31) }),
    judge,
    smaller: () => [],
  };

  async function judge({ sequence }: Case, tally: Tally): Promise<Difference | undefined> {
    const counts = newTally();
    const one = world();
    const run = new Sequence(sequence, one, counts);
    one.service.fault = () => run.fault();
    let found: unknown;
    await run.run().catch((thrown: unknown) => {
      found = thrown instanceof Error ? thrown.message : String(thrown);
    });
    for (let i = 0; i < counts.done + counts.failed; i++) tally.judge(i < counts.done);
    tally.count('requests', counts.requests);
    tally.count(
      'faults',
      [...counts.faults.values()].reduce((sum, count) => sum + count, 0),
    );
    return found === undefined ? undefined : { of: 'sequence', expected: 'what the journal says', found };
  }
}
