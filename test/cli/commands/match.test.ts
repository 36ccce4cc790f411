import { describe, expect, test } from 'vitest';
import { lines, run } from '../run-main.ts';

const files = {
  'p.json': '{"source":["a"]}',
  'yes.json': '{"source":"a"}',
  'no.json': '{"source":"b"}',
  'broken.json': '{\n "source": }',
  'list.json': '[1]',
  'empty.json': '',
  'invalid.json': '{"source":"a"}',
};

describe('the exit code is the verdict', () => {
  test.each([
    ['an event that matches', ['yes.json'], 0],
    ['an event that does not', ['no.json'], 1],
    ['one of two does not', ['yes.json', 'no.json'], 1],
    ['one of two matches, and one is enough', ['no.json', 'yes.json', '--any'], 0],
    ['none matches, and one would be enough', ['no.json', 'no.json', '--any'], 1],
    ['an event that is not JSON', ['broken.json'], 2],
    ['a match beside an event that is not JSON', ['yes.json', 'broken.json', '--any'], 2],
    ['an event that is no object', ['list.json'], 2],
    ['an empty event', ['empty.json'], 2],
    ['an event that is not there', ['yes.json', 'nope.json'], 2],
  ])('%s', async (_, args, expected) => {
    expect((await run(['match', 'p.json', ...args], { files })).code).toBe(expected);
  });

  test.each(['invalid.json', 'broken.json', 'nope.json'])('the pattern %s exits with 2', async (pattern) => {
    const { code, out, err } = await run(['match', pattern, 'yes.json'], { files });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^eb-pattern: /);
  });
});

test('each event has a line', async () => {
  const { out } = await run(['match', 'p.json', 'yes.json', 'no.json'], { files });
  expect(lines(out)).toEqual(['✓ yes.json: match', '✗ no.json: no match']);
});

test('an event that is not JSON is one line with file, line and column', async () => {
  const { err } = await run(['match', 'p.json', 'broken.json'], { files });
  expect(lines(err)).toHaveLength(1);
  expect(err).toContain('broken.json:2:12: the event is not JSON');
});

test('an invalid pattern is shown with its findings', async () => {
  const { err } = await run(['match', 'invalid.json', 'yes.json'], { files });
  expect(err).toContain('eb-pattern: invalid.json: the pattern is not valid (1 error)');
  expect(err).toContain('invalid.json:1:11');
});

test('the event is read from standard input', async () => {
  expect((await run(['match', 'p.json', '-'], { files, stdin: '{"source":"a"}' })).code).toBe(0);
});

test('an event is matched by its text: number texts and duplicate members count', async () => {
  const texts = {
    'p.json': '{"data":{"n":[300.0]}}',
    'e.json': '{"data":{"n":1,"n":300.0}}',
    'f.json': '{"data":{"n":300}}',
  };
  expect((await run(['match', 'p.json', 'e.json'], { files: texts })).code).toBe(0);
  expect((await run(['match', 'p.json', 'f.json'], { files: texts })).code).toBe(1);
});

test('a verdict on which the dialects differ is noted with the rule that decides', async () => {
  const cidr = { 'p.json': '{"data":{"ip":[{"cidr":"10.0.0.0/24"}]}}', 'e.json': '{"data":{"ip":"10.0.0.255"}}' };
  const { code, out } = await run(['match', 'p.json', 'e.json'], { files: cidr, columns: 200 });
  expect(code).toBe(0);
  expect(out).toContain(
    'matches in aliyun, not in rocketmq: Apache RocketMQ EventBridge counts the first and the last address of a block as outside',
  );
});

test('--format json is one document, with errors beside the verdicts', async () => {
  const { code, out } = await run(['match', 'p.json', 'yes.json', 'broken.json', '--format', 'json'], { files });
  expect(code).toBe(2);
  expect(JSON.parse(out)).toEqual({
    version: 1,
    command: 'match',
    pattern: 'p.json',
    dialect: 'aliyun',
    events: [{ file: 'yes.json', matches: true }],
    errors: [{ file: 'broken.json', line: 2, column: 12, message: expect.stringContaining('the event is not JSON') }],
  });
});

test('--format json is a document when the pattern is invalid, too', async () => {
  const { code, out } = await run(['match', 'invalid.json', 'yes.json', '--format', 'json'], { files });
  expect(code).toBe(2);
  expect(JSON.parse(out)).toMatchObject({
    version: 1,
    command: 'match',
    errors: [{ file: 'invalid.json', findings: [{ code: 'attribute-not-array', line: 1, column: 11 }] }],
  });
});

describe('a note names its event', () => {
  const p = {
    'p.json': '{"data":{"f":["false"]}}',
    'e1.json': '{"data":{"f":"false"}}',
    'e2.json': '{"data":{"f":false}}',
  };
  test('among several', async () => {
    const { out } = await run(['match', 'p.json', 'e1.json', 'e2.json'], { files: p, columns: 200 });
    expect(out).toContain('! e2.json: matches in rocketmq, not in aliyun: ');
  });

  test('among many with the same difference', async () => {
    const many = Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`f${i}.json`, p['e2.json']]));
    const { out } = await run(['match', 'p.json', ...Object.keys(many)], { files: { ...p, ...many }, columns: 200 });
    expect(out).toContain('! f0.json, f1.json, f2.json, f3.json, f4.json and 3 more: matches in rocketmq');
  });

  test('unless there is one event only', async () => {
    const { out } = await run(['match', 'p.json', 'e2.json'], { files: p, columns: 200 });
    expect(out).toContain('! matches in rocketmq');
  });
});

describe('swapped arguments', () => {
  const both = { ...files, 'e.json': '{"data":{"f":false,"tags":["a"]}}' };
  test.each([
    ['match', 'yes.json', 'p.json'],
    ['explain', 'yes.json', 'p.json'],
    ['match', 'e.json', 'p.json'],
    ['match', '{"source":"a"}', 'p.json'],
    ['explain', 'yes.json', '{"source":["a"]}'],
  ])('are reported: %s %s %s', async (command, event, pattern) => {
    const { code, out, err } = await run([command, event, pattern], { files: both, columns: 200 });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(lines(err)).toHaveLength(1);
    expect(err).toContain('the pattern is the first argument; is this the event?');
  });

  test.each(['match', 'explain'])('a pattern in the place of an event is noted, to %s', async (command) => {
    const { code, out } = await run([command, 'p.json', 'p.json'], { files, columns: 200 });
    expect(code).toBe(0);
    expect(out).toContain('! p.json: this has the form of a pattern; the event is the second argument');
  });

  test('an event with lists only is not taken for a pattern, unless it is the same file or has operators', async () => {
    const some = {
      'list.json': '{"data":{"a":["x"]}}',
      'other.json': '{"data":{"a":["x","y"]}}',
      'operators.json': '{"data":{"a":[{"prefix":"x"}]}}',
    };
    const noted = async (pattern: string, event: string): Promise<boolean> =>
      (await run(['match', pattern, event], { files: some })).out.includes('has the form of a pattern');
    expect(await noted('list.json', 'other.json')).toBe(false);
    expect(await noted('list.json', 'list.json')).toBe(true);
    expect(await noted('list.json', 'operators.json')).toBe(true);
  });

  test('a pattern with an error keeps its findings', async () => {
    const { err } = await run(['match', 'invalid.json', 'no.json'], { files });
    expect(err).toContain('attribute-not-array');
  });
});

describe('JSON in the place of a file name is refused', () => {
  test.each<[readonly string[], number]>([
    [['match', '{"source":["a"]}', '{"source":"a"}'], 0],
    [['match', 'p.json', '{"source":"b"}'], 1],
    [['check', '{"source":["a"]}'], 0],
    [['check', '{"source":"a"}'], 1],
    [['explain', ' {"source":["a#b"]}', '{"source":"a"}'], 0],
    [['sample', '{"source":["a"]}'], 0],
    [['route', '{"source":["a"]}', 'yes.json'], 0],
  ])('%j', async (args, code) => {
    expect((await run([...args], { files })).code).toBe(code);
  });
});

describe('a folder of patterns', () => {
  const folder = {
    'rules/a.json': '{"source":["a"]}',
    'rules/far.json': '{"source":["x"],"type":["y"],"data":{"n":[1]}}',
    'rules/near.json': '{"source":["b"],"data":{"n":[{"numeric":[">",5]}]}}',
    'e.json': '{"source":"b","data":{"n":3}}',
    'f.json': '{"source":"a","data":{"n":1}}',
  };

  test('gives the names of those that match', async () => {
    const { code, out } = await run(['match', 'rules', 'e.json', 'f.json'], { files: folder });
    expect(code).toBe(1);
    expect(lines(out)).toEqual(['✗ e.json: no match', '✓ f.json: match: a']);
  });

  test('is explained with the nearest first', async () => {
    const { code, out } = await run(['explain', 'rules', 'e.json'], { files: folder });
    expect(code).toBe(0);
    expect(lines(out)).toEqual([
      '✗ 0 of 3 patterns match e.json',
      '',
      '  nearest first:',
      '✗   near: 1 of 2 fields fails',
      '        /data/n  3 is not > 5',
      '✗   a: 1 of 1 field fails',
      '        /source  "b" is not "a"',
      '✗   far: 3 of 3 fields fail',
      '        /source  "b" is not "x"',
      '        /type  the event has no member `type`',
      '        /data/n  3 is not 1',
    ]);
  });

  test('is explained with common reasons once, and the nearest patterns', async () => {
    const rules = {
      'rules/a.json': '{"source":["a"],"type":["t"]}',
      'rules/b.json': '{"source":["a"],"type":["t"],"data":{"x":[{"exists":false}]}}',
      'rules/c.json': '{"source":["a"],"type":["t"],"data":{"n":[1]}}',
      'rules/d.json': '{"subject":["s"],"type":["t"],"data":{"n":[1]}}',
      'e.json': '{"source":"b","data":{"n":3}}',
    };
    for (const i of [1, 2, 3, 4, 5]) Object.assign(rules, { [`rules/a${i}.json`]: rules['rules/a.json'] });
    const { out } = await run(['explain', 'rules', 'e.json'], { files: rules });
    expect(lines(out).slice(3)).toEqual([
      '✗   b, a, a1, a2, a3 and 2 more: 2 fields fail',
      '        /source  "b" is not "a"',
      '        /type  the event has no member `type`',
      '✗   c: 3 of 3 fields fail',
      '        /data/n  3 is not 1',
      '        /source, /type  as for b',
      '✗   d: 3 of 3 fields fail',
      '        /subject  the event has no member `subject`',
      '        /type  as for b',
      '        /data/n  as for c',
    ]);
  });

  test('is explained for many events with `--ndjson`', async () => {
    const many = { ...folder, 'e.ndjson': '{"source":"b","data":{"n":3}}\n\n{"source":"a"}\nnope\n' };
    for (const pattern of ['rules', 'rules/a.json']) {
      const matched = await run(['match', pattern, 'e.ndjson', '--ndjson', '--format', 'json'], { files: many });
      const { code, out, err } = await run(['explain', pattern, 'e.ndjson', '--ndjson', '--format', 'json'], {
        files: many,
      });
      expect(code).toBe(2);
      expect(err).toBe(matched.err);
      const { events, errors } = JSON.parse(out) as { events: { event: string }[]; errors: object[] };
      expect(events.map(({ event }) => event)).toEqual(['e.ndjson:1', 'e.ndjson:3']);
      expect(errors).toMatchObject([{ file: 'e.ndjson', line: 4 }]);
    }
    const shown = await run(['explain', 'rules/a.json', 'e.ndjson', '--ndjson'], { files: many });
    expect(lines(shown.out).filter((line) => line.startsWith('e.ndjson'))).toEqual(['e.ndjson:1', 'e.ndjson:3']);
    expect(shown.out).toContain('no match: 1 of 1 field fails');
    const unsaid = await run(['explain', 'rules', 'e.ndjson'], { files: many });
    expect(unsaid.code).toBe(2);
    expect(unsaid.err).toContain('`match` and `explain` take it with `--ndjson`');
  });

  test('is explained in JSON', async () => {
    const { out } = await run(['explain', 'rules', 'f.json', '--format', 'json'], { files: folder });
    expect(JSON.parse(out)).toMatchObject({
      command: 'explain',
      pattern: 'rules',
      event: 'f.json',
      patterns: [
        { id: 'a', matches: true, fields: 1, fails: [] },
        { id: 'far', matches: false, fails: [{ pointer: '/source' }, { pointer: '/type' }] },
        { id: 'near', matches: false },
      ],
    });
  });
});

describe('an event of `aws` that the service would refuse', () => {
  const complete = '{"id":"1","account":"1","source":"a","time":"t","region":"r","detail-type":"d"}';
  const amazon = {
    'p.json': '{"source":["a"]}',
    'complete.json': complete,
    'two.json': '{"source":"a","id":"1","account":"1","time":"t"}',
    'one.json': complete.replace('"id":"1",', ''),
    'same.json': complete.replace('"id":"1",', ''),
    'lines.ndjson': '{"source":"a"}\n',
  };
  const note = (names: string): string =>
    `the service's TestEventPattern refuses an event without ${names}; the answer is for the event as it is`;

  test.each([
    ['has no note where it is complete', ['complete.json'], []],
    ['is named with what it lacks', ['two.json'], [`! two.json: ${note('`region` and `detail-type`')}`]],
    ['is named with others that lack the same', ['one.json', 'same.json'], [`! one.json, same.json: ${note('`id`')}`]],
    ['is not named among lines', ['lines.ndjson', '--ndjson'], []],
  ])('%s', async (_, args, expected) => {
    const { code, out } = await run(['match', 'p.json', ...args, '--dialect', 'aws'], { files: amazon, columns: 200 });
    expect(code).toBe(0);
    expect(lines(out).filter((line) => line.startsWith('!'))).toEqual(expected);
  });

  test('has the note in `explain`, and in JSON', async () => {
    const args = ['p.json', 'one.json', '--dialect', 'aws', '--format', 'json'];
    expect(JSON.parse((await run(['match', ...args], { files: amazon })).out).events[0].note).toBe(note('`id`'));
    expect(JSON.parse((await run(['explain', ...args], { files: amazon })).out).note).toBe(note('`id`'));
  });

  test('has none in another dialect', async () => {
    expect((await run(['match', 'p.json', 'one.json'], { files: amazon })).out).not.toContain('TestEventPattern');
  });
});
