/** Which group of a pattern should find it: the one that leads the fewest events to it, as far as the set itself can tell. */
import type { Key } from '../operators/keys.ts';
import type { Group } from './group.ts';

/** `size`: how many patterns the set has. */
export function rarestFirst(groups: readonly Group[], size: number): readonly Group[] {
  if (groups.length < 2) return groups;
  const scored = groups.map((group) => ({ group, score: score(group, group.uses / size) }));
  return scored.sort((a, b) => a.score - b.score).map(({ group }) => group);
}

/** About the share of events that it lets by. Events are taken to be spread over paths and values as patterns are. */
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
    // A short text is the beginning of many values that no pattern names.
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
