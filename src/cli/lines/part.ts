/** Judges one part, in the main thread or a worker. Reads synchronously: a worker has no other work. */
import { readSync } from 'node:fs';
import { Cutter } from './cut.ts';
import type { Judge } from './judge.ts';
import { SPACE_AFTER } from './space.ts';
import type { Part, PartResult } from './work.ts';

/** Bytes per read of the line that extends beyond a range. */
const BEYOND = 1 << 14;

/** In front of what is read there is space for so many bytes of a line whose end was not read yet. */
const FRONT = 1 << 16;

const CACHE_LINE = 64;

export interface PartOptions {
  readonly maxLine: number;
  /** The number of matching lines needed. */
  readonly limit: number | undefined;
  /** The number of earlier lines in the file, if it is known and needed. */
  readonly before?: number;
  /** Whether the output stays valid. */
  readonly owned?: boolean;
  /** An output that is no longer in use. */
  readonly spare?: ArrayBuffer | undefined;
}

export function judgePart(judge: Judge, part: Part, { maxLine, limit, before, owned, spare }: PartOptions): PartResult {
  if (spare !== undefined) judge.reuse(spare);
  judge.begin(limit, before);
  if (part.kind === 'range') return judge.finish(readRange(judge, part, maxLine), owned);
  const { bytes, offset } = part;
  if (bytes.length > 0) judge.take(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), 0, bytes.length, offset);
  return judge.finish(undefined, owned);
}

/** Returns the error of a range that cannot be read. */
function readRange(
  judge: Judge,
  { file, start, end, size }: Extract<Part, { kind: 'range' }>,
  maxLine: number,
): string | undefined {
  const cutter = new Cutter(judge.takeRead, maxLine, { from: start, until: end });
  const target = end - start < SPACE_AFTER ? new Chunk(end - start + BEYOND + CACHE_LINE) : judge.openSpace();
  const front = target.size < 2 * FRONT ? 0 : FRONT;
  const most = target.size - front - CACHE_LINE;
  // The byte before the range shows whether a line begins with it.
  let at = Math.max(0, start - 1);
  /** Bytes in front of the next read: the beginning of a line. */
  let again = 0;
  while (at < size && !cutter.done) {
    const place = placeOf(target.start + front, at);
    const want = Math.min(most, at < end ? end - at : Math.min(BEYOND, size - at));
    let got: number;
    try {
      got = readSync(file, target.bytes, place, want, at);
    } catch (thrown) {
      return `it cannot be read (${(thrown as NodeJS.ErrnoException).code ?? 'unknown reason'})`;
    }
    if (got === 0) return 'it became shorter while it was read';
    target.hold();
    try {
      const chunk = Buffer.from(target.bytes.buffer, place - again, again + got);
      again = cutter.push(chunk, at - again, at + got < size ? front : 0);
    } finally {
      target.letGo();
    }
    at += got;
    if (again > 0) {
      target.bytes.copyWithin(placeOf(target.start + front, at) - again, place + got - again, place + got);
    }
  }
  cutter.end();
  return undefined;
}

/**
 * The place in memory for the byte of a file at `at`: the first one behind `from` that is at the same place in its cache
 * line. The kernel copies three times as long to a place that is some bytes further in its page than the source.
 */
function placeOf(from: number, at: number): number {
  return from + ((((at - from) % CACHE_LINE) + CACHE_LINE) % CACHE_LINE);
}

/** In place of the space of events, for a small range. */
class Chunk {
  readonly bytes: Buffer;
  readonly start = 0;
  readonly size: number;

  constructor(size: number) {
    this.bytes = Buffer.allocUnsafeSlow(size);
    this.size = size;
  }

  hold(): void {}
  letGo(): void {}
}
