/** The verdicts of the dialects on all events, and an event on which they differ. */
import { computed, type ReadonlySignal } from '@preact/signals';
import { type DialectDifference, dialectDifference } from '../../index.ts';
import type { Steps } from '../../pattern/steps.ts';
import { BUDGET } from './budget.ts';
import { type ComparedEvent, type EventComparer, eventComparer, type Refusal } from './compared-event.ts';
import type { Playground } from './playground.ts';

export interface DialectComparison {
  readonly refusals: readonly Refusal[];
  /** In the order of the events. */
  readonly events: readonly ComparedEvent[];
  /** Whether an event exists on which the dialects differ. */
  readonly any: DialectDifference;
}

/** A step is one event. */
export function* dialectComparison(state: Playground): Steps<DialectComparison> {
  const comparer = comparerOf(state).value;
  const { extensions } = state.options.value;
  const events: ComparedEvent[] = [];
  for (const event of state.events.value) {
    events.push(comparer.compare(event));
    yield;
  }
  const any = dialectDifference(state.pattern.value, { extensions, budget: BUDGET });
  yield;
  return { refusals: comparer.refusals(), events, any };
}

const comparers = new WeakMap<Playground, ReadonlySignal<EventComparer>>();

/** For the pattern as written. It lasts as long as the pattern, since it knows the events that it has compared. */
function comparerOf(state: Playground): ReadonlySignal<EventComparer> {
  let comparer = comparers.get(state);
  if (comparer === undefined) {
    comparer = computed(() => eventComparer(state.pattern.value, state.options.value.extensions));
    comparers.set(state, comparer);
  }
  return comparer;
}
