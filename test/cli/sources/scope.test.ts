import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { matchesGlob, readGlob } from '../../../src/cli/files/glob.ts';
import { folderWith, run } from '../run-main.ts';

describe('a glob', () => {
  test.each([
    ['*.json', 'a.json', true],
    ['*.json', 'b/a.json', false],
    ['**/*.json', 'a.json', true],
    ['**/*.json', 'b/c/a.json', true],
    ['b/**/a.json', 'b/a.json', true],
    ['b/**/a.json', 'b/c/d/a.json', true],
    ['b/**', 'b/c/a.json', true],
    ['b', 'b/c/a.json', true],
    ['b/', 'b/c/a.json', true],
    ['./b', 'b/a.json', true],
    ['b', 'bc/a.json', false],
    ['?.json', 'é.json', true],
    ['?.json', '🙂.json', true],
    ['?.json', 'ab.json', false],
    ['{a,b}.{json,yaml}', 'b.yaml', true],
    ['{a,b}.{json,yaml}', 'c.yaml', false],
    ['a*c*e', 'abcde', true],
    ['a*c*e', 'abcd', false],
    ['**', 'a/b', true],
    ['a.json', 'axjson', false],
  ])('%s and %s: %s', (glob, path, expected) => {
    expect(matchesGlob(readGlob(glob), path)).toBe(expected);
  });

  test('with many stars is matched in linear time', () => {
    expect(matchesGlob(readGlob(`${'*a'.repeat(60)}b`), 'a'.repeat(250))).toBe(false);
    expect(matchesGlob(readGlob(`${'**/a/'.repeat(40)}b`), `${'a/'.repeat(120)}c`)).toBe(false);
  });

  test('with too many alternatives is refused', () => {
    expect(() => readGlob('{a,b}'.repeat(9))).toThrow(RangeError);
  });
});

describe('the globs of the config', () => {
  const files = {
    'p/good.json': '{"source":["a"]}',
    'p/rule.json': '{"bucket":["a"]}',
    'p/event.json': '{"source":"a","type":"b"}',
    'fixtures/bad.json': '{"source":["a"],"type":"b"}',
  };
  const names = (out: string): unknown => {
    const { patterns, skipped } = JSON.parse(out);
    return {
      patterns: patterns.map(({ file }: { file: string }) => file),
      skipped: skipped.map(({ file, kind }: { file: string; kind: string }) => [file, kind]),
    };
  };

  test.each([
    [
      'nothing',
      '',
      ['fixtures/bad.json', 'p/good.json'],
      [
        ['p/event.json', 'event'],
        ['p/rule.json', 'other'],
      ],
    ],
    ['`patterns`', 'patterns: ["p/*.json"]', ['fixtures/bad.json', 'p/event.json', 'p/good.json', 'p/rule.json'], []],
    ['`ignore`', 'ignore: [fixtures, "**/event.json"]', ['p/good.json'], [['p/rule.json', 'other']]],
  ])('decide with %s what files are', async (_, config, patterns, skipped) => {
    const all = config === '' ? files : { ...files, 'eb-pattern.config.yaml': `${config}\n` };
    const { out } = await run(['check', 'p', 'fixtures', '--format', 'json'], { files: all });
    const found = names(out) as { patterns: string[]; skipped: unknown };
    expect({ ...found, patterns: found.patterns.sort() }).toEqual({ patterns, skipped });
  });

  test('decide for a named file, too', async () => {
    const all = { ...files, 'eb-pattern.config.yaml': 'patterns: ["p/rule.json"]\nignore: [fixtures]\n' };
    const { out } = await run(['check', 'p/good.json', 'p/rule.json', 'fixtures/bad.json', '--format', 'json'], {
      files: all,
    });
    expect(names(out)).toEqual({
      patterns: ['p/good.json', 'p/rule.json'],
      skipped: [['fixtures/bad.json', 'ignored']],
    });
    expect((await run(['check', 'fixtures/bad.json'], { files: all })).code).toBe(0);
  });

  test('are relative to the folder of the config', async () => {
    const all = { 'eb-pattern.config.yaml': 'ignore: ["p/event.json"]\n', ...files };
    const { out } = await run(['check', '.', '--format', 'json'], { cwd: join(folderWith(all), 'p') });
    expect(out).not.toContain('event.json');
  });

  test('decide which skipped files fail a run', async () => {
    const all = { ...files, 'eb-pattern.config.yaml': 'failOnSkipped: true\n' };
    const { code, out } = await run(['check', 'p'], { files: all });
    expect(code).toBe(1);
    expect(out).toContain('fails: 2 files passed over (--fail-on-skipped)');
  });

  test('are refused with thousands of alternatives', async () => {
    const all = { ...files, 'eb-pattern.config.yaml': `ignore: ["${'{a,b}'.repeat(12)}"]\n` };
    const { code, err } = await run(['check', 'p'], { files: all });
    expect(code).toBe(2);
    expect(err).toContain('eb-pattern.config.yaml:1:9: `ignore` has a glob with more than 256 alternatives');
  });
});
