import { expect, test } from 'vitest';
import { PatternSet } from '../../src/index.ts';

const patterns = Array.from(
  { length: 100 },
  (_, i) =>
    [
      i,
      JSON.stringify({
        source: ['x', `s${i}`],
        type: [{ 'anything-but': [`t${i}`] }],
        data: { a: [{ prefix: 'a', suffix: `${i % 3}` }, 'z'], b: [{ exists: i % 2 === 0 }] },
      }),
    ] as const,
);

const events = [
  '{"source":"x","type":"t7","data":{"a":"a1","b":5}}',
  '{"source":["x","x","s3"],"type":["t1","t1"],"data":{"a":["a0","a2"]}}',
  '{"source":"s5","type":"t5","data":{"a":"z"}}',
  '{"data":{},"data":{"a":"z"},"source":"s9","type":5}',
];

const ENDS = [2 ** 30, 2 ** 31 - 3, 2 ** 31 - 1, 2 ** 31, 2 ** 53 - 1, 2 ** 53, Number.MAX_VALUE];

/** Counters of the set itself, of its paths, and of its indexes. */
test.each(ENDS)('answers do not depend on the number of earlier events: counters at %d', (end) => {
  const set = PatternSet.from(patterns);
  const expected = events.map((event) => set.matchesJson(event));
  expect(expected.map(({ length }) => length)).toContain(0);
  expect(expected.flat().length).toBeGreaterThan(30);
  const { index } = set as unknown as { index: { paths: object } };
  Object.assign(index, { event: end });
  Object.assign(index.paths, { generation: end });
  for (let round = 0; round < 6; round++) {
    expect(events.map((event) => set.matchesJson(event))).toEqual(expected);
    expect(events.map((event) => set.matches(JSON.parse(event)))).toEqual(expected);
  }
});

/** Numbers are reused after the counter wraps, and each must find a set without marks. */
test('marks of old events are removed when the event counter wraps', () => {
  const set = PatternSet.from(patterns);
  const expected = events.map((event) => set.matchesJson(event));
  for (let first = 0; first < 10; first++) {
    Object.assign((set as unknown as { index: object }).index, { event: 2 ** 31 - 1 - first });
    for (let i = 0; i < 25; i++) expect(set.matchesJson(events[i % 4] as string)).toEqual(expected[i % 4]);
  }
});
