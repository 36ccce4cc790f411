/** Answers of the analysis. Every "no" has a witness, and what cannot be proved is "unknown". */

/** An event as JSON text: a parsed object could not distinguish 300 from 300.0. */
export type Witness = string;

export type Answer =
  | { readonly answer: 'yes' }
  | { readonly answer: 'no'; readonly witness: Witness }
  | { readonly answer: 'unknown'; readonly reason: string };

export const YES: Answer = { answer: 'yes' };

export const OVER_BUDGET =
  'the budget was spent before an answer was found: the strings of the conditions combine in too many ways';

export const UNKNOWN: Answer = { answer: 'unknown', reason: OVER_BUDGET };
