/** Event text as bytes in a buffer, and scalars out of these bytes. It knows nothing of paths or patterns. */
import { decodeUtf8 } from '../json/utf8.ts';
import { BACKSLASH, MINUS, NINE, ZERO } from './bytes.ts';

/** Reused from call to call: an event's text is read to its end before the next one comes. */
let buffer = new Uint8Array(1 << 16);
let view = new DataView(buffer.buffer);
const encoder = new TextEncoder();

/** Bytes of one text, from `start` to `end`, with a zero byte and three more behind. Valid until the next call of `bufferText`. */
export interface Text {
  readonly bytes: Uint8Array;
  /** Of the whole buffer of `bytes`, with the same offsets. */
  readonly view: DataView;
  readonly start: number;
  readonly end: number;
  /** The same characters as a string, when each byte is one code unit of it: then a value is cut out, not decoded. */
  readonly ascii: string | undefined;
}

export const emptyText: Text = { bytes: buffer, view, start: 0, end: 0, ascii: '' };

/** Copies a text; undefined for a string that UTF-8 cannot say (a lone surrogate). */
export function bufferText(source: string | Uint8Array): Text | undefined {
  if (typeof source !== 'string') {
    reserve(source.length);
    buffer.set(source);
    buffer[source.length] = 0;
    return { bytes: buffer, view, start: 0, end: source.length, ascii: undefined };
  }
  if (!source.isWellFormed()) return undefined;
  reserve(source.length * 3);
  const { written } = encoder.encodeInto(source, buffer);
  buffer[written] = 0;
  return { bytes: buffer, view, start: 0, end: written, ascii: written === source.length ? source : undefined };
}

/** What the walk may read behind a text. */
const BEHIND = 4;

/** A text of megabytes is rare: what it needed is given back with the next small one. */
const KEEP = 1 << 22;

function reserve(length: number): void {
  if (buffer.length >= length + BEHIND && (buffer.length <= KEEP || length > KEEP / 4)) return;
  buffer = new Uint8Array(Math.max(1 << 16, 2 ** Math.ceil(Math.log2(length + BEHIND))));
  view = new DataView(buffer.buffer);
}

/** The string between two quotes; `start` is behind the first and `end` before the second. */
export function stringAt(text: Text, start: number, end: number): string {
  const { bytes, ascii } = text;
  const length = end - start;
  if (length > CACHED) return longString(text, start, end);
  let hash = length;
  for (let i = start; i < end; i++) {
    const c = bytes[i] as number;
    if (c === BACKSLASH || c >= 0x80) return decode(bytes, start, end);
    hash = (Math.imul(hash, 31) + c) | 0;
  }
  const place = hash & (CACHE_SIZE - 1);
  const known = cache[place] as string;
  if (known.length === length && sameAscii(known, bytes, start)) return known;
  const string = ascii === undefined ? asciiString(bytes, start, end) : ascii.substring(start, end);
  cache[place] = string;
  return string;
}

/** The strings of events come again and again: a known one needs no memory, and brings its hash along. */
const CACHE_SIZE = 4096;
const CACHED = 64;
const cache: string[] = new Array(CACHE_SIZE).fill('');

function sameAscii(string: string, bytes: Uint8Array, start: number): boolean {
  for (let i = 0; i < string.length; i++) if (string.charCodeAt(i) !== bytes[start + i]) return false;
  return true;
}

function asciiString(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode.apply(null, bytes.subarray(start, end) as unknown as number[]);
}

function longString({ bytes, ascii }: Text, start: number, end: number): string {
  for (let i = start; i < end; i++) {
    if (bytes[i] === BACKSLASH) return decode(bytes, start, end);
  }
  return ascii === undefined ? decodeUtf8(bytes.subarray(start, end)) : ascii.substring(start, end);
}

function decode(bytes: Uint8Array, start: number, end: number): string {
  return JSON.parse(decodeUtf8(bytes.subarray(start - 1, end + 1))) as string;
}

/**
 * The value of a number, and whether `JSON.stringify` gives its text back for sure: then nobody needs the text. Integers of up to
 * fifteen digits are read in a loop, which is exact below 2^53.
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

/** The text of a number, which is ASCII. */
export function numberText({ bytes, ascii }: Text, start: number, end: number): string {
  if (ascii !== undefined) return ascii.substring(start, end);
  return end - start > 1000 ? decodeUtf8(bytes.subarray(start, end)) : asciiString(bytes, start, end);
}
