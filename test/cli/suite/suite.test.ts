import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, lines, type Outcome, run } from '../run-main.ts';

/** Runs one suite; the text of a YAML suite is dedented. */
function suite(
  text: string,
  files: Readonly<Record<string, string>> = {},
  flags: readonly string[] = [],
): Promise<Outcome> {
  return run(['test', 's.eb-test.yaml', ...flags], { files: { 's.eb-test.yaml': text, ...files } });
}

function last(out: string): string | undefined {
  return lines(out).at(-1);
}

describe('the last line is the sum, and the exit code follows it', () => {
  test('for passed tests', async () => {
    const { code, out, err } = await suite(`
pattern: { source: [a] }
tests:
  - { name: one, event: { source: a }, match: true }
  - { name: two, event: { source: b }, match: false }`);
    expect({ code, err, last: last(out) }).toEqual({ code: 0, err: '', last: '2 passed, 0 failed' });
  });

  test('for a failed test', async () => {
    const { code, out, err } = await suite(`
pattern: { source: [a] }
tests:
  - { name: one, event: { source: a }, match: true }
  - { name: two, event: { source: b }, match: true }`);
    expect({ code, err, last: last(out) }).toEqual({ code: 1, err: '', last: '1 passed, 1 failed' });
  });

  test('for a suite that cannot be run, which outweighs a failed test', async () => {
    const files = {
      'a.eb-test.yaml': 'pattern: { source: [a] }\ntests: [{ name: x, event: {}, match: true }]',
      'b.eb-test.yaml': 'pattern: nope.json\ntests: [{ name: x, event: {}, match: true }]',
    };
    const { code, out } = await run(['test', '.'], { files });
    expect(code).toBe(2);
    expect(lines(out).slice(-2)).toEqual(['1 suite could not be run', '0 passed, 1 failed']);
  });
});

describe('the pattern and the event of a test', () => {
  test('are files relative to the suite', async () => {
    const files = {
      'deep/s.eb-test.yaml': 'pattern: ../p.json\ntests: [{ name: x, event: e/e.json, match: true }]',
      'p.json': '{"source":["a"]}',
      'deep/e/e.json': '{"source":"a"}',
    };
    expect((await run(['test', 'deep'], { files })).code).toBe(0);
  });

  test('are JSON when the text begins with a brace', async () => {
    const { code } = await suite(`
pattern: |
  {"data": {"n": [3e2]}}
tests:
  - { name: the last of duplicate members counts, event: '{"data": {"n": 1, "n": 3e2}}', match: true }`);
    expect(code).toBe(0);
  });

  test('are matched by their text when they are files', async () => {
    const { code } = await suite(
      `
pattern: { data: { n: ['x'], m: [{ exists: true }] } }
tests: [{ name: the last of duplicate members counts, event: e.json, match: true }]`,
      { 'e.json': '\ufeff{"data":{"n":"y","n":"x","m":0}}' },
    );
    expect(code).toBe(0);
  });

  test.each([
    ['300', '300', true],
    ['300.0', '300', false],
    ['300.0', '300.0', true],
    ['3.0e2', '300.0', false],
    ['-0', '-0', true],
    ['12345678901234567890', '12345678901234567890', true],
    ['1E400', '1E400', true],
    // Not a JSON number: it is read as the one of equal value.
    ['+5', '5', true],
    ['0x1F', '31', true],
  ])('keep YAML number texts: %s in the pattern, %s in the event', async (pattern, event, match) => {
    const { code } = await suite(`
pattern: { data: { n: [${pattern}] } }
tests: [{ name: x, event: { data: { n: ${event} } }, match: ${match} }]`);
    expect(code).toBe(0);
  });

  test('keep number texts in a suite in JSON', async () => {
    const text =
      '{"pattern":{"data":{"n":[1.10]}},"base":{"data":{}},"tests":[{"name":"x","with":{"data":{"n":1.10}},"match":true},{"name":"y","with":{"data":{"n":1.1}},"match":false}]}';
    expect((await run(['test', 's.eb-test.json'], { files: { 's.eb-test.json': text } })).code).toBe(0);
  });

  test('have the dialect and the extensions of the suite, before those of flags', async () => {
    const text = `
dialect: rocketmq
extensions: [tenant]
pattern: { tenant: [a], data: { n: ['300'] } }
tests: [{ name: x, event: { tenant: a, data: { n: 300 } }, match: true }]`;
    expect((await suite(text, {}, ['--dialect', 'aliyun', '--extension', 'other'])).code).toBe(0);
  });

  test('have the dialect and the extensions of flags by default', async () => {
    const text = `
pattern: { data: { n: ['300'] } }
tests: [{ name: x, event: { data: { n: 300 } }, match: true }]`;
    expect((await suite(text)).code).toBe(1);
    expect((await suite(text, {}, ['--dialect', 'rocketmq'])).code).toBe(0);
  });

  test('may be aliases', async () => {
    const { code } = await suite(`
pattern: { source: &names [a, b], type: *names }
tests: [{ name: x, event: { source: a, type: b }, match: true }]`);
    expect(code).toBe(0);
  });

  test('may come from standard input', async () => {
    const stdin = 'pattern: p.json\ntests: [{ name: x, event: { source: a }, match: true }]';
    const { code } = await run(['test', '-'], { stdin, files: { 'p.json': '{"source":["a"]}' } });
    expect(code).toBe(0);
  });
});

describe('base, with and remove', () => {
  const base = `
pattern: { data: { a: [1.0], b: [{ exists: false }], c: [null], list: [x] } }
base: { data: { a: 1.0, c: null, list: [x, y] } }
tests:
  - name: x
    match: `;
  test.each([
    ['the base as it is', 'true'],
    ['a member is added', 'false\n    with: { data: { b: 0 } }\n    fails: [/data/b]'],
    ['a member is replaced', 'false\n    with: { data: { a: 2 } }\n    fails: [/data/a]'],
    ['null replaces, and does not remove', 'false\n    with: { data: { b: null } }\n    fails: [/data/b]'],
    ['a list is replaced, not merged', 'false\n    with: { data: { list: [z] } }\n    fails: [/data/list]'],
    ['an object replaces a scalar', 'false\n    with: { data: { c: { d: 1 } } }\n    fails: [/data/c]'],
    ['a member is removed', 'false\n    remove: [/data/c]\n    fails: [/data/c]'],
    ['an item of a list is removed', 'false\n    remove: [/data/list/0]\n    fails: [/data/list]'],
    [
      'what is removed first can be set anew',
      'true\n    remove: [/data]\n    with: { data: { a: 1.0, c: null, list: [x] } }',
    ],
  ])('%s', async (_, rest) => {
    expect(await suite(base + rest)).toMatchObject({ code: 0 });
  });

  test('keep number texts of a base file that no change affects', async () => {
    const { code } = await suite(
      `
pattern: { data: { n: ['{}'.length] } }
base: e.json
tests: [{ name: x, with: { source: a }, match: true }]`.replace("['{}'.length]", '[1.50]'),
      { 'e.json': '{"data":{"n":1.50}}' },
    );
    expect(code).toBe(0);
  });

  test('are separate for each test', async () => {
    const { code } = await suite(`
pattern: { source: [a] }
base: { source: a }
tests:
  - { name: one, with: { source: b }, match: false }
  - { name: two, remove: [/source], match: false }
  - { name: three, match: true }`);
    expect(code).toBe(0);
  });
});

describe('`fails`', () => {
  const text = (fails: string): string => `
pattern: { source: [a], type: [b], data: { 'x/y': [c] } }
tests: [{ name: x, event: { source: z, type: b, data: { 'x/y': z } }, match: false, fails: ${fails} }]`;

  test('passes when exactly these fields fail', async () => {
    expect((await suite(text('[/data/x~1y, /source]'))).code).toBe(0);
  });

  test.each([
    ['[/source]', '`/data/x~1y` should hold, and fails'],
    ['[/source, /type, /data/x~1y]', '`/type` should fail, and holds'],
  ])('%s fails with a message', async (fails, problem) => {
    const { code, out } = await suite(text(fails));
    expect(code).toBe(1);
    expect(out.replaceAll(/\s+/g, ' ')).toContain(problem);
  });
});

describe('`invalid`', () => {
  const text = (codes: string): string => `
pattern: { source: a, data: { n: [{ numeric: ['<', '5'] }], m: [1.0] } }
invalid: ${codes}`;

  test('passes when the errors have exactly these codes', async () => {
    expect(await suite(text('[numeric-number, attribute-not-array]'))).toMatchObject({ code: 0 });
  });

  test.each([
    ['[numeric-number]', '`attribute-not-array` is found as well'],
    ['[numeric-number, attribute-not-array, cidr-ipv6]', '`cidr-ipv6` should be found, and is not'],
    ['[numeric-number, attribute-not-array, number-text]', '`number-text` is a warning here'],
  ])('%s fails', async (codes, problem) => {
    const { code, out } = await suite(text(codes));
    expect(code).toBe(1);
    expect(out.replaceAll(/\s+/g, ' ')).toContain(problem);
  });

  test('fails for a valid pattern', async () => {
    const { code, out } = await suite('pattern: { source: [a] }\ninvalid: [nested-array]');
    expect(code).toBe(1);
    expect(out).toContain('the pattern should be refused, and is valid');
    expect(last(out)).toBe('0 passed, 1 failed');
  });
});

describe('a failure shows', () => {
  test('the name, the place in the suite and the explanation', async () => {
    const { out } = await suite(`pattern: { data: { state: [a] } }
tests:
  - name: a sentence about behaviour
    event: { data: { State: a } }
    match: true`);
    expect(out).toContain('a sentence about behaviour');
    expect(out).toContain('s.eb-test.yaml:3:5');
    expect(out).toContain('should match, and does not');
    expect(out).toMatch(/✗ +"state": \["a"\]/);
    expect(out).toContain('it has `State`');
  });

  test('no line wider than the terminal', async () => {
    const name = 'a sentence about behaviour that goes on and on '.repeat(4).trim();
    const long = 'x'.repeat(200);
    const { out } = await run(['test', 's.eb-test.yaml'], {
      files: {
        's.eb-test.yaml': `pattern: { source: [${long}] }\ntests: [{ name: ${name}, event: { source: y }, match: true }]`,
      },
      columns: 60,
    });
    for (const line of lines(out)) expect(line.length).toBeLessThanOrEqual(60);
  });
});

describe('findings on the pattern of a suite', () => {
  test('point into the suite where the pattern is a map', async () => {
    const { code, err } = await suite(`pattern:
  source: [acs.oss]
  data:
    state:
      - prefx: a
tests: [{ name: x, event: {}, match: true }]`);
    expect(code).toBe(2);
    expect(err).toContain('s.eb-test.yaml:5:9');
    expect(err).toContain('- prefx: a');
  });

  test.each([
    ['a block', 'pattern: |\n  {"data": {\n    "n": [{"prefix": ""}]}}\n'],
    ['single quotes', `pattern: '{"type": ["it''s"], "data": {"n": [{"prefix": ""}]}}'\n`],
    ['double quotes', 'pattern: "{\\"data\\": {\\"n\\": [{\\"prefix\\": \\"\\"}]}}"\n'],
  ])('point into the suite where the pattern is JSON text in %s', async (_, pattern) => {
    const before = pattern.slice(0, pattern.search(/\\?"\\?"\}/));
    const place = `${before.split('\n').length}:${before.length - before.lastIndexOf('\n')}`;
    const { err } = await suite(`${pattern}tests: [{ name: x, event: {}, match: true }]`);
    expect(err).toContain(`s.eb-test.yaml:${place}`);
    expect(err).toContain('error[empty-operand]');
  });

  test('point into the file of the pattern', async () => {
    const { err } = await suite('pattern: p.json\ntests: [{ name: x, event: {}, match: true }]', {
      'p.json': '{\n"source": "a"}',
    });
    expect(err).toContain('p.json:2:11');
  });

  test('are one line each when they are warnings, and fail no test', async () => {
    const { code, out } = await suite(`pattern: { data: { n: [1.0] } }
tests: [{ name: x, event: { data: { n: 1.0 } }, match: true }]`);
    expect(code).toBe(0);
    expect(out).toContain('s.eb-test.yaml:1:24');
    expect(out).toContain('[number-text]');
  });
});

describe('the dialects of a suite', () => {
  const cidr = `pattern: { data: { ip: [{ cidr: 10.0.0.0/24 }] } }
tests:
  - { name: all agree, event: { data: { ip: 10.0.0.5 } }, match: true }
  - { name: they differ, event: { data: { ip: 10.0.0.255 } }, match: true }`;
  const contains = `pattern: { type: [{ contains: a }] }
tests:
  - { name: one, event: { type: a }, match: true }
  - { name: two, event: { type: b }, match: false }`;

  test('differ with a warning that gives the reason, and the test passes', async () => {
    const { code, out } = await suite(cidr);
    expect(code).toBe(0);
    const text = out.replaceAll(/\s+/g, ' ');
    expect(text).toContain('they differ (s.eb-test.yaml:4:5)');
    expect(text).toContain(
      'matches in aliyun, not in rocketmq: Apache RocketMQ EventBridge counts the first and the last address of a block as outside',
    );
    expect(text).not.toContain('all agree (');
  });

  test('have one warning per suite when one refuses the pattern', async () => {
    const { code, out } = await suite(contains);
    expect(code).toBe(0);
    const text = out.replaceAll(/\s+/g, ' ');
    const message = 'the pattern is refused in rocketmq: Apache RocketMQ EventBridge has no operator `contains`';
    expect(text.split(message)).toHaveLength(2);
  });

  test('must agree with --strict-dialects', async () => {
    expect(last((await suite(cidr, {}, ['--strict-dialects'])).out)).toBe('1 passed, 1 failed');
    const { code, out } = await suite(contains, {}, ['--strict-dialects']);
    expect({ code, last: last(out) }).toEqual({ code: 1, last: '0 passed, 2 failed' });
  });
});

describe('the suites that are run', () => {
  const passing = 'pattern: {}\ntests: [{ name: x, event: {}, match: true }]';

  test('are those of a folder, sorted, at any depth, with the three endings, without node_modules', async () => {
    const files = {
      'b.eb-test.yml': passing,
      'a/z.eb-test.yaml': passing,
      'c.eb-test.json': '{"pattern":{},"tests":[{"name":"x","event":{},"match":true}]}',
      'node_modules/m/d.eb-test.yaml': passing,
      'other.yaml': 'nonsense',
    };
    const { code, out } = await run(['test', '.'], { files });
    expect(code).toBe(0);
    const named = lines(out).filter((line) => line.startsWith('✓'));
    expect(named.map((line) => line.split(' ')[1])).toEqual(['a/z.eb-test.yaml', 'b.eb-test.yml', 'c.eb-test.json']);
  });

  test('include a named suite once', async () => {
    const { out } = await run(['test', 'a.eb-test.yaml', '.', './a.eb-test.yaml'], {
      files: { 'a.eb-test.yaml': passing },
    });
    expect(last(out)).toBe('1 passed, 0 failed');
  });

  test.each([
    ['a folder without suites', ['empty'], 'there are no suites'],
    ['a file that is not there', ['nope.eb-test.yaml'], 'there is no file `nope.eb-test.yaml`'],
  ])('%s is one line and exit code 2', async (_, args, message) => {
    const { code, out, err } = await run(['test', ...args], { files: { 'empty/': '' } });
    expect({ code, out, lines: lines(err).length }).toEqual({ code: 2, out: '', lines: 1 });
    expect(err).toContain(message);
  });
});

test('--format json is one document', async () => {
  const files = {
    'a.eb-test.yaml': `pattern: { source: [a], data: { n: [1.0] } }
tests:
  - { name: one, event: { source: a, data: { n: 1.0 } }, match: true }
  - { name: two, event: { source: b, data: { n: 1.0 } }, match: true }`,
    'b.eb-test.yaml': 'pattern: { source: b }\ntests: [{ name: x, event: {}, match: true }]',
    'c.eb-test.yaml': 'pattern: { source: [a] }\ninvalid: [nested-array]',
  };
  const { code, out } = await run(['test', '.', '--format', 'json'], { files });
  expect(code).toBe(2);
  expect(JSON.parse(out)).toMatchObject({
    version: 1,
    command: 'test',
    passed: 1,
    failed: 2,
    suites: [
      {
        file: 'a.eb-test.yaml',
        dialect: 'aliyun',
        findings: [{ code: 'number-text', line: 1, column: 37 }],
        tests: [
          { name: 'one', line: 3, column: 5, passed: true },
          { name: 'two', line: 4, column: 5, passed: false, explanation: { matches: false } },
        ],
      },
      { file: 'c.eb-test.yaml', tests: [{ line: 2, passed: false, findings: [] }] },
    ],
    errors: [{ file: 'b.eb-test.yaml', findings: [{ code: 'attribute-not-array', line: 1, column: 20 }] }],
  });
});

describe('an absolute path', () => {
  test('is kept in messages', async () => {
    const cwd = folderWith({ 'bad.json': '{' });
    const bad = join(cwd, 'bad.json');
    writeFileSync(join(cwd, 's.eb-test.yaml'), `pattern: ${bad}\ntests: [{ name: a, event: {}, match: true }]\n`);
    const { code, err } = await run(['test', '.'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain(`eb-pattern: ${bad}: the pattern is not valid`);
  });

  test.each(['p', 'p/*.json', 'p/a.json'])('may name the patterns of a routing suite: %s', async (name) => {
    const cwd = folderWith({ 'p/a.json': '{"source": ["a"]}', 'sub/': '' });
    const text = `patterns: ${join(cwd, name)}\ntests: [{ name: a, event: {}, routes: [] }]\n`;
    writeFileSync(join(cwd, 'sub/s.eb-test.yaml'), text);
    expect(await run(['test', '.'], { cwd })).toMatchObject({ code: 0, err: '' });
  });
});
