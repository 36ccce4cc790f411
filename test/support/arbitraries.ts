/** The generators that property tests share; each is described where it is made. */
export { eventFor } from './arbitraries/event.ts';
export { anyJson, reserialise } from './arbitraries/json-text.ts';
export { brokenPattern, filterPattern } from './arbitraries/pattern.ts';
