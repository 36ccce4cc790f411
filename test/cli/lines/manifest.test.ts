import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, test } from 'vitest';
import { folderWith, run } from '../run-main.ts';

const files = {
  'a.json': '{"source":["a"]}',
  'b.json': '{"source":["b"]}',
  'one.ndjson': '{"source":"a"}\n\n{"source":"b"}\n{"source":"a"}\n',
  'empty.ndjson': '',
  'bad.ndjson.gz': gzipSync('{"source":"a"}\n{"source":"é",}\nnot\n'),
  'event.json': '{"source":"a"}',
  'list.json': '[{"source":"a"},{"source":"b"}]',
};

const names = ['one.ndjson', 'empty.ndjson', 'bad.ndjson.gz', 'event.json', 'list.json', 'one.ndjson'];

async function manifestOf(argv: readonly string[]) {
  const cwd = folderWith(files);
  const outcome = await run([...argv, ...names, '--manifest', 'm.ndjson'], { cwd });
  const path = join(cwd, 'm.ndjson');
  if (!existsSync(path)) return { outcome };
  return {
    outcome,
    lines: readFileSync(path, 'utf8')
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line)),
  };
}

describe('--manifest', () => {
  const commands = [
    ['filter', ['filter', 'a.json']],
    ['filter --count', ['filter', 'a.json', '--count']],
    ['filter in threads', ['filter', 'a.json', '--jobs', '2']],
    ['route --summary', ['route', 'a.json', '--summary']],
    ['backtest', ['backtest', 'b.json', 'a.json']],
  ] as const;

  test.each(commands)('%s counts what each file had, in their order', async (name, argv) => {
    const { outcome, lines } = await manifestOf([...argv, '--on-bad-line', 'skip']);
    expect(outcome.code).toBe(0);
    // An event that the change loses or gains counts as matched.
    const more = name === 'backtest' ? 1 : 0;
    expect(lines?.map(({ firstBad, ...counts }) => counts)).toEqual([
      { file: 'one.ndjson', events: 3, matched: 2 + more, bad: 0 },
      { file: 'empty.ndjson', events: 0, matched: 0, bad: 0 },
      { file: 'bad.ndjson.gz', events: 1, matched: 1, bad: 2 },
      { file: 'event.json', events: 1, matched: 1, bad: 0 },
      { file: 'list.json', events: 2, matched: 1 + more, bad: 0 },
      { file: 'one.ndjson', events: 3, matched: 2 + more, bad: 0 },
    ]);
    expect(lines?.map(({ firstBad }) => firstBad?.line)).toEqual([
      undefined,
      undefined,
      2,
      undefined,
      undefined,
      undefined,
    ]);
    expect(lines?.[2]?.firstBad).toMatchObject({ line: 2, column: 15 });
  });

  it('is not written when a file could not be read to its end', async () => {
    const { outcome, lines } = await manifestOf(['filter', 'a.json']);
    expect(outcome.code).toBe(2);
    expect(lines).toBeUndefined();
  });

  test.each([
    [
      ['filter', 'a.json', 'one.ndjson', '--manifest', './one.ndjson'],
      '`./one.ndjson` is one of the files with events',
    ],
    [['filter', 'a.json', 'one.ndjson', '--manifest', '-'], '`--manifest` names a file'],
    [['filter', 'a.json', 'one.ndjson', '--manifest', 'no/'], 'cannot be written'],
    [['filter', 'a.json', 'one.ndjson', '--manifest', 'm', '--limit', '1'], 'cannot be used with'],
    [['route', 'a.json', 'one.ndjson', '--manifest', 'm'], '`--manifest` is for `--summary`'],
  ])('%j: %s', async (argv, message) => {
    const cwd = folderWith({ ...files, 'no/x': '' });
    const { code, err } = await run(argv, { cwd });
    expect(err).toContain(message);
    expect(code).toBe(2);
    expect(readFileSync(join(cwd, 'one.ndjson'), 'utf8')).toBe(files['one.ndjson']);
  });
});
