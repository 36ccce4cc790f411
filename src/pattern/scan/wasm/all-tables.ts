/** The tables for the values that `assembly/all.ts` finds, in the memory of WebAssembly. */
import type { Ints } from '../ints.ts';
import type { Block, Blocks } from './memory.ts';

/** In bytes: the numbers of elements and of ended walks, the value of a place, and its element. */
const HEAD = 8;
const VALUE = 24;
const ELEMENT = 12;

const SMALLEST = 1 << 16;
/** A text with more values is left to the other engine. */
const LARGEST = 1 << 22;

/** Valid until the memory grows. */
export class AllTables {
  readonly block: Block;
  /** The memory that the views are of. */
  readonly bytes: Uint8Array;
  /** The number of places. */
  readonly size: number;
  /** The number of values. */
  count = 0;
  /** How many elements there are, and whether the walk ended since all was found. */
  readonly head: Ints;
  /** By value: see `Occurrences`. */
  readonly numbers: Float64Array<ArrayBuffer>;
  readonly slots: Ints;
  readonly starts: Ints;
  readonly ends: Ints;
  /** By value: one more than its element, or 0. */
  readonly within: Ints;
  /** By element: the number of its array, its index there, and one more than the element around it, or 0. */
  readonly arrays: Ints;
  readonly indexes: Ints;
  readonly around: Ints;

  constructor(block: Block, { bytes }: Blocks) {
    this.block = block;
    this.bytes = bytes;
    const size = Math.floor((block.size - HEAD) / (VALUE + ELEMENT)) & ~1;
    this.size = size;
    let at = block.address;
    const ints = (length: number): Ints => {
      const view = new Int32Array(bytes.buffer, at, length);
      at += 4 * length;
      return view;
    };
    this.head = ints(2);
    this.numbers = new Float64Array(bytes.buffer, at, size);
    at += 8 * size;
    this.slots = ints(size);
    this.starts = ints(size);
    this.ends = ints(size);
    this.within = ints(size);
    this.arrays = ints(size);
    this.indexes = ints(size);
    this.around = ints(size);
  }
}

/** Larger tables than these, or the first ones; the same ones if there is no memory for others. Not during a scan. */
export function largerTables(tables: AllTables | undefined, blocks: Blocks): AllTables | undefined {
  const size = tables === undefined ? SMALLEST : 4 * tables.block.size;
  const block = size > LARGEST ? undefined : blocks.allocate(size);
  if (block === undefined) return tables;
  if (tables !== undefined) blocks.release(tables.block);
  return new AllTables(block, blocks);
}
