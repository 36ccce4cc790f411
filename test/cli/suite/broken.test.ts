import { describe, expect, test } from 'vitest';
import { changesBetween } from '../../../src/suite/changes.ts';
import { lines, run } from '../run-main.ts';

const TEST = 'tests: [{ name: x, event: {}, match: true }]';

/** Row name, text, and the expected text of each line of standard error. */
const yaml: readonly (readonly [string, string, readonly string[]])[] = [
  ['an empty file', '', ['1:1: the suite is empty']],
  ['no pattern', TEST, ['1:1: a suite needs a `pattern`']],
  ['nothing to test', 'pattern: {}', ['1:1: the suite tests nothing']],
  ['an empty list of tests', 'pattern: {}\ntests: []', ['2:8: the suite tests nothing']],
  ['an empty list of codes', 'pattern: {}\ninvalid: []', ['2:10: the suite tests nothing']],
  ['tests and invalid', `pattern: {}\n${TEST}\ninvalid: [empty-text]`, ['`tests` or `invalid`, not both']],
  ['a list', '- a', ['1:1: a suite is a map, not a list']],
  ['an unknown member', `pattern: {}\nfoo: 1\n${TEST}`, ['2:1: a suite has no member `foo`']],
  ['a misspelt member', `patern: {}\n${TEST}`, ['1:1: a suite has no member `patern`; did you mean `pattern`?']],
  [
    'a misspelt dialect',
    `pattern: {}\ndialect: aliyn\n${TEST}`,
    ['2:10: `dialect` is one of aliyun, rocketmq, aws, not `aliyn`'],
  ],
  [
    'an unknown code',
    'pattern: {}\ninvalid: [empty-txt]',
    ['2:11: an item of `invalid` is a code of a finding, not `empty-txt`; did you mean `empty-text`?'],
  ],
  ['a test without a name', 'pattern: {}\ntests: [{ event: {}, match: true }]', ['2:9: a test needs a `name`']],
  [
    'a test without a verdict',
    'pattern: {}\ntests: [{ name: x, event: {} }]',
    ['2:9: a test says `match: true` or `match: false`'],
  ],
  [
    'a misspelt verdict',
    'pattern: {}\ntests: [{ name: x, event: {}, mach: true }]',
    ['2:31: a test has no member `mach`; did you mean `match`?'],
  ],
  [
    'a verdict in quotes',
    'pattern: {}\ntests: [{ name: x, event: {}, match: "yes" }]',
    ['2:38: `match` is `true` or `false`, not text'],
  ],
  [
    'two tests of one name',
    'pattern: {}\ntests:\n- { name: x, event: {}, match: true }\n- { name: x, event: {}, match: true }',
    ['4:3: there is a test `x` already'],
  ],
  ['a test without an event', 'pattern: {}\ntests: [{ name: x, match: true }]', ['2:9: the test `x` has no event']],
  ['changes without a base', 'pattern: {}\ntests: [{ name: x, match: true, with: {} }]', ['give the suite a `base`']],
  ...(
    [
      ['/data/state', 'write `data: {state: …}`'],
      ['/source', 'write `source: …`'],
      ['/data/a~1b/c d', 'write `data: {"a/b": {"c d": …}}`'],
      ['/data/items/0/id', 'lists are replaced whole'],
      ['data.state', 'write `data: {state: …}`'],
      ['$.data.order.id', 'write `data: {order: {id: …}}`'],
    ] as const
  ).map(
    ([path, advice]) =>
      [
        `the path ${path} in changes`,
        `pattern: {}\nbase: {}\ntests: [{ name: x, match: true, with: { ${JSON.stringify(path)}: 1 } }]`,
        [`3:41: \`with\` of the test \`x\` takes members, not the path \`${path}\`; ${advice}`],
      ] as const,
  ),
  [
    'a path in the changes of a row',
    'pattern: {}\nbase: {}\ntests: [{ name: x <n>, match: true, each: [{ n: 1, with: { /data/n: 1 } }] }]',
    ['takes members, not the path `/data/n`; write `data: {n: …}`'],
  ],
  [
    'an event beside changes',
    'pattern: {}\nbase: {}\ntests: [{ name: x, event: {}, match: true, with: {} }]',
    ['has an `event` of its own'],
  ],
  [
    'fails of a match',
    'pattern: { type: [a] }\ntests: [{ name: x, event: {}, match: true, fails: [/type] }]',
    ['`fails` is for an event that does not match'],
  ],
  [
    'fails of an unknown field',
    'pattern: { type: [a] }\ntests: [{ name: x, event: {}, match: false, fails: [/tpye] }]',
    ['2:53: the pattern has no field `/tpye`; did you mean `/type`?'],
  ],
  [
    'fails that is no pointer',
    'pattern: { type: [a] }\ntests: [{ name: x, event: {}, match: false, fails: [type] }]',
    ['2:53: an item of `fails` is a JSON pointer'],
  ],
  [
    'a bad escape in a pointer',
    'pattern: { type: [a] }\ntests: [{ name: x, event: {}, match: false, fails: [/a~2] }]',
    ['2:53: `/a~2` is not a JSON pointer'],
  ],
  [
    'nothing to remove',
    'pattern: {}\nbase: { data: {} }\ntests: [{ name: x, match: true, remove: [/data/x] }]',
    ['3:42: there is no `/data/x` in the base to remove'],
  ],
  ['a pattern file that is not there', `pattern: p.json\n${TEST}`, ['1:10: there is no file `p.json`']],
  [
    'an event file that is not there',
    'pattern: {}\ntests: [{ name: x, event: e.json, match: true }]',
    ['2:27: there is no file `e.json`'],
  ],
  [
    'an event that is not JSON',
    `pattern: {}\ntests: [{ name: x, event: '{"a":}', match: true }]`,
    ['2:33: the event is not JSON'],
  ],
  [
    'a base that is not JSON, said once',
    `pattern: {}\nbase: '{"a":}'\ntests: [{ name: x, match: true }, { name: y, match: true }]`,
    ['2:13: the event is not JSON'],
  ],
  ['text that is not YAML', 'pattern: {}\ntests: [', ['the suite is not YAML']],
  ['a member name that occurs twice', `pattern: {}\npattern: {}\n${TEST}`, ['2:1: this member name occurs twice']],
  [
    'a member name of a pattern that occurs twice',
    `pattern: { type: [a], type: [b] }\n${TEST}`,
    ['1:23: this member name occurs twice'],
  ],
  ['two documents', `pattern: {}\n${TEST}\n---\na: 1`, ['a second one begins here']],
  ['an alias without an anchor', `pattern: *nope\n${TEST}`, ['1:10: ']],
  ['infinity', `pattern: { data: { n: [.inf] } }\n${TEST}`, ['`.inf` is not a number of JSON']],
  [
    'a tag that JSON has no word for',
    `pattern: { data: { n: [!!binary aGk=] } }\n${TEST}`,
    ['1:33: this YAML value has no word in JSON'],
  ],
  ['a map as a member name', `pattern: { ? { a: 1 } : [x] }\n${TEST}`, ['1:14: a member name is plain text']],
];

test.each(yaml)('%s', async (_, text, messages) => {
  const { code, out, err } = await run(['test', 's.eb-test.yaml'], { files: { 's.eb-test.yaml': text } });
  expect({ code, out }).toEqual({ code: 2, out: '' });
  const shown = lines(err);
  expect(shown).toHaveLength(messages.length);
  for (const [i, message] of messages.entries()) {
    expect(shown[i]).toMatch(/^eb-pattern: s\.eb-test\.yaml:\d+:\d+: /);
    expect(shown[i]).toContain(message);
  }
});

test('all errors in the form of a suite are reported at once, in source order', async () => {
  const text = 'patern: {}\ndialect: x\ntests:\n- nam: a\n  match: 1\n';
  const { err } = await run(['test', 's.eb-test.yaml'], { files: { 's.eb-test.yaml': text } });
  expect(lines(err).map((line) => line.split(':')[2])).toEqual(['1', '2', '4', '5']);
});

test.each([
  ['JSON that is broken', '{"pattern": {},}', ':1:16: the suite is not JSON'],
  [
    'a duplicate member',
    '{"pattern": {}, "pattern": {}, "tests": []}',
    ':1:17: the member name `pattern` occurs twice',
  ],
  [
    'a duplicate member of a test',
    '{"pattern":{},"tests":[{"name":"x","name":"y","event":{},"match":true}]}',
    ':1:36: the member name `name`',
  ],
  [
    'an event file that is not JSON',
    '{"pattern":{},"tests":[{"name":"x","event":"e.json","match":true}]}',
    'e.json:2:6: the event is not JSON',
  ],
])('a suite in JSON: %s', async (_, text, message) => {
  const files = { 's.eb-test.json': text, 'e.json': '{\n "a" 1}' };
  const { code, err } = await run(['test', 's.eb-test.json'], { files });
  expect(code).toBe(2);
  expect(lines(err)).toHaveLength(1);
  expect(err).toContain(message);
});

describe('hostile suites', () => {
  const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]'];
  for (const [to, from] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf', 'hg', 'ih'])
    bomb.push(`${to}: &${to} [${`*${from},`.repeat(9)}]`);
  test.each([
    ['aliases of aliases', bomb.join('\n'), 'copy more than 10000 values'],
    ['an alias of itself', 'pattern: &a { data: *a }', 'stands inside the value'],
    ['a hundred thousand brackets', `pattern: ${'['.repeat(100_000)}`, 'nested too deeply'],
    ['twenty thousand dashes', `${'- '.repeat(20_000)}a`, 'nested too deeply'],
  ])('%s', async (_, text, message) => {
    const { code, err } = await run(['test', 's.eb-test.yaml'], { files: { 's.eb-test.yaml': text } });
    expect(code).toBe(2);
    expect(lines(err)).toHaveLength(1);
    expect(err).toContain(message);
  });

  test('names of Object.prototype are plain names', async () => {
    const text = `pattern: { data: { __proto__: [a], constructor: [{ exists: false }], toString: [b] } }
base: { data: { __proto__: a } }
tests:
  - { name: x, with: { data: { toString: b } }, match: true }
  - { name: y, with: { data: { __proto__: c, toString: b } }, match: false, fails: [/data/__proto__] }
  - { name: z, with: { data: { toString: b } }, remove: [/data/__proto__], match: false, fails: [/data/__proto__] }`;
    expect(await run(['test', 's.eb-test.yaml'], { files: { 's.eb-test.yaml': text } })).toMatchObject({ code: 0 });
  });

  test('a member `__proto__` of the suite itself is an unknown member', async () => {
    const text = '{"pattern": {}, "__proto__": {"tests": []}, "invalid": ["empty-text"]}';
    const { code, err } = await run(['test', 's.eb-test.json'], { files: { 's.eb-test.json': text } });
    expect(code).toBe(2);
    expect(err).toContain('a suite has no member `__proto__`');
  });
});

test('a suite that is written has no path in `with`', () => {
  expect(changesBetween('{"data":{}}', '{"data":{"/a":1}}')).toEqual({ with: '{"data":{"/a":1}}' });
  for (const name of ['/a', '$.a', 'data.a']) {
    expect(changesBetween('{"data":{}}', JSON.stringify({ data: {}, [name]: 1 })), name).toBeUndefined();
  }
});
