/** Judges one part, in the main thread or a worker. Reads synchronously: a worker has no other work. */
import { readSync } from 'node:fs';
import { Cutter } from './cut.ts';
import type { Judge } from './judge.ts';
import { SPACE_AFTER } from './space.ts';
import type { Part, PartResult } from './work.ts';

/** Bytes per read of the line that extends beyond a range. */
const BEYOND = 1 << 16;

export interface PartOptions {
  readonly maxLine: number;
  /** The number of matching lines needed. */
  readonly limit: number | undefined;
  /** The number of earlier lines in the file, if it is known and needed. */
  readonly before?: number;
}

export function judgePart(judge: Judge, part: Part, { maxLine, limit, before }: PartOptions): PartResult {
  judge.begin(limit, before);
  if (part.kind === 'range') return judge.finish(readRange(judge, part, maxLine));
  const { bytes, offset } = part;
  if (bytes.length > 0) judge.take(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), 0, bytes.length, offset);
  return judge.finish();
}

/** Returns the error of a range that cannot be read. */
function readRange(
  judge: Judge,
  { file, start, end, size }: Extract<Part, { kind: 'range' }>,
  maxLine: number,
): string | undefined {
  const cutter = new Cutter(judge.takeRead, maxLine, { from: start, until: end });
  const target = end - start < SPACE_AFTER ? new Chunk(end - start + BEYOND) : judge.openSpace();
  // The byte before the range shows whether a line begins with it.
  let at = Math.max(0, start - 1);
  while (at < size && !cutter.done) {
    const want = Math.min(target.size, at < end ? end - at : Math.min(BEYOND, size - at));
    let got: number;
    try {
      got = readSync(file, target.bytes, target.start, want, at);
    } catch (thrown) {
      return `it cannot be read (${(thrown as NodeJS.ErrnoException).code ?? 'unknown reason'})`;
    }
    if (got === 0) return 'it became shorter while it was read';
    target.hold();
    try {
      cutter.push(Buffer.from(target.bytes.buffer, target.start, got), at);
    } finally {
      target.letGo();
    }
    at += got;
  }
  cutter.end();
  return undefined;
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
