/** Orders the groups of a pattern by estimated selectivity, the most selective first. */
import type { Key } from '../operators/keys.ts';
import type { Group } from './group.ts';

/** `size` is the number of patterns in the set. */
export function rarestFirst(groups: readonly Group[], size: number): readonly Group[] {
  if (groups.length < 2) return groups;
  const scored = groups.map((group) => ({ group, score: score(group, group.uses / size) }));
  return scored.sort((a, b) => a.score - b.score).map(({ group }) => group);
}

/**
 * The estimated share of events that reach the group, assuming that events are distributed over paths and values as the
 * patterns are.
 */
function score(group: Group, share: number): number {
  if (group.access === 'none') return 1e6;
  if (group.access === 'negated') return 1e5;
  return group.keys().reduce((sum, key) => sum + keyScore(key, share), 0);
}

function keyScore(key: Key, share: number): number {
  switch (key.kind) {
    case 'string':
    case 'number':
    case 'literal':
      return share;
    case 'addresses':
      return Math.max(share, (key.last - key.first) / 2 ** 32) + 1e-4;
    // A short text is the beginning of many values.
    case 'beginning':
    case 'ending':
      return share + 1 / (4 * key.text.length ** 2);
    case 'substring':
      return share + 1 / (2 * key.text.length ** 2) + 0.01;
    case 'interval':
      return Math.max(share, 0.3);
    default:
      return Math.max(share, 0.9);
  }
}
