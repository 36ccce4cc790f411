/** The JSON Schema of the documents of `diff` and `overlap`. */
import { about, count, dialect, document, list, object, type Schema, text, yes } from '../session/schema-words.ts';
import { CHANGE_KINDS } from './documents.ts';

const witness = about('JSON text of an event.', text);

const proof = object({
  event: witness,
  fails: about(
    'The fields that keep the other pattern from matching it.',
    list(
      object({
        pointer: about('RFC 6901, into the pattern.', text),
        path: about('Member names into the event.', list(text)),
        reason: text,
      }),
    ),
  ),
});

const relation: Schema = { enum: ['equal', 'narrower', 'wider', 'overlapping', 'disjoint', 'unknown'] };
const proofs = {
  lost: about('An event that matched before, and no longer does.', proof),
  gained: about('An event that did not match before, and now does.', proof),
  reason: about('Why the relation is not known.', text),
  never: about('A pattern that matches no event at all.', { enum: ['old', 'new'] }),
};

const gates = list(
  object(
    {
      gate: { enum: ['no-narrower', 'no-wider', 'no-change'] },
      outcome: { enum: ['passed', 'failed', 'undecided'] },
    },
    { of: about('The patterns that it failed for, or that it cannot decide.', list(text)) },
  ),
);
const compared = { dialect, old: text, new: text };

export const diffSchema = document('diff', { ...compared, relation, gates }, proofs);

export const documentsSchema = about(
  'Of `diff` of two folders, of two documents with several patterns, or of both sides of a plan.',
  document('diff', {
    ...compared,
    gates,
    counts: about(
      'How many patterns of each kind; `changed` are those that lose events and gain others.',
      object(Object.fromEntries(CHANGE_KINDS.map((kind) => [kind, count]))),
    ),
    patterns: list(
      object(
        {
          address: about('Of a folder, the path without the extension, with `#address` in a document.', text),
          change: { enum: ['added', 'removed', 'changed', 'equal', 'unknown', 'invalid'] },
        },
        { relation, invalid: about('Which pattern is not valid.', { enum: ['old', 'new', 'both'] }), ...proofs },
      ),
    ),
  }),
);

const ids = about('Of two patterns.', { ...list(text), minItems: 2, maxItems: 2 });

export const overlapSchema = document('overlap', {
  dialect,
  arrays: about('Whether events whose fields hold arrays were counted too.', yes),
  patterns: count,
  total: about('How many pairs overlap and are not allowed to.', count),
  complete: about('False when counting stopped at the limit.', yes),
  pairs: about(
    'The first of them.',
    list(
      object(
        {
          ids,
          witness,
          relation: about('Whether each matches what the other does, one of them does, or neither.', {
            enum: ['equal', 'contained', 'partial', 'unknown'],
          }),
        },
        { inner: about('Where one is contained in the other: which.', text) },
      ),
    ),
  ),
  undecided: about('How many pairs are not known to overlap or not.', count),
  unknown: about('The first of them.', list(object({ ids, reason: text }))),
  allowed: list(
    object(
      { pair: text, outcome: { enum: ['overlap', 'no overlap', 'unknown', 'no such pattern'] } },
      { problem: text },
    ),
  ),
});
