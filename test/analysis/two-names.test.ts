import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePattern, type DialectName, disjoint, overlaps } from '../../src/index.ts';

const condition = fc.constantFrom<readonly unknown[]>(
  ...[['00'], ['5'], [5], [5.0, 'a'], [300, null], [true], [{ exists: true }], [{ exists: false }]],
  ...[[{ numeric: ['>', 1] }], [{ numeric: ['<', 9] }, 'x'], [{ numeric: ['=', 0.0001] }, null], [{ prefix: '0' }]],
  ...[[{ 'anything-but': [] }], [{ 'anything-but': ['00', 5] }], [{ cidr: '10.0.0.0/31' }, 300], [{ suffix: '0' }]],
);

/** Where a dot is a step, the first two names are one path, and the third is a prefix of it. */
const pattern = fc
  .record({
    dotted: fc.option(condition, { freq: 1 }),
    nested: fc.option(condition, { freq: 1 }),
    below: fc.option(condition, { freq: 1 }),
    top: fc.option(condition, { freq: 1 }),
  })
  .map(({ dotted, nested, below, top }) => {
    const inner = { ...(nested === null ? {} : { x: nested }), ...(below === null ? {} : { 'x.y': below }) };
    const data = {
      ...(Object.keys(inner).length === 0 ? {} : { a: inner }),
      ...(dotted === null ? {} : { 'a.x': dotted }),
    };
    return JSON.stringify({
      ...(top === null ? {} : { type: top }),
      ...(Object.keys(data).length === 0 ? {} : { data }),
    });
  });

describe.each<DialectName>(['aliyun', 'rocketmq'])(
  'overlaps of patterns with two names for one path (%s)',
  (dialect) => {
    it.each([false, true])('agree with the answer for each pair (arrays: %s)', (arrays) => {
      let found = 0;
      fc.assert(
        fc.property(fc.array(pattern, { minLength: 2, maxLength: 5 }), (patterns) => {
          const pairs = [...overlaps([...patterns.entries()], { dialect, arrays })];
          const expected = patterns.flatMap((a, i) =>
            patterns.slice(i + 1).flatMap((b, k) => {
              const answers = disjoint(a, b, { dialect });
              return answers[arrays ? 'arrays' : 'scalars'].answer === 'no' ? [[i, i + 1 + k]] : [];
            }),
          );
          expect(pairs.map(({ ids }) => ids)).toEqual(expected);
          for (const { ids, witness } of pairs) {
            for (const id of ids) {
              const matcher = compilePattern(patterns[id] as string, { dialect });
              expect(matcher.matchesJson(witness as string)).toBe(true);
            }
          }
          found += pairs.length;
        }),
        { numRuns: 80 },
      );
      expect(found).toBeGreaterThan(30);
    });
  },
);
