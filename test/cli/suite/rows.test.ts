import { describe, expect, test } from 'vitest';
import { lines } from '../run-main.ts';
import { flat, last, outcomesOf, runSuite } from './run-suite.ts';

const json = { flags: ['--format', 'json'] };

describe('each row makes one test', () => {
  test('with its values in the name and in the places of values', async () => {
    const outcome = await runSuite(
      `
pattern: { data: { size: [{ numeric: ['>=', 5] }] } }
base: { data: {} }
tests:
  - name: a size of <size> <verdict>
    with: { data: { size: <size> } }
    match: <match>
    each:
      - { size: 5, verdict: is enough, match: true }
      - { size: 4.99, verdict: is not, match: false }`,
      json,
    );
    expect(outcomesOf(outcome)).toEqual({ 'a size of 5 is enough': 'passed', 'a size of 4.99 is not': 'passed' });
  });

  test.each([
    ['numbers keep their text', '[300.0]', '300.0', true],
    ['another text is another value', '[300.0]', '300', false],
    ['a text stays a text', "['300']", "'300'", true],
    ['null', '[null]', 'null', true],
    ['a list', '[a]', '[b, a]', true],
    ['a boolean', '[true]', 'true', true],
  ])('%s', async (_, pattern, value, match) => {
    const { code } = await runSuite(`
pattern: { data: { n: ${pattern} } }
tests:
  - { name: x, event: { data: { n: <v> } }, match: ${match}, each: [{ v: ${value} }] }`);
    expect(code).toBe(0);
  });

  test('with a map as the value of `with`, and a list as that of `fails` and `remove`', async () => {
    const { code } = await runSuite(`
pattern: { source: [a], data: { n: [1] } }
base: { source: a, data: { n: 1 } }
tests:
  - name: <what>
    with: <changes>
    remove: <gone>
    match: false
    fails: <fields>
    each:
      - { what: changed, changes: { source: b }, gone: [/data/n], fields: [/source, /data/n] }`);
    expect(code).toBe(0);
  });

  test('and leaves placeholders inside texts, pointers and member names as text', async () => {
    const { code } = await runSuite(`
pattern: { data: { a: [x-1], b: [x-2] } }
base: { data: { a: x-1, b: x-2 } }
tests:
  - name: without <field>
    remove: [/data/<field>]
    match: false
    fails: [/data/<field>]
    each: [{ field: a }, { field: b }]
  - name: with <field> of <n>
    with: { data: { <field>: x-<n> } }
    match: true
    each: [{ field: a, n: 1 }, { field: b, n: 2 }]
  - name: in JSON text, <n>
    event: '{"data": {"a": "x-<n>", "b": "x-2"}}'
    match: true
    each: [{ n: 1 }]`);
    expect(code).toBe(0);
  });

  test('and reads two opening braces as one that is text', async () => {
    const { code } = await runSuite(`
pattern: { data: { html: ['<b>5</b>', 'a < 5'] } }
tests:
  - { name: bold, event: { data: { html: '<<b><n></b>' } }, match: true, each: [{ n: 5 }] }
  - { name: less, event: { data: { html: 'a < <n>' } }, match: true, each: [{ n: 5 }] }
  - { name: without rows, event: { data: { html: '<b>5</b>' } }, match: true }`);
    expect(code).toBe(0);
  });

  test('and may replace members of the test', async () => {
    const outcome = await runSuite(
      `
pattern: { source: [a] }
tests:
  - name: from <source>
    event: { source: <source> }
    match: true
    each:
      - { source: a }
      - { source: b, match: false, fails: [/source] }
      - { name: from nowhere, event: {}, match: false, source: unused here }
      - { source: c, skip: not yet }`,
      json,
    );
    expect(outcomesOf(outcome)).toEqual({
      'from a': 'passed',
      'from b': 'passed',
      'from nowhere': 'passed',
      'from c': 'skipped',
    });
  });

  test('with its number in a name without placeholders', async () => {
    const outcome = await runSuite(
      `
pattern: { source: [a] }
tests: [{ name: x, event: { source: <s> }, match: <m>, each: [{ s: a, m: true }, { s: b, m: false }] }]`,
      json,
    );
    expect(Object.keys(outcomesOf(outcome))).toEqual(['x [1]', 'x [2]']);
  });

  test('in JSON, too', async () => {
    const each = [
      { n: 1, m: true },
      { n: 2, m: false },
    ];
    const text = JSON.stringify({
      pattern: { data: { n: [1] } },
      tests: [{ name: 'n is <n>', event: { data: { n: '<n>' } }, match: '<m>', each }],
    });
    expect(await runSuite(text, { name: 's.eb-test.json' })).toMatchObject({ code: 0, err: '' });
  });

  test('and has its place in a failure', async () => {
    const { code, out } = await runSuite(`pattern: { source: [a] }
tests:
  - name: from <s>
    event: { source: <s> }
    match: true
    each:
      - { s: a }
      - { s: b }`);
    expect(code).toBe(1);
    expect(out).toContain('s.eb-test.yaml:8:9');
    expect(last(out)).toBe('1 passed, 1 failed');
  });
});

test.each([
  [
    'a placeholder that no row has',
    'event: { source: <sorce> }, match: true, each: [{ source: a }]',
    ['2:37: no row has a value for `<sorce>`; did you mean `<source>`?', '2:70: nothing in the test uses `<source>`'],
  ],
  [
    'a text that looks like one',
    'event: { source: <b>x }, match: <m>, each: [{ m: true }]',
    ['2:37: no row has a value for `<b>`; where this is only text, write `<<` for `<`'],
  ],
  [
    'a value that one row lacks',
    'event: { source: <s> }, match: true, each: [{ s: a }, { name: y }]',
    ['2:74: this row has no `s`, which the test uses as `<s>`'],
  ],
  [
    'a value that nothing uses',
    'event: {}, match: true, each: [{ foo: 1 }]',
    ['2:53: nothing in the test uses `<foo>`'],
  ],
  [
    'a misspelt member',
    'event: {}, match: true, each: [{ mtach: true }]',
    ['2:53: nothing in the test uses `<mtach>`; did you mean `match`?'],
  ],
  [
    'a value that could not be used',
    'event: {}, match: true, each: [{ a b: 1 }]',
    ['2:53: `a b` cannot be a placeholder: it is letters, digits, `_` and `-`'],
  ],
  [
    'rows that are no list',
    'event: {}, match: true, each: { a: 1 }',
    ['2:50: `each` is a list of rows, and each row is a map'],
  ],
  ['no rows', 'event: {}, match: true, each: []', ['2:50: the test has no rows: `each` is empty']],
  [
    'a row that is no map',
    'event: {}, match: true, each: [a]',
    ['2:51: a row of `each` is a map from names to values'],
  ],
  [
    'a value of the wrong kind',
    'event: {}, match: <m>, each: [{ m: yes }]',
    ['2:55: `match` is `true` or `false`, not text'],
  ],
  [
    'an invalid pointer',
    'event: {}, match: false, fails: [<f>], each: [{ f: source }]',
    ['2:71: an item of `fails` is a JSON pointer'],
  ],
  [
    'names that are the same',
    'event: {}, match: true, each: [{ name: y }, { name: y }]',
    ['2:64: there is a test `y` already'],
  ],
  [
    'an unknown member, said once',
    'event: {}, mach: true, each: [{ match: true }, { match: false }]',
    ['2:31: a test has no member `mach`; did you mean `match`?'],
  ],
  [
    'rows under a misspelt name',
    'event: {}, match: true, eahc: []',
    ['2:44: a test has no member `eahc`; did you mean `each`?'],
  ],
] as const)('%s', async (_, rest, messages) => {
  const { code, out, err } = await runSuite(`pattern: { source: [a] }\ntests: [{ name: x, ${rest} }]`);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(lines(err).map((line) => line.replace('eb-pattern: s.eb-test.yaml:', ''))).toEqual(
    messages.map((message) => expect.stringContaining(message)),
  );
});

test('rows that multiply beyond the limit are refused', async () => {
  const rows = Array.from({ length: 3000 }, () => `{ a: ${'x'.repeat(100)} }`).join(', ');
  const { code, err } = await runSuite(
    `pattern: {}\ntests: [{ name: x, event: { source: '${'<a>'.repeat(1000)}' }, match: true, each: [${rows}] }]`,
  );
  expect(code).toBe(2);
  expect(flat(err)).toContain('the rows of this suite make too much; write fewer of them');
});
