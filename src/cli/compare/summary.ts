/** Changes of many patterns in sentences, the same in every format for people. */

import { plural } from '../findings/show.ts';
import { type AddressChange, CHANGE_KINDS, type ChangeKind } from './answer.ts';
import { countKinds, type DocumentChange } from './documents.ts';
import { relationSentence } from './show.ts';

export const KIND_NAMES: Readonly<Record<ChangeKind, string>> = {
  added: 'added',
  removed: 'removed',
  narrower: 'narrower',
  wider: 'wider',
  changed: 'changed both ways',
  unknown: 'unknown',
  invalid: 'not valid',
  equal: 'equal in meaning',
};

/** `3 patterns: 1 added, 2 equal in meaning`; kinds that do not occur are left out, except the last. */
export function sumOfChanges(changes: readonly DocumentChange[]): string {
  const counts = countKinds(changes);
  const kinds = CHANGE_KINDS.filter((kind) => counts[kind] > 0 || kind === 'equal');
  return `${plural(changes.length, 'pattern')}: ${kinds.map((kind) => `${counts[kind]} ${KIND_NAMES[kind]}`).join(', ')}`;
}

/** The change of a pattern, with the reason. */
export function changeSentence(change: AddressChange): string {
  const { relation, invalid, reason = '', lost, gained } = change;
  if (invalid !== undefined) {
    const side = invalid === 'both' ? 'both patterns are' : `the ${invalid} pattern is`;
    return `${side} not valid: ${reason}`;
  }
  if (relation !== undefined) return relationSentence({ ...change, relation });
  const never = lost === undefined && gained === undefined ? '; no event is known that it matches' : '';
  return change.change + never;
}
