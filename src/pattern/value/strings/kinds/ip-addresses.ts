import { type Address, addressAfter, ipAddressIn, ipText, isInBlock } from '../../ip-addresses.ts';
import { WHOLE } from '../../text-range.ts';
import type { Machine } from '../machine.ts';
import { type AtomKind, NO_TEXTS } from './kind.ts';

/** The string is an address of one family from `first` to `last`, in any spelling. */
export interface IpAddresses {
  readonly kind: 'ip-addresses';
  readonly first: Address;
  readonly last: Address;
}

const CHARACTERS = '0123456789abcdefABCDEF.:';

/** The number of addresses behind the first that are proposed: more than are usually needed, since a search for others is long. */
const SOME = 32;

export const ipAddresses: AtomKind<IpAddresses> = {
  kind: 'ip-addresses',
  key: ({ first, last }) => `${first}-${last}`,
  holds: (atom, text) => isInBlock(atom, ipAddressIn(text)),
  implies: () => ({ begin: '', parts: NO_TEXTS, end: '' }),
  follows: (atom, _, same) => same !== undefined && isInBlock(atom, same.first) && isInBlock(atom, same.last),
  excludes(atom, { begin, end }, same) {
    if (same !== undefined)
      return typeof same.first !== typeof atom.first || same.last < atom.first || atom.last < same.first;
    return !isOfAddress(begin) || !isOfAddress(end);
  },
  index: (atoms) => ({
    holds: (text) => {
      const address = ipAddressIn(text);
      return atoms.some((atom) => isInBlock(atom, address));
    },
    follow: (_, same) =>
      same !== undefined && atoms.some((atom) => isInBlock(atom, same.first) && isInBlock(atom, same.last)),
  }),
  pieces: () => undefined,
  *candidates(atom) {
    yield* membersOf(atom);
    let address: Address | undefined = atom.first;
    for (let i = 0; i < SOME && address !== undefined && address < atom.last; i++) {
      address = addressAfter(address);
      if (address !== undefined) yield ipText(address);
    }
  },
  corners: membersOf,
  spellings: () => [],
  around: () => WHOLE,
  characters: () => CHARACTERS,
  /**
   * A state is the text so far. There are endlessly many, since parts of IPv6 addresses may begin with any number of zeros, so that only a
   * budget ends a search that finds nothing.
   */
  machine: (atoms): Machine<string> => ({
    start: '',
    step(text, character, decided) {
      const next = text + character;
      if (isOfAddress(next)) return next;
      for (const [index] of atoms) decided.set(index, false);
      return undefined;
    },
    key: (text) => text,
    characters(_, into) {
      for (const character of CHARACTERS) into.add(character);
    },
    atEnd(text, into) {
      const address = ipAddressIn(text);
      for (const [index, atom] of atoms) if (isInBlock(atom, address)) into.add(index);
    },
  }),
  include: ({ first }) => [ipText(first)],
  exclude: () => [],
};

/** Whether a text may be a part of an address. */
function isOfAddress(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (!CHARACTERS.includes(text[i] as string)) return false;
  return true;
}

/** Members in several spellings. */
function membersOf({ first, last }: IpAddresses): readonly string[] {
  const ends = [...new Set([first, last])].map(ipText);
  const mapped =
    typeof first === 'number' ? [`::ffff:${(first >>> 16).toString(16)}:${(first & 0xffff).toString(16)}`] : [];
  const upper = typeof first === 'number' ? [] : [ipText(first).toUpperCase()];
  return [...new Set([...ends, ...mapped, ...upper])];
}

export const examples = (): readonly IpAddresses[] =>
  (
    [
      [0x0a000000, 0x0affffff],
      [0, 0xffffffff],
      [0x0a000005, 0x0a000005],
      [0x0a000000, 0x0a0000ff],
      [0x14000000, 0xffffffff],
      ['0'.repeat(32), 'f'.repeat(32)],
      ['20010db8'.padEnd(32, '0'), '20010db8'.padEnd(32, 'f')],
      ['1'.padStart(32, '0'), '1'.padStart(32, '0')],
    ] as const
  ).map(([first, last]) => ({ kind: 'ip-addresses', first, last }));
