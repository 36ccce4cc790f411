/** Sets the private counters of a set near their ends: waiting for 2^31 texts would take a day. */
import type { PatternSet } from '../../src/index.ts';

interface Counters {
  readonly index?: { readonly paths?: { generation: number }; event: number };
}

/** The largest small integer of V8. */
const LAST = 2 ** 31 - 1;

/** `left`: how many events before the end. A counter that is not there any more is an error, so that this cannot go stale. */
export function countersNearTheirEnd(set: PatternSet<number>, left: number): void {
  const { index } = set as unknown as Counters;
  if (typeof index?.paths?.generation !== 'number') throw new TypeError('the paths have no counter `generation`');
  if (typeof index.event !== 'number') throw new TypeError('the index has no counter `event`');
  // Engines count the members that they find, several for each event.
  index.paths.generation = LAST - 20 * left;
  index.event = LAST - left;
}
