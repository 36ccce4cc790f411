/** Hints that several findings share, for cases without a fix. */

export const NO_NEGATION = 'no condition can exclude this: list the excluded values, or write a positive condition';

export const ONE_EXCLUDED =
  'a field can exclude only one text: write a positive condition, or filter in the target (two rules would each accept what the other excludes)';
