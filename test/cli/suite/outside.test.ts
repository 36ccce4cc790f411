/** Suites, documents and links of a checkout may name files of its repository only. */
import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, run } from '../run-main.ts';

const SECRET = '{"password": of-mine';

function checkout(suite: object): { readonly root: string; readonly cwd: string } {
  const root = folderWith({
    'private/secret.json': SECRET,
    'private/p.json': '{"source":["of-mine"]}',
    'repo/.git/': '',
    'repo/p.json': '{"source":["a"]}',
    'repo/e.json': '{"source":"a"}',
    'repo/sub/s.eb-test.json': JSON.stringify(suite),
  });
  symlinkSync('../private', join(root, 'repo/link'));
  symlinkSync('../private/secret.json', join(root, 'repo/leads.json'));
  symlinkSync('p.json', join(root, 'repo/inside.json'));
  execFileSync('mkfifo', [join(root, 'repo/pipe.json')]);
  return { root, cwd: join(root, 'repo') };
}

const tested = [{ name: 'a', match: true, event: '{"source":"a"}' }];
const withEvent = (event: string): object => ({ pattern: '../p.json', tests: [{ name: 'a', match: true, event }] });

describe('a suite is refused that names', () => {
  test.each<[string, object, string]>([
    ['a pattern above', { pattern: '../../private/secret.json', tests: tested }, 'is outside of the repository'],
    [
      'a pattern that is not there',
      { pattern: '../../private/secret.jso', tests: tested },
      'is outside of the repository',
    ],
    ['a pattern by its full name', { pattern: '/etc/passwd', tests: tested }, 'is outside of the repository'],
    ['an address above', { pattern: '../../private/p.json#/a', tests: tested }, 'is outside of the repository'],
    ['a pattern through a folder', { pattern: '../link/secret.json', tests: tested }, 'leads to'],
    ['a pattern that is a link', { pattern: '../leads.json', tests: tested }, 'leads to'],
    ['an event above', withEvent('../../private/secret.json'), 'is outside of the repository'],
    ['an event by its full name', withEvent('/proc/self/environ'), 'is outside of the repository'],
    ['an event that is a link', withEvent('../leads.json'), 'leads to'],
    ['a device', withEvent('/dev/zero'), 'is outside of the repository'],
    ['a pipe', withEvent('../pipe.json'), 'is no plain file'],
    [
      'a base above',
      { pattern: '../p.json', base: '../../private/secret.json', tests: [{ name: 'a', match: true }] },
      'outside',
    ],
    ['patterns above', { patterns: '../../private', tests: [] }, 'is outside of the repository'],
    ['patterns through a link', { patterns: '../link', tests: [] }, 'leads to'],
    ['patterns by a glob above', { patterns: '../../private/*.json', tests: [] }, 'is outside of the repository'],
    ['patterns by a glob that goes up', { patterns: '*/../../../private/*.json', tests: [] }, 'leads upward'],
    ['patterns by a glob with a full name', { patterns: '{/etc,x}/*.json', tests: [] }, 'there are no files'],
    ['one pattern of a map', { patterns: { a: '../../private/p.json' }, tests: [] }, 'is outside of the repository'],
  ])('%s', async (_, suite, message) => {
    const routing = 'patterns' in suite ? { ...suite, tests: [{ name: 'a', event: '{}', routes: [] }] } : suite;
    const { cwd } = checkout(routing);
    const { code, out, err } = await run(['test', 'sub/s.eb-test.json'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain('sub/s.eb-test.json:1:');
    expect(err).toContain(message);
    expect(out + err).not.toMatch(/of-mine|root:|there is `/);
  });
});

test('a suite may name the files of its repository, and with --allow-outside any file', async () => {
  for (const pattern of ['../p.json', '../inside.json', '../sub/../p.json']) {
    const { cwd } = checkout({ pattern, tests: tested });
    expect(await run(['test', 'sub/s.eb-test.json'], { cwd })).toMatchObject({ code: 0, err: '' });
  }
  const { cwd } = checkout({ pattern: '../../private/p.json', tests: tested });
  const argv = ['test', 'sub/s.eb-test.json'];
  expect((await run(argv, { cwd })).code).toBe(2);
  expect((await run([...argv, '--allow-outside'], { cwd })).code).toBe(1);
  expect((await run(argv, { cwd, env: { EB_PATTERN_ALLOW_OUTSIDE: 'true' } })).code).toBe(1);
});

describe('the user may name', () => {
  test('any file, but no link of a repository that leads out of it', async () => {
    const { root, cwd } = checkout({});
    expect((await run(['check', '../private/p.json'], { cwd })).code).toBe(0);
    expect((await run(['check', join(root, 'private/p.json')], { cwd })).code).toBe(0);
    for (const name of ['leads.json', 'link/secret.json', join(cwd, 'leads.json')]) {
      for (const argv of [
        ['check', name],
        ['explain', 'p.json', name],
        ['match', name, 'e.json'],
        ['diff', name, 'p.json'],
      ]) {
        const { code, err } = await run(argv, { cwd });
        expect(code).toBe(2);
        expect(err).toContain('leads to');
        expect(err).not.toContain('password');
      }
    }
  });
});
