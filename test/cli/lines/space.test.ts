/** Lines around the size of the space that they are evaluated in: from a plain file, and from streams in chunks. */
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Judge } from '../../../src/cli/lines/judge.ts';
import { judgePart } from '../../../src/cli/lines/part.ts';
import { lineSpaceSize } from '../../../src/cli/lines/space.ts';
import type { PartResult, Work } from '../../../src/cli/lines/work.ts';
import { EventSpace } from '../../../src/pattern/scan/event-space.ts';
import { folderWith } from '../../support/folders.ts';
import { runs } from '../../support/runs.ts';
import { engines, withEngine } from '../../support/strategies.ts';
import { run } from '../run-main.ts';

/** Of the space, with the bytes behind it: smaller than that of the product, so that less text fills it. */
const SPACE = 1 << 18;

const usual = { ...lineSpaceSize };
beforeAll(() => Object.assign(lineSpaceSize, { bytes: SPACE - 96 }));
afterAll(() => Object.assign(lineSpaceSize, usual));

interface Line {
  readonly kind: 'match' | 'other' | 'bad' | 'blank';
  readonly length: number;
  readonly end: '\n' | '\r\n';
}

const lengths = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 30, max: 3000 }) },
  { weight: 2, arbitrary: fc.integer({ min: SPACE - 200, max: SPACE + 10 }) },
  // About as long as the beginning of a line for which there is space in front of a read.
  { weight: 1, arbitrary: fc.integer({ min: (1 << 16) - 70, max: (1 << 16) + 70 }) },
  { weight: 1, arbitrary: fc.integer({ min: SPACE, max: 3 * SPACE }) },
);
const all = fc.array(
  fc.record<Line>({
    kind: fc.constantFrom('match', 'match', 'match', 'other', 'other', 'bad', 'blank'),
    length: lengths,
    end: fc.constantFrom('\n', '\n', '\r\n'),
  }),
  { minLength: 20, maxLength: 60 },
);

function textOf({ kind, length }: Line): string {
  if (kind === 'blank') return ' ';
  const head = `{"source":"${kind === 'match' ? 'a' : 'b'}","é":"`;
  const tail = kind === 'bad' ? '"' : '"}';
  return head + 'x'.repeat(length - Buffer.byteLength(head) - tail.length) + tail;
}

/** Not a part of the first line, nor of the output. */
const MARK = '\ufeff';

/** Cuts a file into ranges at these places, and evaluates each. */
function inRanges(path: string, size: number, places: readonly number[], work: Work): readonly PartResult[] {
  const bounds = [0, ...places.map((place) => place % size).sort((a, b) => a - b), size];
  const file = openSync(path, 'r');
  try {
    const judge = new Judge(work);
    return bounds.slice(1).map((end, i) => {
      const part = { kind: 'range', file, start: bounds[i] as number, end, size } as const;
      const result = judgePart(judge, part, { maxLine: work.maxLine, limit: undefined });
      return { ...result, output: result.output.slice() };
    });
  } finally {
    closeSync(file);
  }
}

function* chunksOf(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

describe('lines of any length', () => {
  test('are evaluated once each, in order, with their places', async () => {
    await fc.assert(
      fc.asyncProperty(all, fc.boolean(), fc.integer({ min: 60_000, max: 700_000 }), async (lines, ends, size) => {
        const texts = lines.map((line, i) => textOf(line) + (ends || i < lines.length - 1 ? line.end : ''));
        const bytes = Buffer.from(texts.join(''));
        const matching = texts
          .filter((_, i) => lines[i]?.kind === 'match')
          .map((text) => (text.endsWith('\n') ? text : `${text}\n`));
        const files = { 'a.json': '{"source":["a"]}', 'e.ndjson': bytes };
        const bad = lines.findIndex(({ kind }) => kind === 'bad');
        const before = texts.slice(0, bad).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
        for (const [name, flags] of [
          ['e.ndjson', []],
          ['-', []],
          ['e.ndjson', ['--well-formed']],
        ] as const) {
          const world = { files, stdin: [...chunksOf(bytes, size)] };
          const args = ['filter', 'a.json', name, '--jobs', '1', ...flags];
          const skipped = await run([...args, '--on-bad-line', 'skip'], world);
          expect(skipped.out === matching.join('')).toBe(true);
          if (bad < 0 || flags.length > 0) continue;
          const { code, err } = await run(args, world);
          const text = textOf(lines[bad] as Line);
          expect(code).toBe(2);
          expect(err).toContain(`${name === '-' ? 'standard input' : name}:${bad + 1}:${text.length + 1}: `);
          expect(err).toContain(`(at byte ${before + Buffer.byteLength(text)})`);
        }
      }),
      { numRuns: runs(6), endOnFailure: true },
    );
  });

  test.each(engines)('are in one range of a file each, with %s', (engine) => {
    fc.assert(
      fc.property(
        all,
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        fc.array(fc.nat(), { minLength: 1, maxLength: 8 }),
        (lines, ends, hasMark, wellFormed, places) => {
          const texts = lines.map((line, i) => textOf(line) + (ends || i < lines.length - 1 ? line.end : ''));
          const bytes = Buffer.from((hasMark ? MARK : '') + texts.join(''));
          const folder = folderWith({ 'e.ndjson': bytes });
          const patterns = [['p', '{"source":["a"]}']] as const;
          const rest = { dialect: undefined, extensions: undefined, answer: 'lines', invert: false } as const;
          const work: Work = { ...rest, patterns, wellFormed, onBadLine: 'skip', maxLine: 1 << 24 };
          const results = withEngine(engine, () => inRanges(join(folder, 'e.ndjson'), bytes.length, places, work));
          const matching = texts.filter((_, i) => lines[i]?.kind === 'match');
          const expected = matching.map((text) => (text.endsWith('\n') ? text : `${text}\n`)).join('');
          expect(Buffer.concat(results.map(({ output }) => output)).equals(Buffer.from(expected))).toBe(true);
          const sum = (name: 'lines' | 'matched' | 'bad'): number => results.reduce((all, one) => all + one[name], 0);
          expect(sum('lines')).toBe(texts.filter((text) => text !== '').length);
          expect(sum('matched')).toBe(matching.length);
          if (!wellFormed) expect(sum('bad')).toBe(lines.filter(({ kind }) => kind === 'bad').length);
        },
      ),
      { numRuns: runs(12), endOnFailure: true },
    );
  });

  test.each(engines)('are evaluated in a space of their own, after one for %s took its place', async (engine) => {
    const line = (i: number): string => `{"source":"a","data":{"n":${i},"x":"${'x'.repeat(900)}"}}\n`;
    const text = Array.from({ length: 300 }, (_, i) => line(i)).join('');
    const world = { files: { 'a.json': '{"source":["a"]}', 'e.ndjson': Buffer.from(text) } };
    await run(['filter', 'a.json', 'e.ndjson', '--jobs', '1'], world);
    withEngine(engine, () => new EventSpace(1 << 20));
    const { out } = await run(['filter', 'a.json', 'e.ndjson', '--jobs', '1'], world);
    expect(out === text).toBe(true);
  });
});
