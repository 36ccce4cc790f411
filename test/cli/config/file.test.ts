import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../../../src/index.ts';
import { folderWith, lines, type Outcome, run } from '../run-main.ts';

const PATTERN = { 'p.json': '{"source": ["a"]}' };

function check(files: Readonly<Record<string, string>>, ...more: readonly string[]): Promise<Outcome> {
  return run(['check', 'p.json', '--format', 'json', ...more], { files: { ...PATTERN, ...files } });
}

async function dialectOf(outcome: Promise<Outcome>): Promise<unknown> {
  const { out, code } = await outcome;
  expect(code).toBe(0);
  return JSON.parse(out).dialect;
}

describe('the config file', () => {
  test.each([
    ['eb-pattern.config.json', '{"dialect": "rocketmq", "$schema": "https://example.com/config.json"}'],
    ['eb-pattern.config.yaml', 'dialect: rocketmq'],
    ['eb-pattern.config.yml', 'dialect: rocketmq'],
  ])('may be %s', async (name, text) => {
    expect(await dialectOf(check({ [name]: text }))).toBe('rocketmq');
  });

  test('is found in a parent folder, and the nearest one counts', async () => {
    const root = folderWith({
      'eb-pattern.config.yaml': 'dialect: aliyun',
      'a/eb-pattern.config.yaml': 'dialect: rocketmq',
      'a/b/c/p.json': PATTERN['p.json'],
    });
    const argv = ['check', 'p.json', '--format', 'json'];
    expect(await dialectOf(run(argv, { cwd: join(root, 'a/b/c') }))).toBe('rocketmq');
  });

  test('may be named by --config, with any path and name', async () => {
    const files = { 'eb-pattern.config.yaml': 'dialect: aliyun', 'ci/strict.yaml': 'dialect: rocketmq' };
    expect(await dialectOf(check(files, '--config', 'ci/strict.yaml'))).toBe('rocketmq');
  });

  test('is not read with --no-config, before the command or after it', async () => {
    const files = { ...PATTERN, 'eb-pattern.config.yaml': 'dialect: [' };
    expect((await run(['--no-config', 'check', 'p.json'], { files })).code).toBe(0);
    expect((await run(['check', 'p.json', '--no-config'], { files })).code).toBe(0);
  });

  test('is not read for --version and --help', async () => {
    const files = { 'eb-pattern.config.yaml': 'dialect: [' };
    expect((await run(['--version'], { files })).code).toBe(0);
    expect((await run(['check', '--help'], { files })).code).toBe(0);
  });

  test('is refused when there are two in one folder', async () => {
    const { code, err } = await check({ 'eb-pattern.config.yml': '{}', 'eb-pattern.config.mjs': '' });
    expect(code).toBe(2);
    expect(err).toMatch(/there are eb-pattern\.config\.yml and eb-pattern\.config\.mjs in .*: keep one\n$/);
  });

  const broken: readonly (readonly [string, string, string])[] = [
    ['no map', '[]', '1:1: the config file is a map, not a list'],
    ['no YAML', 'dialect: [', 'the config file is not YAML'],
    ['a misspelt member', 'dialetc: aliyun', '1:1: the config file has no member `dialetc`; did you mean `dialect`?'],
    ['a misspelt value', 'dialect: aliyum', '1:10: `dialect` is one of aliyun, rocketmq, aws, not `aliyum`; did you'],
    ['an invalid number', 'maxWarnings: many', '1:14: `maxWarnings` is a whole number, not text'],
    ['a number below', 'maxWarnings: -1', '1:14: `maxWarnings` is a whole number from 0 on, not `-1`'],
    ['a share above', 'test: {coverage: {threshold: 101}}', '`threshold` is a percentage from 0 to 100, not `101`'],
    ['a text of no number', 'stream: {retries: "5.5"}', '`retries` is a whole number from 0 to 100, not `5.5`'],
    ['a fraction', 'stream: {retries: 5.5}', '`retries` is a whole number from 0 to 100, not `5.5`'],
    ['an invalid code', 'severities:\n  number-txt: off', '2:3: `severities` has no member `number-txt`; did you'],
    [
      'a code unlike any other',
      'severities: {zzz: off}',
      '`severities` has no member `zzz`; `check` shows codes in brackets',
    ],
    ['an invalid severity', 'severities: {number-text: fatal}', 'is one of off, info, warning, error, not `fatal`'],
    ['an extension twice', 'extensions: [a, a]', '`extensions` holds the same item twice'],
    ['a member twice', 'dialect: aliyun\ndialect: rocketmq', '2:1: this member name occurs twice'],
    ['a secret', 'test: {apiKey: sk-in-the-file}', '1:8: `apiKey` does not belong in a file that is committed'],
    ['a prototype', '__proto__: {dialect: aws}', 'the config file has no member `__proto__`'],
  ];
  test.each(broken)('is refused when it is %s, before anything runs', async (_, text, message) => {
    const { code, out, err } = await run(['check', 'p.json'], {
      files: { ...PATTERN, 'eb-pattern.config.yaml': text },
    });
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(lines(err)).toHaveLength(1);
    expect(err).toMatch(/^eb-pattern: eb-pattern\.config\.yaml:\d+:\d+: /);
    expect(err).toContain(message);
    expect(err).not.toContain('sk-in-the-file');
  });

  test('is refused when a JSON member occurs twice', async () => {
    const { err } = await check({ 'eb-pattern.config.json': '{"stream": {"region": "a", "region": "b"}}' });
    expect(err).toContain('eb-pattern.config.json:1:28: the member name `region` occurs twice');
  });

  test('does not read a name with a slash as a path', async () => {
    const { err } = await check({ 'eb-pattern.config.json': '{"stream": {"timeout": 1}, "stream/timeout": 2}' });
    expect(err).toContain('the config file has no member `stream/timeout`');
    expect(err).not.toContain('twice');
  });

  test('has its errors in JSON with --format json', async () => {
    const { out } = await check({ 'eb-pattern.config.yaml': 'a: 1\ndialect: x' });
    expect(JSON.parse(out)).toMatchObject({
      command: 'check',
      errors: [
        { file: 'eb-pattern.config.yaml', line: 1, column: 1 },
        { file: 'eb-pattern.config.yaml', line: 2, column: 10 },
      ],
    });
  });

  test.each([
    ['missing.yaml', 'there is no file `missing.yaml`'],
    ['p.txt', '`p.txt` is no config file: its name ends in .json, .yaml, .yml'],
    ['-', '`-` is no config file'],
  ])('is refused as --config %s', async (name, message) => {
    const { code, err } = await check({}, '--config', name);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});

describe('a config file that is a program', () => {
  const text = 'throw new Error("it was run");';
  const REFUSED = 'a config file is data, and a program is not run; write its settings to eb-pattern.config.json or';

  test.each(['mjs', 'js', 'cjs', 'ts'])('is refused and not run: eb-pattern.config.%s', async (ending) => {
    const name = `eb-pattern.config.${ending}`;
    for (const flags of [[], ['--config', name]]) {
      const { code, out, err } = await check({ [name]: text }, ...flags);
      expect(code).toBe(2);
      expect(JSON.parse(out).errors).toHaveLength(1);
      expect(lines(err)).toHaveLength(1);
      expect(err).toContain(`${name}: ${REFUSED}`);
    }
  });

  test('is not read with --no-config', async () => {
    expect((await check({ 'eb-pattern.config.mjs': text }, '--no-config')).code).toBe(0);
  });

  test('is refused by its ending when it is named by --config', async () => {
    const { code, err } = await check({ 'ci/strict.mjs': text }, '--config', 'ci/strict.mjs');
    expect(code).toBe(2);
    expect(err).toContain(`ci/strict.mjs: ${REFUSED}`);
  });
});

test('`severities` may name every code of a finding', async () => {
  const severities = Object.fromEntries(Object.keys(catalogue).map((code) => [code, 'off']));
  const { code } = await check({ 'eb-pattern.config.json': JSON.stringify({ severities }) });
  expect(code).toBe(0);
});

test.skipIf(process.platform === 'win32')('a config file that is a dangling link is an error', async () => {
  const cwd = folderWith(PATTERN);
  symlinkSync('nowhere.json', join(cwd, 'eb-pattern.config.json'));
  const { code, err } = await run(['check', 'p.json'], { cwd });
  expect(code).toBe(2);
  expect(err).toContain('there is no file `eb-pattern.config.json`');
});
