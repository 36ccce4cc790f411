/** `git:REV:path` in repositories whose config names programs and remotes: the git that reads a file must start no other program. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GIT_ENV } from '../../support/git-env.ts';
import { folderWith, run } from '../run-main.ts';

const ABSENT = '0123456789012345678901234567890123456789';
const env = GIT_ENV;

/** With a program that leaves a file behind when it is started. */
function repository(): { readonly cwd: string; readonly started: string; readonly program: string } {
  const cwd = folderWith({ 'p.json': '{"source":["a"]}' });
  const [started, program] = [join(cwd, 'started'), join(cwd, 'program.sh')];
  writeFileSync(program, `#!/bin/sh\ntouch ${started}\n`, { mode: 0o755 });
  const git = (...args: string[]): unknown => execFileSync('git', args, { cwd, env });
  git('init', '-q', '-b', 'main');
  git('add', 'p.json');
  git('commit', '-q', '-m', 'one');
  return { cwd, started, program };
}

const partial = (url: string): string =>
  `[core]\n\trepositoryformatversion = 1\n[extensions]\n\tpartialClone = origin\n[remote "origin"]\n\tpromisor = true\n\turl = ${url}\n`;

const configs: readonly (readonly [string, (program: string) => string])[] = [
  ['a remote that is a command', (p) => `${partial(`ext::${p}`)}[protocol "ext"]\n\tallow = always\n`],
  ['a remote over ssh', (p) => `${partial('ssh://host.invalid/a')}[core]\n\tsshCommand = ${p}\n`],
  ['a remote in the form of scp', (p) => `${partial('host.invalid:a')}[core]\n\tsshCommand = ${p}\n`],
  ['a remote in a folder', (p) => `${partial('.')}\tuploadpack = ${p}\n[protocol]\n\tallow = always\n`],
  ['a remote of the git protocol', (p) => `${partial('git://host.invalid/a')}[core]\n\tgitProxy = ${p}\n`],
  ['a remote over http', (p) => `${partial('http://127.0.0.1:1/a')}[credential]\n\thelper = !${p}\n`],
  ['a remote with a helper', (p) => `${partial('a')}\tvcs = ext\n[alias]\n\tremote-ext = !${p}\n`],
  ['a file system monitor', (p) => `[core]\n\tfsmonitor = ${p}\n`],
  ['hooks', (p) => `[core]\n\thooksPath = ${join(p, '..', 'hooks')}\n`],
  ['a pager', (p) => `[core]\n\tpager = ${p}\n[pager]\n\tcat-file = ${p}\n`],
  ['an alias', (p) => `[alias]\n\tcat-file = !${p}\n\tls-tree = !${p}\n`],
  ['an included config', (p) => `[include]\n\tpath = ${join(p, '..', 'more')}\n`],
  [
    'filters',
    (p) => `[filter "x"]\n\tsmudge = ${p}\n\tclean = ${p}\n\trequired = true\n[diff "x"]\n\ttextconv = ${p}\n`,
  ],
];

describe.each(configs)('%s', (_, config) => {
  test('starts no program', async () => {
    const { cwd, started, program } = repository();
    mkdirSync(join(cwd, 'hooks'));
    for (const hook of ['post-index-change', 'reference-transaction', 'fsmonitor-watchman', 'pre-auto-gc']) {
      writeFileSync(join(cwd, 'hooks', hook), readFileSync(program), { mode: 0o755 });
    }
    writeFileSync(join(cwd, 'more'), `[core]\n\tfsmonitor = ${program}\n\tsshCommand = ${program}\n`);
    writeFileSync(join(cwd, '.git/info/attributes'), '* filter=x diff=x\n');
    const file = join(cwd, '.git/config');
    writeFileSync(file, `${readFileSync(file, 'utf8')}${config(program)}`);
    const trace = join(cwd, 'trace');
    const world = { cwd, env: { ...env, GIT_TRACE: trace } };
    expect((await run(['check', 'git:main:p.json'], world)).code).toBe(0);
    expect((await run(['check', 'git::p.json'], world)).code).toBe(0);
    expect(await run(['check', `git:${ABSENT}:p.json`], world)).toMatchObject({ code: 2 });
    expect((await run(['check', 'git:main:absent.json'], world)).code).toBe(2);
    expect(existsSync(started)).toBe(false);
    // The commands that the program itself started.
    const commands = [...readFileSync(trace, 'utf8').matchAll(/trace: (.*)/g)].map(([, text = '']) => text);
    expect(commands.length).toBeGreaterThan(3);
    for (const command of commands)
      expect(command).toMatch(/^built-in: git (?:--literal-pathspecs )?(?:cat-file|ls-tree|ls-files) /);
  });
});

test.each([
  ['git:--upload-pack=touch started:p.json'],
  ['git:-c core.pager=x:p.json'],
  ['git:ext::touch started:p.json'],
  ['git:main:--batch'],
  ['git:@{upstream}:p.json'],
  ['git:main^{/x}:p.json'],
  ['git:main\n--batch:p.json'],
  ['git:;touch started;:p.json'],
  ['git:$(touch started):p.json'],
])('%j is only a name', async (name) => {
  const { cwd } = repository();
  const { code, out, err } = await run(['check', name], { cwd, env });
  expect({ code, out }).toMatchObject({ code: 2 });
  expect(err.trim().split('\n')).toHaveLength(1);
  expect(existsSync(join(cwd, 'started'))).toBe(false);
});

test('the config of a bare repository inside a checkout is not read', async () => {
  const { cwd } = repository();
  const bare = join(cwd, 'docs');
  execFileSync('git', ['clone', '-q', '--bare', cwd, bare], { env });
  const { code, err } = await run(['check', 'git:main:p.json'], { cwd: bare, env });
  expect(code).toBe(2);
  expect(err).toContain("(safe.bareRepository is 'explicit')");
});

test('a git in a relative folder of PATH is not started', async () => {
  const { cwd, started, program } = repository();
  writeFileSync(join(cwd, 'git'), readFileSync(program), { mode: 0o755 });
  const { code } = await run(['check', 'git:main:p.json'], { cwd, env: { ...env, PATH: `.:${env.PATH}` } });
  expect(code).toBe(0);
  expect(existsSync(started)).toBe(false);
});
