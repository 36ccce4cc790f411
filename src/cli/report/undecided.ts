/** How many patterns were not checked, or not wholly, in words. A secret one that was checked wholly is not among them. */
import { plural } from '../render/findings.ts';
import type { NotKnown } from './report.ts';

/** `noun` stands behind the numbers where the reader needs it. */
export function undecidedCounts(all: readonly NotKnown[], noun?: string): readonly string[] {
  const amount = (count: number): string => (noun === undefined ? String(count) : plural(count, noun));
  return (
    [
      ['not', 'not checked'],
      ['partly', 'not wholly checked'],
    ] as const
  ).flatMap(([howFar, words]) => {
    const count = all.filter(({ checked }) => checked === howFar).length;
    return count === 0 ? [] : [`${amount(count)} ${words}`];
  });
}
