/**
 * Addresses of both families as event-ruler reads them. An IPv6 address in `::ffff:0:0/96` is the IPv4 address. Parts may have leading
 * zeros, which are decimal in IPv4.
 */
import { addressOf } from './addresses.ts';

/** An IPv4 address as a number, or an IPv6 address as 32 lower-case hexadecimal digits. */
export type Address = number | string;

/** A block of addresses of one family, first and last included. */
export interface IpBlock {
  readonly first: Address;
  readonly last: Address;
  /** Whether the address has bits beyond the mask, which are ignored. */
  readonly hostBits: boolean;
  /** The block with its mask and without bits beyond it. */
  readonly canonical: string;
}

/** The address in a string; undefined if it is none. */
export function ipAddressIn(text: string): Address | undefined {
  const v4 = ipv4In(text);
  if (v4 >= 0) return v4;
  const v6 = ipv6In(text);
  if (v6 === undefined) return undefined;
  return v6.startsWith(MAPPED) ? Number.parseInt(v6.slice(MAPPED.length), 16) : v6;
}

/** The shortest and the longest text of an IPv4 address: parts may have any number of leading zeros. */
const SHORTEST = 7;
const LONGEST = 15;

/** The IPv4 address in a string, or -1. */
function ipv4In(text: string): number {
  if (text.length < SHORTEST || text.length > LONGEST) return -1;
  let address = 0;
  let part = -1;
  let parts = 1;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x2e) {
      if (part < 0 || parts === 4) return -1;
      address = address * 256 + part;
      part = -1;
      parts++;
    } else if (code >= 0x30 && code <= 0x39) {
      part = (part < 0 ? 0 : part * 10) + code - 0x30;
      if (part > 255) return -1;
    } else return -1;
  }
  return parts === 4 && part >= 0 ? address * 256 + part : -1;
}

const MAPPED = `${'0'.repeat(20)}ffff`;
const GROUPS = 8;

function ipv6In(text: string): string | undefined {
  // The shortest address is `::`.
  if (text.length < 2 || !text.includes(':')) return undefined;
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [before, after] = halves.map(groupsOf);
  if (before === undefined) return undefined;
  if (halves.length === 1) return before.length === GROUPS ? before.join('') : undefined;
  if (after === undefined) return undefined;
  const missing = GROUPS - before.length - after.length;
  return missing < 1 ? undefined : before.join('') + '0000'.repeat(missing) + after.join('');
}

/** The groups of a part of an address, four digits each. */
function groupsOf(text: string): readonly string[] | undefined {
  if (text === '') return [];
  const groups: string[] = [];
  for (const group of text.split(':')) {
    const digits = /^0*([0-9a-f]{1,4})$/i.exec(group)?.[1];
    if (digits === undefined || groups.length === GROUPS) return undefined;
    groups.push(digits.toLowerCase().padStart(4, '0'));
  }
  return groups;
}

/** Reads `address/n`; a problem as the end of a sentence. */
export function readIpBlock(text: string): IpBlock | { readonly problem: string } {
  let end = text.length;
  while (text[end - 1] === '/') end--;
  const [address, mask, ...more] = text.slice(0, end).split('/');
  if (mask === undefined || more.length > 0) return { problem: 'a block is an address, a slash and a number of bits' };
  const base = ipAddressIn(address as string);
  if (base === undefined) {
    return { problem: 'before the slash comes an IPv4 address of four parts, or an IPv6 address of eight groups' };
  }
  const width = typeof base === 'number' ? 32 : 128;
  const bits = /^\+?0*[0-9]{1,3}$/.test(mask) ? Number(mask) : width;
  if (bits >= width) return { problem: `after the slash comes a number of bits from 0 to ${width - 1}` };
  const number = BigInt(typeof base === 'number' ? base : `0x${base}`);
  const size = 1n << BigInt(width - bits);
  const first = number - (number % size);
  const [low, high] = [first, first + size - 1n].map((one) => addressFrom(one, width)) as [Address, Address];
  return { first: low, last: high, hostBits: first !== number, canonical: `${ipText(low)}/${bits}` };
}

function addressFrom(number: bigint, width: number): Address {
  return width === 32 ? Number(number) : number.toString(16).padStart(32, '0');
}

/** The next address of the family; undefined behind the last one. */
export function addressAfter(address: Address): Address | undefined {
  if (typeof address === 'number') return address < 0xffffffff ? address + 1 : undefined;
  const next = (BigInt(`0x${address}`) + 1n).toString(16).padStart(32, '0');
  return next.length > 32 ? undefined : next;
}

export function isInBlock({ first, last }: Pick<IpBlock, 'first' | 'last'>, address: Address | undefined): boolean {
  // Addresses of different families are of different types, and digits of one length compare like numbers.
  if (typeof address !== typeof first || address === undefined) return false;
  return address >= first && address <= last;
}

/** The shortest usual text of an address. */
export function ipText(address: Address): string {
  if (typeof address === 'number') return addressOf(address);
  const groups = (address.match(/.{4}/g) ?? []).map((group) => group.replace(/^0{1,3}/, ''));
  let best = { at: 0, length: 0 };
  for (let at = 0; at < GROUPS; at++) {
    let length = 0;
    while (groups[at + length] === '0') length++;
    if (length > best.length) best = { at, length };
  }
  if (best.length === 0) return groups.join(':');
  return `${groups.slice(0, best.at).join(':')}::${groups.slice(best.at + best.length).join(':')}`;
}
