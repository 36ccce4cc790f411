import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Cutter } from '../../../src/cli/lines/cut.ts';
import { blocksOf } from '../../../src/cli/lines/parts.ts';
import { runs } from '../../support/runs.ts';

interface Line {
  readonly text: string;
  readonly offset: number;
}

/** Collects the output of a cutter. */
function collect(lines: Line[]) {
  return (bytes: Buffer, start: number, end: number, offset: number): boolean => {
    let at = start;
    while (at < end) {
      const lf = bytes.indexOf(10, at);
      const next = lf < 0 || lf >= end ? end : lf + 1;
      lines.push({ text: bytes.toString('latin1', at, next), offset: offset + at - start });
      at = next;
    }
    return true;
  };
}

/** A slow and obvious implementation. */
function reference(text: string): Line[] {
  let offset = 0;
  return text
    .split(/(?<=\n)/)
    .filter((line) => line !== '')
    .map((line) => {
      offset += line.length;
      return { text: line, offset: offset - line.length };
    });
}

const texts = fc
  .array(fc.constantFrom('\n', '\r\n', 'a', 'bb', 'ccccccc', ' '), { maxLength: 60 })
  .map((a) => a.join(''));
const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 20 });

/** Chunks of these sizes in turn. All of them are in one buffer, as of a reader that reuses its buffer. */
function* chunked(text: string, lengths: readonly number[], from = 0): Generator<{ chunk: Buffer; offset: number }> {
  const bytes = Buffer.from(text, 'latin1');
  const shared = Buffer.alloc(10);
  for (let at = from, i = 0; at < bytes.length; i++) {
    const length = Math.min(lengths[i % lengths.length] as number, bytes.length - at);
    bytes.copy(shared, 0, at, at + length);
    yield { chunk: shared.subarray(0, length), offset: at };
    at += length;
  }
}

describe('the line cutter', () => {
  it('yields every line once, for any chunks', () => {
    fc.assert(
      fc.property(texts, sizes, (text, lengths) => {
        const lines: Line[] = [];
        const cutter = new Cutter(collect(lines), 1000);
        for (const { chunk, offset } of chunked(text, lengths)) cutter.push(chunk, offset);
        cutter.end();
        expect(lines).toEqual(reference(text));
      }),
      { numRuns: runs(500) },
    );
  });

  it('divides lines among ranges, each line in one range', () => {
    fc.assert(
      fc.property(texts, sizes, fc.integer({ min: 1, max: 12 }), (text, lengths, range) => {
        const lines: Line[] = [];
        for (let start = 0; start < text.length; start += range) {
          const until = Math.min(text.length, start + range);
          const cutter = new Cutter(collect(lines), 1000, { from: start, until });
          for (const { chunk, offset } of chunked(text, lengths, Math.max(0, start - 1))) cutter.push(chunk, offset);
          cutter.end();
        }
        expect(lines).toEqual(reference(text));
      }),
      { numRuns: runs(1000) },
    );
  });

  it('truncates a line that is too long, and continues after it', () => {
    fc.assert(
      fc.property(texts, sizes, fc.integer({ min: 1, max: 12 }), (text, lengths, longest) => {
        const lines: Line[] = [];
        const cutter = new Cutter(collect(lines), longest);
        for (const { chunk, offset } of chunked(text, lengths)) cutter.push(chunk, offset);
        cutter.end();
        const expected = reference(text);
        expect(lines.map(({ offset }) => offset)).toEqual(expected.map(({ offset }) => offset));
        for (const [i, { text }] of expected.entries()) {
          const given = lines[i]?.text ?? '';
          if (text.replace(/\r?\n$/, '').length <= longest) expect(given).toBe(text);
          else expect(given.replace(/\r?\n$/, '').length).toBeGreaterThan(longest);
        }
      }),
      { numRuns: runs(500) },
    );
  });
});

it('the blocks of a stream contain every line once, with its place', async () => {
  await fc.assert(
    fc.asyncProperty(texts, sizes, fc.integer({ min: 1, max: 30 }), async (text, lengths, longest) => {
      const lines: Line[] = [];
      async function* chunks(): AsyncGenerator<Buffer> {
        for (const { chunk } of chunked(text, lengths)) yield chunk;
      }
      for await (const part of blocksOf(chunks(), longest)) {
        if (part.kind !== 'block') continue;
        collect(lines)(Buffer.from(part.bytes), 0, part.bytes.length, part.offset);
      }
      expect(lines.map(({ offset }) => offset)).toEqual(reference(text).map(({ offset }) => offset));
    }),
    { numRuns: runs(300) },
  );
});
