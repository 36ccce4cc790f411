/** For one seed, a smaller sample is the beginning of a larger one: a test that uses the first two events may later sample five. */
import { describe, expect, it } from 'vitest';
import { dialects, nearMisses, parsePattern, sample } from '../../src/index.ts';

const PATTERNS = [
  '{}',
  '{"id":["1"]}',
  '{"id":["a","b"],"source":[{"prefix":"x"}]}',
  '{"source":["acs.oss"],"data":{"state":["running","stopped"],"size":[{"numeric":[">",300.0]}]}}',
  '{"source":[{"anything-but":{"prefix":"acs."}}],"data":{"ip":[{"cidr":"10.0.0.0/24"}]}}',
  '{"data":{"a":["x"],"a.b":["x",null,5],"c":[{"exists":false},"x"]}}',
  `{"data":{${Array.from({ length: 12 }, (_, i) => `"f${i}":[${i},"${i}"]`).join(',')}}}`,
];
const COUNTS = [1, 2, 3, 5, 13, 70];

const cases = dialects.flatMap((dialect) =>
  PATTERNS.flatMap((text) => {
    const { pattern } = parsePattern(text, { dialect });
    return pattern === undefined ? [] : [{ dialect: dialect.name, text, pattern }];
  }),
);

it('the cases include patterns of each dialect', () => {
  expect(new Set(cases.map(({ dialect }) => dialect)).size).toBe(dialects.length);
});

describe.each(cases)('$dialect: $text', ({ pattern }) => {
  it.each([
    ['sample', sample],
    ['nearMisses', nearMisses],
  ])('%s', (_, make) => {
    for (const seed of [1, 7]) {
      const all = make(pattern, COUNTS.at(-1) as number, { seed });
      for (const count of COUNTS) expect(make(pattern, count, { seed }), `${count}`).toEqual(all.slice(0, count));
    }
  });
});
