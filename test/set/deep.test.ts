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

const ends: readonly (readonly [string, number, string, (ids: number[]) => number[]])[] = [
  ['prefix', 7000, 'from the middle outwards', (ids) => ids.sort((a, b) => Math.abs(a - 3500) - Math.abs(b - 3500))],
  // Suffixes are in the same kind of tree, from right to left, so that fewer suffice.
  ['suffix', 2000, 'the longest first', (ids) => ids.reverse()],
];

test.each(ends)('deletes each %s of up to %d letters, %s', (family, deep, _, sorted) => {
  const make = families[family] as (length: number) => Record<string, string>;
  const set = new PatternSet<number>();
  // The id of a pattern is the length of its text.
  const ids = Array.from({ length: deep }, (_, i) => i + 1);
  for (const id of ids) set.add(id, { source: [make(id)] });
  const left = new Set(ids);
  const long = { source: 'a'.repeat(deep) };
  const short = { source: 'a'.repeat(deep / 2) };
  for (const [i, id] of sorted(ids).entries()) {
    expect(set.delete(id)).toBe(true);
    left.delete(id);
    if (i % 2000 !== 0 && left.size > 1) continue;
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
