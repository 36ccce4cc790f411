/** `git:REV:path` in the place of any file name, in a real repository. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { GIT_ENV } from '../../support/git-env.ts';
import { folderWith, run } from '../run-main.ts';

const PLAN = JSON.stringify({
  a: { FilterPattern: '{"source":["acs.oss"]}' },
  b: { FilterPattern: '{"source":["acs.ecs"]}' },
});
const env = GIT_ENV;
let cwd = '';

const git = (...args: string[]): string => execFileSync('git', args, { cwd, env, encoding: 'utf8' });

beforeAll(() => {
  cwd = folderWith({
    'p.json': '{"source":["acs.oss"]}',
    'sub/q.json': '{"type":["old"]}',
    'sub/s.eb-test.yaml': 'pattern: git:HEAD:q.json\ntests:\n  - {name: a, match: true, event: {type: old}}\n',
    'plan.json': PLAN,
    'we#ird.json': '{"source":["acs.rds"]}',
    '-dash.json': '{"source":["acs.mns"]}',
    'latin.json': new Uint8Array([0x7b, 0xff, 0x7d]),
    'e.json': '{"source":"acs.oss","type":"old"}',
    'rules/p.json': '{"source":["acs.oss"]}',
    'rules/sub/q.json': '{"source":["acs.oss"]}',
    'rules/sub/q.eb-test.yaml': 'pattern: ./q.json\ntests: []\n',
    'rules/.hidden/h.json': '{"source":["acs.oss"]}',
    'rules/node_modules/n.json': '{"source":["acs.oss"]}',
  });
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-q', '-m', 'one');
  for (const folder of [cwd, join(cwd, 'rules')]) {
    writeFileSync(join(folder, 'p.json'), '{"source":["acs.ecs"]}');
  }
  git('commit', '-q', '-am', 'two');
  for (const folder of [cwd, join(cwd, 'rules')]) {
    writeFileSync(join(folder, 'p.json'), '{"source":["staged"]}');
    git('add', join(folder, 'p.json'));
    writeFileSync(join(folder, 'p.json'), '{"source":["worked on"]}');
    writeFileSync(join(folder, 'new.json'), '{}');
  }
  mkdirSync(join(cwd, 'sub/deeper'));
});

const match = (name: string, folder = '.', world = {}) =>
  run(['match', name, join(cwd, 'e.json')], { cwd: join(cwd, folder), env, ...world });

describe('a name with a revision reads', () => {
  test.each([
    ['a commit before the last', 'git:HEAD~1:p.json', '.', 0],
    ['a branch', 'git:main:p.json', '.', 1],
    ['what is staged', 'git::p.json', '.', 1],
    ['a path from the working folder', 'git:main:q.json', 'sub', 0],
    ['a path upward', 'git:HEAD~1:../p.json', 'sub', 0],
    ['a path upward twice', 'git:HEAD~1:../../p.json', 'sub/deeper', 0],
    ['one pattern of a document', 'git:main:plan.json#/a/FilterPattern', '.', 0],
    ['another one', 'git:main:plan.json#/b/FilterPattern', '.', 1],
    ['a file with a hash in its name', 'git:main:we#ird.json', '.', 1],
    ['a file that begins with a dash', 'git:main:-dash.json', '.', 1],
  ])('%s', async (_, name, folder, code) => {
    expect(await match(name, folder)).toMatchObject({ code, err: '' });
  });

  test('an absolute path', async () => {
    expect(await match(`git:HEAD~1:${join(cwd, 'p.json')}`, 'sub')).toMatchObject({ code: 0, err: '' });
  });

  test('the folder of a suite', async () => {
    expect(await run(['test', 'sub'], { cwd, env })).toMatchObject({ code: 0, err: '' });
  });

  test('several patterns, as route does', async () => {
    const { out } = await run(['route', 'git:main:plan.json', 'e.json'], { cwd, env });
    expect(out).toBe('✓ e.json: git:main:plan#/a/FilterPattern\n');
  });
});

describe('an unreadable name with a revision is one line', () => {
  test.each([
    ['git:nope:p.json', 'git knows no revision `nope`'],
    ['git:HEAD~99:p.json', 'git knows no revision `HEAD~99`'],
    ['git:main..HEAD:p.json', 'git knows no revision `main..HEAD`'],
    ['git:main:pp.json', "git says \"path 'pp.json' does not exist in 'main'\"; there is `p.json` beside it"],
    ['git:main:new.json', "git says \"path 'new.json' exists on disk, but not in 'main'\""],
    ['git:main:sub', 'it is a folder, and a file is needed here'],
    ['git:main:../x.json', "git says \"'./../x.json' is outside repository"],
    ['git:main:nope.json#a', "git says \"path 'nope.json' does not exist in 'main'\""],
    ['git:main:latin.json', 'git:main:latin.json:1:2: the bytes are not UTF-8'],
    ['git:p.json', '`git:p.json` does not say `git:REV:path`, as `git:main:plan.json` does'],
    ['git:', '`git:` does not say `git:REV:path`'],
    ['git:main:', '`git:main:` does not say `git:REV:path`'],
    ['git:--output=owned:p.json', '`--output=owned` is not a revision of git'],
    ['git:-x:p.json', '`-x` is not a revision of git'],
    ['git:main:plan.json', '`git:main:plan.json` holds 2 patterns; say which'],
    ['git:main:plan.json#/c', '`git:main:plan.json` has no pattern `/c`'],
  ])('%s', async (name, message) => {
    const { code, out, err } = await match(name);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  test('a path relative to the top', async () => {
    expect((await match('git:main:sub/q.json', 'sub')).err).toContain('paths start from the working folder');
  });

  test('no repository', async () => {
    const { code, err } = await run(['match', 'git:main:p.json', '-'], {
      env: { ...env, GIT_CEILING_DIRECTORIES: '/' },
    });
    expect(code).toBe(2);
    expect(err).toContain('the working folder is in no git repository');
  });

  test('no git', async () => {
    expect((await match('git:main:p.json', '.', { env: { PATH: '/nowhere' } })).err).toContain('git was not found');
  });
});

describe('a folder in a revision', () => {
  const diff = async (argv: readonly string[], folder = '.') => {
    const { code, out, err } = await run(['diff', ...argv, '--format', 'json'], { cwd: join(cwd, folder), env });
    if (code !== 0) return err;
    const { patterns } = JSON.parse(out);
    const shown = patterns.filter(({ change }: { change: string }) => change !== 'equal');
    return shown.map(({ address, change, relation = '' }: Record<string, string>) =>
      `${address} ${change} ${relation}`.trim(),
    );
  };

  test.each<[string, readonly string[], string, readonly string[] | string]>([
    ['two revisions', ['git:HEAD~1:rules', 'git:HEAD:rules'], '.', ['p changed disjoint']],
    ['with a slash behind it', ['git:HEAD~1:rules/', 'git:HEAD:rules/'], '.', ['p changed disjoint']],
    ['a revision and the working tree', ['git:HEAD:rules', 'rules'], '.', ['new added', 'p changed disjoint']],
    ['a revision and what is staged', ['git:HEAD:rules', 'git::rules'], '.', ['p changed disjoint']],
    ['the working folder', ['git:HEAD:.', '.'], 'rules', ['new added', 'p changed disjoint']],
    [
      'from elsewhere',
      ['git:HEAD:../rules/sub', '../rules'],
      'sub',
      ['new added', 'p added', 'sub/q added', 'q removed'],
    ],
    ['a file that is new', ['git:HEAD:rules/new.json', 'rules/new.json'], '.', ['rules/new added']],
    ['a file that is gone', ['rules/new.json', 'git:HEAD:./rules/new.json'], '.', ['rules/new removed']],
    ['no such revision', ['git:HEAD~9:new.json', 'new.json'], '.', 'git knows no revision `HEAD~9`'],
    ['another path', ['git:HEAD:rules/nw.json', 'rules/new.json'], '.', "path 'rules/nw.json' does not exist"],
  ])('is compared: %s', async (_, argv, folder, expected) => {
    const answer = await diff(argv, folder);
    if (typeof expected === 'string') expect(answer).toContain(expected);
    else expect(answer).toEqual(expected);
  });

  test('that did not exist before has only added patterns', async () => {
    writeFileSync(join(cwd, 'sub/deeper/x.json'), '{"source":["x"]}');
    expect(await diff(['git:HEAD:sub/deeper', 'sub/deeper'])).toEqual(['x added']);
    expect(await diff(['sub/deeper', 'git:HEAD:sub/deeper'])).toEqual(['x removed']);
  });

  test('has the findings of `check` for the folder', async () => {
    const inGit = await run(['check', 'git:HEAD:rules/sub', '--format', 'compact'], { cwd, env });
    const onDisk = await run(['check', 'rules/sub', '--format', 'compact'], { cwd, env });
    expect(inGit.code).toBe(onDisk.code);
    expect(inGit.out.replaceAll('git:HEAD:', '')).toBe(onDisk.out);
  });
});
