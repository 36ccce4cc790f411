/** Orders the groups of a pattern by estimated selectivity, the most selective first. */
import type { FiledKey, Groups } from './groups.ts';

/** `size` is the number of patterns in the set. */
export function rarestFirst(ids: readonly number[], groups: Groups, size: number): readonly number[] {
  if (ids.length < 2) return ids;
  const scored = ids.map((id) => ({ id, score: score(id, groups, groups.usesOf(id) / size) }));
  return scored.sort((a, b) => a.score - b.score).map(({ id }) => id);
}

/**
 * The estimated share of events that reach the group, assuming that events are distributed over paths and values as the
 * patterns are.
 */
function score(id: number, groups: Groups, share: number): number {
  const access = groups.accessOf(id);
  if (access === 'none') return 1e6;
  if (access === 'negated') return 1e5;
  return groups.keysOf(id).reduce((sum: number, key) => sum + keyScore(key, share), 0);
}

function keyScore(key: FiledKey, share: number): number {
  if (typeof key === 'number') return share;
  switch (key.kind) {
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
