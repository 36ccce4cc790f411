/** Hints that several findings share, for cases without a fix. */

import { type Rules, supportOf } from '../dialect.ts';

export const NO_NEGATION = 'no condition can exclude this: list the excluded values, or write a positive condition';

const ONLY_SOME_NEGATIONS = 'exclude texts by a `wildcard`, list the excluded values, or write a positive condition';

/** For what `anything-but` does not negate. */
export function noNegation(rules: Rules): string {
  return supportOf(rules, 'anything-but wildcard') === 'refused' ? NO_NEGATION : ONLY_SOME_NEGATIONS;
}

export const ONE_EXCLUDED =
  'a field can exclude only one text: write a positive condition, or filter in the target (two rules would each accept what the other excludes)';
