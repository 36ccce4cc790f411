/** The comparison of a pattern with the one that it replaces, as members of JSON answers. */
import { about, count, list, object, oneOf, type Static, text } from '../answer/shape.ts';

export const witness = about('JSON text of an event.', text);

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
/** An event that one of two patterns matches, and the reasons why the other does not. */
export type Proof = Static<typeof proof>;

export const relation = oneOf('equal', 'narrower', 'wider', 'overlapping', 'disjoint', 'unknown');
export const proofs = {
  lost: about('An event that matched before, and no longer does.', proof),
  gained: about('An event that did not match before, and now does.', proof),
  reason: about('Why the relation is not known.', text),
  never: about('A pattern that matches no event at all.', oneOf('old', 'new')),
};

const comparison = object({ relation }, proofs);
export type Comparison = Static<typeof comparison>;

const gate = object(
  {
    gate: oneOf('no-narrower', 'no-wider', 'no-change'),
    outcome: oneOf('passed', 'failed', 'undecided'),
  },
  { of: about('The patterns that it failed for, or that it cannot decide.', list(text)) },
);
export type GateReport = Static<typeof gate>;
export const gates = list(gate);

/** The kinds of changes, in the order of the counts. */
const kinds = {
  added: count,
  removed: count,
  narrower: count,
  wider: count,
  changed: count,
  unknown: count,
  invalid: count,
  equal: count,
};
export type ChangeKind = keyof typeof kinds;
export const CHANGE_KINDS = Object.keys(kinds) as readonly ChangeKind[];

export const changeCounts = about(
  'How many patterns of each kind; `changed` are those that lose events and gain others.',
  object(kinds),
);

export const addressChange = object(
  {
    address: about('Of a folder, the path without the extension, with `#address` in a document.', text),
    // `changed` also when the relation is unknown; `unknown` when one of the patterns is computed later.
    change: oneOf('added', 'removed', 'changed', 'equal', 'unknown', 'invalid'),
  },
  { relation, invalid: about('Which pattern is not valid.', oneOf('old', 'new', 'both')), ...proofs },
);
export type AddressChange = Static<typeof addressChange>;
