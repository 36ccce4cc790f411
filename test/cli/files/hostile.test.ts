/** Special files in a checkout: a `.git` that leads elsewhere, links, pipes, folders without read permission, and files of the user. */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GIT_ENV } from '../../support/git-env.ts';
import { folderWith, run } from '../run-main.ts';

const PATTERN = '{"source":["a"]}';
const SUITE = `{"pattern":${PATTERN},"tests":[{"name":"t","match":true,"event":{"source":"a"}}]}`;
const env = { ...GIT_ENV, GIT_ALLOW_PROTOCOL: 'file' };

const git = (cwd: string, ...args: string[]): unknown => execFileSync('git', args, { cwd, env, stdio: 'pipe' });

function repositoryIn(root: string, name: string, text = PATTERN): string {
  const cwd = join(root, name);
  mkdirSync(cwd, { recursive: true });
  writeFileSync(join(cwd, 'p.json'), text);
  git(cwd, 'init', '-q', '-b', 'main');
  git(cwd, 'add', 'p.json');
  git(cwd, 'commit', '-q', '-m', 'one');
  return cwd;
}

describe('a `.git` file that names another repository is not followed', () => {
  const root = folderWith({});
  const mine = repositoryIn(root, 'mine', '{"source":"of-mine"}');
  const cases: readonly (readonly [string, (cwd: string) => void])[] = [
    ['a file', (cwd) => writeFileSync(join(cwd, '.git'), `gitdir: ${join(mine, '.git')}\n`)],
    ['a file with a relative name', (cwd) => writeFileSync(join(cwd, '.git'), `gitdir: ${relative(cwd, mine)}/.git`)],
    ['a link', (cwd) => symlinkSync(join(mine, '.git'), join(cwd, '.git'))],
    [
      'a folder of its own with the objects elsewhere',
      (cwd) => {
        mkdirSync(join(cwd, '.git'));
        writeFileSync(join(cwd, '.git/HEAD'), 'ref: refs/heads/main\n');
        writeFileSync(join(cwd, '.git/commondir'), join(mine, '.git'));
      },
    ],
    [
      'a worktree that says itself that it is one',
      (cwd) => {
        mkdirSync(join(cwd, 'data'));
        writeFileSync(join(cwd, 'data/HEAD'), 'ref: refs/heads/main\n');
        writeFileSync(join(cwd, 'data/commondir'), join(mine, '.git'));
        writeFileSync(join(cwd, 'data/gitdir'), join(cwd, '.git'));
        writeFileSync(join(cwd, '.git'), 'gitdir: data\n');
      },
    ],
  ];
  test.each(cases)('%s', async (what, make) => {
    const cwd = join(root, what);
    mkdirSync(join(cwd, 'sub'), { recursive: true });
    make(cwd);
    // Git itself follows it.
    expect(execFileSync('git', ['cat-file', 'blob', 'main:p.json'], { cwd, env }).toString()).toContain('of-mine');
    for (const [folder, name] of [
      [cwd, 'git:main:p.json'],
      [join(cwd, 'sub'), 'git:main:../p.json#a'],
    ] as const) {
      const { code, out, err } = await run(['check', name], { cwd: folder, env });
      expect(code).toBe(2);
      expect(err).toContain('nothing there leads back; pass `--allow-outside`');
      expect(out + err).not.toContain('of-mine');
    }
    const { err, out } = await run(['check', 'git:main:p.json', '--allow-outside'], { cwd, env });
    expect(out + err).toContain('of-mine');
  });
});

describe('a `.git` file is followed', () => {
  test('in a worktree, beside its repository and inside it', async () => {
    const root = folderWith({});
    const cwd = repositoryIn(root, 'mine');
    for (const place of ['../beside', 'inner']) {
      git(cwd, 'worktree', 'add', '-q', '--detach', place);
      expect(await run(['check', 'git:main:p.json'], { cwd: join(cwd, place), env })).toMatchObject({ code: 0 });
    }
  });

  test('in a submodule, also of a worktree', async () => {
    const root = folderWith({});
    const part = repositoryIn(root, 'part');
    const cwd = repositoryIn(root, 'mine');
    git(cwd, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', part, 'sub');
    git(cwd, 'commit', '-q', '-m', 'two');
    expect(await run(['check', 'git:main:p.json'], { cwd: join(cwd, 'sub'), env })).toMatchObject({ code: 0 });
    git(cwd, 'worktree', 'add', '-q', '--detach', '../beside');
    const beside = join(root, 'beside');
    git(beside, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'update', '--init');
    expect(await run(['check', 'git:HEAD:p.json'], { cwd: join(beside, 'sub'), env })).toMatchObject({ code: 0 });
  });
});

describe('special files of a folder', () => {
  const withPipes = (): string => {
    const cwd = folderWith({ 'p/good.json': PATTERN, 'p/s.eb-test.json': SUITE });
    execFileSync('mkfifo', [join(cwd, 'p/pipe.json'), join(cwd, 'p/other.txt')]);
    symlinkSync('/dev/zero', join(cwd, 'p/zero.json'));
    return cwd;
  };

  test.each([[[]], [['--allow-outside']]])(
    'are named when they are pipes or devices, and not read: %j',
    async (flags) => {
      const cwd = withPipes();
      const { code, out } = await run(['check', 'p', '--format', 'json', ...flags], { cwd });
      expect(code).toBe(0);
      const { skipped } = JSON.parse(out) as { skipped: { file: string; kind: string }[] };
      expect(skipped.map(({ file, kind }) => [file, kind])).toEqual([
        ['p/pipe.json', 'special'],
        ['p/zero.json', 'special'],
      ]);
      expect((await run(['check', 'p', '--fail-on-skipped', ...flags], { cwd })).code).not.toBe(0);
    },
  );

  test('a suite that is a pipe fails the run', async () => {
    const cwd = withPipes();
    execFileSync('mkfifo', [join(cwd, 'p/a.eb-test.yaml')]);
    for (const flags of [[], ['--allow-outside']]) {
      const { code, err, out } = await run(['test', 'p', ...flags], { cwd });
      expect(code).toBe(2);
      expect(err + out).toContain('`p/a.eb-test.yaml` is no plain file');
    }
  });

  test('a pipe among the patterns of a routing suite fails it', async () => {
    const cwd = withPipes();
    const suite = { patterns: 'p/*.json', tests: [{ name: 't', event: { source: 'a' }, routes: ['p/good'] }] };
    writeFileSync(join(cwd, 'r.eb-test.json'), JSON.stringify(suite));
    const { code, err, out } = await run(['test', 'r.eb-test.json'], { cwd });
    expect(code).toBe(2);
    expect(err + out).toContain('`p/pipe.json` is no plain file');
  });

  test.each([
    ['check', 'p'],
    ['test', 'p'],
    ['route', 'p', 'e.json'],
  ])('a folder without read permission fails the run: %s %s', async (...argv) => {
    const cwd = folderWith({
      'e.json': '{"source":"a"}',
      'p/good.json': PATTERN,
      'p/s.eb-test.json': SUITE,
      'p/shut/x.json': PATTERN,
    });
    for (const folder of [cwd, join(cwd, 'p')]) chmodSync(folder, 0o755);
    chmodSync(join(cwd, 'p/shut'), 0);
    // Root has every permission.
    const isRoot = process.geteuid?.() === 0;
    if (isRoot) process.seteuid?.(65534);
    const { code, out, err } = await run(argv, { cwd }).finally(() => {
      if (isRoot) process.seteuid?.(0);
      chmodSync(join(cwd, 'p/shut'), 0o755);
    });
    expect(code).toBe(2);
    expect(out + err).toContain('the folder `p/shut` may not be read');
  });
});

describe('links out of the repository', () => {
  const checkout = (): { readonly root: string; readonly cwd: string } => {
    const root = folderWith({
      'repo/.git/': '',
      'repo/p/good.json': PATTERN,
      'repo/p/s.eb-test.json': SUITE,
      'other/more.json': '{"source":["b"]}',
      'other/more.eb-test.json': SUITE,
      'other/e.ndjson': '{"source":"a"}\n',
    });
    const cwd = join(root, 'repo');
    symlinkSync('../../other', join(cwd, 'p/out'));
    symlinkSync('../other/e.ndjson', join(cwd, 'e.ndjson'));
    return { root, cwd };
  };

  test('in a folder are followed with --allow-outside', async () => {
    const { cwd } = checkout();
    const shut = await run(['check', 'p'], { cwd });
    expect(shut).toMatchObject({ code: 2 });
    expect(shut.out + shut.err).toContain('remove the link, or pass `--allow-outside`');
    const { code, out } = await run(['check', 'p', '--allow-outside', '--format', 'json'], { cwd });
    expect(code).toBe(0);
    expect(JSON.parse(out).patterns).toMatchObject([{ file: 'p/good.json' }, { file: 'p/out/more.json' }]);
    const suites = await run(['test', 'p', '--allow-outside'], { cwd });
    expect(suites).toMatchObject({ code: 0 });
    expect(suites.out).toContain('2 passed');
  });

  test.each([
    ['filter', 'p/good.json', 'e.ndjson'],
    ['route', 'p/good.json', 'e.ndjson'],
    ['match', 'p/good.json', 'e.ndjson'],
  ])('are read as events only when they are named: %s', async (...argv) => {
    const { root, cwd } = checkout();
    const shut = await run(argv, { cwd });
    expect(shut).toMatchObject({ code: 2, out: '' });
    expect(shut.err).toContain('outside of the repository');
    expect(await run([...argv, '--allow-outside'], { cwd })).toMatchObject({ code: 0 });
    // A name that the user gives.
    expect(await run([...argv.slice(0, 2), join(root, 'other/e.ndjson')], { cwd })).toMatchObject({ code: 0 });
  });

  test('are not written through by `init`', async () => {
    const { root, cwd } = checkout();
    const { code, err } = await run(['init', 'p/out'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain('outside of the repository');
    expect(existsSync(join(root, 'other/patterns'))).toBe(false);
    expect((await run(['init', 'p/out', '--allow-outside'], { cwd })).code).toBe(0);
  });
});

describe('an output path of the config file replaces reports only', () => {
  const FORMATS = ['human', 'compact', 'json', 'junit', 'sarif', 'github', 'gitlab', 'tap', 'markdown'];
  const config = (output: string): string => JSON.stringify({ output: [output] });

  test.each(FORMATS)('%s: its own, of a run with findings, without and with suites', async (format) => {
    const cwd = folderWith({
      'eb-pattern.config.json': config(`${format}:report.txt`),
      'good.json': PATTERN,
      'warned.json': '{"data":{"n":[1.0]}}',
      'bad.json': '{"source":"a"}',
      's.eb-test.json': SUITE,
      'f.eb-test.json': SUITE.replace('true', 'false'),
    });
    const report = join(cwd, 'report.txt');
    for (const argv of [
      ['check', 'good.json'],
      ['check', 'warned.json'],
      ['check', 'bad.json'],
      ['test', 's.eb-test.json'],
      ['test', 'f.eb-test.json'],
      ['check', 'good.json'],
    ]) {
      const { err } = await run(argv, { cwd });
      expect(err).not.toContain('is no earlier report');
      expect(existsSync(report)).toBe(true);
    }
  });

  test.each(FORMATS)('%s: no file of the user', async (format) => {
    const files = {
      'package.json': '{\n  "name": "x",\n  "version": "1.0.0"\n}\n',
      'notes.txt': 'TODO: error handling\n',
      'README.md': '# A project\n\n## Use\n',
      'pom.xml': '<?xml version="1.0"?>\n<project/>\n',
      'list.json': '[\n  1\n]\n',
      'hole.txt': `${' '.repeat(5000)}x`,
    };
    for (const [name, text] of Object.entries(files)) {
      const cwd = folderWith({
        'eb-pattern.config.json': config(`${format}:${name}`),
        [name]: text,
        'p.json': PATTERN,
      });
      const { code, err } = await run(['check', 'p.json'], { cwd });
      expect(code).toBe(2);
      expect(err).toContain(`\`${name}\` is there, and is no earlier report in the format \`${format}\``);
      expect(readFileSync(join(cwd, name), 'utf8')).toBe(text);
      // Without the config file, the flag may name it.
      rmSync(join(cwd, 'eb-pattern.config.json'));
      expect((await run(['check', 'p.json', '--output', `${format}:${name}`], { cwd })).code).toBe(0);
    }
  });

  test('`-` is no file', async () => {
    const cwd = folderWith({ 'eb-pattern.config.json': config('json:-'), 'p.json': PATTERN });
    for (const argv of [
      ['check', 'p.json'],
      ['check', 'p.json', '--no-config', '--output', 'json:-'],
    ]) {
      const { code, err } = await run(argv, { cwd });
      expect(code).toBe(2);
      expect(err).toContain('`-` is standard output; for a file of that name write `json:./-`');
    }
    expect(existsSync(join(cwd, '-'))).toBe(false);
  });
});
