/** Frames are made here by hand, as blocks without compression, and one by `zstd -19 --check`. */
import { describe, expect, it } from 'vitest';
import { unzstd, ZstdError } from '../../../src/cli/files/zstd.ts';

/** What `zstd` has compressed in `PACKED`: matches over blocks of text, literals with entropy coding, a checksum. */
const TEXT = Array.from({ length: 60 }, (_, i) => {
  const name = ['a', 'bc', 'd'][i % 3]!.repeat(i % 5);
  return `{"source":"acs.oss","id":"${i}","data":{"size":${i * 7},"name":"${name}"}}\n`;
}).join('');
const BASE64 = [
  'KLUv/WTRDVUMABbVMxiAS9rARui8nYHGyMDUtcilLVNiDLOJSIU6ACgAJwCJ69iNMEBXkiT1FaVqwuAKeDyIECocEgQFDEKFhmEhB0LJIlEoQI',
  'YQUgwUoGVJCBZCQggVCApGYiFH2LOxvpoJyz29qaz2VV01/ps9Ljavbk9NrQpWmy90leuZJj+pHMOsC1XzV6Vdh24ZtCn6OX+O8ZTmu83nVrbj',
  'Xe/9l+1f3ZvanG6cPll0Bm+lHVNomT9z/pjhzQjvZb3fqM5tZ68Zu7HXs86Plf6V/VPWWxGaV4CEqDEwnO//G0BFkko6ElAQaBEkBGMrhrAiiA',
  'TEECIAMw8MKUpfw5C1ztzo92SJVlDYyFPUrPUzKBlB75vv3TYUIWqNOKvA1DcLt3fB8ZbU3Y0JAdl87qmG++0p8a89BmdnDwHvoxG9vJ4P/9Zb',
  'ha0WR5CkngC/ccbwie+FyxbIhS/mxy7RATAegAr4P4wNHdAWki4AE28XrxE5Rg1F1Z584UQVYaCVwPkPUlgJATCcnyRTF2gvjCqGIqtX',
];
const PACKED = Buffer.from(BASE64.join(''), 'base64');

const MAGIC = [0x28, 0xb5, 0x2f, 0xfd];

/** A frame of one block as it is (RFC 8878, 3.1.1), without a checksum. */
function frame(text: string): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(Buffer.byteLength(text));
  const block = Buffer.alloc(4);
  block.writeUInt32LE((Buffer.byteLength(text) << 3) | 1);
  return Buffer.concat([Buffer.from([...MAGIC, 0xa0]), size, block.subarray(0, 3), Buffer.from(text)]);
}

/** A frame of one byte, repeated: `times` blocks of 128 KB. */
function repeated(byte: number, times: number): Buffer {
  const blocks = Array.from({ length: times }, (_, i) => {
    const head = ((1 << 17) << 3) | (1 << 1) | (i === times - 1 ? 1 : 0);
    return [head & 0xff, (head >> 8) & 0xff, head >> 16, byte];
  });
  // A window of 1 MB.
  return Buffer.from([...MAGIC, 0, 0x50, ...blocks.flat()]);
}

function skipped(kind: number): Buffer {
  return Buffer.from([0x50 + kind, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, ...Buffer.from('abc')]);
}

async function* cut(bytes: Buffer, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

/** The text, or the message of the error. */
async function outcomeOf(bytes: Buffer, length = bytes.length || 1): Promise<{ text?: string; error?: string }> {
  const pieces: Buffer[] = [];
  try {
    for await (const piece of unzstd(cut(bytes, length))) pieces.push(piece);
  } catch (thrown) {
    if (!(thrown instanceof ZstdError)) throw thrown;
    return { error: thrown.message };
  }
  return { text: Buffer.concat(pieces).toString() };
}

describe('unzstd', () => {
  it.each([1, 2, 3, 7, 100, 1000])('reads chunks of %d bytes', async (length) => {
    const all = Buffer.concat([skipped(0), PACKED, skipped(15), frame('between\n'), PACKED, frame(''), skipped(7)]);
    expect(await outcomeOf(all, length)).toEqual({ text: `${TEXT}between\n${TEXT}` });
  });

  it('reads frames whose end fills a piece of the output', async () => {
    // 128 KB to 640 KB, before and behind others.
    for (let times = 1; times < 6; times++) {
      const size = times << 17;
      expect(await outcomeOf(repeated(0x61, times))).toEqual({ text: 'a'.repeat(size) });
      const all = Buffer.concat([frame('x'), repeated(0x61, times), frame('y'), repeated(0x62, times)]);
      expect(await outcomeOf(all)).toEqual({ text: `x${'a'.repeat(size)}y${'b'.repeat(size)}` });
    }
  });

  it('gives pieces of bounded size for data that is compressed a thousand times', async () => {
    const sizes: number[] = [];
    for await (const piece of unzstd(cut(repeated(0x61, 500), 5000))) sizes.push(piece.length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(500 << 17);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(1 << 18);
  });

  it('refuses data that is cut off anywhere but between frames', async () => {
    const all = Buffer.concat([frame('one\n'), skipped(1), PACKED]);
    const ends = [frame('one\n').length, frame('one\n').length + skipped(1).length];
    const wrong: number[] = [];
    for (let end = 0; end < all.length; end++) {
      const { text, error } = await outcomeOf(all.subarray(0, end));
      if (ends.includes(end) ? text !== 'one\n' : error !== 'it ends too soon') wrong.push(end);
    }
    expect(wrong).toEqual([]);
  });

  it('gives the whole text or an error when any bit is another one', async () => {
    const wrong: string[] = [];
    let refused = 0;
    for (let bit = 0; bit < PACKED.length * 8; bit++) {
      const bytes = Buffer.from(PACKED);
      bytes[bit >> 3]! ^= 1 << (bit & 7);
      const { text, error } = await outcomeOf(bytes);
      if (error !== undefined) refused++;
      else if (text !== TEXT) wrong.push(`bit ${bit}`);
    }
    expect(wrong).toEqual([]);
    expect(refused).toBeGreaterThan(PACKED.length * 7);
  });

  it.each([
    [
      'other data behind a frame',
      Buffer.concat([PACKED, Buffer.from('{"source":"a"}')]),
      'behind a frame is other data',
    ],
    ['nothing', Buffer.alloc(0), 'it ends too soon'],
    [
      'another checksum',
      Buffer.from(PACKED.map((byte, i) => (i === PACKED.length - 1 ? byte ^ 1 : byte))),
      'the checksum',
    ],
    // A window of 2 GB; a dictionary with the number 1.
    ['a large window', Buffer.from([...MAGIC, 0, 0xa8, 1, 0, 0]), 'more than 128 MB'],
    ['a dictionary', Buffer.from([...MAGIC, 0x21, 1, 1, 9, 0, 0, 120]), 'it needs a dictionary'],
  ])('refuses %s', async (_, bytes, message) => {
    expect((await outcomeOf(bytes)).error).toContain(message);
  });

  it('reads several inputs at once', async () => {
    const [a, b] = [unzstd(cut(repeated(0x61, 40), 9)), unzstd(cut(PACKED, 5))];
    const texts = ['', ''];
    for (;;) {
      const steps = await Promise.all([a.next(), b.next()]);
      for (const [i, { value }] of steps.entries()) texts[i] += value?.toString() ?? '';
      if (steps.every(({ done }) => done)) break;
    }
    expect(texts).toEqual(['a'.repeat(40 << 17), TEXT]);
  });
});
