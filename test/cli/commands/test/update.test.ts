import { lstatSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, lines, run } from '../../run-main.ts';

async function update(name: string, text: string): Promise<{ code: number; err: string; out: string; after: string }> {
  const cwd = folderWith({ [name]: text });
  const outcome = await run(['test', name, '--update'], { cwd });
  expect(readdirSync(cwd)).toEqual([name]);
  const after = readFileSync(join(cwd, name), 'utf8');
  // The written verdicts hold, and a second run writes nothing.
  if (outcome.code === 0) {
    expect((await run(['test', name], { cwd })).code).toBe(0);
    expect((await run(['test', name, '--update'], { cwd })).err).toBe('');
    expect(readFileSync(join(cwd, name), 'utf8')).toBe(after);
  }
  return { ...outcome, after };
}

const HEAD = 'pattern: { source: [a] }\ntests:\n';

describe('a missing verdict is written after the last member of its test, and nothing else changes', () => {
  test.each([
    ['a block', '  - name: x\n    event: { source: a }\n', '  - name: x\n    event: { source: a }\n    match: true\n'],
    [
      'at the end of a file without a line end',
      '  - name: x\n    event: {}',
      '  - name: x\n    event: {}\n    match: false',
    ],
    [
      'comments',
      '  # one\n  - name: x # two\n    event: {} # three\n    # four\n  - { name: y, event: {}, match: false } # five\n',
      '  # one\n  - name: x # two\n    event: {} # three\n    match: false\n    # four\n  - { name: y, event: {}, match: false } # five\n',
    ],
    [
      'an event of several lines',
      '  - name: x\n    event:\n      source: a\n      data:\n        list:\n          - 1\n\n  - name: y\n    match: false\n    event:\n      type: b\n',
      '  - name: x\n    event:\n      source: a\n      data:\n        list:\n          - 1\n    match: true\n\n  - name: y\n    match: false\n    event:\n      type: b\n',
    ],
    [
      'a block of text',
      '  - name: x\n    event: |\n      {"source": "a"}\n\n  - name: y\n    event: {}\n',
      '  - name: x\n    event: |\n      {"source": "a"}\n    match: true\n\n  - name: y\n    event: {}\n    match: false\n',
    ],
    ['a map in braces', '  - { name: x, event: {} }\n', '  - { name: x, event: {}, match: false }\n'],
    ['a comma at the end', '  - { name: x, event: {}, }\n', '  - { name: x, event: {}, match: false }\n'],
    [
      'an alias',
      '  - { name: x, event: &e {} }\n  - { name: y, event: *e }\n',
      '  - { name: x, event: &e {}, match: false }\n  - { name: y, event: *e, match: false }\n',
    ],
    [
      'lines of a map in braces',
      '  - {\n      name: x,\n      event: {}\n    }\n',
      '  - {\n      name: x,\n      event: {},\n      match: false\n    }\n',
    ],
    [
      'rows',
      '  - name: <s>\n    event: { source: <s> }\n    each:\n      - s: a\n      - { s: b }\n      - { s: c, match: false }\n',
      '  - name: <s>\n    event: { source: <s> }\n    each:\n      - s: a\n        match: true\n      - { s: b, match: false }\n      - { s: c, match: false }\n',
    ],
    [
      'fields that must fail',
      '  - { name: x, event: {}, fails: [/source] }\n',
      '  - { name: x, event: {}, fails: [/source], match: false }\n',
    ],
  ])('%s', async (_, before, after) => {
    expect((await update('s.eb-test.yaml', HEAD + before)).after).toBe(HEAD + after);
    const crlf = (text: string): string => (HEAD + text).replaceAll('\n', '\r\n');
    expect((await update('s.eb-test.yaml', crlf(before))).after).toBe(crlf(after));
  });

  test.each([
    [
      'on one line',
      '{"pattern":{"source":["a"]},"tests":[{"name":"x","event":{}}]}',
      '{"name":"x","event":{}, "match": false}',
    ],
    [
      'on several lines',
      '{\n  "pattern": {"source": ["a"]},\n  "tests": [\n    {\n      "name": "x",\n      "event": {}\n    }\n  ]\n}\n',
      '      "event": {},\n      "match": false\n    }',
    ],
  ])('JSON %s', async (_, before, part) => {
    const { code, after } = await update('s.eb-test.json', before);
    expect(code).toBe(0);
    expect(after).toContain(part);
  });

  test('routes', async () => {
    const text = `patterns: { shop/all: { source: [a] }, 'true': { source: [a] }, "x: y": { source: [a] }, b: { source: [b] } }
tests:
  - { name: all, event: { source: a } }
  - { name: none, event: {} }
`;
    const { code, after } = await update('s.eb-test.yaml', text);
    expect(code).toBe(0);
    expect(after).toContain('{ name: all, event: { source: a }, routes: [shop/all, "true", "x: y"] }');
    expect(after).toContain('{ name: none, event: {}, routes: [] }');
  });
});

test('written verdicts are listed with their places, and counted', async () => {
  const { err, out } = await update('s.eb-test.yaml', `${HEAD}  - { name: x, event: { source: a } }\n`);
  expect(lines(err)).toEqual(['s.eb-test.yaml:3:5: wrote `match: true` for `x`']);
  expect(lines(out).slice(-2)).toEqual(['1 missing verdict written (--update)', '1 passed, 0 failed']);
});

describe('nothing is written', () => {
  test.each([
    ['over a verdict that is there, right or wrong', `${HEAD}  - { name: x, event: {}, match: true }\n`, 1, ''],
    ['where the fields that must fail hold', `${HEAD}  - { name: x, event: { source: a }, fails: [/source] }\n`, 1, ''],
    ['for a test that is skipped', `${HEAD}  - { name: x, event: {}, skip: later }\n`, 0, ''],
    [
      'into a suite that cannot be run',
      `${HEAD}  - { name: x, event: {} }\n  - { name: y, event: e.json }\n`,
      2,
      'no file',
    ],
  ])('%s', async (_, text, code, message) => {
    const cwd = folderWith({ 's.eb-test.yaml': text });
    const outcome = await run(['test', '.', '--update'], { cwd });
    expect(outcome.code).toBe(code);
    expect(outcome.err).toContain(message);
    expect(readFileSync(join(cwd, 's.eb-test.yaml'), 'utf8')).toBe(text);
  });

  test('where rows are used twice, since each use is another test', async () => {
    const text = `${HEAD}  - { name: "one <s>", event: { source: <s> }, each: &rows [{ s: a }] }
  - { name: "two <s>", event: { source: <s> }, each: *rows }
`;
    const { code, err, after } = await update('s.eb-test.yaml', text);
    expect({ code, after }).toEqual({ code: 2, after: text });
    expect(err).toContain('cannot be written here; write `match: true` by hand');
  });

  test('to standard input', async () => {
    const { code, err } = await run(['test', '-', '--update'], { stdin: `${HEAD}  - { name: x, event: {} }\n` });
    expect(code).toBe(2);
    expect(err).toContain('standard input cannot be updated');
  });

  test('without --update, and the message names the flag', async () => {
    const text = `${HEAD}  - { name: x, event: {} }\n`;
    const { code, err } = await run(['test', '.'], { files: { 's.eb-test.yaml': text } });
    expect(code).toBe(2);
    expect(err).toContain('says neither; `--update` writes what comes out');
  });
});

test('the file keeps its mode', async () => {
  const cwd = folderWith({ 's.eb-test.yaml': `${HEAD}  - { name: x, event: {} }\n` });
  const before = statSync(join(cwd, 's.eb-test.yaml')).mode;
  await run(['test', '.', '--update'], { cwd });
  expect(statSync(join(cwd, 's.eb-test.yaml')).mode).toBe(before);
});

test('a byte order mark stays', async () => {
  const { after } = await update('s.eb-test.yaml', `\ufeff${HEAD}  - { name: x, event: {} }\n`);
  expect(after).toBe(`\ufeff${HEAD}  - { name: x, event: {}, match: false }\n`);
});

test.skipIf(process.platform === 'win32')('a suite that is a link stays one, and its target is written', async () => {
  const cwd = folderWith({ 'real/s.yaml': `${HEAD}  - { name: x, event: {} }\n` });
  symlinkSync('real/s.yaml', join(cwd, 's.eb-test.yaml'));
  expect((await run(['test', 's.eb-test.yaml', '--update'], { cwd })).code).toBe(0);
  expect(lstatSync(join(cwd, 's.eb-test.yaml')).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(cwd, 'real/s.yaml'), 'utf8')).toBe(`${HEAD}  - { name: x, event: {}, match: false }\n`);
});

test('a file that changed meanwhile keeps the change', async () => {
  const cwd = folderWith({ 's.eb-test.yaml': `${HEAD}  - { name: x, event: {} }\n` });
  const changed = `${HEAD}  - { name: y, event: {} }\n`;
  const onOut = (): void => writeFileSync(join(cwd, 's.eb-test.yaml'), changed);
  const { code, err } = await run(['test', 's.eb-test.yaml', '--update'], { cwd, onOut });
  expect(code).toBe(2);
  expect(err).toContain('`s.eb-test.yaml` has changed since it was read, and is not written; run again');
  expect(readFileSync(join(cwd, 's.eb-test.yaml'), 'utf8')).toBe(changed);
});
