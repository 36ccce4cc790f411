/** Divides an input into parts: ranges of a plain file, blocks of whole lines of everything else. */
import { setTimeout as wait } from 'node:timers/promises';
import { Cutter, LF } from './cut.ts';
import type { EventInput } from './input.ts';
import type { Part } from './work.ts';

const RANGE = 1 << 22;
const BLOCK = 1 << 20;

/** How long a line waits for others before it is evaluated, in ms, so that `tail -f` shows lines promptly. */
const PATIENCE = 20;

/** `eager`: lines do not wait for others when the input pauses, since its writer may wait for the answer. */
export async function* partsOf(input: EventInput, maxLine: number, eager = false): AsyncGenerator<Part> {
  if (!input.plain || input.size === undefined) return yield* blocksOf(input.chunks(), maxLine, eager);
  const { size } = input;
  const file = input.open();
  for (let start = 0; start < size; start += RANGE) {
    yield { kind: 'range', file, start, end: Math.min(size, start + RANGE), size };
  }
}

export async function* blocksOf(chunks: AsyncIterable<Buffer>, maxLine: number, eager = false): AsyncGenerator<Part> {
  const isLate = eager ? hasNotArrived : isSlow;
  const packer = new Packer();
  const cutter = new Cutter(packer.take, maxLine);
  const iterator = chunks[Symbol.asyncIterator]();
  let offset = 0;
  for (;;) {
    const coming = iterator.next();
    if (!packer.empty && (await isLate(coming))) yield* packer.all();
    let next: IteratorResult<Buffer>;
    try {
      next = await coming;
    } catch (thrown) {
      // The whole lines before the error are evaluated.
      yield* packer.all();
      throw thrown;
    }
    if (next.done) break;
    cutter.push(next.value, offset);
    offset += next.value.length;
    yield* packer.full();
  }
  cutter.end();
  yield* packer.all();
}

async function isSlow(coming: Promise<unknown>): Promise<boolean> {
  const stop = new AbortController();
  const slow = wait(PATIENCE, true, { signal: stop.signal }).catch(() => false);
  const arrived = coming.then(
    () => false,
    () => false,
  );
  const first = await Promise.race([arrived, slow]);
  stop.abort();
  return first;
}

/** After one turn of the event loop, in which a pipe is read if it has bytes. */
function hasNotArrived(coming: Promise<unknown>): Promise<boolean> {
  return new Promise((resolve) => {
    const turn = setImmediate(resolve, true);
    const arrived = (): void => {
      clearImmediate(turn);
      resolve(false);
    };
    coming.then(arrived, arrived);
  });
}

/** Packs whole lines into blocks whose memory can be transferred. */
class Packer {
  private block: Buffer | undefined;
  private length = 0;
  private offset = 0;
  private ready: Part[] = [];

  get empty(): boolean {
    return this.length === 0 && this.ready.length === 0;
  }

  /** The `TakeLines` of a cutter. */
  readonly take = (bytes: Buffer, start: number, end: number, offset: number): boolean => {
    // A line that is too long was truncated, so the next one does not adjoin.
    if (this.length > 0 && (offset !== this.offset + this.length || this.length + end - start > BLOCK)) this.close();
    if (this.length === 0) this.offset = offset;
    if (this.block === undefined || this.block.length < end - start) {
      this.block = Buffer.allocUnsafeSlow(Math.max(BLOCK, end - start));
    }
    bytes.copy(this.block, this.length, start, end);
    this.length += end - start;
    // Closes after the last line and after a truncated one, since in an endless stream no line may follow.
    if (bytes[end - 1] !== LF) this.close();
    return true;
  };

  *full(): Generator<Part> {
    yield* this.ready.splice(0);
  }

  *all(): Generator<Part> {
    if (this.length > 0) this.close();
    yield* this.full();
  }

  private close(): void {
    const { block, length, offset } = this;
    this.length = 0;
    if (block === undefined) return;
    // All the memory of the bytes is transferred. A new block for each of many small parts would cost more than the copy.
    const isSmall = length < BLOCK / 8;
    const bytes = isSmall ? Uint8Array.prototype.slice.call(block, 0, length) : new Uint8Array(block.buffer, 0, length);
    if (!isSmall) this.block = undefined;
    this.ready.push({ kind: 'block', bytes, offset });
  }
}
