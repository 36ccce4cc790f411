/** Overlapping pairs, grouped by pattern, and the sentence on the relation of two patterns. */
import type { OverlapPair } from './answer.ts';

export interface OverlapGroup {
  readonly id: string;
  readonly pairs: readonly { readonly other: string; readonly pair: OverlapPair }[];
}

/** Each pair is listed with that of its two patterns which has more pairs; the pattern with the most comes first. */
export function groupPairs(pairs: readonly OverlapPair[]): readonly OverlapGroup[] {
  const counts = new Map<string, number>();
  for (const id of pairs.flatMap(({ ids }) => ids)) counts.set(id, (counts.get(id) ?? 0) + 1);
  const countOf = (id: string): number => counts.get(id) ?? 0;
  const groups = new Map<string, { other: string; pair: OverlapPair }[]>();
  for (const pair of pairs) {
    const [a, b] = pair.ids;
    const [id, other] = countOf(b) > countOf(a) ? [b, a] : [a, b];
    groups.set(id, [...(groups.get(id) ?? []), { other, pair }]);
  }
  return [...groups].map(([id, members]) => ({ id, pairs: members })).sort((a, b) => b.pairs.length - a.pairs.length);
}

export function relationText({ ids: [a, b], relation, inner }: OverlapPair): string {
  if (relation === 'equal') return 'equal: the same events match both';
  if (relation === 'contained') return `contained: what ${inner} matches, ${inner === a ? b : a} matches too`;
  return relation === 'partial' ? 'partial: each matches events that the other does not' : 'how far is not known';
}
