/** Judges one part, in the main thread or a worker. Reads synchronously: a worker has no other work. */
import { readSync } from 'node:fs';
import { Cutter } from './cut.ts';
import type { Judge } from './judge.ts';
import type { Outcome, Part } from './work.ts';

const CHUNK = 1 << 20;
/** How much is read at once of the line that leads out of a range. */
const BEYOND = 1 << 16;

let chunk: Buffer | undefined;

export interface PartOptions {
  readonly maxLine: number;
  /** How many matching lines are wanted. */
  readonly limit: number | undefined;
  /** How many lines stand before in the file, where that is known and matters. */
  readonly before?: number;
}

export function judgePart(judge: Judge, part: Part, { maxLine, limit, before }: PartOptions): Outcome {
  judge.begin(limit, before);
  if (part.kind === 'range') return judge.finish(readRange(judge, part, maxLine));
  const { bytes, offset } = part;
  if (bytes.length > 0) judge.take(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), 0, bytes.length, offset);
  return judge.finish();
}

/** Why the range cannot be read, if so. */
function readRange(
  judge: Judge,
  { file, start, end, size }: Extract<Part, { kind: 'range' }>,
  maxLine: number,
): string | undefined {
  const cutter = new Cutter(judge.take, maxLine, { from: start, until: end });
  chunk ??= Buffer.allocUnsafeSlow(CHUNK);
  // Whether a line begins with the range can be seen from the byte before it.
  let at = Math.max(0, start - 1);
  while (at < size && !cutter.done) {
    const want = Math.min(CHUNK, at < end ? end - at : Math.min(BEYOND, size - at));
    let got: number;
    try {
      got = readSync(file, chunk, 0, want, at);
    } catch (thrown) {
      return `it cannot be read (${(thrown as NodeJS.ErrnoException).code ?? 'unknown reason'})`;
    }
    if (got === 0) return 'it became shorter while it was read';
    cutter.push(chunk.subarray(0, got), at);
    at += got;
  }
  cutter.end();
  return undefined;
}
