/** Changes that make the selected event match: one of the event, and some of the pattern. */
import { type Change, type Matcher, type NearestPattern, nearestMatch } from '../../index.ts';
import { nearestPatternSteps } from '../../pattern/analysis/nearest-pattern.ts';
import type { Steps } from '../../pattern/steps.ts';
import { BUDGET } from './budget.ts';
import type { PageEvent } from './events.ts';
import type { Playground } from './playground.ts';

/** The most changes of the pattern that are offered. */
const PATTERNS = 5;

export interface Repair {
  readonly event: PageEvent;
  readonly matcher: Matcher;
  /** Undefined if no event was found within the budget of the page. */
  readonly changed?:
    | { readonly changes: readonly Change[] /** The event's own text with the changes. */; readonly text: string }
    | undefined;
  /** The likeliest first; empty while the pattern in the editor is not valid. */
  readonly patterns: readonly NearestPattern[];
}

/** Undefined for an event that matches, and without a pattern or an event. */
export function* repairOf(state: Playground): Steps<Repair | undefined> {
  const matcher = state.current.value?.matcher;
  if (matcher === undefined || state.explanation.value?.matches !== false) return undefined;
  const event = state.selected.value;
  yield;
  const changed = changedEvent(event.text, matcher);
  yield;
  const isCurrent = state.current.value?.isStale === false;
  const options = { ...state.options.value, budget: BUDGET };
  const patterns = isCurrent ? yield* nearestPatternSteps(state.pattern.value, event.text, options) : [];
  return { event, matcher, changed, patterns: patterns.slice(0, PATTERNS) };
}

function changedEvent(text: string, matcher: Matcher): Repair['changed'] {
  const nearest = nearestMatch(matcher.pattern, text, { budget: BUDGET });
  if (nearest.answer !== 'yes') return undefined;
  const { changes, event } = nearest;
  return { changes, text: event };
}
