/** More patterns than a machine word has bits, and more values than are tested on each field. Judged pair by pair. */
import { describe, expect, it } from 'vitest';
import { disjoint, overlaps } from '../../src/index.ts';

type Pairs = readonly (readonly [number, number])[];

function pairsOf(patterns: readonly string[], dialect: 'aliyun' | 'rocketmq' = 'aliyun'): Pairs {
  return [...overlaps([...patterns.entries()], { dialect })].map(({ ids: [a, b] }) => [a, b] as const);
}

function expectedOf(patterns: readonly string[], dialect: 'aliyun' | 'rocketmq' = 'aliyun'): Pairs {
  return patterns.flatMap((a, i) =>
    patterns
      .map((b, j) => [b, j] as const)
      .filter(([b, j]) => j > i && disjoint(a, b, { dialect }).scalars.answer === 'no')
      .map(([, j]) => [i, j] as const),
  );
}

const data = (conditions: unknown): string => JSON.stringify({ data: { s: conditions } });
const range = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);

describe('overlapping pairs', () => {
  it('are found among patterns that overlap with no other', () => {
    const patterns = range(200).map((i) => data([`only ${i}`]));
    patterns[3] = data([{ prefix: 'only 19' }]);
    expect(pairsOf(patterns)).toEqual([[3, 19], ...range(10).map((i) => [3, 190 + i] as const)]);
  });

  it('are found by values that are too many to be tested one by one', () => {
    const values = (from: number, count: number) => range(count).map((i) => `v${from + i}`);
    const patterns = [
      data(values(0, 65)),
      data(values(60, 65)),
      data(values(120, 3)),
      data([{ prefix: 'v12' }]),
      data([true, 5]),
      data([{ numeric: ['>', 4] }, null]),
      data([null]),
    ];
    expect(pairsOf(patterns)).toEqual(expectedOf(patterns));
    expect(pairsOf(patterns)).toEqual([
      [0, 1],
      [0, 3],
      [1, 2],
      [1, 3],
      [2, 3],
      [4, 5],
      [5, 6],
    ]);
  });

  it('are found for one path under two names', () => {
    const patterns = [
      '{"data":{"a.b":["x"],"a":{"b":["x","y"]}}}',
      '{"data":{"a.b":[{"prefix":"x"}],"a":{"b":["xy"]}}}',
      '{"data":{"a.b":[{"prefix":"x"}],"a":{"b":[{"suffix":"y"}]}}}',
      '{"data":{"a":{"b":["x"]}}}',
      '{"data":{"a.b":["xy"],"a":{"b":[{"exists":true}]}}}',
      '{"data":{"a":{"b":[{"exists":false}]}}}',
    ];
    expect(pairsOf(patterns, 'rocketmq')).toEqual([
      [0, 3],
      [1, 2],
      [1, 4],
      [2, 4],
    ]);
    expect(pairsOf(patterns, 'rocketmq')).toEqual(expectedOf(patterns, 'rocketmq'));
  });

  it('are found where there are too many values to test each field with each value', () => {
    // 1,600 values and 1,300 fields without lists: more than two million tests.
    const patterns = [
      ...range(25).map((i) => data(range(64).map((j) => `${i}:${j}`))),
      ...range(1300).map((i) => data([{ prefix: `${i + 1000}:` }])),
      data([{ prefix: '7:63' }]),
    ];
    expect(pairsOf(patterns)).toEqual([[7, patterns.length - 1]]);
  });
});
