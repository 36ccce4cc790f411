import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { compilePattern } from '../../../src/index.ts';
import { runs } from '../../support/runs.ts';
import { folderWith, lines, run } from '../run-main.ts';

const A = '{"source":["a"]}';
const files = {
  'a.json': A,
  'n.json': '{"data":{"n":[{"numeric":[">",5]}]}}',
  'events.ndjson': '{"source":"a"}\n{"source":"b"}\r\n\n{"source":"a","data":{"n":6}}',
  'bad.ndjson': '{"source":"a"}\n{"source":"é",}\n{"source":"a"}\n',
};

describe('one line for each line', () => {
  test.each([
    ['is true or false, and null for an empty one', ['a.json', 'events.ndjson'], 'true\nfalse\nnull\ntrue\n'],
    ['is the contrary with --invert', ['a.json', 'events.ndjson', '--invert'], 'false\ntrue\nnull\nfalse\n'],
    ['has the ids', ['a.json', '-p', 'n.json', 'events.ndjson', '--ids'], '["a"]\n[]\nnull\n["a","n"]\n'],
    ['is null for a bad one, if so wanted', ['a.json', 'bad.ndjson', '--on-bad-line', 'null'], 'true\nnull\ntrue\n'],
    [
      'is null for one that is too long',
      ['a.json', 'events.ndjson', '--on-bad-line', 'null', '--max-line', '15'],
      'true\nfalse\nnull\nnull\n',
    ],
    [
      'is written for several files',
      ['a.json', 'events.ndjson', 'events.ndjson'],
      'true\nfalse\nnull\ntrue\n'.repeat(2),
    ],
  ])('%s', async (_, args, expected) => {
    for (const jobs of [[], ['--jobs', '1'], ['--jobs', '2']]) {
      const { code, out } = await run(['filter', ...args, '--each', ...jobs], { files });
      expect({ code, out }).toEqual({ code: 0, out: expected });
    }
  });

  test.each([
    // The documentation of each says what it sends; docs/scale.md has the flags.
    ['Hive and Spark send \\N for NULL', ['{"source":"a"}', '\\N', '{"source":"b"}'], ['true', 'null', 'false']],
    ['Redpanda Connect sends any message', ['not JSON', '{"source":"a"}', ''], ['null', 'true', 'null']],
  ])('%s, and gets a line for it', async (_, sent, expected) => {
    const stdin = sent.map((line) => Buffer.from(`${line}\n`));
    const { code, out } = await run(['filter', 'a.json', '--each', '--on-bad-line', 'null'], { files, stdin });
    expect({ code, lines: lines(out) }).toEqual({ code: 0, lines: expected });
  });

  it('is read as a line, even if the first one is an array, is not complete, or is shorter than the mark of compressed data', async () => {
    for (const first of ['[{"source":"a"}]', '{"source":"a"', '{"a":', 'x', '']) {
      const stdin = [Buffer.from(`${first}\n`), Buffer.from('{"source":"a"}\n')];
      const { out } = await run(['filter', 'a.json', '--each', '--on-bad-line', 'null'], { files, stdin });
      expect(out).toBe('null\ntrue\n');
    }
  });

  it('comes before a bad line ends the run', async () => {
    for (const jobs of ['1', '2']) {
      const { code, out, err } = await run(['filter', 'a.json', 'bad.ndjson', '--each', '--jobs', jobs], { files });
      expect({ code, out }).toEqual({ code: 2, out: 'true\n' });
      expect(err).toContain('bad.ndjson:2:');
    }
  });

  it('counts bad lines at the end', async () => {
    const { err } = await run(['filter', 'a.json', 'bad.ndjson', '--each', '--on-bad-line', 'null'], { files });
    expect(err).toMatch(/^eb-pattern: 1 bad line answered with `null`, the first at bad\.ndjson:2:/);
  });

  it('gives the exit code of --exit-status', async () => {
    const none = { files, stdin: '{"source":"b"}\n\n' };
    expect((await run(['filter', 'a.json', '--each', '--exit-status'], none)).code).toBe(1);
    expect((await run(['filter', 'a.json', '--each', '--exit-status', '--invert'], none)).code).toBe(0);
  });

  test.each([
    [['--each', '--count'], '`--each` cannot be used with option `--count`'],
    [['--each', '--limit', '2'], '`--each` cannot be used with option `--limit'],
    [['--each', '--on-bad-line', 'skip'], '`--each` writes one line for each line, and `--on-bad-line skip`'],
    [['--each', '--input', 'values'], '`--each` reads an event on each line'],
    [['--on-bad-line', 'null'], '`--on-bad-line null` is for `--each`'],
    [['--chunk-header'], '`--chunk-header` is for `--each`'],
  ])('excludes %j', async (flags, message) => {
    const { code, out, err } = await run(['filter', 'a.json', 'events.ndjson', ...flags], { files });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });
});

describe('chunk headers', () => {
  const flags = ['filter', 'a.json', '--each', '--chunk-header'];
  const row = '{"source":"a"}\n';

  test.each([
    ['none', '', ''],
    ['of chunks', `2\n${row}{}\n1\n${row}`, 'true\nfalse\ntrue\n'],
    ['of an empty chunk', `0\n1\n${row}`, 'true\n'],
    ['of rows that look like headers', '2\n1\n2\n', 'null\nnull\n'],
    ['with line ends of Windows', '1\r\n{"source":"b"}\r\n', 'false\n'],
    ['of a last row without a line end', `2\n${row}{}`, 'true\nfalse\n'],
  ])('%s', async (_, stdin, expected) => {
    const { code, out } = await run([...flags, '--on-bad-line', 'null'], { files, stdin });
    expect({ code, out }).toEqual({ code: 0, out: expected });
  });

  test.each([
    ['that is no number', `1\n${row}x\n${row}`, 'the header of chunk 2 is no number of rows, but "x"'],
    [
      'that never ends',
      `1\n${row}${'1'.repeat(100)}`,
      'the header of chunk 2 is no number of rows, but "11111111111111111"',
    ],
    ['of more rows than follow', `3\n${row}`, 'chunk 1 ends 2 rows too early'],
    ['of more rows than follow a broken one', `3\n${row}{}`, 'chunk 1 ends 1 rows too early'],
  ])('one %s is an error, after the rows before it', async (_, stdin, message) => {
    for (const jobs of ['1', '2']) {
      const { code, out, err } = await run([...flags, '--jobs', jobs], { files, stdin });
      expect(code).toBe(2);
      expect(out.startsWith('true\n')).toBe(true);
      expect(err).toContain(message);
    }
  });

  it('are not counted in the place of a bad row', async () => {
    const { err } = await run(flags, { files, stdin: `1\n${row}1\nx\n` });
    expect(err).toContain('standard input: event 2: ');
  });
});

const lineText = fc.oneof(
  fc.constantFrom('{"source":"a"}', '{"source":"b"}', '{"data":{"n":7},"source":"a"}', ' {"source" : "a" } '),
  fc.constantFrom(
    '',
    ' \t',
    '[]',
    '{',
    'x',
    'null',
    '"a"',
    '{"source":"a"}}',
    `{"source":"a","x":"${'y'.repeat(60)}"}`,
  ),
);
const inputs = fc.record({
  rows: fc.array(fc.tuple(lineText, fc.constantFrom('\n', '\r\n')), { maxLength: 30 }),
  mark: fc.boolean(),
  isOpen: fc.boolean(),
  cuts: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 10 }),
  jobs: fc.constantFrom('1', '2', undefined),
});

const matcher = compilePattern(A);
const MAX = 60;

/** The slow and obvious answer. */
function answerOf(row: string): string {
  const event = row.replace(/\r$/, '');
  if (event.length > MAX || /^[ \t\r]*$/.test(event)) return 'null';
  try {
    return String(matcher.matchesJson(event));
  } catch {
    return 'null';
  }
}

describe('for any input, cut anywhere', () => {
  it('there are as many lines as in the input, each as a match of its line', async () => {
    const cwd = folderWith(files);
    await fc.assert(
      fc.asyncProperty(inputs, async ({ rows, mark, isOpen, cuts, jobs }) => {
        let text = rows.map(([row, end]) => row + end).join('');
        if (isOpen) text = text.replace(/\n$/, '');
        const all = text.split('\n');
        if (all.at(-1) === '') all.pop();
        const expected = all.map((row) => `${answerOf(row)}\n`).join('');
        const bytes = Buffer.from(mark && all.length > 0 ? `\ufeff${text}` : text);
        const stdin: Buffer[] = [];
        for (let at = 0, i = 0; at < bytes.length; at += cuts[i++ % cuts.length] as number) {
          stdin.push(bytes.subarray(at, at + (cuts[i % cuts.length] as number)));
        }
        const argv = ['filter', 'a.json', '-', '--each', '--on-bad-line', 'null', '--max-line', String(MAX)];
        const { code, out } = await run([...argv, ...(jobs === undefined ? [] : ['--jobs', jobs])], { cwd, stdin });
        expect({ code, out }).toEqual({ code: 0, out: expected });
      }),
      { numRuns: runs(60) },
    );
  });

  it('true are the lines that filter prints, false those that it prints with --invert', async () => {
    await fc.assert(
      fc.asyncProperty(inputs, async ({ rows }) => {
        const text = rows.map(([row, end]) => row + end).join('');
        const cwd = folderWith({ ...files, 'e.ndjson': text, 'e.ndjson.gz': gzipSync(text) });
        const bad = ['--max-line', String(MAX), '--input', 'lines', '--on-bad-line'];
        const argv = ['filter', 'a.json', 'e.ndjson', 'e.ndjson.gz', ...bad];
        const answers = lines((await run([...argv, 'null', '--each'], { cwd })).out);
        const all = [...rows, ...rows].map(([row, end]) => row + end);
        for (const [answer, flags] of [
          ['true', []],
          ['false', ['--invert']],
        ] as const) {
          const { out } = await run([...argv, 'skip', ...flags], { cwd });
          expect(out).toBe(all.filter((_, i) => answers[i] === answer).join(''));
        }
      }),
      { numRuns: runs(20) },
    );
  });
});
