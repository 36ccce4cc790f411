/** An exhausted budget makes an answer unknown and never wrong. Redundancy is judged by removing the part and comparing verdicts. */
import { describe, expect, it } from 'vitest';
import {
  type DialectName,
  dialectDifference,
  disjoint,
  equivalent,
  implies,
  nearMisses,
  neverMatches,
  parsePattern,
  redundant,
  sample,
} from '../../src/index.ts';
import { referenceMatches } from '../support/reference.ts';

const data = (conditions: string): string => `{"data":{"s":[${conditions}]}}`;
const list = (count: number, make: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => make(i)).join();

const PATTERNS: readonly string[] = [
  data('"a","b"'),
  data('{"prefix":"a"},{"prefix":"ab"},{"suffix":"a"},"ab",{"contains":"ab"}'),
  data('{"anything-but":{"prefix":"a"}},{"prefix":"a","suffix":"b"},{"contains":"c"}'),
  data('{"numeric":[">",1]},{"numeric":[">",2]},{"numeric":["<",9]},3,"x"'),
  data('{"cidr":"10.0.0.0/8"},{"cidr":"10.1.0.0/16"},{"prefix":"10."},"10.0.0.1"'),
  data(list(12, (i) => `{"prefix":"${i % 10}"},{"suffix":"x${i}"}`)),
  data(list(8, (i) => `{"prefix":"a${i}","suffix":"b${i}","anything-but":"a${i}b${i}"}`)),
  '{"data":{"a.b":["x"],"a":{"b":["x","y"]}}}',
  '{"data":{"a":[{"exists":false}],"a.b":[{"exists":false}]},"source":[{"prefix":"acs."}]}',
];

const BUDGETS = [0, 3, 20, 130, 600];

const DIALECTS: readonly DialectName[] = ['aliyun', 'rocketmq'];
const cases = DIALECTS.flatMap((dialect) =>
  PATTERNS.filter((text) => parsePattern(text, { dialect }).pattern !== undefined).map(
    (text) => [dialect, text] as const,
  ),
);

describe.each(cases)('under %s of %s', (dialect, text) => {
  it('a smaller budget gives the same answer or unknown', () => {
    const [other = ''] = cases
      .map((one) => one[1])
      .filter((one) => one !== text && parsePattern(one, { dialect }).pattern);
    const questions: readonly ((budget?: number) => { readonly answer: string })[] = [
      (budget) => neverMatches(text, { dialect, budget }),
      (budget) => dialectDifference(text, { budget }),
      ...[text, other].flatMap((to) => [
        (budget?: number) => implies(text, to, { dialect, budget }),
        (budget?: number) => equivalent(text, to, { dialect, budget }),
        (budget?: number) => disjoint(text, to, { dialect, budget }).arrays,
        (budget?: number) => disjoint(text, to, { dialect, budget }).scalars,
      ]),
    ];
    for (const ask of questions) {
      const { answer } = ask();
      for (const budget of BUDGETS) expect([answer, 'unknown']).toContain(ask(budget).answer);
    }
  });
});

it('a smaller budget reports no additional redundancy', () => {
  let unknown = 0;
  for (const [dialect, text] of cases) {
    const { conditions, fields } = redundant(text, { dialect });
    for (const budget of [...BUDGETS, 1, 8, 50, 300]) {
      const less = redundant(text, { dialect, budget });
      if (less.unknown === undefined) expect(less).toEqual({ conditions, fields });
      else unknown++;
      expect(conditions).toEqual(expect.arrayContaining([...less.conditions]));
      expect(fields).toEqual(expect.arrayContaining([...less.fields]));
    }
  }
  expect(unknown).toBeGreaterThan(cases.length);
});

describe('redundant fields with a common path', () => {
  /** In rocketmq a dot in a name is a step. */
  it.each<[string, string, readonly string[]]>([
    ['one path, and the second is weaker', '{"data":{"a.b":["x"],"a":{"b":["x","y"]}}}', ['/data/a/b']],
    ['one path, and the first is weaker', '{"data":{"a.b":["x","y"],"a":{"b":["x"]}}}', ['/data/a.b']],
    ['one path, and both are equal', '{"data":{"a.b":["x","y"],"a":{"b":["y","x"]}}}', ['/data/a/b']],
    // An array may contain both values.
    ['one path with different values', '{"data":{"a.b":["x"],"a":{"b":["y"]}}}', []],
    ['a missing member has no members', '{"data":{"a":[{"exists":false}],"a.b":[{"exists":false}]}}', ['/data/a.b']],
    ['a plain value has no members', '{"data":{"a":["x"],"a.b":[{"exists":false}]}}', ['/data/a.b']],
    ['a member does not affect its neighbour', '{"data":{"a.b":["x"],"a.c":[{"exists":false}]}}', []],
    [
      'three of one path',
      '{"data":{"a.b.c":["x"],"a":{"b.c":["x","y"],"b":{"c":["x","y","z"]}}}}',
      ['/data/a/b.c', '/data/a/b/c'],
    ],
  ])('%s', (_, text, fields) => {
    expect(redundant(text, { dialect: 'rocketmq' })).toEqual({ conditions: [], fields });
    if (fields.length === 0) return;
    // Without the redundant fields every event has the same verdict.
    const left = JSON.parse(text);
    for (const pointer of fields) {
      const names = pointer.split('/').slice(1);
      const holder = names.slice(0, -1).reduce((at, name) => at[name], left);
      delete holder[names.at(-1) as string];
    }
    // Innermost first, so that an object is removed with its last member.
    const without = JSON.stringify(
      JSON.parse(JSON.stringify(left), (_name, value) => (isEmptyObject(value) ? undefined : value)),
    );
    for (const from of [text, without]) {
      const events = [
        ...sample(from, 10, { dialect: 'rocketmq' }),
        ...nearMisses(from, 10, { dialect: 'rocketmq' }).map(({ event }) => event),
      ];
      for (const event of events)
        expect(referenceMatches(without, event, 'rocketmq'), event).toBe(referenceMatches(text, event, 'rocketmq'));
    }
  });
});

function isEmptyObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;
}
