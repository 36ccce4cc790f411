/** Platforms resolve file names from the root of the repository, for any working folder of the run. */
import { mkdirSync, realpathSync, symlinkSync } from 'node:fs';
import { join, win32 } from 'node:path';
import { describe, expect, it } from 'vitest';
import { namesFromRoot, wayTo } from '../../../src/cli/files/repository-root.ts';
import { folderWith, run } from '../run-main.ts';

const BAD = '{"source": "acs.oss"}';

/** A repository with a pattern in a folder, a file beside it, and a link to the repository. */
function world() {
  const top = realpathSync(
    folderWith({ 'repo/infra/patterns/a.json': BAD, 'outside/b.json': BAD, 'repo/.git/HEAD': '' }),
  );
  symlinkSync(join(top, 'repo'), join(top, 'link'));
  symlinkSync('a.json', join(top, 'repo/infra/patterns/alias.json'));
  return top;
}

async function pathsOf(argv: readonly string[], cwd: string, env: Record<string, string> = {}) {
  const out = async (format: string) => (await run(['check', ...argv, '--format', format], { cwd, env })).out;
  const sarif = JSON.parse(await out('sarif'));
  const gitlab = JSON.parse(await out('gitlab'));
  return {
    github: (await out('github')).match(/file=([^,]*)/)?.[1],
    compact: (await out('compact')).match(/^(.*?):\d+:\d+: error/m)?.[1],
    tap: (await out('tap')).match(/^not ok 1 - (.*)$/m)?.[1],
    junit: (await out('junit')).match(/<testsuite name="([^"]*)"/)?.[1],
    sarif: sarif.runs[0].results[0].locations[0].physicalLocation.artifactLocation,
    gitlab: gitlab[0].location.path,
  };
}

const names = (path: string) => ({ github: path, compact: path, tap: path, junit: path, gitlab: path });
const all = (path: string) => ({ ...names(path), sarif: { uri: path, uriBaseId: '%SRCROOT%' } });

describe('the names of files in reports for platforms', () => {
  const rooted = 'infra/patterns/a.json';
  const cases: [string, readonly string[], string, (top: string) => Record<string, string>, string][] = [
    ['the top of the git tree', ['patterns/a.json'], 'repo/infra', () => ({}), rooted],
    ['the top itself', ['./infra/patterns/a.json'], 'repo', () => ({}), rooted],
    ['a folder that is searched', ['..'], 'repo/infra/patterns', () => ({}), rooted],
    ['GITHUB_WORKSPACE', ['.'], 'repo/infra/patterns', (top) => ({ GITHUB_WORKSPACE: top }), `repo/${rooted}`],
    ['CI_PROJECT_DIR', ['.'], 'repo/infra', (top) => ({ CI_PROJECT_DIR: `${top}/repo/infra` }), 'patterns/a.json'],
    [
      'a workspace with dots in it',
      ['.'],
      'repo/infra',
      (top) => ({ GITHUB_WORKSPACE: `${top}/repo/infra/..` }),
      rooted,
    ],
    ['a workspace through a link', ['.'], 'repo/infra', (top) => ({ GITHUB_WORKSPACE: `${top}/link` }), rooted],
    ['a working folder through a link', ['.'], 'link/infra', (top) => ({ GITHUB_WORKSPACE: `${top}/repo` }), rooted],
    ['a workspace elsewhere', ['.'], 'repo/infra', (top) => ({ GITHUB_WORKSPACE: `${top}/outside` }), rooted],
    ['a workspace that begins alike', ['.'], 'repo/infra', (top) => ({ GITHUB_WORKSPACE: `${top}/re` }), rooted],
    ['a workspace that is gone', ['.'], 'repo/infra', () => ({ GITHUB_WORKSPACE: '/nowhere/at/all' }), rooted],
    ['an empty variable', ['.'], 'repo/infra', () => ({ GITHUB_WORKSPACE: '', CI_PROJECT_DIR: '' }), rooted],
    [
      'the second variable',
      ['.'],
      'repo/infra',
      (top) => ({ GITHUB_WORKSPACE: '/x', CI_PROJECT_DIR: `${top}/repo` }),
      rooted,
    ],
    ['a link to a file keeps its name', ['patterns/alias.json'], 'repo/infra', () => ({}), 'infra/patterns/alias.json'],
    ['no repository: the working folder', ['b.json'], 'outside', () => ({}), 'b.json'],
  ];
  it.each(cases)('are relative to %s', async (_, argv, cwd, env, expected) => {
    const top = world();
    expect(await pathsOf(argv, join(top, cwd), env(top))).toEqual(all(expected));
  });

  it.each(['compact', 'junit', 'tap', 'sarif', 'github', 'gitlab'])(
    'are relative to the root in %s for suites and their coverage',
    async (format) => {
      const top = realpathSync(
        folderWith({
          'repo/a/p.json': '{"source":["a"],"type":[{"prefix":""}]}',
          'repo/a/q.json': '{"source":["a"]}',
          'repo/a/s/fails.eb-test.yaml': 'pattern: ../q.json\ntests: [{name: one, event: {source: a}, match: false}]',
          'repo/a/s/broken.eb-test.yaml': 'pattern: ../p.json\ntests: [{name: one, event: {source: a}, match: true}]',
          'repo/.git/HEAD': '',
        }),
      );
      const { code, out } = await run(['test', 's', '--coverage', '--format', format], { cwd: join(top, 'repo/a') });
      expect(code).toBe(2);
      expect(out).toContain('a/s/fails.eb-test.yaml');
      // A suite that could not run, and its findings.
      expect(out).toContain('a/p.json');
      // An outcome that is not of a test.
      expect(out).toContain('a/q.json');
      expect(out).not.toMatch(/(?<!a\/)s\/fails|(?<!a\/|a%2F)\b[pq]\.json/);
    },
  );

  it('are relative to the root in annotations of diff', async () => {
    const top = realpathSync(
      folderWith({
        'repo/a/old.json': '{"source":["a"]}',
        'repo/a/new.json': '{"source":["b"]}',
        'repo/.git/HEAD': '',
      }),
    );
    const { out } = await run(['diff', 'old.json', 'new.json', '--format', 'github'], { cwd: join(top, 'repo/a') });
    expect(out).toContain('file=a/new.json,');
  });

  it('are absolute for a file outside the root', async () => {
    const top = world();
    const path = `${top}/outside/b.json`;
    expect(await pathsOf(['../../outside/b.json'], join(top, 'repo/infra'))).toEqual({
      ...names(path),
      sarif: { uri: `file://${path}` },
    });
  });

  it('are found for an absolute path through a link', async () => {
    const top = world();
    const name = `${top}/link/${rooted}`;
    expect(await pathsOf([name], join(top, 'repo/infra'))).toEqual(all(rooted));
  });

  it('are unchanged for text without a file', () => {
    const nameOf = namesFromRoot({ cwd: world(), env: {} });
    expect(['standard input', 'git:main:a.json'].map(nameOf)).toEqual(['standard input', 'git:main:a.json']);
  });

  it('are unchanged in formats for people and in the baseline', async () => {
    const cwd = join(world(), 'repo/infra');
    for (const format of ['markdown', 'json', 'human']) {
      expect((await run(['check', 'patterns/a.json', '--format', format], { cwd })).out).not.toContain(
        'infra/patterns',
      );
    }
    mkdirSync(join(cwd, 'known'));
    await run(['check', 'patterns', '--write-baseline', 'known/base.json'], { cwd });
    const { code, out } = await run(['check', '.', '--baseline', '../known/base.json'], { cwd: join(cwd, 'patterns') });
    expect([code, out]).toEqual([0, expect.stringContaining(' known')]);
  });
});

it.each([
  ['C:\\work\\repo\\infra\\a.json', 'C:\\work\\repo', 'infra\\a.json'],
  ['D:\\a.json', 'C:\\work\\repo', undefined],
  ['C:\\work\\a.json', 'C:\\work\\repo', undefined],
  ['C:\\work\\repo\\..a.json', 'C:\\work\\repo', '..a.json'],
])('finds the relative path on Windows to %s', (path, folder, way) => expect(wayTo(path, folder, win32)).toBe(way));
