import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { check as checkPatterns } from '../../../src/cli/commands/check/run.ts';
import { openSession } from '../../../src/cli/session/session.ts';
import { folderWith, lines, run } from '../run-main.ts';

const WARNED = '{"data":{"n":[300.0]}}';
const NOTED = '{"data":{"file":[{"anything-but":{"suffix":".tmp"}}]}}';
const WRONG = '{"source":"a"}';
const suite = (pattern: string): string =>
  `pattern: ${pattern}\ntests:\n  - {name: a, event: {data: {n: 1}}, match: false}\n`;

describe('the exit policy', () => {
  test.each([
    [[], 0, ''],
    [['--fail-on', 'error'], 0, ''],
    [['--fail-on', 'warning'], 1, 'fails: 1 warning, and the run fails on warnings (--fail-on warning)'],
    [['--fail-on', 'info'], 1, 'fails: 1 warning, and the run fails on notes (--fail-on info)'],
    [['--max-warnings', '1'], 0, ''],
    [['--max-warnings', '0'], 1, 'fails: 1 warning, and 0 may be (--max-warnings 0)'],
  ])('with %j and one warning', async (flags, expected, why) => {
    for (const argv of [
      ['check', 'p.json'],
      ['test', 's.eb-test.yaml'],
    ]) {
      const files = { 'p.json': WARNED, 's.eb-test.yaml': suite(WARNED) };
      const { code, out, err } = await run([...argv, ...flags], { files });
      expect({ code, err }).toEqual({ code: expected, err: '' });
      if (why === '') expect(out).not.toContain('fails:');
      else expect(out.replace(/\n {2}/g, ' ')).toContain(why);
    }
  });

  it('is explained on standard error when the format is for machines and shows no error', async () => {
    const { code, err } = await run(['check', 'p.json', '--fail-on', 'warning', '--format', 'compact'], {
      files: { 'p.json': WARNED },
    });
    expect(code).toBe(1);
    expect(lines(err)).toHaveLength(1);
    expect(err).toContain('--fail-on warning');
  });

  it('counts a finding once when several suites test the pattern', async () => {
    const s = suite('./p.json');
    const files = { 'p.json': WARNED, 'a.eb-test.yaml': s, 'b.eb-test.yaml': s };
    expect((await run(['test', '.', '--max-warnings', '1'], { files })).code).toBe(0);
  });

  it('may include notes', async () => {
    const files = { 'p.json': NOTED, 's.eb-test.yaml': suite(NOTED) };
    for (const argv of [
      ['check', 'p.json'],
      ['test', 's.eb-test.yaml'],
    ]) {
      const { code, out } = await run([...argv, '--fail-on', 'info'], { files });
      expect(code).toBe(1);
      expect(out).toContain('undocumented-operator');
      expect((await run([...argv, '--fail-on', 'warning'], { files })).code).toBe(0);
    }
  });

  test.each(['-1', '1.5', 'x', ''])('refuses an invalid number of warnings: %j', async (number) => {
    const { code, err } = await run(['check', 'p.json', `--max-warnings=${number}`], { files: { 'p.json': '{}' } });
    expect(code).toBe(2);
    expect(lines(err)).toHaveLength(1);
  });
});

describe('severities by code', () => {
  const judged = async (severities: object, text: string): Promise<{ code: number; out: string }> => {
    let out = '';
    const cwd = folderWith({ 'p.json': text });
    const output = { write: (chunk: string | Uint8Array) => (out += chunk) };
    const session = openSession({ stdin: (async function* () {})(), stdout: output, stderr: output, env: {}, cwd });
    return { code: await checkPatterns(['p.json'], { format: 'json', severities }, session), out };
  };

  test.each([
    ['raised', { 'number-text': 'error' }, WARNED, 1, ['error']],
    ['off', { 'number-text': 'off' }, WARNED, 0, []],
    ['lowered', { 'attribute-not-array': 'warning' }, WRONG, 0, ['warning']],
  ])('are %s', async (_, severities, text, code, found) => {
    const answer = await judged(severities, text);
    expect(answer.code).toBe(code);
    const [pattern] = JSON.parse(answer.out).patterns;
    expect(pattern.findings.map(({ severity }: { severity: string }) => severity)).toEqual(found);
  });

  it('do not change the verdict of the service', async () => {
    const { out } = await judged({ 'attribute-not-array': 'off' }, WRONG);
    expect(JSON.parse(out).patterns[0].valid).toBe(false);
  });
});

describe('a comment allows one code at one place', () => {
  const ALLOW = 'eb-pattern-allow number-text: why';
  test.each([
    ['on its line, in YAML', 'p.yaml', `data:\n  n: [300.0] # ${ALLOW}\n`, 0],
    ['alone on the line before', 'p.yaml', `data:\n  # ${ALLOW}\n  n: [300.0]\n`, 0],
    [
      'among others above',
      'p.yaml',
      `data:\n  # ${ALLOW}\n  # eb-pattern-allow duplicate-condition\n  n: [300.0, 300.0]\n`,
      0,
    ],
    ['of a block, at its head', 'p.yaml', `filterPattern: | # ${ALLOW}\n  {"data": {"n": [\n    300.0\n  ]}}\n`, 0],
    ['of a block, above its head', 'p.yaml', `# ${ALLOW}\nfilterPattern: |\n  {"data": {"n": [300.0]}}\n`, 0],
    ['behind two slashes', 'p.jsonc', `{"data": {"n": [300.0]}} // ${ALLOW}`, 0],
    ['between a slash and a star', 'p.jsonc', `{"data": {"n": [\n/* ${ALLOW} */\n300.0]}}`, 0],
    ['not two lines before', 'p.yaml', `data:\n  # ${ALLOW}\n\n  n: [300.0]\n`, 1],
    ['not behind something on the line before', 'p.yaml', `data: # ${ALLOW}\n  n: [300.0]\n`, 1],
    ['not in a string', 'p.yaml', `source: ["# ${ALLOW}"]\ndata: {n: [300.0]}\n`, 1],
    ['not in a block', 'p.yaml', `filterPattern: |\n  {"source": ["# ${ALLOW}"], "data": {"n": [300.0]}}\n`, 1],
    ['not in a string of JSON', 'p.jsonc', `{"source": ["// ${ALLOW}"], "data": {"n": [300.0]}}`, 1],
    ['not another code', 'p.jsonc', '{"data": {"n": [300.0]}} // eb-pattern-allow duplicate-condition', 1],
    ['not a word that only begins so', 'p.jsonc', '{"data": {"n": [300.0]}} // eb-pattern-allowed number-text', 1],
  ])('%s', async (_, name, text, expected) => {
    const { code, out } = await run(['check', name, '--fail-on', 'warning'], { files: { [name]: text } });
    expect({ code, out }).toMatchObject({ code: expected });
    expect(out.includes('allowed by comments')).toBe(expected === 0);
  });

  it('in a suite with its pattern inline', async () => {
    const text = `pattern:\n  data:\n    n: [300.0] # ${ALLOW}\ntests:\n  - {name: a, event: {}, match: false}\n`;
    const { code, out } = await run(['test', '.', '--fail-on', 'warning'], { files: { 's.eb-test.yaml': text } });
    expect(code).toBe(0);
    expect(out).not.toContain('number-text');
  });

  test.each([
    [
      'allows nothing',
      '{"source": ["a"]} // eb-pattern-allow number-text: x',
      '1:19: this comment allows nothing: there is no finding `number-text` here',
    ],
    [
      'has a code that does not exist',
      '{"source": ["a"]} // eb-pattern-allow number-txt: x',
      'did you mean `number-text`?',
    ],
    ['has no code', '{"source": ["a"]} // eb-pattern-allow', 'write `eb-pattern-allow CODE: reason`'],
  ])('and has a note when it %s', async (_, text, note) => {
    const { code, out } = await run(['check', 'p.jsonc'], { files: { 'p.jsonc': text } });
    expect(code).toBe(0);
    expect(out.replace(/\n {2}/g, ' ')).toContain(note);
  });

  it('and has no note when only another pattern of the file is checked', async () => {
    const text = `a:\n  filterPattern: '{"data":{"n":[300.0]}}' # ${ALLOW}\nb:\n  filterPattern: '{"source":["a"]}'\n`;
    const files = { 's.yaml': text };
    const { out } = await run(['check', 's.yaml', '--format', 'json'], { files });
    expect(JSON.parse(out).notes).toEqual([]);
    const address = JSON.parse(out).patterns[1].address;
    expect((await run(['check', `s.yaml#${address}`], { files })).out).not.toContain('allows nothing');
  });
});

describe('a baseline', () => {
  const files = { 'a.json': '{"source":"a","data":{"n":[300.0]}}', 'b.json': WRONG, 'good.json': '{"source":["a"]}' };
  const NAMES = ['a.json', 'b.json', 'good.json'];

  it('is written, and then nothing fails', async () => {
    const cwd = folderWith(files);
    expect((await run(['check', ...NAMES, '--write-baseline', 'base.json'], { cwd })).code).toBe(0);
    expect(JSON.parse(readFileSync(join(cwd, 'base.json'), 'utf8'))).toEqual({
      version: 1,
      findings: [
        { file: 'a.json', pointer: '/data/n/0', code: 'number-text', count: 1 },
        { file: 'a.json', pointer: '/source', code: 'attribute-not-array', count: 1 },
        { file: 'b.json', pointer: '/source', code: 'attribute-not-array', count: 1 },
      ],
    });
    const { code, out } = await run(['check', ...NAMES, '--baseline', 'base.json', '--fail-on', 'info'], { cwd });
    expect(code).toBe(0);
    expect(out).toContain('3 known');
    expect(out).not.toContain('error[');
  });

  it('has the same bytes for any order of names, and from any folder', async () => {
    const written = async (argv: readonly string[], folder = '.'): Promise<string> => {
      const cwd = folderWith({ ...files, 'sub/': '' });
      await run(['check', ...argv], { cwd: join(cwd, folder) });
      return readFileSync(join(cwd, 'base.json'), 'utf8');
    };
    const one = await written([...NAMES, '--write-baseline', 'base.json']);
    expect(await written([...NAMES.toReversed(), '--write-baseline', 'base.json'])).toBe(one);
    const above = NAMES.map((name) => `../${name}`);
    expect(await written([...above, '--write-baseline', '../base.json'], 'sub')).toBe(one);
  });

  test.each([
    ['moved lines change nothing', 'a.json', '{\n\n"data":{"n":[300.0]},\n"source":"a"}', 0, '3 known'],
    ['a new finding fails', 'b.json', '{"source":"a","type":["b"],"subject":"c"}', 1, '3 known'],
    [
      'a fixed finding is reported',
      'b.json',
      '{}',
      0,
      '1 known finding is gone (attribute-not-array in b.json); write the baseline anew with --write-baseline base.json',
    ],
  ])('%s', async (_, name, text, expected, said) => {
    const cwd = folderWith(files);
    await run(['check', ...NAMES, '--write-baseline', 'base.json'], { cwd });
    writeFileSync(join(cwd, name), text);
    const { code, out } = await run(['check', ...NAMES, '--baseline', 'base.json'], { cwd });
    expect(code).toBe(expected);
    expect(out.replace(/\n {2}/g, ' ')).toContain(said);
  });

  it('does not report findings of other files as gone', async () => {
    const cwd = folderWith(files);
    await run(['check', ...NAMES, '--write-baseline', 'base.json'], { cwd });
    const { out } = await run(['check', 'a.json', '--baseline', 'base.json'], { cwd });
    expect(out).not.toContain('gone');
  });

  it('counts findings beyond those that are listed', async () => {
    const many = JSON.stringify({ source: Array.from({ length: 130 }, () => ({ nope: 1 })) });
    const cwd = folderWith({ 'p.json': many });
    await run(['check', 'p.json', '--write-baseline', 'base.json'], { cwd });
    const { code, out } = await run(['check', 'p.json', '--baseline', 'base.json'], { cwd });
    expect(code).toBe(0);
    expect(out).toContain('130 known');
  });

  it('is shared by suites', async () => {
    const cwd = folderWith({ 's.eb-test.yaml': suite(WARNED) });
    await run(['test', '.', '--write-baseline', 'base.json'], { cwd });
    expect((await run(['test', '.', '--baseline', 'base.json', '--fail-on', 'info'], { cwd })).code).toBe(0);
  });

  it('is not written when an input cannot be read, and the old one stays', async () => {
    const cwd = folderWith({ ...files, 'base.json': 'old' });
    const { code, err } = await run(['check', 'a.json', 'nope.json', '--write-baseline', 'base.json'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain('`base.json` is not written');
    expect(readFileSync(join(cwd, 'base.json'), 'utf8')).toBe('old');
  });

  test.each([
    ['is not JSON', '{"version": 1,', 'base.json:1:15: the baseline is not JSON'],
    ['has another version', '{"version": 2, "findings": []}', 'base.json:1:13: a baseline has `"version": 1`'],
    ['has no findings', '{"version": 1}', 'base.json:1:1: a baseline has a list of `findings`'],
    [
      'has an entry without a file',
      '{"version": 1, "findings": [{"count": 1}]}',
      'base.json:1:29: an item of `findings` needs a `file`',
    ],
    [
      'has a count of zero',
      '{"version": 1, "findings": [{"file": "a", "count": 0}]}',
      'base.json:1:52: `count` is a whole number from 1',
    ],
    ['has an unknown member', '{"version": 1, "findings": [], "__proto__": 1}', 'has no member `__proto__`'],
  ])('that %s is one error before the run', async (_, text, message) => {
    const cwd = folderWith({ ...files, 'base.json': text });
    const { code, out, err } = await run(['check', 'a.json', '--baseline', 'base.json'], { cwd });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(lines(err)).toHaveLength(1);
    expect(err).toContain(message);
  });

  it('that is missing is an error, too', async () => {
    const { code, err } = await run(['check', 'a.json', '--baseline', 'nope.json'], { files });
    expect(code).toBe(2);
    expect(err).toContain('there is no file `nope.json`');
  });
});
