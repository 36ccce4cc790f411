/**
 * Allocates blocks in the memory of WebAssembly, which all matchers and sets of the process share. Sizes are powers of
 * two; a block that is given back is kept for the next one of its size, since the memory cannot shrink.
 */
import type { Memory } from './load.ts';

const PAGE = 1 << 16;
/** The module uses the addresses below. */
const FIRST = PAGE;
const SMALLEST = 64;
/** Bytes behind a block that may be read: the module reads 64 at once. */
const BEHIND = 64;

export interface Block {
  readonly address: number;
  /** In bytes. */
  readonly size: number;
}

export class Blocks {
  private readonly memory: Memory;
  private readonly free = new Map<number, number[]>();
  private top = FIRST;
  /** While it is set the memory does not grow, so that views of it stay valid. */
  isFixed = false;
  /** Views of the whole memory, made again when it has grown. */
  bytes: Uint8Array<ArrayBuffer>;
  view: DataView;
  words: Uint32Array<ArrayBuffer>;

  constructor(memory: Memory) {
    this.memory = memory;
    this.bytes = new Uint8Array(memory.buffer);
    this.view = new DataView(memory.buffer);
    this.words = new Uint32Array(memory.buffer);
  }

  /** A block of at least so many bytes, with any content; undefined when there is no memory, or not without growing. */
  allocate(bytes: number): Block | undefined {
    const size = 2 ** Math.ceil(Math.log2(Math.max(bytes, SMALLEST)));
    const address = this.free.get(size)?.pop() ?? this.extend(size);
    return address === undefined ? undefined : { address, size };
  }

  release({ address, size }: Block): void {
    const same = this.free.get(size);
    if (same === undefined) this.free.set(size, [address]);
    else same.push(address);
  }

  private extend(size: number): number | undefined {
    if (!this.reserve(size)) return undefined;
    const address = this.top;
    this.top += size;
    return address;
  }

  /** Grows, if necessary, so that blocks of so many bytes in all fit without growing. False when there is no memory. */
  reserve(bytes: number): boolean {
    const missing = this.top + bytes + BEHIND - this.bytes.length;
    if (missing <= 0) return true;
    if (this.isFixed) return false;
    try {
      // An eighth more than there is, so that many small blocks seldom make it grow.
      this.memory.grow(Math.ceil(Math.max(missing, this.bytes.length / 8) / PAGE));
    } catch {
      return false;
    }
    this.bytes = new Uint8Array(this.memory.buffer);
    this.view = new DataView(this.memory.buffer);
    this.words = new Uint32Array(this.memory.buffer);
    return true;
  }
}
