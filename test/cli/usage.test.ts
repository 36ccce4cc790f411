import { describe, expect, test } from 'vitest';
import pkg from '../../package.json' with { type: 'json' };
import { lines, run } from './run-main.ts';

const COMMANDS = [
  'check',
  'match',
  'explain',
  'test',
  'filter',
  'route',
  'diff',
  'backtest',
  'overlap',
  'pack',
  'bundle',
  'sample',
  'sql',
  'playground',
  'code',
  'schema',
  'stream',
  'init',
  'completion',
];

describe('a usage error is one line on standard error and exit code 2', () => {
  const cases: readonly (readonly [string, readonly string[], string])[] = [
    ['no command of a group', ['stream'], 'a command is missing'],
    ['an unknown command', ['frobnicate'], 'unknown command `frobnicate`'],
    ['a misspelt command', ['chekc', 'a.json'], 'did you mean `check`?'],
    ['a command in capitals', ['CHECK', 'a.json'], 'did you mean `check`?'],
    ['an unknown flag', ['check', 'a.json', '--frobnicate'], 'unknown option `--frobnicate`'],
    ['a misspelt flag', ['check', 'a.json', '--dialetc', 'x'], 'did you mean `--dialect`?'],
    ['a missing argument', ['match'], 'missing required argument `pattern`'],
    ['a missing event', ['match', 'a.json'], 'missing required argument `event`'],
    ['an argument too many', ['explain', 'a', 'b', 'c'], 'too many arguments'],
    ['a dialect that does not exist', ['check', 'a', '--dialect', 'gcp'], 'one of aliyun, rocketmq, aws, not `gcp`'],
    [
      'a format that does not exist',
      ['check', 'a', '--format', 'xml'],
      'one of human, compact, json, junit, sarif, github, gitlab, tap, markdown, not `xml`',
    ],
    ['a flag without its value', ['check', 'a', '--dialect'], '--dialect'],
    ['a limit of zero', ['filter', 'a', '--limit', '0'], 'it is a whole number from 1 on'],
    ['an invalid number of threads', ['filter', 'a', '--jobs', 'all'], 'it is a whole number from 1 to 256'],
    ['an invalid size', ['filter', 'a', '--max-line', '16XB'], 'it is a size such as 500KB or 16MB'],
    [
      'an unknown action for a bad line',
      ['filter', 'a', '--on-bad-line', 'panic'],
      'one of fail, skip, null, not `panic`',
    ],
    ['two kinds of output', ['filter', 'a', '--ids', '--count'], 'cannot be used with option `--count`'],
    ['ids of what matches nothing', ['filter', 'a', '--ids', '--invert'], 'cannot be used with option `--invert`'],
    ['a route without an event', ['route', 'a'], 'missing required argument `event`'],
    ['a code that does not exist', ['code', 'number-txet'], 'did you mean `number-text`?'],
    ['help for a command that does not exist', ['help', 'chekc'], 'unknown command `chekc`; did you mean `check`?'],
    ['help for a part of streams that does not exist', ['stream', 'help', 'xyzzy'], 'see `eb-pattern stream --help`'],
    ['a shell that has no completion', ['completion', 'pwsh'], '`<shell>` is one of bash, zsh, fish, not `pwsh`'],
    ['a schema that does not exist', ['schema', 'suit'], 'did you mean `suite`?'],
  ];
  test.each(cases)('%s', async (_, argv, message) => {
    const { code, out, err } = await run(argv);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(lines(err)).toHaveLength(1);
    expect(err).toMatch(/^eb-pattern: /);
    expect(err).toContain(message);
  });
});

test('--version prints the version of the package', async () => {
  expect(await run(['--version'])).toEqual({ code: 0, out: `${pkg.version}\n`, err: '' });
});

test('--help names every command and the exit codes', async () => {
  const { code, out, err } = await run(['--help']);
  expect(code).toBe(0);
  expect(err).toBe('');
  for (const command of COMMANDS) expect(out).toMatch(new RegExp(`^  ${command} `, 'm'));
  expect(out).toContain('Exit codes:');
});

test.each(COMMANDS)('the help of %s shows examples that begin with the command', async (command) => {
  const { code, out } = await run([command, '--help']);
  expect(code).toBe(0);
  expect(out).toMatch(new RegExp(`^Examples:\n  \\$ eb-pattern ${command}\\b`, 'm'));
});

test.each([80, 100])('all help fits into %i columns', async (columns) => {
  for (const command of [[], ...COMMANDS.map((name) => [name])]) {
    const { out } = await run([...command, '--help'], { columns });
    expect(lines(out).filter((line) => line.length > columns)).toEqual([]);
  }
});

describe('code', () => {
  test('prints the entry of the catalogue', async () => {
    const { code, out } = await run(['code', 'unknown-operator']);
    expect(code).toBe(0);
    expect(out).toContain('unknown-operator (error)');
    for (const title of ['avoid', 'prefer', 'evidence']) expect(out).toContain(title);
  });

  test('prints the entries for stream documents, too', async () => {
    const { code, out } = await run(['code', 'several-endpoints']);
    expect(code).toBe(0);
    expect(out).toContain('several-endpoints (error)');
  });

  test('prints it as JSON', async () => {
    const { out } = await run(['code', 'number-text', '--format', 'json']);
    expect(JSON.parse(out)).toMatchObject({ code: 'number-text', severity: 'warning' });
  });

  test.each(['constructor', '__proto__', ''])('refuses the unknown code `%s`', async (name) => {
    expect((await run(['code', name])).code).toBe(2);
  });
});

describe('schema', () => {
  test('suite is a JSON Schema with the members of a suite', async () => {
    const schema = JSON.parse((await run(['schema', 'suite'])).out);
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(Object.keys(schema.properties)).toEqual(
      expect.arrayContaining(['pattern', 'patterns', 'dialect', 'extensions', 'base', 'tests', 'invalid']),
    );
    const { then: withRows, else: plain } = schema.properties.tests.items;
    const members = ['event', 'fails', 'match', 'name', 'only', 'remove', 'routes', 'skip', 'with'];
    expect(Object.keys(plain.properties).sort()).toEqual(members);
    expect(Object.keys(withRows.properties).sort()).toEqual(['each', ...members].sort());
  });

  test('config is a JSON Schema with the values of flags', async () => {
    const schema = JSON.parse((await run(['schema', 'config'])).out);
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(schema.properties.dialect.enum).toEqual(['aliyun', 'rocketmq', 'aws']);
    expect(schema.properties.format.enum).toEqual(expect.arrayContaining(['human', 'json']));
    expect(schema.properties.severities.properties['number-text'].enum).toContain('off');
    expect(Object.keys(schema.properties.stream.properties)).toContain('accountId');
    for (const group of [schema, schema.properties.test, schema.properties.stream]) {
      expect(group.additionalProperties).toBe(false);
    }
  });

  test('pattern is the language of the dialect, with the declared extensions', async () => {
    const schema = JSON.parse(
      (await run(['schema', 'pattern', '--dialect', 'rocketmq', '--extension', 'tenant', '--extension', 'shard'])).out,
    );
    expect(Object.keys(schema.properties)).toEqual(expect.arrayContaining(['source', 'tenant', 'shard']));
    expect(schema.additionalProperties).toBe(false);
  });
});

describe('colour', () => {
  const files = { 'p.json': '{"source":["a"]}' };
  const cases: readonly (readonly [string, boolean, Record<string, string>, boolean])[] = [
    ['a terminal', true, {}, true],
    ['no terminal', false, {}, false],
    ['NO_COLOR on a terminal', true, { NO_COLOR: '1' }, false],
    ['an empty NO_COLOR on a terminal', true, { NO_COLOR: '' }, true],
    ['a dumb terminal', true, { TERM: 'dumb' }, false],
    ['FORCE_COLOR without a terminal', false, { FORCE_COLOR: '1' }, true],
    ['FORCE_COLOR=0 on a terminal', true, { FORCE_COLOR: '0' }, false],
  ];
  test.each(cases)('%s', async (_, isTTY, env, colored) => {
    const { out } = await run(['check', 'p.json'], { files, isTTY, env });
    expect(out.includes('\u001b[')).toBe(colored);
  });
});
