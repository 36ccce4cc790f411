/**
 * Prefixes and suffixes that contain each other, 7,000 deep: the index is walked without recursion, and the set stays right during
 * deletions.
 */
import { expect, test } from 'vitest';
import { compilePattern, PatternSet } from '../../src/index.ts';

const families: Record<string, (length: number) => Record<string, string>> = {
  prefix: (length) => ({ prefix: 'a'.repeat(length) }),
  suffix: (length) => ({ suffix: 'a'.repeat(length) }),
};

const outwards = (lengths: number[]): number[] => {
  const middle = lengths.length / 2;
  return lengths.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
};
const orders = {
  'the shortest first': (lengths) => lengths,
  'the longest first': (lengths) => lengths.toReversed(),
  'from the middle outwards': outwards,
  // A change walks to its text, so that all of 7,000 take seconds unless they stay near the root.
  'a hundred in the middle, then the shortest first': (lengths) => [
    ...new Set([...outwards(lengths).slice(0, 100), ...lengths]),
  ],
} satisfies Record<string, (lengths: number[]) => number[]>;
type Order = keyof typeof orders;

const ends: readonly (readonly [family: string, deep: number, added: Order, deleted: Order])[] = [
  ['prefix', 7000, 'the longest first', 'a hundred in the middle, then the shortest first'],
  ['prefix', 1000, 'the shortest first', 'from the middle outwards'],
  ['suffix', 1000, 'the shortest first', 'the longest first'],
];

test.each(ends)('each %s of up to %d letters is added, %s, and deleted, %s', (family, deep, added, deleted) => {
  const make = families[family] as (length: number) => Record<string, string>;
  const set = new PatternSet<number>();
  // The id of a pattern is the length of its text.
  const ids = Array.from({ length: deep }, (_, i) => i + 1);
  for (const id of orders[added](ids)) set.add(id, { source: [make(id)] });
  const left = new Set(ids);
  const long = { source: 'a'.repeat(deep) };
  const short = { source: 'a'.repeat(deep / 2) };
  for (const [i, id] of orders[deleted](ids).entries()) {
    expect(set.delete(id)).toBe(true);
    left.delete(id);
    if (i % (deep / 5) !== 0 && left.size > 1) continue;
    expect(new Set(set.matches(long))).toEqual(left);
    expect(new Set(set.matchesJson(JSON.stringify(short)))).toEqual(new Set([...left].filter((n) => n <= deep / 2)));
  }
  expect(set.size).toBe(0);
});

test('a pattern of 10,000 fields is explained, each field with its verdict', () => {
  const names = Array.from({ length: 10_000 }, (_, i) => `f${i}`);
  const pattern = compilePattern(JSON.stringify({ data: Object.fromEntries(names.map((name) => [name, ['x']])) }));
  const event = { data: Object.fromEntries(names.map((name, i) => [name, i % 2 === 0 ? 'x' : 'y'])) };
  const { matches, fields } = pattern.explain(event);
  expect(matches).toBe(false);
  expect(fields.map(({ holds }) => holds)).toEqual(names.map((_, i) => i % 2 === 0));
});
