/** The answer of `overlap`. */
import { answer } from '../../answer/answer.ts';
import { about, boolean, count, dialect, list, object, oneOf, pair, type Static, text } from '../../answer/shape.ts';
import { witness } from '../../compare/answer.ts';

const ids = about('Of two patterns.', pair(text));
export type Ids = Static<typeof ids>;

export const overlapPair = object(
  {
    ids,
    witness,
    relation: about(
      'Whether each matches what the other does, one of them does, or neither.',
      oneOf('equal', 'contained', 'partial', 'unknown'),
    ),
  },
  { inner: about('Where one is contained in the other: which.', text) },
);
export type OverlapPair = Static<typeof overlapPair>;

const allowed = object(
  { pair: text, outcome: oneOf('overlap', 'no overlap', 'unknown', 'no such pattern') },
  { problem: text },
);

export const overlapAnswer = answer('overlap', {
  dialect,
  arrays: about('Whether events whose fields hold arrays were counted too.', boolean),
  patterns: count,
  total: about('How many pairs overlap and are not allowed to.', count),
  complete: about('False when counting stopped at the limit.', boolean),
  pairs: about('The first of them.', list(overlapPair)),
  undecided: about('How many pairs are not known to overlap or not.', count),
  unknown: about('The first of them.', list(object({ ids, reason: text }))),
  allowed: list(allowed),
});
export type OverlapReport = Static<typeof overlapAnswer>;
