/** The answers of `diff`: of two patterns, and of many before and after a change. */
import { answer } from '../../answer/answer.ts';
import { dialect, list, text } from '../../answer/shape.ts';
import { addressChange, changeCounts, gates, proofs, relation } from '../../compare/answer.ts';

const compared = { dialect, old: text, new: text };

export const diffAnswer = answer('diff', { ...compared, relation, gates }, proofs);

export const documentsAnswer = answer('diff', {
  ...compared,
  gates,
  counts: changeCounts,
  patterns: list(addressChange),
});
