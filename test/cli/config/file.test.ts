import { spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../../../src/index.ts';
import { folderWith, lines, type Outcome, run } from '../run-main.ts';

const BIN = fileURLToPath(new URL('../../../dist/cli/bin.js', import.meta.url));
const PROGRAM = ['check', 'p.json', '--config', 'eb-pattern.config.mjs'];
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

  test('may be a program that --config names', async () => {
    const files = { 'eb-pattern.config.mjs': 'export default { dialect: "rocketmq" };' };
    expect(await dialectOf(check(files, '--config', 'eb-pattern.config.mjs'))).toBe('rocketmq');
  });

  test('is found in a folder above, and the nearest one counts', async () => {
    const root = folderWith({
      'eb-pattern.config.yaml': 'dialect: aliyun',
      'a/eb-pattern.config.yaml': 'dialect: rocketmq',
      'a/b/c/p.json': PATTERN['p.json'],
    });
    const argv = ['check', 'p.json', '--format', 'json'];
    expect(await dialectOf(run(argv, { cwd: join(root, 'a/b/c') }))).toBe('rocketmq');
  });

  test('may be named, wherever it is and whatever it is called', async () => {
    const files = { 'eb-pattern.config.yaml': 'dialect: aliyun', 'ci/strict.yaml': 'dialect: rocketmq' };
    expect(await dialectOf(check(files, '--config', 'ci/strict.yaml'))).toBe('rocketmq');
  });

  test('is not read with --no-config, before the command or behind it', async () => {
    const files = { ...PATTERN, 'eb-pattern.config.yaml': 'dialect: [' };
    expect((await run(['--no-config', 'check', 'p.json'], { files })).code).toBe(0);
    expect((await run(['check', 'p.json', '--no-config'], { files })).code).toBe(0);
  });

  test('does not keep the version and help from being printed', async () => {
    const files = { 'eb-pattern.config.yaml': 'dialect: [' };
    expect((await run(['--version'], { files })).code).toBe(0);
    expect((await run(['check', '--help'], { files })).code).toBe(0);
  });

  test('is refused when two are in one folder', async () => {
    const { code, err } = await check({ 'eb-pattern.config.yml': '{}', 'eb-pattern.config.mjs': '' });
    expect(code).toBe(2);
    expect(err).toMatch(/there are eb-pattern\.config\.yml and eb-pattern\.config\.mjs in .*: keep one\n$/);
  });

  const broken: readonly (readonly [string, string, string])[] = [
    ['no map', '[]', '1:1: the config file is a map, not a list'],
    ['no YAML', 'dialect: [', 'the config file is not YAML'],
    ['a misspelt member', 'dialetc: aliyun', '1:1: the config file has no member `dialetc`; did you mean `dialect`?'],
    ['a misspelt value', 'dialect: aliyum', '1:10: `dialect` is one of aliyun, rocketmq, not `aliyum`; did you mean'],
    ['a number that is none', 'maxWarnings: many', '1:14: `maxWarnings` is a whole number, not text'],
    ['a number below', 'maxWarnings: -1', '1:14: `maxWarnings` is a whole number from 0 on, not `-1`'],
    ['a share above', 'test: {coverage: {threshold: 101}}', '`threshold` is a percentage from 0 to 100, not `101`'],
    ['a text of no number', 'stream: {retries: "5.5"}', '`retries` is a whole number from 0 to 100, not `5.5`'],
    ['a fraction', 'stream: {retries: 5.5}', '`retries` is a whole number from 0 to 100, not `5.5`'],
    ['a code that is none', 'severities:\n  number-txt: off', '2:3: `severities` has no member `number-txt`; did you'],
    ['a strange code', 'severities: {zzz: off}', '`severities` has no member `zzz`; `check` shows codes in brackets'],
    ['a severity that is none', 'severities: {number-text: fatal}', 'is one of off, info, warning, error, not `fatal`'],
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

  test('is refused when a member of JSON occurs twice', async () => {
    const { err } = await check({ 'eb-pattern.config.json': '{"stream": {"region": "a", "region": "b"}}' });
    expect(err).toContain('eb-pattern.config.json:1:28: the member name `region` occurs twice');
  });

  test('takes a name with a slash for no way into another member', async () => {
    const { err } = await check({ 'eb-pattern.config.json': '{"stream": {"timeout": 1}, "stream/timeout": 2}' });
    expect(err).toContain('the config file has no member `stream/timeout`');
    expect(err).not.toContain('twice');
  });

  test('says its errors as JSON where JSON was asked for', async () => {
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
    ['p.txt', '`p.txt` is no config file: its name ends in .json, .yaml, .yml, .mjs'],
    ['-', '`-` is no config file'],
  ])('is refused as --config %s', async (name, message) => {
    const { code, err } = await check({}, '--config', name);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});

describe('a config file that is a module', () => {
  const cases: readonly (readonly [string, string, RegExp])[] = [
    ['throws', '\n\nthrow new Error("no luck");', /config\.mjs(:\d+:\d+)?: the config file threw: no luck$/],
    ['throws what is no error', 'throw null;', /config\.mjs: the config file threw: null$/],
    [
      'throws what has no text',
      'throw { toString() { throw 1; } };',
      /: the config file threw: something that has no /,
    ],
    [
      'throws when it is read',
      'export default { get dialect() { throw new Error("late"); } };',
      /config\.mjs(:\d+:\d+)?: the config file threw: late$/,
    ],
    [
      'is a trap',
      'export default new Proxy({}, { ownKeys() { throw null; } });',
      /config\.mjs: the config file threw: null$/,
    ],
    ['has no default export', 'export const dialect = 1;', /config\.mjs: the config file has no default export; write/],
    [
      'exports a function',
      'export default () => ({});',
      /the default export of the config file is of the type function/,
    ],
    ['exports a promise', 'export default Promise.resolve({});', /is a Promise; a config is plain data$/],
    [
      'holds a date',
      'export default { test: { bail: new Date() } };',
      /: `test.bail` is a Date; a config is plain data$/,
    ],
    ['holds itself', 'const a = {}; a.test = a; export default a;', /: `test` holds itself, or is nested too deeply$/],
    ['holds no number', 'export default { maxWarnings: NaN };', /: `maxWarnings` is NaN, which is no number of JSON$/],
    [
      'is wrong within',
      'export default { test: { bail: "5" } };',
      /mjs: in `test`: `bail` is `true` or `false` or a whole number, not text$/,
    ],
    [
      'has too much',
      'export default { test: { bial: true } };',
      /mjs: `test` has no member `bial`; did you mean `bail`/,
    ],
    ['is wrong itself', 'export default { dialect: "aws" };', /mjs: `dialect` is one of aliyun, rocketmq, not `aws`/],
    [
      'holds a secret',
      'export default { test: { token: "x" } };',
      /mjs: `token` does not belong in a file that is comm/,
    ],
  ];
  test.each(cases)('is refused when it %s', async (_, text, message) => {
    const files = { ...PATTERN, 'eb-pattern.config.mjs': text };
    const { code, out, err } = await run(['check', 'p.json', '--config', 'eb-pattern.config.mjs'], { files });
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(lines(err)).toHaveLength(1);
    expect(lines(err)[0]).toMatch(message);
  });
});

// As a process: here the test runner reads modules, and it has other words and places.
test.each([
  ['throws', '\n\nthrow new Error("no luck");', '3:7: the config file threw: no luck'],
  [
    'is no JavaScript',
    'export default {\n  dialect: aliyun,\n  5,\n};',
    ' the config file is not JavaScript: Unexpected number; `node eb-pattern.config.mjs` shows',
  ],
  ['imports what is not there', 'import "./nothing.mjs";', ' the config file imports what is not there: Cannot find'],
])('a module that %s is one problem with its place', (_, text, message) => {
  const cwd = folderWith({ ...PATTERN, 'eb-pattern.config.mjs': text });
  const { status, stderr } = spawnSync(process.execPath, [BIN, ...PROGRAM], { cwd, encoding: 'utf8' });
  expect(status).toBe(2);
  expect(stderr).toContain(`eb-pattern: eb-pattern.config.mjs:${message}`);
  expect(lines(stderr)).toHaveLength(1);
});

test('no code of a finding looks like a secret, which `severities` could not name then', async () => {
  const severities = Object.fromEntries(Object.keys(catalogue).map((code) => [code, 'off']));
  const { code } = await check({ 'eb-pattern.config.json': JSON.stringify({ severities }) });
  expect(code).toBe(0);
});

test.each([
  ['ends the process', 'process.exit(0);', 'ended before there was an answer'],
  [
    'leaves a failure behind',
    'Promise.reject(new Error("left")); await new Promise((go) => setTimeout(go)); export default {};',
    'a config file that is a module: "left"',
  ],
])('a module that %s is no yes, and no stack trace', (_, text, message) => {
  const cwd = folderWith({ ...PATTERN, 'eb-pattern.config.mjs': text });
  const { status, stderr } = spawnSync(process.execPath, [BIN, ...PROGRAM], { cwd, encoding: 'utf8' });
  expect(status).toBe(2);
  expect(lines(stderr)).toHaveLength(1);
  expect(stderr).toContain(message);
});

test('a module that leaves a timer behind does not keep the process', () => {
  const cwd = folderWith({
    ...PATTERN,
    'eb-pattern.config.mjs': 'setInterval(() => undefined, 1e6); export default {};',
  });
  const { status, stdout } = spawnSync(process.execPath, [BIN, ...PROGRAM], { cwd, encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 0, stdout: '✓ p.json: valid\n' });
});

test.skipIf(process.platform === 'win32')('a link that leads nowhere is not passed over', async () => {
  const cwd = folderWith(PATTERN);
  symlinkSync('nowhere.json', join(cwd, 'eb-pattern.config.json'));
  const { code, err } = await run(['check', 'p.json'], { cwd });
  expect(code).toBe(2);
  expect(err).toContain('there is no file `eb-pattern.config.json`');
});
