/** Hints that several findings share, for cases without a fix. */

export const NO_NEGATION =
  'no condition excludes this: list the values that are not wanted, or write a condition for what is wanted';

export const ONE_EXCLUDED =
  'one field excludes one text: write a positive condition for what is wanted, or filter in the target (of two rules each lets through what the other excludes)';
