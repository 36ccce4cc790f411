/** The last line of the human format is the verdict, and agrees with the exit code. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, lines, run } from '../run-main.ts';

const FILES = {
  'ok.json': '{"source": ["acs.oss"]}',
  'warn.json': '{"data": {"n": [300.0]}}',
  'bad.json': '{"source": "acs.oss"}',
  'two.pattern.json': '{"source": "acs.oss", "type": "b"}',
  's.eb-test.yaml': 'pattern: ok.json\ntests:\n  - {name: a, event: {source: acs.oss}, match: true}\n',
  'no.eb-test.yaml': 'pattern: ok.json\ntests:\n  - {name: a, event: {source: acs.oss}, match: false}\n',
};

describe('the last line', () => {
  it.each<[readonly string[], number, string]>([
    [['check', 'ok.json'], 0, '✓ ok.json: valid'],
    [['check', 'warn.json'], 0, '1 pattern valid'],
    [['check', 'ok.json', 'warn.json'], 0, '2 patterns valid'],
    [['check', 'bad.json'], 1, '1 pattern not valid; fails: 1 error'],
    [['check', 'bad.json', 'two.pattern.json', 'ok.json'], 1, '2 of 3 patterns not valid; fails: 3 errors'],
    [
      ['check', 'warn.json', '--fail-on', 'warning'],
      1,
      '1 pattern valid; fails: 1 warning, and the run fails on warnings (--fail-on warning)',
    ],
    [
      ['check', 'warn.json', '--max-warnings', '0'],
      1,
      '1 pattern valid; fails: 1 warning, and 0 may be (--max-warnings 0)',
    ],
    [['check', 'ok.json', 'gone.json'], 2, '1 pattern valid; 1 problem kept others from being checked'],
    [['check', 'bad.json', '--baseline', 'known.json'], 0, '1 pattern not valid (known)'],
    [
      ['check', 'bad.json', 'two.pattern.json', '--baseline', 'known.json'],
      1,
      '2 of 2 patterns not valid (1 known); fails: 2 errors',
    ],
    [['test', 's.eb-test.yaml'], 0, '1 passed, 0 failed'],
    [['test', 'no.eb-test.yaml'], 1, '0 passed, 1 failed'],
    [
      ['test', 's.eb-test.yaml', '--coverage-threshold', '90'],
      1,
      '1 passed, 0 failed; fails: coverage is 50 %, 40 below the threshold of 90 %; the worst: ok.json 50 %',
    ],
  ])('of %j', async (argv, expected, last) => {
    const cwd = folderWith(FILES);
    await run(['check', 'bad.json', '--write-baseline', 'known.json'], { cwd });
    const { code, out } = await run(argv, { cwd });
    expect([code, lines(out).at(-1)]).toEqual([expected, last]);
  });
});

describe('check in the human format', () => {
  it('names a file before its findings, and marks known findings', async () => {
    const cwd = folderWith(FILES);
    await run(['check', 'bad.json', '--write-baseline', 'known.json'], { cwd });
    const { out } = await run(['check', 'bad.json', 'two.pattern.json', 'ok.json', '--baseline', 'known.json'], {
      cwd,
    });
    const marks = lines(out).filter((line) => /^(?:[✓✗~]|error)/.test(line));
    expect(marks).toEqual([
      '~ bad.json: not valid (known)',
      '✗ two.pattern.json: not valid (2 errors)',
      expect.stringMatching(/^error\[attribute-not-array\]/),
      expect.stringMatching(/^error\[attribute-not-array\]/),
      '✓ ok.json: valid',
    ]);
  });

  it.each([
    [['warn.json', '--fail-on', 'warning'], 1],
    [['warn.json', 'bad.json', '--max-warnings', '0'], 1],
    [['warn.json'], 0],
    [['bad.json'], 0],
  ])('explains once how to allow a finding when warnings fail the run: %j', async (argv, times) => {
    const { out } = await run(['check', ...argv], { files: FILES });
    expect(out.match(/eb-pattern-allow CODE/g) ?? []).toHaveLength(times);
  });

  it.each([40, 60, 80])('keeps prose within %d columns of a terminal', async (columns) => {
    const files = { ...FILES, [join('d'.repeat(30), 'bad.json')]: FILES['bad.json'] };
    const world = { files, isTTY: true, columns, env: { NO_COLOR: '1' } };
    const { out, err } = await run(['check', ...Object.keys(FILES).slice(0, 4), 'no such file at all.json'], world);
    const wide = [...lines(out), ...lines(err)].filter((line) => line.length > columns);
    expect(wide).toEqual([]);
    expect(err).toContain('no such');
  });
});
