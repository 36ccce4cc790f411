import { addressIn, addressOf, type Block, sharedText } from '../../addresses.ts';
import { beginningWith } from '../../text-range.ts';
import { ADDRESS_CHARACTERS, addressMachine } from '../addresses-machine.ts';
import { AnyBlock } from '../block-list.ts';
import { type AtomKind, NO_TEXTS } from './kind.ts';

/** The string is an IPv4 address from `first` to `last`, at least `first`; `zeros` as in `addressIn`. */
export interface Addresses extends Block {
  readonly kind: 'addresses';
  readonly zeros: boolean;
}

export const addresses: AtomKind<Addresses> = {
  kind: 'addresses',
  key: ({ first, last, zeros }) => `${first}-${last}:${zeros}`,
  holds({ first, last, zeros }, text) {
    const address = addressIn(text, zeros);
    return address >= first && address <= last;
  },
  implies: (atom) => ({
    // Computed when needed: most atoms are compared with others of the kind.
    get begin() {
      return sharedBeginning(atom);
    },
    parts: NO_TEXTS,
    end: '',
  }),
  follows: ({ first, last, zeros }, _, same) =>
    same !== undefined && same.zeros === zeros && same.first >= first && same.last <= last,
  excludes({ first, last }, { begin }, same) {
    if (same !== undefined) return same.last < first || last < same.first;
    // The first part is one number, with leading zeros or without.
    const part = /^[0-9]{1,3}(?=\.)/.exec(begin);
    return part !== null && (Number(part[0]) < first >>> 24 || Number(part[0]) > last >>> 24);
  },
  index(atoms) {
    const blocks = [false, true].map(
      (zeros) =>
        new AnyBlock(
          atoms.filter((atom) => atom.zeros === zeros),
          zeros,
        ),
    );
    return {
      holds: (text) => blocks.some((some) => some.has(text)),
      follow: (_, same) => same !== undefined && blocks.some((some) => some.hasAll(same)),
    };
  },
  pieces: () => undefined,
  *candidates({ first, last }) {
    const middle = Math.floor((first + last) / 2);
    for (const address of [first + 1, last, first, middle, last - 1]) {
      if (address >= 0 && address <= 0xffffffff) yield addressOf(address);
    }
  },
  corners({ first, last, zeros }) {
    const ends = [addressOf(first), addressOf(last)];
    return zeros ? [...ends, addressOf(first).replace(/[0-9]+/g, (part) => part.padStart(3, '0'))] : ends;
  },
  spellings({ first, last }) {
    return [...new Set([first, first + 1, last - 1, last])]
      .filter((address) => address >= first && address <= last)
      .map(addressOf)
      .flatMap((text) => [text, `0${text}`, withZerosInLastPart(text)]);
  },
  around: (atom) => beginningWith(sharedBeginning(atom)),
  characters: () => ADDRESS_CHARACTERS,
  machine: addressMachine,
  include({ first, last }, text) {
    const address = addressIn(text, true);
    if (address < 0) return [];
    // Keeps as many of the last parts as possible: a host in another network. Otherwise the nearest address.
    const kept = [2 ** 24, 2 ** 16, 2 ** 8].map((size) => first - (first % size) + (address % size));
    const host = kept.find((one) => one >= first && one <= last);
    return [addressOf(host ?? Math.min(Math.max(address, first), last))];
  },
  exclude: () => [],
};

/** With leading zeros, addresses of a block need not have a common beginning. */
function sharedBeginning({ first, last, zeros }: Addresses): string {
  return zeros ? '' : sharedText(first, last);
}

function withZerosInLastPart(address: string): string {
  const at = address.lastIndexOf('.') + 1;
  return address.slice(0, at) + address.slice(at).padStart(3, '0');
}

export const examples = (): readonly Addresses[] => [
  ...blocks(false, [
    [0x0a000000, 0x0affffff],
    [0, 0xffffffff],
    [0x0a000000, 0x0a0000ff],
    [0x0a000101, 0x0a0001ff],
    [0x0affffff, 0x0b000001],
    [0x0a000005, 0x0a000005],
  ]),
  ...blocks(true, [
    [0x0a000000, 0x0affffff],
    [0x0a000005, 0x0a000005],
    [0x14000000, 0xffffffff],
  ]),
];

function blocks(zeros: boolean, ranges: readonly (readonly [first: number, last: number])[]): readonly Addresses[] {
  return ranges.map(([first, last]) => ({ kind: 'addresses', first, last, zeros }));
}
