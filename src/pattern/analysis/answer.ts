/** What a question is answered with: never a guess, and every "no" brings the event that proves it. */

/** An event as JSON text: 300 and 300.0 are two values, and a parsed object cannot tell them apart. */
export type Witness = string;

export type Answer =
  | { readonly answer: 'yes' }
  | { readonly answer: 'no'; readonly witness: Witness }
  | { readonly answer: 'unknown'; readonly reason: string };

export const YES: Answer = { answer: 'yes' };

export const OVER_BUDGET =
  'the strings that the conditions speak of combine in more ways than the budget of this question allows to visit';

export const UNKNOWN: Answer = { answer: 'unknown', reason: OVER_BUDGET };
