import { describe, expect, test } from 'vitest';
import { lines, run } from './run-main.ts';

const PATTERN = '{"source":[{"prefix":"acs."}],"data":{"state":["a",{"prefix":"b"}],"n":[{"numeric":["<",5]}]}}';

function explain(pattern: string, event: string, columns = 80) {
  return run(['explain', 'p.json', 'e.json'], { files: { 'p.json': pattern, 'e.json': event }, columns });
}

test('it is a yes whenever it could explain', async () => {
  expect((await explain(PATTERN, '{"source":"acs.oss","data":{"state":"a","n":1}}')).code).toBe(0);
  expect((await explain(PATTERN, '{}')).code).toBe(0);
});

test('the pattern is shown with a mark beside each field and the reason beneath', async () => {
  const { out } = await explain(PATTERN, '{"source":"acs.oss","data":{"state":"a","n":"5"}}');
  const shown = lines(out);
  expect(shown[0]).toBe('no match: 1 of 3 fields fails');
  expect(shown).toContain('✓   "source": [{"prefix": "acs."}],');
  expect(shown).toContain('✓     "state": ["a", {"prefix": "b"}],');
  const failing = shown.indexOf('✗     "n": [{"numeric": ["<", 5]}]');
  expect(failing).toBeGreaterThan(0);
  expect(shown[failing + 1]).toMatch(/^ +"5" is a string, and the condition wants a number$/);
});

test('each condition of a field that fails has its own mark', async () => {
  const { out } = await explain(PATTERN, '{"source":"acs.oss","data":{"state":"c","n":1}}');
  expect(lines(out)).toContain('✗       "a",');
  expect(lines(out)).toContain('✗       {"prefix": "b"}');
});

test('a name that the event has and that differs by a letter is suggested', async () => {
  const { out } = await explain('{"data":{"state":["a"]}}', '{"data":{"State":"a"}}');
  expect(out).toContain('it has `State`');
});

test('a body that is text is named as such', async () => {
  const { out } = await explain('{"data":{"body":{"id":["a"]}}}', '{"data":{"body":"{\\"id\\":\\"a\\"}"}}');
  expect(out).toContain('`/data/body` is a string that holds JSON');
});

test('an empty pattern says that it matches every event', async () => {
  const { out } = await explain('{}', '{}');
  expect(lines(out)[0]).toBe('match');
  expect(out).toContain('an empty pattern matches every event');
});

test('names with dots are shown as they are written', async () => {
  const { code, out } = await run(['explain', 'p.json', 'e.json', '--dialect', 'rocketmq'], {
    files: { 'p.json': '{"data":{"a.b":["x"]}}', 'e.json': '{"data":{"a":{"b":"x"}}}' },
  });
  expect(code).toBe(0);
  expect(lines(out)).toContain('✓     "a.b": ["x"]');
});

describe('lines keep within the terminal', () => {
  const long = 'x'.repeat(300);
  const pattern = JSON.stringify({
    source: [long, { prefix: long }],
    data: { 北京: [{ 'anything-but': Array.from({ length: 60 }, (_, i) => `北京${i}`) }], a: { b: { c: { d: [1] } } } },
  });
  test.each([40, 80, 120])('of %i columns', async (columns) => {
    const { out } = await explain(pattern, JSON.stringify({ source: `y${long}`, data: { 北京: '北京5' } }), columns);
    for (const line of lines(out)) {
      const wide = [...line].filter((character) => character >= '\u4e00' && character <= '\u9fff').length;
      expect([...line].length + wide).toBeLessThanOrEqual(columns);
    }
  });
});

test('a thousand conditions are counted, and the one that holds is shown', async () => {
  const many = Array.from({ length: 1000 }, (_, i) => `value-${i}`);
  const { out } = await explain(JSON.stringify({ source: many }), '{"source":"value-900"}');
  expect(lines(out).length).toBeLessThan(40);
  expect(out).toContain('✓     "value-900"');
  expect(out).toContain('… 979 more');
});

test.each([
  ['an event that is not JSON', '{}', '{"a":', 'e.json:1:6: the event is not JSON'],
  ['an invalid pattern', '[]', '{}', 'p.json: the pattern is not valid'],
])('%s gives no answer', async (_, pattern, event, message) => {
  const { code, out, err } = await explain(pattern, event);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(message);
});

test('--format json is the explanation as data', async () => {
  const { out } = await run(['explain', 'p.json', 'e.json', '--format', 'json'], {
    files: { 'p.json': '{"data":{"ip":[{"cidr":"10.0.0.0/24"}]}}', 'e.json': '{"data":{"ip":"10.0.0.0"}}' },
  });
  expect(JSON.parse(out)).toMatchObject({
    version: 1,
    command: 'explain',
    pattern: 'p.json',
    event: 'e.json',
    explanation: { matches: true, dialect: 'aliyun', fields: [{ pointer: '/data/ip', holds: true }] },
    difference: {
      refused: false,
      verdicts: [
        { dialect: 'aliyun', verdict: 'match' },
        { dialect: 'rocketmq', verdict: 'no match' },
      ],
      deciding: [['cidr-ends']],
    },
    errors: [],
  });
});

describe('an event that does not match gets the changes that would make it match', () => {
  test.each<[string, string, string, string[]]>([
    ['a value', '{"data":{"size":[{"numeric":[">",0]}]}}', '{"data":{"size":0}}', ['  /data/size  0 → 1']],
    ['a member that is missing', '{"data":{"a":["x"]}}', '{"data":{"b":1}}', ['  /data/a  add "x"']],
    ['a member too many', '{"data":{"a":[{"exists":false}]}}', '{"data":{"a":5.0}}', ['  /data/a  remove 5.0']],
    [
      'a member of nearly the right name',
      '{"data":{"size":[{"numeric":[">",0]}],"n":[1]}}',
      '{"data":{"Size":9,"N":2}}',
      ['  /data/Size  rename to `size`', '  /data/N  rename to `n`, 2 → 1'],
    ],
    ['an element', '{"data":{"a":["x"]}}', '{"data":{"a":["y","z"]}}', ['  /data/a  add the element "x"']],
    [
      'what cannot be seen',
      '{"data":{"caf\u00e9":["a b"]}}',
      '{"data":{"cafe\u0301":"a\u00a0b"}}',
      ['  /data/cafe\\u0301  rename to `caf\\u00e9`, "a\\u00a0b" → "a b"'],
    ],
    [
      'two long texts',
      `{"data":{"a":["${'x'.repeat(300)}!"]}}`,
      `{"data":{"a":"${'x'.repeat(300)}?"}}`,
      [`  /data/a  …"${'x'.repeat(59)}?" →`, `    …"${'x'.repeat(59)}!"`],
    ],
    [
      'two of three',
      PATTERN,
      '{"source":"x","data":{"state":"a","n":7}}',
      ['  /source  "x" → "acs."', '  /data/n  7 → 4'],
    ],
  ])('%s', async (_, pattern, event, expected) => {
    const { out } = await explain(pattern, event);
    const shown = lines(out);
    expect(shown.slice(shown.indexOf('to match, change:') + 1)).toEqual(expected);
    const files = { 'p.json': pattern, 'e.json': event };
    const { nearest } = JSON.parse((await run(['explain', 'p.json', 'e.json', '--format', 'json'], { files })).out);
    expect(nearest.answer).toBe('yes');
    expect(nearest.changes).toHaveLength(expected.filter((line) => /^ {2}\S/.test(line)).length);
    expect((await run(['match', 'p.json', '-'], { files, stdin: nearest.event })).code).toBe(0);
  });

  test('unless there is none', async () => {
    const { out } = await explain('{"data":{"n":[{"numeric":[">",5,"<",1]}]}}', '{"data":{"n":3}}');
    expect(lines(out).at(-1)).toBe('no event matches this pattern');
  });

  test('and none when it matches', async () => {
    expect((await explain('{}', '{}')).out).not.toContain('to match');
  });

  test('also where a test fails', async () => {
    const suite = 'pattern: {data: {n: [1]}}\ntests:\n  - {name: a, match: true, event: {data: {n: 2}}}\n';
    const { code, out } = await run(['test', 's.eb-test.yaml'], { files: { 's.eb-test.yaml': suite } });
    expect(code).toBe(1);
    expect(out).toContain('    to match, change:\n      /data/n  2 → 1\n');
  });
});
