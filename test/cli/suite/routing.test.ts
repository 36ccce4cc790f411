import { describe, expect, test } from 'vitest';
import { lines, run } from '../run-main.ts';
import { flat, last, runSuite } from './run-suite.ts';

const files = {
  'rules/orders/paid.json': '{"source":["shop"],"type":["paid"]}',
  'rules/orders/all.yaml': 'source: [shop]\n',
  'rules/eu.jsonc': '{"source": ["shop"], "data": {"region": ["eu"]}} // of the region',
  'rules/request.json': JSON.stringify({ Name: 'r', FilterPattern: '{"source":["other"]}' }),
  'rules/package.json': '{"name":"x","version":"1"}',
  'rules/s.eb-test.yaml': 'pattern: {}\ntests: [{ name: x, event: {}, match: true }]',
  'paid.json': '{"source":"shop","type":"paid","data":{"region":"us"}}',
};
const tests = (routes: string, event = 'paid.json'): string =>
  `tests:\n  - name: x\n    event: ${event}\n    routes: ${routes}`;

describe('a test of a routing suite names the patterns that its event reaches', () => {
  test.each([
    ['exactly, in any order', '[orders/paid, orders/all]', 'paid.json'],
    ['none', '[]', '{ source: nobody }'],
    ['some', '{ includes: [orders/paid] }', 'paid.json'],
    ['some it does not', '{ excludes: [eu, request#/FilterPattern] }', 'paid.json'],
    ['both', '{ includes: [orders/all], excludes: [eu] }', 'paid.json'],
    ['one in a document', '["request#/FilterPattern"]', '{ source: other }'],
    ['one in JSON with comments', '[eu, orders/all]', '{ source: shop, data: { region: eu } }'],
  ])('%s', async (_, routes, event) => {
    expect(await runSuite(`patterns: rules\n${tests(routes, event)}`, { files })).toMatchObject({ code: 0, err: '' });
  });

  test.each([
    ['a folder beside it', 'patterns: ./rules/', '[orders/all, orders/paid]'],
    ['a folder in a folder', 'patterns: rules/orders', '[all, paid]'],
    ['a glob', 'patterns: rules/*/*.json', '[orders/paid]'],
    ['a glob through folders', 'patterns: "rules/*/**/*.{json,yaml}"', '[orders/all, orders/paid]'],
    ['a file', 'patterns: rules/orders/paid.json', '[rules/orders/paid]'],
    ['a file with several', 'patterns: rules/request.json', '[]'],
    [
      'a map',
      'patterns: { inline: { source: [shop] }, json: \'{"type": ["paid"]}\', file: rules/eu.jsonc, at: "rules/request.json#/FilterPattern" }',
      '[json, inline]',
    ],
  ])('the patterns are those of %s', async (_, patterns, routes) => {
    expect(await runSuite(`${patterns}\n${tests(routes)}`, { files })).toMatchObject({ code: 0, err: '' });
  });

  test('paths are relative to the suite', async () => {
    const suite = `patterns: ../rules\n${tests('[orders/all, orders/paid]', '../paid.json')}`;
    expect((await run(['test', 'deep'], { files: { ...files, 'deep/s.eb-test.yaml': suite } })).code).toBe(0);
  });

  test('base, with, remove, rows, the dialect and extensions work as in other suites', async () => {
    const { code, err } = await runSuite(`
patterns: { a: { tenant: [t1], data: { n: ['300'] } }, b: { tenant: [t2] } }
dialect: rocketmq
extensions: [tenant]
base: { tenant: t1, data: { n: 300 } }
tests:
  - name: of <tenant>
    with: { tenant: <tenant> }
    routes: <routes>
    each:
      - { tenant: t1, routes: [a] }
      - { tenant: t2, routes: [b] }
      - { tenant: t3, routes: [] }
  - { name: of nobody, remove: [/tenant], routes: [] }`);
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });
});

describe('a failure of a routing suite', () => {
  test('lists the missing and surplus patterns, each with its explanation', async () => {
    const { code, out } = await runSuite(`patterns: rules\n${tests('[eu, orders/paid]')}`, { files });
    expect({ code, last: last(out) }).toEqual({ code: 1, last: '0 passed, 1 failed' });
    expect(flat(out)).toContain('should reach `eu`, and does not; should not reach `orders/all`, and does');
    expect(out).toContain('    eu is not reached:\n');
    expect(out).toMatch(/✗ +"region": \["eu"\]/);
    expect(out).toContain('    orders/all is reached:\n');
  });

  test('has its data in JSON', async () => {
    const { out } = await runSuite(`patterns: rules\n${tests('{ excludes: [orders/all, eu] }')}`, {
      files,
      flags: ['--format', 'json'],
    });
    expect(JSON.parse(out).suites[0].tests).toMatchObject([
      { outcome: 'failed', routes: [{ id: 'orders/all', kind: 'surplus', explanation: { matches: true } }] },
    ]);
  });

  test('explains the first of many', async () => {
    const patterns = Array.from({ length: 30 }, (_, i) => `p${i}: { source: [a] }`).join(', ');
    const { out } = await runSuite(`patterns: { ${patterns} }\n${tests('[]', '{ source: a }')}`);
    expect(lines(out).filter((line) => line.endsWith(' is reached:'))).toHaveLength(10);
  });
});

test.each([
  [
    'an unknown id',
    `patterns: rules\n${tests('[order/paid]')}`,
    ['5:14: no pattern has the id `order/paid`; did you mean `orders/paid`?'],
  ],
  [
    'a part of an id',
    `patterns: rules\n${tests('{ excludes: [paid] }')}`,
    ['5:26: no pattern has the id `paid`; did you mean `orders/paid`?'],
  ],
  [
    'an id that is like none',
    `patterns: { a: {} }\n${tests('[xyz]')}`,
    ['5:14: no pattern has the id `xyz`; there are `a`'],
  ],
  [
    'an id that is both included and excluded',
    `patterns: rules\n${tests('{ includes: [eu], excludes: [eu] }')}`,
    ['5:26: `eu` is in `includes` and in `excludes`'],
  ],
  ['an id twice', `patterns: rules\n${tests('[eu, eu]')}`, ['5:13: `routes` holds the same item twice']],
  ['empty routes', `patterns: rules\n${tests('{}')}`, ['5:13: `routes` says `includes` or `excludes`, or is a list']],
  [
    'a misspelt member of routes',
    `patterns: rules\n${tests('{ include: [eu] }')}`,
    ['5:15: `routes` has no member `include`; did you mean `includes`?'],
  ],
  ['routes that are a text', `patterns: rules\n${tests('eu')}`, ['5:13: `routes` is a list or a map, not text']],
  [
    'no verdict',
    'patterns: rules\ntests: [{ name: x, event: {} }]',
    ['2:9: a test says which patterns its event reaches'],
  ],
  [
    '`match`',
    'patterns: rules\ntests: [{ name: x, event: {}, match: true }]',
    ['2:9: the test `x` says `match`, which is for suites with one `pattern`; say `routes`'],
  ],
  [
    '`routes` of one pattern',
    'pattern: {}\ntests: [{ name: x, event: {}, routes: [] }]',
    ['2:9: the test `x` says `routes`, which is for suites with `patterns`; say `match`'],
  ],
  ['both', `pattern: {}\npatterns: rules\n${tests('[]')}`, ['1:1: a suite has `pattern` or `patterns`, not both']],
  [
    '`invalid`',
    'patterns: rules\ninvalid: [empty-text]',
    ['2:10: `invalid` is for one `pattern`, and this suite has `patterns`'],
  ],
  [
    'a folder that is not there',
    `patterns: rulez\n${tests('[]')}`,
    ['1:11: there is no file `rulez`; there is `rules` beside it'],
  ],
  ['a glob of nothing', `patterns: rules/*.toml\n${tests('[]')}`, ['1:11: there are no files `rules/*.toml`']],
  ['an empty map', `patterns: {}\n${tests('[]')}`, ['1:11: `patterns` is empty']],
  ['standard input', `patterns: '-'\n${tests('[]')}`, ['1:11: `patterns` names files, and `-` is none']],
  [
    'a pattern of the map that is not there',
    `patterns: { a: nope.json }\n${tests('[]')}`,
    ['1:16: there is no file `nope.json`'],
  ],
] as const)('%s makes the suite an error', async (_, text, messages) => {
  const { code, out, err } = await runSuite(text, { files });
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(lines(err).map((line) => line.replace('eb-pattern: s.eb-test.yaml:', ''))).toEqual(
    messages.map((message) => expect.stringContaining(message)),
  );
});

test('two files of one id make the suite an error', async () => {
  const more = { ...files, 'rules/eu.json': '{"source":["x"]}' };
  const { code, err } = await runSuite(`patterns: rules\n${tests('[]')}`, { files: more });
  expect(code).toBe(2);
  expect(err).toContain('s.eb-test.yaml:1:11: `rules/eu.json` and `rules/eu.jsonc` have the same id `eu`');
});

test('errors of any pattern make the suite an error, and warnings do not', async () => {
  const broken = { 'r/a.json': '{"source":"a"}', 'r/b.json': '{"source":["b"],"data":{"n":[{"prefix":""}]}}' };
  const { code, err } = await runSuite(`patterns: r\n${tests('[]', '{}')}`, {
    files: { ...broken, 'r/a.json': '{"source":[["a"]]}' },
  });
  expect(code).toBe(2);
  expect(err).toContain('r/a.json:1:12');
  expect(err).toContain('r/b.json:1:40');
  const warned = await runSuite(
    `patterns: { a: { data: { n: [1.0] } }, b: { data: { m: [1.0] } } }\n${tests('[]', '{}')}`,
  );
  expect(warned.code).toBe(0);
  expect(lines(warned.out).filter((line) => line.includes('[number-text]'))).toHaveLength(2);
});

describe('the dialects of a routing suite', () => {
  const text = `patterns: { ip: { data: { ip: [{ cidr: 10.0.0.0/24 }] } }, type: { type: [{ contains: a }] } }
tests:
  - { name: they differ, event: { data: { ip: 10.0.0.255 } }, routes: [ip] }`;

  test('differ with a warning, and fail a test with --strict-dialects', async () => {
    const { code, out } = await runSuite(text);
    expect(code).toBe(0);
    expect(flat(out)).toContain('`ip`: matches in aliyun, not in rocketmq');
    expect((await runSuite(text, { flags: ['--strict-dialects'] })).code).toBe(1);
  });
});

test('route reads the same files of a folder, with the same ids', async () => {
  const { code, out } = await run(['route', 'rules', 'paid.json'], { files });
  expect({ code, out }).toEqual({ code: 0, out: '✓ paid.json: orders/all, orders/paid\n' });
  const other = await run(['route', 'rules', '-'], { files, stdin: '{"source":"other"}' });
  expect(other.out).toBe('✓ standard input: request#/FilterPattern\n');
});
