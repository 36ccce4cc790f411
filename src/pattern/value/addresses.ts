/**
 * IPv4 addresses and blocks as unsigned 32-bit numbers. The only file that imports ipaddr.js, which reads the operands
 * of patterns. Strings of events are read by a loop, which a property test compares with ipaddr.js.
 */
import ipaddr from 'ipaddr.js';

/** A block of addresses, first and last included. */
export interface Block {
  readonly first: number;
  readonly last: number;
}

export type BlockProblem = { readonly kind: 'ipv6' } | { readonly kind: 'syntax'; readonly problem: string };

export interface BlockText extends Block {
  readonly masked: boolean;
  /** Whether the address has bits beyond the mask, which are ignored. */
  readonly hostBits: boolean;
  /** The block with its mask and without bits beyond it; without a mask the address as written. */
  readonly canonical: string;
}

/** A longer text is no block, and no fix makes it one. */
export const LONGEST_BLOCK = 100;
const NO_ADDRESS = 'an address is four parts from 0 to 255, divided by dots';

/** Reads `a.b.c.d` or `a.b.c.d/n`. `zeros`: whether `010` reads as 10, as in commons-net; never octal. */
export function readBlock(text: string, zeros: boolean): BlockText | BlockProblem {
  // ipaddr.js should not read megabytes.
  if (text.length > LONGEST_BLOCK) return { kind: 'syntax', problem: NO_ADDRESS };
  const slash = text.indexOf('/');
  const addressText = slash < 0 ? text : text.slice(0, slash);
  const address = readAddress(addressText, zeros);
  if (address === undefined) return blockProblem(text, addressText);
  if (slash < 0) return { first: address, last: address, masked: false, hostBits: false, canonical: addressText };
  const maskText = text.slice(slash + 1);
  const bits = /^[0-9]{1,2}$/.test(maskText) ? Number(maskText) : 33;
  if (bits > 32) return { kind: 'syntax', problem: 'after the slash comes the number of leading bits, 0 to 32' };
  const size = 2 ** (32 - bits);
  const first = Math.floor(address / size) * size;
  return {
    first,
    last: first + size - 1,
    masked: true,
    hostBits: first !== address,
    canonical: `${addressOf(first)}/${bits}`,
  };
}

/** Leading zeros are removed first: ipaddr.js reads them as octal, which no engine of this language does. */
export function readAddress(text: string, zeros: boolean): number | undefined {
  const decimal = zeros && /^[0-9]{1,3}(\.[0-9]{1,3}){3}$/.test(text) ? text.replace(/\b0+(?=[0-9])/g, '') : text;
  if (!ipaddr.IPv4.isValidFourPartDecimal(decimal)) return undefined;
  return ipaddr.IPv4.parse(decimal).octets.reduce((number, octet) => number * 256 + octet, 0);
}

function blockProblem(text: string, address: string): BlockProblem {
  if (ipaddr.IPv6.isValid(address)) return { kind: 'ipv6' };
  const [from, to, ...more] = text.split('-').map((part) => readAddress(part.trim(), false));
  if (from !== undefined && to !== undefined && more.length === 0) {
    return { kind: 'syntax', problem: 'a range of addresses is written as a block' };
  }
  if (/(^|\.)0[0-9]/.test(address)) return { kind: 'syntax', problem: 'a part has a leading zero' };
  return { kind: 'syntax', problem: NO_ADDRESS };
}

/**
 * The fewest blocks that together are a range of addresses, first and last included; undefined for more than `most`.
 */
export function blocksOf(first: number, last: number, most: number): readonly string[] | undefined {
  const blocks: string[] = [];
  for (let from = first; from <= last; ) {
    let bits = 32;
    while (bits > 0 && from % 2 ** (33 - bits) === 0 && from + 2 ** (33 - bits) - 1 <= last) bits--;
    if (blocks.length === most) return undefined;
    blocks.push(bits === 32 ? addressOf(from) : `${addressOf(from)}/${bits}`);
    from += 2 ** (32 - bits);
  }
  return blocks.length === 0 ? undefined : blocks;
}

export function addressOf(number: number): string {
  return `${number >>> 24}.${(number >>> 16) & 255}.${(number >>> 8) & 255}.${number & 255}`;
}

/**
 * The address in a string, or -1. A loop over characters, since it runs once for each event and ipaddr.js takes fifteen
 * times as long. `zeros`: whether parts may have leading zeros, up to three digits.
 */
export function addressIn(text: string, zeros: boolean): number {
  if (text.length < 7 || text.length > 15) return -1;
  let address = 0;
  let part = 0;
  let digits = 0;
  let parts = 1;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x2e) {
      if (digits === 0 || parts === 4) return -1;
      address = address * 256 + part;
      part = 0;
      digits = 0;
      parts++;
    } else if (code >= 0x30 && code <= 0x39) {
      if (digits === 3 || (digits > 0 && part === 0 && !zeros)) return -1;
      part = part * 10 + code - 0x30;
      if (part > 255) return -1;
      digits++;
    } else {
      return -1;
    }
  }
  return parts === 4 && digits > 0 ? address * 256 + part : -1;
}

/** The common beginning of all addresses from first to last, written without leading zeros. */
export function sharedText(first: number, last: number): string {
  if (first === last) return addressOf(first);
  const [low, high] = [addressOf(first).split('.'), addressOf(last).split('.')];
  const shared = low.findIndex((part, i) => part !== high[i]);
  return low
    .slice(0, shared)
    .map((part) => `${part}.`)
    .join('');
}
