/** Lines around the size of the space that they are evaluated in: from a plain file, and from streams in chunks. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lineSpaceSize } from '../../../src/cli/lines/space.ts';
import { EventSpace } from '../../../src/pattern/scan/event-space.ts';
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
