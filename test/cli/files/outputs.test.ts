import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { folderWith, lines, run } from '../run-main.ts';

const files = {
  'p.json': '{"source":"a"}',
  's.eb-test.yaml': 'pattern: {}\ntests:\n  - {name: a, event: {}, match: true}\n',
};
const read = (cwd: string, name: string): string => readFileSync(join(cwd, name), 'utf8');

it('writes several reports besides the one on standard output', async () => {
  const cwd = folderWith(files);
  const outputs = ['--output', 'junit:out/deep/j.xml', '--output', 'human:h.txt', '--output', 'compact:c.txt'];
  const { code, out } = await run(['check', 'p.json', '--format', 'compact', ...outputs], {
    cwd,
    env: { FORCE_COLOR: '1' },
  });
  expect(code).toBe(1);
  expect(read(cwd, 'c.txt')).toBe(out);
  expect(read(cwd, 'out/deep/j.xml')).toMatch(/^<\?xml/);
  expect(read(cwd, 'h.txt')).toContain('error[attribute-not-array]');
  expect(read(cwd, 'h.txt')).not.toContain('\u001b');
});

it('writes the human format as a terminal shows it, with the suites that could not run', async () => {
  const cwd = folderWith({ ...files, 'bad.eb-test.yaml': 'pattern: {}\n' });
  const { out } = await run(['test', '.', '--output', 'human:h.txt'], { cwd });
  const text = read(cwd, 'h.txt');
  expect(text).toContain('the suite tests nothing');
  for (const line of lines(out)) expect(text).toContain(line);
});

test.each([
  ['jsn:x', 'did you mean `json`?'],
  ['report.xml', '`--output` is FORMAT:FILE'],
  ['junit:', 'names no file'],
])('`--output %s` is a usage error, and nothing is run or written', async (output, message) => {
  const cwd = folderWith(files);
  const { code, out, err } = await run(['check', 'p.json', '--output', 'json:good.json', '--output', output], { cwd });
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(lines(err)).toHaveLength(1);
  expect(err).toContain(message);
  expect(existsSync(join(cwd, 'good.json'))).toBe(false);
});

test.each([
  [['--output', 'json:x', '--output', 'tap:./x'], '`./x` is named by `--output` twice'],
  [['--output', 'json:x', '--write-baseline', 'x'], '`--write-baseline`'],
])('refuses to write one file twice: %j', async (flags, message) => {
  const { code, err } = await run(['check', 'p.json', ...flags], { files });
  expect(code).toBe(2);
  expect(err).toContain(message);
});

describe('an output file that cannot be written', () => {
  it.each([
    ['a folder', 'taken', 'it is a folder'],
    ['a file in the place of a folder', 'p.json/x', 'is not a folder'],
  ])('is one line and exit code 2, and the other reports are written: %s', async (_, file, reason) => {
    const cwd = folderWith({ ...files, 'taken/': '' });
    const outputs = ['--output', `json:${file}`, '--output', 'tap:t.tap'];
    const { code, out, err } = await run(['check', 'p.json', ...outputs], { cwd });
    expect(code).toBe(2);
    expect(lines(err)).toHaveLength(1);
    expect(err).toContain(`\`${file}\` cannot be written: `);
    expect(err).toContain(reason);
    expect(out).toContain('p.json: not valid');
    expect(read(cwd, 't.tap')).toContain('not ok 1');
    expect(readdirSync(cwd).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  // Root may write to a folder without permission.
  it.skipIf(process.getuid?.() === 0)('leaves the existing file', async () => {
    const cwd = folderWith({ ...files, 'closed/r.json': 'old' });
    chmodSync(join(cwd, 'closed'), 0o555);
    const { code, err } = await run(['check', 'p.json', '--output', 'json:closed/r.json'], { cwd });
    chmodSync(join(cwd, 'closed'), 0o755);
    expect(code).toBe(2);
    expect(err).toContain('no permission');
    expect(read(cwd, 'closed/r.json')).toBe('old');
  });
});

it.skipIf(process.platform === 'win32')('keeps the mode of a file, and a link', async () => {
  const cwd = folderWith({ ...files, 'real.json': 'old' });
  chmodSync(join(cwd, 'real.json'), 0o640);
  symlinkSync('real.json', join(cwd, 'link.json'));
  await run(['check', 'p.json', '--output', 'json:link.json'], { cwd });
  expect(statSync(join(cwd, 'real.json')).mode & 0o777).toBe(0o640);
  expect(JSON.parse(read(cwd, 'real.json')).command).toBe('check');
  expect(read(cwd, 'link.json')).toBe(read(cwd, 'real.json'));
});

it.skipIf(process.platform === 'win32')('writes directly to a file that is not a regular one', async () => {
  const { code } = await run(['check', 'p.json', '--output', 'json:/dev/null'], { files });
  expect(code).toBe(1);
  expect(statSync('/dev/null').isFile()).toBe(false);
});

describe('the summary of a step', () => {
  it('is appended for the format github', async () => {
    const cwd = folderWith({ ...files, 'summary.md': 'before\n' });
    const env = { GITHUB_STEP_SUMMARY: join(cwd, 'summary.md') };
    await run(['check', 'p.json', '--format', 'github'], { cwd, env });
    await run(['check', 'p.json', '--output', 'github:g.txt'], { cwd, env });
    await run(['check', 'p.json', '--format', 'tap'], { cwd, env });
    expect(read(cwd, 'summary.md').startsWith('before\n## ❌ eb-pattern check\n')).toBe(true);
    expect(read(cwd, 'summary.md').match(/^## /gm)).toHaveLength(2);
  });

  it('that cannot be written is exit code 2', async () => {
    const cwd = folderWith(files);
    mkdirSync(join(cwd, 'folder'));
    const { code, err } = await run(['check', 'p.json', '--format', 'github'], {
      cwd,
      env: { GITHUB_STEP_SUMMARY: 'folder' },
    });
    expect(code).toBe(2);
    expect(err).toContain('cannot be written: it is a folder');
  });
});

it('writes nothing when the baseline is broken', async () => {
  const cwd = folderWith(files);
  writeFileSync(join(cwd, 'base.json'), '[]');
  expect((await run(['check', 'p.json', '--baseline', 'base.json', '--output', 'json:r.json'], { cwd })).code).toBe(2);
  expect(existsSync(join(cwd, 'r.json'))).toBe(false);
});

describe('an input file is not overwritten', () => {
  it.each([
    ['a pattern', ['check', 'p.json', '--output', 'json:p.json'], 'p.json'],
    ['a pattern, by a link', ['check', 'p.json', '--output', 'json:link.json'], 'p.json'],
    ['a pattern, by a baseline', ['check', 'p.json', '--write-baseline', './p.json'], 'p.json'],
    ['a suite', ['test', '.', '--output', 'tap:s.eb-test.yaml'], 's.eb-test.yaml'],
    ['a suite, by coverage', ['test', '.', '--coverage-output', 'text:s.eb-test.yaml'], 's.eb-test.yaml'],
    ['the pattern of a suite', ['test', 'f.eb-test.yaml', '--output', 'tap:good.json'], 'good.json'],
  ])('%s', async (_, argv, input) => {
    const cwd = folderWith({
      ...files,
      'good.json': '{"source":["a"]}',
      'f.eb-test.yaml': 'pattern: good.json\ntests:\n  - {name: a, event: {}, match: false}\n',
    });
    symlinkSync('p.json', join(cwd, 'link.json'));
    const before = read(cwd, input);
    const { code, err, out } = await run(argv, { cwd });
    expect(code).toBe(2);
    expect(out).not.toBe('');
    expect(err).toContain('is not written: this run reads it; name another file');
    expect(read(cwd, input)).toBe(before);
  });
});

it.skipIf(process.platform !== 'linux')('an output folder that cannot be created is one line', async () => {
  const { code, err } = await run(['check', 'p.json', '--output', 'json:/proc/nothing/r.json'], { files });
  expect(code).toBe(2);
  expect(err).toBe('eb-pattern: `/proc/nothing/r.json` cannot be written: nothing can be made in its folder\n');
});
