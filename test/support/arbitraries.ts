/** The generators of the property tests. */
export { eventFor } from './arbitraries/event.ts';
export { anyJson, reserialise } from './arbitraries/json-text.ts';
export { brokenPattern, filterPattern } from './arbitraries/pattern.ts';
