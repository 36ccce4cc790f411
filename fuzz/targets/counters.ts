/** Sets the private counters of a set near their ends: waiting for 2^31 texts would take a day. */
import type { PatternSet } from '../../src/index.ts';

interface Counters {
  readonly scanner: { generation: number };
  event: number;
}

/** The largest small integer of V8. */
const LAST = 2 ** 31 - 1;

/** `left`: how many events before the end. A counter that is not there any more is an error, so that this cannot go stale. */
export function countersNearTheirEnd(set: PatternSet<number>, left: number): void {
  const counters = set as unknown as Counters;
  if (typeof counters.scanner?.generation !== 'number') throw new TypeError('the scanner has no counter `generation`');
  if (typeof counters.event !== 'number') throw new TypeError('the set has no counter `event`');
  // The scanner counts the members that it finds, several for each event.
  counters.scanner.generation = LAST - 20 * left;
  counters.event = LAST - left;
}
