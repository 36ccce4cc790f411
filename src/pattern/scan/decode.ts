/** Decodes the scalars of a text. */
import { decodeUtf8 } from '../json/utf8.ts';
import { BACKSLASH, MALFORMED, MINUS, NINE, ZERO } from './bytes.ts';
import type { Text } from './text.ts';

/** The string between two quotes; `start` is behind the first and `end` before the second. */
export function stringAt(text: Text, start: number, end: number): string {
  const length = end - start;
  if (length > CACHED) return decodeString(text, start, end, true);
  const { view } = text;
  // Four bytes at a time; bytes of the last four that are behind the end are masked out.
  const whole = start + (length & ~3);
  const rest = view.getInt32(whole, true) & (TAILS[length & 3] as number);
  let hash = Math.imul(length ^ rest, 0x2545f491);
  for (let i = start; i < whole; i += 4) hash = Math.imul(hash ^ view.getInt32(i, true), 0x2545f491) ^ (hash >>> 15);
  const place = (hash ^ (hash >>> 16)) & (CACHE_SIZE - 1);
  const copy = place * CACHED;
  if (lengths[place] === length && sameBytes(view, start, whole, rest, copy)) {
    const known = cache[place];
    if (known !== undefined) return known;
    const kept = decodeString(text, start, end, false);
    cache[place] = kept;
    return kept;
  }
  cache[place] = undefined;
  lengths[place] = length;
  for (let i = start; i < whole; i += 4) copies.setInt32(copy + i - start, view.getInt32(i, true), true);
  if (length < CACHED) copies.setInt32(copy + whole - start, rest, true);
  return decodeString(text, start, end, true);
}

/**
 * A cache of strings, since events repeat them: a known string needs no memory and has its hash already. The key is the
 * bytes as in the text, including escapes. A string is kept from its second occurrence on, so that values that do not
 * repeat cost no copy. At most 16,384 strings of 64 bytes: less than 4 MB with the copies of the bytes.
 */
const CACHE_SIZE = 16384;
const CACHED = 64;
const cache: (string | undefined)[] = new Array(CACHE_SIZE).fill(undefined);
const lengths = new Uint8Array(CACHE_SIZE);
const copies = new DataView(new ArrayBuffer(CACHE_SIZE * CACHED));
const TAILS = [0, 0xff, 0xffff, 0xffffff] as const;

function sameBytes(view: DataView, start: number, whole: number, rest: number, copy: number): boolean {
  for (let i = start; i < whole; i += 4)
    if (view.getInt32(i, true) !== copies.getInt32(copy + i - start, true)) return false;
  return whole - start === CACHED || copies.getInt32(copy + whole - start, true) === rest;
}

/** `quoted` is a string with its quotes. Trusted text may contain an escape that JSON does not have. */
function decodeEscapes(quoted: Uint8Array): string {
  try {
    return JSON.parse(decodeUtf8(quoted)) as string;
  } catch {
    throw MALFORMED;
  }
}

function asciiString(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode.apply(null, bytes.subarray(start, end) as unknown as number[]);
}

/** The result may be a slice of the text, if `sliced`, which keeps the whole text of the event alive. */
function decodeString(text: Text, start: number, end: number, sliced: boolean): string {
  const { bytes, ascii } = text;
  let plain = true;
  for (let i = start; i < end; i++) {
    const c = bytes[i] as number;
    if (c === BACKSLASH) return decodeEscapes(bytes.subarray(start - 1, end + 1));
    if (c >= 0x80) plain = false;
  }
  if (sliced && ascii !== undefined) return ascii.substring(start - text.start, end - text.start);
  return plain && end - start <= 1000 ? asciiString(bytes, start, end) : decodeUtf8(bytes.subarray(start, end));
}

/**
 * The value of an integer of up to fifteen digits whose text `JSON.stringify` gives back; undefined for all other
 * numbers. Exact below 2^53.
 */
export function plainInteger(bytes: Uint8Array, start: number, end: number): number | undefined {
  const negative = bytes[start] === MINUS;
  const first = negative ? start + 1 : start;
  if (end - first > 15) return undefined;
  let value = 0;
  for (let i = first; i < end; i++) {
    const c = bytes[i] as number;
    if (c < ZERO || c > NINE) return undefined;
    value = value * 10 + c - ZERO;
  }
  if (!negative) return value;
  return value === 0 ? undefined : -value;
}

/** The text of a number, which is ASCII. Not a slice: a regular expression keeps the last string that it matched. */
export function numberText({ bytes }: Text, start: number, end: number): string {
  return end - start > 1000 ? decodeUtf8(bytes.subarray(start, end)) : asciiString(bytes, start, end);
}
