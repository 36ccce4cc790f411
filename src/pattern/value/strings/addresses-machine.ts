/**
 * A machine that reads an address character by character. Once all addresses that can follow are in the same blocks,
 * only the syntax of the rest is kept, so a /8 needs as few states as one address.
 */
import type { Block } from '../addresses.ts';
import type { Machine, MachineOf } from './machine.ts';

export interface BlockPart extends Block {
  readonly zeros: boolean;
}

export const ADDRESS_CHARACTERS = '0123456789.';

/** @throws RangeError for blocks of both readings of leading zeros */
export const addressMachine: MachineOf<BlockPart> = (blocks): Machine<AddressState> => {
  const zeros = blocks[0]?.[1].zeros ?? false;
  if (blocks.some(([, block]) => block.zeros !== zeros)) throw new RangeError('addresses are read in two ways');
  const reader = new AddressReader(
    blocks.map(([, block]) => block),
    zeros,
  );
  return {
    start: reader.start,
    step(from, character, decided) {
      const next = reader.step(from, character);
      if (next === undefined) for (const [index] of blocks) decided.set(index, false);
      return next;
    },
    key: ({ key }) => key,
    characters(_, into) {
      for (const character of ADDRESS_CHARACTERS) into.add(character);
    },
    atEnd(state, into) {
      const address = reader.address(state);
      for (const [index, { first, last }] of blocks) if (address >= first && address <= last) into.add(index);
    },
  };
};

/** The complete parts as one number, their count, and the digits and value of the current part. */
interface Progress {
  readonly high: number;
  readonly parts: number;
  readonly digits: number;
  readonly part: number;
}

interface AddressState extends Progress {
  /** Equal for states with the same future. */
  readonly key: string;
}

class AddressReader {
  readonly start: AddressState | undefined;
  /** The addresses at which membership in the ranges changes, ascending. */
  private readonly borders: readonly number[];
  private readonly ranges: readonly Block[];
  private readonly zeros: boolean;

  constructor(ranges: readonly Block[], zeros: boolean) {
    this.ranges = ranges;
    this.zeros = zeros;
    const borders = new Set(ranges.flatMap(({ first, last }) => [first, last + 1]));
    this.borders = [...borders].sort((a, b) => a - b);
    this.start = this.state({ high: 0, parts: 0, digits: 0, part: 0 });
  }

  /** Undefined when no address of any range can follow. */
  step({ high, parts, digits, part }: AddressState, character: string): AddressState | undefined {
    if (character === '.') {
      if (digits === 0 || parts === 3) return undefined;
      return this.state({ high: high * 256 + part, parts: parts + 1, digits: 0, part: 0 });
    }
    if (!ADDRESS_CHARACTERS.includes(character) || digits === 3 || (digits > 0 && part === 0 && !this.zeros)) {
      return undefined;
    }
    const next = part * 10 + Number(character);
    return next > 255 ? undefined : this.state({ high, parts, digits: digits + 1, part: next });
  }

  /** The complete address, or -1. */
  address({ high, parts, digits, part }: AddressState): number {
    return parts === 3 && digits > 0 ? high * 256 + part : -1;
  }

  private state(progress: Progress): AddressState | undefined {
    const { high, parts, digits, part } = progress;
    const size = 256 ** (3 - parts);
    let common: number | undefined;
    let split = false;
    for (const [from, to] of this.partsToCome(digits, part)) {
      const first = (high * 256 + from) * size;
      const last = (high * 256 + to + 1) * size - 1;
      const segment = this.segmentOf(first);
      if (segment !== this.segmentOf(last) || (common !== undefined && segment !== common)) split = true;
      common = segment;
    }
    if (split) return { ...progress, key: `${parts}:${high}:${digits}:${part}` };
    const at = this.borders[(common as number) - 1];
    if (at === undefined || !this.ranges.some(({ first, last }) => first <= at && at <= last)) return undefined;
    return { ...progress, key: `${parts}/${common}/${this.syntax(digits, part)}` };
  }

  /** The possible values of the current part. */
  private partsToCome(digits: number, part: number): readonly (readonly [number, number])[] {
    if (digits === 0) return [[0, 255]];
    const ranges: [number, number][] = [[part, part]];
    if (part === 0 && !this.zeros) return ranges;
    for (let more = digits, from = part * 10, to = part * 10 + 9; more < 3; more++, from *= 10, to = to * 10 + 9) {
      if (from <= 255) ranges.push([from, Math.min(to, 255)]);
    }
    return ranges;
  }

  /** The index of the segment between two borders that contains an address. */
  private segmentOf(address: number): number {
    let low = 0;
    let high = this.borders.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.borders[middle] as number) <= address) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Equal for parts with the same continuations: which digits may follow, and how many. */
  private syntax(digits: number, part: number): string {
    if (digits === 0) return 'none';
    if (digits === 3 || part > 25 || (part === 0 && !this.zeros)) return 'full';
    if (digits === 2) return part === 25 ? 'to 5' : 'one';
    if (part <= 1) return 'two';
    return part === 2 ? 'two, to 55' : 'one';
  }
}
