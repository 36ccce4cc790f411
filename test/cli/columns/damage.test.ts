/** Damaged Parquet: the same rows or an error, and never a loop without an end. `npm run fuzz -- tables` tries many more. */
import { describe, expect, it, test } from 'vitest';
import { seeded } from '../../../bench/corpus.ts';
import { unsnappy } from '../../../src/cli/columns/snappy.ts';
import { structEnd } from '../../../src/cli/columns/thrift.ts';
import { runs } from '../../support/runs.ts';
import { bytesOf, type Edit, judged, readTable, TABLES } from './damage.ts';

const FOLDER = new URL('./fixtures/', import.meta.url);

describe.each(TABLES)('%s.parquet', (table) => {
  const bytes = bytesOf(table, FOLDER);

  it('with changed bytes keeps its rows or is refused', async () => {
    const random = seeded(23);
    const below = (n: number): number => Math.floor(random() * n);
    const faults: unknown[] = [];
    for (let i = 0; i < runs(12); i++) {
      const at = below(bytes.length);
      const byte = [0, 0xff, (bytes[at] as number) ^ (1 << below(8))][below(3)] as number;
      const { fault } = await judged(bytes, [[at, byte]]);
      if (fault !== undefined) faults.push({ at, byte, fault });
    }
    expect(faults).toEqual([]);
  });
});

/** Places were found in the bytes of fixtures: bytes of the body, and what stands for them now. */
async function messageOf(table: string, from: readonly number[], to: readonly number[]): Promise<string | undefined> {
  const bytes = bytesOf(table, FOLDER);
  const at = bytes.indexOf(Buffer.from(from), 200);
  expect(at).toBeGreaterThan(0);
  const edits: readonly Edit[] = to.map((byte, i) => [at + i, byte]);
  for (const [place, byte] of edits) bytes[place] = byte;
  return (await readTable(bytes)).message;
}

describe('an error', () => {
  // Blocks of 128 lengths in 4 parts, and how many there are.
  const HEAD = [0x80, 0x01, 0x04];

  test.each([
    ['a negative number of parts', 'delta-length', HEAD, [0x80, 0x01, 0xff, 0xff, 0xff, 0xff, 0x0f], 'of no size'],
    ['no parts', 'bare/delta', HEAD, [0x80, 0x01, 0x00], 'of no size'],
    ['blocks of no size', 'bare/delta-2', HEAD, [0x80, 0x00, 0x04], 'of no size'],
  ])('for %s names the row group and the column', async (_, table, from, to, why) => {
    const message = await messageOf(table, from, to);
    expect(message).toMatch(/^this is not whole Parquet data: row group \d+, column `body`: a page has /);
    expect(message).toContain(why);
  });
});

describe('Thrift', () => {
  test.each([
    ['a list of 2^31 elements', [0x19, 0xf5, 0xff, 0xff, 0xff, 0xff, 0x07, 0x00], undefined],
    ['a text behind the end', [0x18, 0x7f, 0x00], undefined],
    ['no end', [0x15, 0x02], undefined],
    ['an end', [0x15, 0x02, 0x00, 0x99], 3],
  ])('with %s', (_, bytes, end) => {
    expect(structEnd(Uint8Array.from(bytes), 0)).toBe(end);
  });

  it('in itself, and numbers without an end, are refused', () => {
    expect(() => structEnd(new Uint8Array(1000).fill(0x1c), 0)).toThrow('nested too deep');
    expect(() => structEnd(new Uint8Array(1000).fill(0x19), 0)).toThrow('nested too deep');
    expect(() => structEnd(new Uint8Array(1000).fill(0x95), 0)).toThrow('more than 64 bits');
  });
});

describe('snappy', () => {
  const text = (value: string): number[] => [...Buffer.from(value)];

  test.each([
    ['a literal', [3, 0x08, ...text('abc')], 'abc'],
    ['a literal with a length of its own', [3, 0xf0, 2, ...text('abc')], 'abc'],
    ['a copy that overlaps', [8, 0x04, ...text('ab'), 0x09, 2], 'abababab'],
    ['a copy of two bytes back', [4, 0x04, ...text('ab'), 0x06, 2, 0], 'abab'],
    ['a copy of four bytes back', [4, 0x04, ...text('ab'), 0x07, 2, 0, 0, 0], 'abab'],
  ])('reads %s', (_, bytes, expected) => {
    expect(Buffer.from(unsnappy(Uint8Array.from(bytes), expected.length)).toString()).toBe(expected);
  });

  test.each([
    ['a literal of 2^32 bytes', [3, 0xfc, 0xff, 0xff, 0xff, 0xff, 97], 3],
    ['a copy from before the start', [4, 0x00, 97, 0x01, 2], 5],
    ['a copy of nothing', [4, 0x00, 97, 0x01, 0], 5],
    ['more than its length', [1, 0x08, 97, 98, 99], 1],
    ['less than its length', [9, 0x08, 97, 98, 99], 9],
    ['a length that it cannot have', [0xff, 0xff, 0xff, 0x7f, 0x00, 97], 1 << 28],
  ])('refuses %s', (_, bytes, length) => {
    expect(() => unsnappy(Uint8Array.from(bytes), length)).toThrow('no whole snappy');
  });
});
