import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { run } from '../cli/run-main.ts';
import { ROOT } from '../docs/markdown.ts';

interface Hook {
  readonly id: string;
  readonly name: string;
  readonly entry: string;
  readonly language: string;
  readonly files: string;
  readonly exclude?: string;
}

const hooks = parse(readFileSync(`${ROOT}.pre-commit-hooks.yaml`, 'utf8')) as readonly Hook[];

/** As pre-commit does it: file names that `files` matches and `exclude` does not, after the entry. */
function argvOf({ entry, files, exclude }: Hook, changed: readonly string[]): string[] {
  const chosen = changed.filter(
    (file) => new RegExp(files).test(file) && !(exclude !== undefined && new RegExp(exclude).test(file)),
  );
  const [command, ...argv] = entry.split(' ');
  expect(command).toBe('eb-pattern');
  return [...argv, ...chosen];
}

const files = {
  'README.md': '',
  'package.json': '{}',
  'patterns/a.json': '{"source":["a"]}',
  'deep/patterns/b.yaml': 'source: [b]',
  'c.pattern.jsonc': '{"source":["c"]} // c',
  'patterns/a.eb-test.yaml': 'pattern: a.json\ntests: [{name: a, event: {source: a}, match: true}]',
};

describe('.pre-commit-hooks.yaml', () => {
  it('has a hook for patterns and one for suites, which pre-commit installs by itself', () => {
    expect(hooks.map(({ id, language }) => [id, language])).toEqual([
      ['eb-pattern-check', 'node'],
      ['eb-pattern-test', 'node'],
    ]);
  });

  it.each([
    ['eb-pattern-check', ['patterns/a.json', 'deep/patterns/b.yaml', 'c.pattern.jsonc']],
    ['eb-pattern-test', ['patterns/a.eb-test.yaml']],
  ])('selects the files of %s and no others', async (id, expected) => {
    const argv = argvOf(hooks.find((hook) => hook.id === id)!, Object.keys(files));
    expect(argv.slice(1)).toEqual(expected);
    expect(await run(argv, { files })).toMatchObject({ code: 0, err: '' });
  });

  it.each([
    ['eb-pattern-check', { 'patterns/a.json': '{"source":"a"}' }],
    [
      'eb-pattern-test',
      { 'a.eb-test.yaml': 'pattern: {source: [a]}\ntests: [{name: a, event: {source: a}, match: false}]' },
    ],
  ])('makes %s fail on a finding', async (id, broken) => {
    const argv = argvOf(hooks.find((hook) => hook.id === id)!, Object.keys(broken));
    expect(argv).toHaveLength(2);
    expect((await run(argv, { files: broken })).code).toBe(1);
  });
});
