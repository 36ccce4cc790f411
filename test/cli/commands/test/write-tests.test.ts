/** `test --mutate --write`: the proposed tests are appended, and a second run kills the mutants. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, run } from '../../run-main.ts';

const PATTERN = '{"source":["shop"],"data":{"state":["paid","shipped"],"total":[{"numeric":[">",0.50]}]}}';
const BASE = '{source: shop, data: {state: paid, total: 99.5}}';
const HEAD = `pattern: p.json\nbase: ${BASE}\n`;
const JSON_HEAD = '"pattern": "p.json", "base": {"source": "shop", "data": {"state": "paid", "total": 99.5}}';

/** Row name, the name of a suite, and its text. */
const suites: readonly [string, string, string][] = [
  ['a block', 's.eb-test.yaml', `${HEAD}tests:\n  - name: paid\n    match: true\n`],
  ['a block without an indent', 's.eb-test.yaml', `${HEAD}tests:\n- name: paid\n  match: true\n`],
  ['no line end', 's.eb-test.yml', `${HEAD}tests:\n  - name: paid\n    match: true`],
  [
    'comments',
    's.eb-test.yaml',
    `# one\n${HEAD}tests: # two\n  # three\n  - match: true # four\n    name: paid # five\n# six\n`,
  ],
  ['members behind the tests', 's.eb-test.yaml', `tests:\n  - {name: paid, match: true} # one\n\n# two\n${HEAD}`],
  [
    'a block of text at the end',
    's.eb-test.yaml',
    `${HEAD}tests:\n  - name: paid\n    match: true\n    event: |\n      {"source": "shop", "data": {"state": "paid", "total": 1}}\n`,
  ],
  ['brackets', 's.eb-test.yaml', `${HEAD}tests: [{name: paid, match: true}]\n`],
  ['brackets on lines, with a comma', 's.eb-test.yaml', `${HEAD}tests: [\n  {name: paid, match: true},\n]\n`],
  [
    'rows',
    's.eb-test.yaml',
    `${HEAD}tests:\n  - name: is <s>\n    match: true\n    with: {data: {state: <s>}}\n    each:\n      - s: paid\n`,
  ],
  ['Windows', 's.eb-test.yaml', `${HEAD}tests:\n  - name: paid\n    match: true\n`.replaceAll('\n', '\r\n')],
  ['a byte order mark', 's.eb-test.yaml', `\ufeff${HEAD}tests:\n  - name: paid\n    match: true\n`],
  ['JSON', 's.eb-test.json', `{${JSON_HEAD}, "tests": [{"name": "paid", "match": true}]}`],
  ['JSON on lines', 's.eb-test.json', `{${JSON_HEAD},\n  "tests": [\n    {"name": "paid", "match": true}\n  ]\n}\n`],
  [
    'no base',
    's.eb-test.yaml',
    'pattern: p.json\ntests:\n  - name: paid\n    match: true\n    event: {source: shop, data: {state: paid, total: 1}}\n',
  ],
  ['a name that is taken', 's.eb-test.yaml', `${HEAD}tests:\n  - name: /source is "other"\n    match: true\n`],
  [
    'many patterns',
    's.eb-test.yaml',
    `patterns: {one: p.json, two: {source: [shop]}}\nbase: ${BASE}\ntests:\n  - name: paid\n    routes: [one, two]\n`,
  ],
];

describe('--mutate --write', () => {
  test.each(suites)('adds tests to %s', async (_, name, text) => {
    const cwd = folderWith({ 'p.json': PATTERN, [name]: text });
    const first = await run(['test', name, '--mutate', '--write'], { cwd });
    expect({ code: first.code, out: first.out.includes('read them') }).toEqual({ code: 0, out: true });
    expect(readdirSync(cwd).sort()).toEqual(['p.json', name]);
    const after = readFileSync(join(cwd, name), 'utf8');
    // The new text is in one place.
    let same = 0;
    while (after[same] === text[same] && same < text.length) same++;
    expect(after.endsWith(text.slice(same))).toBe(true);
    if (text.includes('\r\n')) expect(after.replaceAll('\r\n', '')).not.toContain('\n');

    const second = await run(['test', name, '--mutate', '--format', 'json'], { cwd });
    const report = JSON.parse(second.out);
    expect({ code: second.code, failed: report.failed, survived: report.mutation.survived }).toEqual({
      code: 0,
      failed: 0,
      survived: 0,
    });
    // A third run has nothing to write.
    const third = await run(['test', name, '--mutate', '--write'], { cwd });
    expect({ code: third.code, err: third.err }).toEqual({ code: 0, err: '' });
    expect(readFileSync(join(cwd, name), 'utf8')).toBe(after);
  });

  test('writes changes to the base', async () => {
    const cwd = folderWith({ 'p.json': PATTERN, 's.eb-test.yaml': `${HEAD}tests:\n  - name: paid\n    match: true\n` });
    const { err } = await run(['test', '.', '--mutate', '--write'], { cwd });
    const added = readFileSync(join(cwd, 's.eb-test.yaml'), 'utf8').slice(HEAD.length);
    expect(added).toContain(
      '  - name: "/data/state is \\"shipped\\""\n    with: {"data": {"state": "shipped"}}\n    match: true\n',
    );
    expect(added).not.toContain('event:');
    expect(err).toContain('s.eb-test.yaml: added the test `/data/state is "shipped"`\n');
  });

  test.each([
    ['without --mutate', ['--write'], '`--write` adds the tests that `--mutate` proposes'],
    ['with --update', ['--mutate', '--write', '--update'], 'cannot be used with option'],
  ])('is refused %s', async (_, flags, message) => {
    const { code, err } = await run(['test', '.', ...flags], { files: { 's.eb-test.yaml': HEAD } });
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});
