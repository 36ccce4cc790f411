import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { folderWith, lines, run, type World } from '../run-main.ts';

const PATTERN = '{"source":["acs.oss"],"data":{"state":["running","stopped"],"size":[{"numeric":[">",300.0]}]}}';

function sample(pattern: string, flags: readonly string[] = [], world: World = {}) {
  return run(['sample', 'p.json', ...flags], { files: { 'p.json': pattern }, ...world });
}

async function matches(pattern: string, event: string): Promise<boolean> {
  return (await run(['match', 'p.json', '-'], { files: { 'p.json': pattern }, stdin: event })).code === 0;
}

describe('sampled events', () => {
  test.each([
    ['that match', [], true],
    ['that nearly match', ['--near-miss'], false],
  ])('%s are one on each line, and the same in each run', async (_, flags, verdict) => {
    const { code, out, err } = await sample(PATTERN, [...flags, '-n', '12']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const events = lines(out);
    expect(new Set(events).size).toBe(12);
    expect(await Promise.all(events.map((event) => matches(PATTERN, event)))).toEqual(events.map(() => verdict));
    expect((await sample(PATTERN, [...flags, '-n', '12'])).out).toBe(out);
    expect((await sample(PATTERN, [...flags, '-n', '12', '--seed', '9'])).out).not.toBe(out);
  });

  test('are five by default', async () => {
    expect(lines((await sample(PATTERN)).out)).toHaveLength(5);
  });

  test('keep the texts of numbers', async () => {
    const { out } = await sample('{"data":{"n":[300.0]}}', ['-n', '1']);
    expect(out).toContain('"n":300.0}');
  });

  test('have the requested number', async () => {
    expect(lines((await sample(PATTERN, ['-n', '2000'])).out)).toHaveLength(2000);
  });
});

describe('sampled events with a base', () => {
  const base = '{"id":"7","source":"acs.oss","data":{"state":"new","size":1000.0,"other":[1.0]}}';
  const files = { 'p.json': PATTERN, 'e.json': base };

  test.each([
    ['of a file', 'e.json', {}],
    ['of standard input', '-', { stdin: base }],
    ['given inline', base, {}],
  ])('%s change only what the pattern tests', async (_, name, world) => {
    const { code, out, err } = await run(['sample', 'p.json', '--base', name], { files, ...world });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const made = (state: string) =>
      base.replace('"new"', `"${state}"`).replace(/\}$/, ',"specversion":"1.0","type":"example"}');
    expect(new Set(lines(out))).toEqual(new Set([made('running'), made('stopped')]));
  });

  test('nearly match with `--near-miss`, and make a suite with `--as-suite`', async () => {
    const near = await run(['sample', 'p.json', '--base', 'e.json', '--near-miss'], { files });
    expect(lines(near.out).length).toBeGreaterThan(2);
    for (const event of lines(near.out)) {
      expect(JSON.parse(event)).toMatchObject({ id: '7', data: { other: [1] } });
      expect(await matches(PATTERN, event)).toBe(false);
    }
    const { out } = await run(['sample', 'p.json', '--base', 'e.json', '--as-suite'], { files });
    expect(parse(out).base).toContain('"other": [1.0]');
    expect((await run(['test', '.'], { files: { 'p.json': PATTERN, 's.eb-test.yaml': out } })).code).toBe(0);
  });

  test.each([
    ['is not JSON', 'e.json', '{"a":}', 'e.json:1:6: the event is not JSON'],
    ['is an array', 'e.json', '[]', 'e.json'],
    ['is not there', 'none.json', '{}', 'there is no file `none.json`'],
  ])('are refused for a base that %s', async (_, name, text, message) => {
    const { code, out, err } = await run(['sample', 'p.json', '--base', name], { files: { ...files, 'e.json': text } });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });
});

describe('an impossible sample is an error', () => {
  const never = '{"source":["a"],"data":{"n":[{"numeric":[">",5,"<",1]}]}}';
  test.each<[string, string, string[], number, string]>([
    ['of a field', never, [], 1, '`p.json` matches no event: no value fulfils `/data/n`\n'],
    ['of a field, as a suite', never, ['--as-suite'], 1, '`p.json` matches no event: no value fulfils `/data/n`\n'],
    ['near what matches always', '{}', ['--near-miss'], 1, 'an empty pattern matches every event'],
    ['of a pattern that is not valid', '{"a":1}', [], 2, 'p.json: the pattern is not valid'],
    ['of no number', '{}', ['-n', 'x'], 2, 'it is a whole number from 1 to 100000'],
    ['of two kinds', '{}', ['--as-suite', '--near-miss'], 2, 'cannot be used with option'],
  ])('%s', async (_, pattern, flags, code, message) => {
    const got = await sample(pattern, flags);
    expect({ code: got.code, out: got.out }).toEqual({ code, out: '' });
    expect(got.err).toContain(message);
  });

  test('for fields that cannot hold together', async () => {
    const dotted = '{"type":["t"],"data":{"a":["x"],"a.b":["y"]}}';
    const { code, err } = await sample(dotted, ['--dialect', 'rocketmq']);
    expect({ code, err }).toEqual({
      code: 1,
      err: 'eb-pattern: `p.json` matches no event: no event fulfils `/data/a` and `/data/a.b` at once\n',
    });
  });
});

describe('a sampled suite', () => {
  const patterns = [
    PATTERN,
    '{}',
    '{"data":{"n":[300.0,1e3,-0]}}',
    '{"source":["it\'s: #1","\\u0085\\u2028\\ud800 \\u001b","北京😀"]}',
    '{"data":{"a b":{"c":[{"exists":false}]},"x":[null,true]}}',
    '{"source":[{"anything-but":{"prefix":"acs."}}],"data":{"ip":[{"cidr":"10.0.0.0/24"}]}}',
  ];
  test.each(patterns)('of %s passes', async (pattern) => {
    const { code, out, err } = await sample(pattern, ['--as-suite', '-n', '8']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const suite = parse(out);
    expect(suite.pattern).toBe('p.json');
    if (pattern !== '{}') {
      for (const verdict of [true, false]) {
        expect(suite.tests.filter(({ match }: { match: boolean }) => match === verdict)).toHaveLength(8);
      }
      for (const { match, fails } of suite.tests) expect(fails === undefined).toBe(match);
    }
    const files = { 'p.json': pattern, 's.eb-test.yaml': out };
    const tested = await run(['test', 's.eb-test.yaml', '--format', 'json'], { files });
    expect(tested.err).toBe('');
    expect(JSON.parse(tested.out)).toMatchObject({ passed: suite.tests.length, failed: 0 });
  });

  test('of standard input contains the pattern and its dialect', async () => {
    const pattern = '{"data":{"a.b":[300.0]}}';
    const { out } = await run(['sample', '-', '--as-suite', '--dialect', 'rocketmq', '--extension', 'tenant'], {
      stdin: pattern,
    });
    expect(lines(out).filter((line) => /^[a-z]/.test(line) && !line.startsWith('base'))).toEqual([
      `pattern: '{"data": {"a.b": [300.0]}}'`,
      'dialect: rocketmq',
      `extensions: ['tenant']`,
      'tests:',
    ]);
    expect((await run(['test', '.'], { files: { 's.eb-test.yaml': out } })).code).toBe(0);
  });

  test('has names that describe the event and what fails', async () => {
    const { out } = await sample('{"data":{"state":["running"]}}', ['--as-suite', '-n', '2']);
    expect(out).toMatchInlineSnapshot(`
      "pattern: 'p.json'
      base: '{"specversion": "1.0", "id": "1", "source": "example", "type": "example", "data": {"state": "running"}}'
      tests:
        - name: 'matches: data.state is "running"'
          match: true
        - name: 'matches: data.state is "running" (2)'
          with: {"id": "2"}
          match: true
        - name: 'does not match: data.state is "runningx"'
          with: {"data": {"state": "runningx"}}
          match: false
          fails: ['/data/state']
        - name: 'does not match: data.state is "RUNNING"'
          with: {"id": "2", "data": {"state": "RUNNING"}}
          match: false
          fails: ['/data/state']
      "
    `);
  });

  /** The pattern, where the suite is written, and how it names the pattern; undefined when it contains a copy. */
  const places: readonly [string, string, string | undefined, string?][] = [
    ['p.json', 's.eb-test.yaml', 'p.json'],
    ['./p.json', 's.eb-test.yaml', 'p.json'],
    ['patterns/p.json', 'patterns/p.eb-test.yaml', undefined],
    ['patterns/p.json', 's.eb-test.yaml', undefined],
    ['patterns/p.yaml', 'suites/p.eb-test.yml', undefined],
    ['two.json#/a/FilterPattern', 's.eb-test.yaml', 'two.json#/a/FilterPattern'],
    ['patterns/two.json#/a/FilterPattern', 's.eb-test.yaml', undefined],
    ['{"source": ["inline"]}', 'deep/s.eb-test.yaml', undefined],
    ['p.json', 'patterns/p.eb-test.yaml', '../p.json', '--output'],
    ['patterns/p.json', 'patterns/p.eb-test.yaml', 'p.json', '--output'],
    ['patterns/p.json', 'suites/deep/p.eb-test.yaml', '../../patterns/p.json', '--output'],
    ['patterns/two.json#/a/FilterPattern', 'patterns/s.eb-test.yaml', 'two.json#/a/FilterPattern', '--output'],
    ['{"source": ["inline"]}', 's.eb-test.yaml', undefined, '--output'],
  ];
  test.each(places)('of %s passes as written to %s', async (pattern, file, named, flag) => {
    const document = JSON.stringify({ a: { FilterPattern: PATTERN }, b: { FilterPattern: '{}' } });
    const files = {
      'p.json': PATTERN,
      'two.json': document,
      'patterns/p.json': PATTERN,
      'patterns/p.yaml': 'source: [acs.oss]\n',
      'patterns/two.json': document,
      'suites/': '',
      'deep/': '',
    };
    const cwd = folderWith(files);
    const { code, out } = await run(['sample', pattern, '--as-suite', ...(flag === undefined ? [] : [flag, file])], {
      cwd,
    });
    expect(code).toBe(0);
    if (flag === undefined) writeFileSync(join(cwd, file), out);
    else expect(out).toBe('');
    const suite = parse(readFileSync(join(cwd, file), 'utf8'));
    if (named === undefined) expect(suite.pattern).toMatch(/^\{/);
    else expect(suite.pattern).toBe(named);
    const tested = await run(['test', file], { cwd });
    expect({ code: tested.code, err: tested.err }).toEqual({ code: 0, err: '' });
  });

  test.each([
    ['a file that is there', 'p.json.yaml', '`p.json.yaml` is there already'],
    ['a file that cannot be one', 's.eb-test.json', 'a suite is written as YAML'],
  ])('is not written to %s', async (_, file, message) => {
    const { code, err } = await run(['sample', 'p.json', '--as-suite', '--output', file], {
      files: { 'p.json': PATTERN, 'p.json.yaml': '' },
    });
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});
