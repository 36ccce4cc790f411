import { describe, expect, test } from 'vitest';
import { lines, run } from '../run-main.ts';

const PATTERN = '{"source":[{"prefix":"acs."}],"data":{"state":["a",{"prefix":"b"}],"n":[{"numeric":["<",5]}]}}';

function explain(pattern: string, event: string, columns = 80) {
  return run(['explain', 'p.json', 'e.json'], { files: { 'p.json': pattern, 'e.json': event }, columns });
}

test('the exit code is 0 for every explained event', async () => {
  expect((await explain(PATTERN, '{"source":"acs.oss","data":{"state":"a","n":1}}')).code).toBe(0);
  expect((await explain(PATTERN, '{}')).code).toBe(0);
});

test('the pattern is shown with a mark beside each field and the reason below', async () => {
  const { out } = await explain(PATTERN, '{"source":"acs.oss","data":{"state":"a","n":"5"}}');
  const shown = lines(out);
  expect(shown[0]).toBe('no match: 1 of 3 fields fails');
  expect(shown).toContain('✓   "source": [{"prefix": "acs."}],');
  expect(shown).toContain('✓     "state": ["a", {"prefix": "b"}],');
  const failing = shown.indexOf('✗     "n": [{"numeric": ["<", 5]}]');
  expect(failing).toBeGreaterThan(0);
  expect(shown[failing + 1]).toMatch(/^ +"5" is a string, and the condition needs a number$/);
});

test('each condition of a field that fails has its own mark', async () => {
  const { out } = await explain(PATTERN, '{"source":"acs.oss","data":{"state":"c","n":1}}');
  expect(lines(out)).toContain('✗       "a",');
  expect(lines(out)).toContain('✗       {"prefix": "b"}');
});

test('a similar name of the event is suggested', async () => {
  const { out } = await explain('{"data":{"state":["a"]}}', '{"data":{"State":"a"}}');
  expect(out).toContain('it has `State`');
});

test('a body that is text is named', async () => {
  const { out } = await explain('{"data":{"body":{"id":["a"]}}}', '{"data":{"body":"{\\"id\\":\\"a\\"}"}}');
  expect(out).toContain('`/data/body` is a string that holds JSON');
});

test('an empty pattern is explained as matching every event', async () => {
  const { out } = await explain('{}', '{}');
  expect(lines(out)[0]).toBe('match');
  expect(out).toContain('an empty pattern matches every event');
});

test('names with dots are shown as written', async () => {
  const { code, out } = await run(['explain', 'p.json', 'e.json', '--dialect', 'rocketmq'], {
    files: { 'p.json': '{"data":{"a.b":["x"]}}', 'e.json': '{"data":{"a":{"b":"x"}}}' },
  });
  expect(code).toBe(0);
  expect(lines(out)).toContain('✓     "a.b": ["x"]');
});

test('the branches of `$or` are shown as a list, and `$or` that is a name as a field', async () => {
  const explained = async (pattern: string, event: string): Promise<readonly string[]> => {
    const files = { 'p.json': pattern, 'e.json': event };
    return lines((await run(['explain', 'p.json', 'e.json', '--dialect', 'aws'], { files })).out);
  };
  const shown = await explained('{"d":{"$or":[{"a":["x"]},{"b":["y"],"c":[1]}]}}', '{"d":{"b":"y","c":1}}');
  expect(shown.slice(2, 15)).toEqual([
    '  {',
    '    "d": {',
    '      "$or": [',
    '        {',
    '✗         "a": ["x"]',
    '            `/d` has no member `a`',
    '        },',
    '        {',
    '✓         "b": ["y"],',
    '✓         "c": [1]',
    '        }',
    '      ]',
    '    }',
  ]);
  expect(await explained('{"$or":["x","y"]}', '{"$or":"y"}')).toContain('✓   "$or": ["x", "y"]');
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
])('%s exits with 2', async (_, pattern, event, message) => {
  const { code, out, err } = await explain(pattern, event);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(message);
});

test('--format json prints the explanation as data', async () => {
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

/** The lines below a heading, up to the next empty one. */
function blockOf(shown: readonly string[], head: string): readonly string[] {
  const from = shown.indexOf(head);
  expect(from).toBeGreaterThan(0);
  const end = shown.indexOf('', from);
  return shown.slice(from + 1, end < 0 ? undefined : end);
}

describe('the suggested change of the pattern', () => {
  test.each<[string, string, string, string[]]>([
    [
      'with nothing else that is let in',
      '{"data":{"state":["paid"]}}',
      '{"data":{"state":"open"}}',
      [
        '  /data/state: accept "open" too',
        '    lets in nothing but events with the same values there',
        '  leave `/data/state` out',
        '    lets in besides {"data": {"state": "other"}}',
      ],
    ],
    [
      'with another event that is let in',
      '{"source":["a"],"data":{"n":[{"numeric":[">",100]}]}}',
      '{"source":"a","data":{"n":50}}',
      [
        '  /data/n: widen the bound to >= 50',
        '    lets in besides {"source": "a", "data": {"n": 51}}',
        '  /data/n: accept 50 too',
        '    lets in nothing but events with the same values there',
        '  leave `/data/n` out',
        '    lets in besides {"source": "a", "data": {"n": 0}}',
      ],
    ],
    [
      'for several fields at once, the first changes of many',
      '{"data":{"total":[{"numeric":[">",100]}],"state":["paid"]}}',
      '{"data":{"Total":250,"state":["x","y","z","pard","q"]}}',
      [
        '  /data/total: name it `Total`; /data/state: accept "pard" too (or another of 2 values)',
        '    lets in besides {"data": {"Total": 101, "state": "paid", "total": "other"}}',
        '  /data/total: accept that it is missing too; /data/state: accept "x" too (or another of 2 values)',
        '    lets in besides {"data": {"state": "paid"}}',
        '  leave `/data/total` out; /data/state: accept "y" too (or another of 2 values)',
        '    lets in besides {"data": {"state": "paid", "total": "other"}}',
        '  … 1 more (--format json)',
      ],
    ],
  ])('%s', async (_, pattern, event, expected) => {
    expect(blockOf(lines((await explain(pattern, event, 120)).out), 'or change the pattern:')).toEqual(expected);
  });

  test('has edits in JSON when the pattern is a file of its own', async () => {
    const event = '{"data":{"state":"open"}}';
    const files = { 'p.json': '{"data": {"state": ["paid"]}}', 'd.yaml': 'data: {state: [paid]}\n', 'e.json': event };
    const of = async (file: string) =>
      JSON.parse((await run(['explain', file, 'e.json', '--format', 'json'], { files })).out).nearestPatterns;
    const [first] = await of('p.json');
    expect(first).toMatchObject({
      steps: [{ kind: 'accept', pointer: '/data/state', title: 'accept "open" too' }],
      text: '{"data": {"state": ["paid", "open"]}}',
      onlyThisKind: { answer: 'yes' },
      diff: { relation: 'wider' },
      edits: [{ line: 1, column: 27, endLine: 1, endColumn: 27, text: ', "open"' }],
    });
    const [other] = await of('d.yaml');
    expect(other.edits).toBeUndefined();
  });

  test('is not shown for many events', async () => {
    const files = { 'p.json': '{"data":{"n":[1]}}', 'e.ndjson': '{"data":{"n":2}}\n' };
    const { out } = await run(['explain', 'p.json', 'e.ndjson', '--ndjson'], { files });
    expect(out).not.toContain('or change the pattern');
  });
});

describe('explain without an event', () => {
  const meaning = (pattern: string, ...more: string[]) =>
    run(['explain', 'p.json', ...more], { files: { 'p.json': pattern }, columns: 80 });

  test('describes the pattern, and that the dialects agree', async () => {
    const { code, out } = await meaning('{"source":["a",{"prefix":"b"}],"data":{"tag":[{"exists":true}]}}');
    expect(code).toBe(0);
    expect(lines(out)).toEqual([
      'an event matches when all of this holds; of an array, one element is enough:',
      '  `/source` is "a" or starts with "b"',
      '  `/data/tag` is present as a plain value',
      '',
      'the dialects agree on every event',
    ]);
  });

  test('shows an event on which the dialects differ, and the rule', async () => {
    const { out } = await meaning('{"data":{"ip":[{"cidr":"10.0.0.0/24"}]}}');
    expect(out).toContain('the dialects differ on this event:');
    expect(out).toContain('"ip": "10.0.0.');
    expect(out.replace(/\s+/g, ' ')).toContain('! matches in aliyun, not in rocketmq: Apache RocketMQ EventBridge');
    const { meaning: words, dialects } = JSON.parse(
      (await meaning('{"data":{"ip":[{"cidr":"10.0.0.0/24"}]}}', '--format', 'json')).out,
    );
    expect(words[1]).toEqual({
      text: '`/data/ip` is an IPv4 address from 10.0.0.0 to 10.0.0.255',
      pointer: '/data/ip',
    });
    expect(dialects).toMatchObject({ answer: 'yes', difference: { deciding: [['cidr-ends']] } });
  });

  test('names the dialects that refuse the pattern', async () => {
    expect((await meaning('{"type":[{"contains":"a"}]}')).out).toContain('! the pattern is refused in rocketmq');
  });

  test.each([
    ['a folder', ['explain', '.']],
    ['lines of events', ['explain', 'p.json', '--ndjson']],
  ])('exits with 2 for %s', async (_, argv) => {
    const { code, err } = await run(argv, { files: { 'p.json': '{}' } });
    expect(code).toBe(2);
    expect(err).toContain('an event is missing');
  });
});

describe('the suggested change of the event', () => {
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
  ])('makes it match: %s', async (_, pattern, event, expected) => {
    const { out } = await explain(pattern, event);
    const shown = lines(out);
    expect(blockOf(shown, 'to match, change:')).toEqual(expected);
    const files = { 'p.json': pattern, 'e.json': event };
    const { nearest } = JSON.parse((await run(['explain', 'p.json', 'e.json', '--format', 'json'], { files })).out);
    expect(nearest.answer).toBe('yes');
    expect(nearest.changes).toHaveLength(expected.filter((line) => /^ {2}\S/.test(line)).length);
    expect((await run(['match', 'p.json', '-'], { files, stdin: nearest.event })).code).toBe(0);
  });

  test('is not shown when no event matches', async () => {
    const { out } = await explain('{"data":{"n":[{"numeric":[">",5,"<",1]}]}}', '{"data":{"n":3}}');
    expect(blockOf(lines(out), 'no event matches this pattern')).toEqual([]);
  });

  test('is not shown when the event matches', async () => {
    expect((await explain('{}', '{}')).out).not.toContain('to match');
  });

  test('is shown when a test fails', async () => {
    const suite = 'pattern: {data: {n: [1]}}\ntests:\n  - {name: a, match: true, event: {data: {n: 2}}}\n';
    const { code, out } = await run(['test', 's.eb-test.yaml'], { files: { 's.eb-test.yaml': suite } });
    expect(code).toBe(1);
    expect(out).toContain('    to match, change:\n      /data/n  2 → 1\n');
  });
});

test.each([
  ['', 'no match: each field holds, but not all of them together'],
  [
    ',"$or":[{"a":[{"wildcard":"x*"}]},{"b":["q"]}]',
    'no match: the fields of the nearest of 2 alternatives do not hold together',
  ],
])('an explanation of aws names the elements in which fields hold apart: %s', async (more, heading) => {
  const files = {
    'p.json': `{"detail":{"l":{"f":["A"],"g":["D"]}${more}}}`,
    'e.json': '{"detail":{"b":"q","l":[{"f":"A","g":"B"},{"f":"C","g":"D"}]}}',
  };
  const { code, out } = await run(['explain', 'p.json', 'e.json', '--dialect', 'aws'], { files });
  expect(code).toBe(0);
  expect(lines(out)[0]).toBe(heading);
  expect(out.replace(/\s+/g, ' ')).toContain(
    'no element has all of them: `detail.l.f` at /detail/l/0/f, `detail.l.g` at /detail/l/1/g',
  );
});

test('an explanation of aws counts the fields that fail in the nearest alternative', async () => {
  const files = { 'p.json': '{"a":["x"],"$or":[{"b":["y"]},{"c":["z"],"d":["z"]}]}', 'e.json': '{"a":"x"}' };
  const { out } = await run(['explain', 'p.json', 'e.json', '--dialect', 'aws'], { files });
  expect(lines(out)[0]).toBe('no match: in the nearest of 2 alternatives 1 of 2 fields fails');
});
