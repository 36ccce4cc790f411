/** The files that `check` and `test` read: names, quoted globs, `files` of the config, the working folder. And the amount of output. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, lines, run } from '../run-main.ts';

const GOOD = '{"source": ["acs.oss"]}';
const suite = (match: boolean) =>
  `pattern: ${GOOD}\ntests:\n  - {name: a, event: {source: acs.oss}, match: ${match}}\n`;
const FILES = {
  'patterns/a.json': GOOD,
  'patterns/deep/b.json': GOOD,
  'patterns/deep/c.yaml': 'source: [acs.oss]\n',
  'patterns/a.eb-test.yaml': suite(true),
  'patterns/deep/b.eb-test.yaml': suite(true),
  'node_modules/x/d.json': GOOD,
  'more/[x]*.json': GOOD,
  'more/e.json': GOOD,
};
const ALL = ['more/[x]*.json', 'more/e.json', 'patterns/a.json', 'patterns/deep/b.json', 'patterns/deep/c.yaml'];

async function checked(argv: readonly string[], world: Parameters<typeof run>[1] = { files: FILES }) {
  const { code, out } = await run(['check', ...argv, '--format', 'json'], world);
  const { patterns = [], errors } = JSON.parse(out);
  return { code, files: patterns.map(({ file }: { file: string }) => file).sort(), errors: errors.length };
}

describe('check', () => {
  it.each<[string, readonly string[], readonly string[], number]>([
    ['any depth', ['patterns/**/*.json'], ['patterns/a.json', 'patterns/deep/b.json'], 0],
    ['one folder', ['patterns/*.json'], ['patterns/a.json'], 0],
    ['alternatives', ['patterns/deep/*.{json,yaml}'], ['patterns/deep/b.json', 'patterns/deep/c.yaml'], 0],
    ['one character', ['patterns/deep/?.json'], ['patterns/deep/b.json'], 0],
    ['folders in the middle', ['*/deep/*.json'], ['patterns/deep/b.json'], 0],
    ['a dot before it', ['./patterns/*.json'], ['patterns/a.json'], 0],
    ['a file of that very name', ['more/[x]*.json'], ['more/[x]*.json'], 0],
    ['two that overlap', ['patterns/*.json', 'patterns/**/*.json'], ['patterns/a.json', 'patterns/deep/b.json'], 0],
    ['nothing', ['patterns/*.tf'], [], 2],
    ['a folder that is not there', ['nowhere/*.json'], [], 2],
    ['nothing beside something', ['patterns/*.json', 'patterns/*.tf'], ['patterns/a.json'], 2],
    ['no packages', ['**/d.json'], [], 2],
    ['no name', [], ALL, 0],
  ])('accepts globs: %s', async (_, argv, files, code) => {
    expect(await checked(argv)).toMatchObject({ code, files, errors: code === 2 ? 1 : 0 });
  });

  it('accepts a glob with an absolute path', async () => {
    const cwd = folderWith(FILES);
    expect(await checked([`${cwd}/patterns/*.json`], { cwd })).toMatchObject({ code: 0, errors: 0 });
  });

  it('names a glob that matches nothing', async () => {
    expect((await run(['check', 'x/*.json'], { files: FILES })).err).toBe('eb-pattern: no file matches `x/*.json`\n');
  });

  it.each([
    ['a name', 'files: [more/e.json]', '.', ['more/e.json']],
    ['a glob', 'files: ["patterns/**/*.json"]', '.', ['patterns/a.json', 'patterns/deep/b.json']],
    ['from its own folder', 'files: [more/e.json]', 'patterns', ['../more/e.json']],
  ])('reads `files` of the config without arguments: %s', async (_, config, folder, files) => {
    const cwd = folderWith({ ...FILES, '.git/HEAD': '', 'eb-pattern.config.yaml': `${config}\n` });
    expect(await checked([], { cwd: join(cwd, folder) })).toMatchObject({ code: 0, files });
    expect(await checked([join(cwd, 'patterns/deep/b.json')], { cwd })).toMatchObject({
      files: [join(cwd, 'patterns/deep/b.json')],
    });
  });
});

describe('test', () => {
  it.each([
    ['without a name', [], '2 passed, 0 failed'],
    ['with a glob', ['patterns/*.yaml'], '1 passed, 0 failed'],
    ['with a folder', ['patterns/deep'], '1 passed, 0 failed'],
  ])('runs suites %s', async (_, argv, last) => {
    const { code, out } = await run(['test', ...argv], { files: FILES });
    expect([code, lines(out).at(-1)]).toEqual([0, last]);
  });

  it('reads `coverage.of` from the config', async () => {
    const files = { ...FILES, 'eb-pattern.config.yaml': 'test: {coverage: {of: [more/e.json], threshold: 1}}\n' };
    const { code, out } = await run(['test', 'patterns'], { files });
    expect(code).toBe(0);
    expect(out).toContain('more/e.json');
  });
});

describe('--quiet', () => {
  const files = {
    'ok.json': GOOD,
    'bad.json': '{"source": "a"}',
    's.eb-test.yaml': suite(true),
    'f.eb-test.yaml': suite(false),
  };
  it.each<[readonly string[], number, RegExp]>([
    [['check', 'ok.json', '-q'], 0, /^$/],
    [['check', 'ok.json', 'bad.json', '--quiet'], 1, /^✗ bad\.json: not valid.*\n.*fails: 1 error\n$/s],
    [['test', 's.eb-test.yaml', '-q'], 0, /^$/],
    [['test', 's.eb-test.yaml', 'f.eb-test.yaml', '-q'], 1, /^✗ f\.eb-test\.yaml.*1 passed, 1 failed\n$/s],
  ])('shows only what fails the run: %j', async (argv, expected, shown) => {
    const { code, out } = await run(argv, { files });
    expect([code, out]).toEqual([expected, expect.stringMatching(shown)]);
    expect(out).not.toMatch(/^✓/m);
  });
});

it.each<[readonly string[], Record<string, string>, boolean]>([
  [['--color'], {}, true],
  [['--color'], { NO_COLOR: '1' }, true],
  [['--no-color'], { FORCE_COLOR: '1' }, false],
  [[], { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
  [[], { NO_COLOR: '1' }, false],
  [[], {}, false],
])('colours are set by flags and environment: %j %j', async (flags, env, colored) => {
  for (const argv of [
    ['check', 'a.json', ...flags],
    [...flags, 'check', 'a.json'],
  ]) {
    const { out } = await run(argv, { files: { 'a.json': GOOD }, env });
    expect(out.includes('\u001b[')).toBe(colored);
  }
});

it('accepts -f and -o', async () => {
  const cwd = folderWith({ 'a.json': GOOD });
  expect(JSON.parse((await run(['check', '-f', 'json', '-o', 'json:r.json', 'a.json'], { cwd })).out).exitCode).toBe(0);
  expect((await run(['check', 'r.json', '-f', 'compact'], { cwd })).err).not.toContain('no file');
});

it('--watch checks again after a change, until it is stopped', { timeout: 20_000 }, async () => {
  const cwd = folderWith({ 'p/a.json': GOOD });
  const controller = new AbortController();
  let rounds = 0;
  const { code, out } = await run(['check', 'p', '--watch'], {
    cwd,
    signal: controller.signal,
    onOut: (text) => {
      if (!text.startsWith('waiting')) return;
      rounds++;
      if (rounds === 1) writeFileSync(join(cwd, 'p/b.json'), '{"source": "a", "data": {"x": ["b"]}}');
      else controller.abort();
    },
  });
  expect(code).toBe(130);
  expect(out).toMatch(/a\.json: valid[\s\S]*waiting[\s\S]*b\.json: not valid[\s\S]*waiting/);
});

describe('commands in messages begin with npx when npx started the program', () => {
  const env = { npm_lifecycle_event: 'npx', npm_command: 'exec' };
  it.each([
    [['--help'], 'out', '$ npx eb-pattern check pattern.json'],
    [['check', '--help'], 'out', '$ npx eb-pattern check pattern.json'],
    [['chekc'], 'err', 'did you mean `check`'],
    [['check', '--nope'], 'err', 'see `npx eb-pattern check --help`'],
    [['check', 'w.json', '--fail-on', 'warning'], 'out', '`npx eb-pattern code CODE`'],
    [['init', '--dry-run'], 'out', 'would write'],
    [['init'], 'out', '  npx eb-pattern check patterns'],
    [['code'], 'out', 'npx eb-pattern code CODE'],
  ] as const)('%j', async (argv, where, text) => {
    const files = { 'w.json': '{"data": {"n": [300.0]}}' };
    expect(
      (await run(argv, { files, env }))[where].replace(/\n {2}(?=\S)/g, ' ').replace(/Next: /, 'Next:\n  '),
    ).toContain(text);
    expect((await run(argv, { files, env: { npm_command: 'run-script' } }))[where]).not.toContain('npx eb-pattern');
  });
});

it('prints the help without arguments', async () => {
  const { code, out, err } = await run([]);
  expect([code, err]).toEqual([0, '']);
  expect(out).toBe((await run(['--help'])).out);
});
