/** Blocks of addresses, tested at once: whether one of them has an address, or contains another block. */
import { addressIn, type Block } from '../addresses.ts';

export class AnyBlock {
  /** Ascending, without gaps between neighbours that could be one. */
  private readonly blocks: readonly Block[];
  private readonly zeros: boolean;

  /** `zeros` as in `addressIn`, for all blocks. */
  constructor(blocks: readonly Block[], zeros: boolean) {
    this.blocks = joined(blocks);
    this.zeros = zeros;
  }

  /** Whether the string is an address in one of the blocks. */
  has(string: string): boolean {
    if (this.blocks.length === 0) return false;
    const address = addressIn(string, this.zeros);
    return this.covers(address, address);
  }

  /** Whether all addresses of a block with this reading of zeros are in the blocks. */
  hasAll({ first, last, zeros }: Block & { readonly zeros: boolean }): boolean {
    return zeros === this.zeros && this.covers(first, last);
  }

  private covers(first: number, last: number): boolean {
    let from = 0;
    let to = this.blocks.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((this.blocks[middle] as Block).first <= first) from = middle + 1;
      else to = middle;
    }
    return from > 0 && last <= (this.blocks[from - 1] as Block).last;
  }
}

/** Ascending, with adjacent blocks merged. */
function joined(blocks: readonly Block[]): readonly Block[] {
  const result: { first: number; last: number }[] = [];
  for (const { first, last } of [...blocks].sort((a, b) => a.first - b.first)) {
    const before = result.at(-1);
    if (before !== undefined && first <= before.last + 1) before.last = Math.max(before.last, last);
    else result.push({ first, last });
  }
  return result;
}
