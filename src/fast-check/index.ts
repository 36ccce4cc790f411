/**
 * eb-pattern/fast-check: arbitraries of events and patterns, for property tests with fast-check 4, which the user installs.
 * @module
 */
export { type AnyEventOptions, anyEvent } from './any-event.ts';
export { filterPattern, type PatternArbitraryOptions } from './filter-pattern.ts';
export type { As, Formed } from './form.ts';
export { type EventArbitraryOptions, matchingEvent } from './matching.ts';
export { nearMissEvent } from './near-miss.ts';
