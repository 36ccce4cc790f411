import { describe, expect, test } from 'vitest';
import { lines, run } from '../run-main.ts';

test('a valid pattern exits with 0', async () => {
  const { code, out, err } = await run(['check', 'p.json'], { files: { 'p.json': '{"source":["acs.oss"]}' } });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('p.json: valid');
});

test('warnings alone exit with 0, and are shown', async () => {
  const { code, out } = await run(['check', 'p.json'], { files: { 'p.json': '{"data":{"n":[300.0]}}' } });
  expect(code).toBe(0);
  expect(out).toContain('warning[number-text]');
  expect(out).toContain('p.json: valid (1 warning)');
});

test('an error exits with 1, and is shown with file, line, column and a caret', async () => {
  const files = { 'p.json': '{\n  "source": [{"prefx": "a"}]\n}' };
  const { code, out, err } = await run(['check', 'p.json'], { files });
  expect({ code, err }).toEqual({ code: 1, err: '' });
  expect(out).toContain('error[unknown-operator]');
  expect(out).toContain('p.json:2:15');
  const shown = lines(out);
  const source = shown.findIndex((line) => line.includes('"prefx"'));
  expect(shown[source + 1]?.indexOf('^')).toBe(shown[source]?.indexOf('"prefx"'));
  expect(out).toContain('did you mean `prefix`?');
});

test.each([
  ['a trailing comma', '{"source": ["a",]}', 'invalid-json', '1:17'],
  ['an empty file', '', 'empty-text', '1:1'],
  ['a string that holds a pattern', '"{\\"source\\":[\\"a\\"]}"', 'pattern-in-string', '1:1'],
])('%s is a finding with a place', async (_, text, finding, place) => {
  const { code, out, err } = await run(['check', 'p.json'], { files: { 'p.json': text } });
  expect({ code, err }).toEqual({ code: 1, err: '' });
  expect(out).toContain(`error[${finding}]`);
  expect(out).toContain(`p.json:${place}`);
  expect(out).toContain('^');
});

test('several patterns are all checked and counted', async () => {
  const files = { 'a.json': '{"source":["a"]}', 'b.json': '{"source":"b"}', 'c.json': '{"type":5}' };
  const { code, out } = await run(['check', 'a.json', 'b.json', 'c.json'], { files });
  expect(code).toBe(1);
  expect(out).toContain('2 of 3 patterns not valid');
});

describe('an unreadable file is one line and exit code 2', () => {
  test.each([
    ['a file that is not there', 'nope.json', 'there is no file `nope.json`'],
    ['a misspelt file, with the one beside it', 'patern.json', 'there is `pattern.json` beside it'],
    ['a folder without patterns', 'folder', 'there are no patterns in the folder `folder`'],
    ['bytes that are not UTF-8', 'latin.json', 'latin.json:2:3: the bytes are not UTF-8'],
  ])('%s', async (_, name, message) => {
    const files = { 'pattern.json': '{}', 'folder/': '', 'latin.json': Buffer.from('{\n "\xe9":["a"]}', 'latin1') };
    const { code, err } = await run(['check', name], { files });
    expect(code).toBe(2);
    expect(lines(err)).toHaveLength(1);
    expect(err).toContain(message);
  });

  test('and the other files are checked', async () => {
    const { code, out, err } = await run(['check', 'nope.json', 'a.json'], { files: { 'a.json': '[]' } });
    expect(code).toBe(2);
    expect(out).toContain('a.json: not valid');
    expect(err).toContain('nope.json');
  });
});

test('standard input is `-`', async () => {
  const { code, out } = await run(['check', '-'], { stdin: '{"source":"a"}' });
  expect(code).toBe(1);
  expect(out).toContain('standard input:1:11');
});

test('standard input can be read once', async () => {
  const { code, err } = await run(['match', '-', '-'], { stdin: '{}' });
  expect(code).toBe(2);
  expect(lines(err)).toHaveLength(1);
});

test('a byte order mark is skipped and does not move the columns', async () => {
  const { code, out } = await run(['check', 'p.json'], { files: { 'p.json': '\ufeff{"source":"a"}' } });
  expect(code).toBe(1);
  expect(out).toContain('p.json:1:11');
});

test('the dialect and the extensions are set by flags', async () => {
  const files = { 'p.json': '{"tenant":["a"],"shard":["b"]}' };
  expect((await run(['check', 'p.json', '--dialect', 'rocketmq'], { files })).code).toBe(1);
  const declared = ['check', 'p.json', '--dialect', 'rocketmq', '--extension', 'tenant', '--extension', 'shard'];
  expect((await run(declared, { files })).code).toBe(0);
});

test('more than a hundred findings are cut and counted', async () => {
  const files = { 'p.json': JSON.stringify({ source: Array.from({ length: 130 }, () => ({ nope: 1 })) }) };
  const { out } = await run(['check', 'p.json'], { files });
  expect(out).toContain('and 30 errors that are not shown');
  expect(out).toContain('not valid (130 errors');
});

test('--format json prints one document with places', async () => {
  const files = { 'p.json': '{\n "source": "a"}', 'q.json': '{"source":["a"]}' };
  const { code, out, err } = await run(['check', 'p.json', 'q.json', 'missing.json', '--format', 'json'], { files });
  expect(code).toBe(2);
  expect(lines(err)).toHaveLength(1);
  expect(JSON.parse(out)).toEqual({
    version: 1,
    command: 'check',
    exitCode: 2,
    reasons: ['1 error'],
    counts: { errors: 1, warnings: 0, infos: 0, known: 0, allowed: 0 },
    dialect: 'aliyun',
    patterns: [
      {
        file: 'p.json',
        valid: false,
        findings: [
          expect.objectContaining({
            code: 'attribute-not-array',
            severity: 'error',
            pointer: '/source',
            line: 2,
            column: 12,
            endLine: 2,
            endColumn: 15,
          }),
        ],
        omitted: { errors: 0, warnings: 0, infos: 0 },
      },
      { file: 'q.json', valid: true, findings: [], omitted: { errors: 0, warnings: 0, infos: 0 } },
    ],
    skipped: [],
    notes: [],
    gone: [],
    errors: [{ message: 'there is no file `missing.json`' }],
  });
});

test('a pattern without fields is reported in a folder, and not when it is named', async () => {
  const files = { 'patterns/a.json': '{"source":["a"]}', 'patterns/b.json': '{}' };
  expect((await run(['check', 'patterns'], { files })).out).toContain('info[matches-everything]');
  expect((await run(['check', 'patterns/b.json'], { files })).out).not.toContain('matches-everything');
});
