/**
 * Numbers (ids) for texts: a text has one id under each tag. Texts are looked up by their UTF-8 bytes, so that a value of
 * an event is found without making a string. A hash table with open addressing; the texts lie in one array.
 */
import { decodeUtf8 } from '../json/utf8.ts';
import { newInts, trimmed, withIndex } from '../scan/ints.ts';

/** No text has this id. */
export const NONE = -1;
/** The bytes have a backslash: as those of a JSON string they must be decoded first. */
export const ESCAPED = -2;

/**
 * The most places of the table that a look-up tries. A text for which all of them are taken is kept in a Map, which is
 * slower, and bounds the cost of hostile texts of equal hash.
 */
const PROBES = 32;

/** The share of places that are taken in a new table, and in one that was trimmed; beyond FULL another one is made. */
const FILLED = 0.6;
const TRIMMED = 0.72;
const FULL = 0.75;

/** Random, so that texts of equal hash cannot be prepared easily. */
const SEED = (Math.random() * 2 ** 32) | 0;

/** The id of a place whose text was removed. */
const DELETED = -1;

/** In `words` a text is its tag, its length in bytes, and its bytes, four to a number. */
const HEAD = 2;

/** The length of a text with a lone surrogate, which has no UTF-8 bytes. */
const LONE = -1;

const TAILS = [0, 0xff, 0xffff, 0xffffff] as const;

export class Interned {
  /** By place: the hash of a text, and its id plus one; 0 for a place that is free. */
  private table = newInts(32);
  /** The number of places that are not free. */
  private taken = 0;
  private words = newInts(64);
  private view = viewOf(this.words);
  /** The end of the last text in `words`. */
  private end = 0;
  /** The words of removed texts. */
  private garbage = 0;
  /** By id: where the text begins in `words`; -1 for an id that is not in use. */
  private offsets = newInts(16);
  /** One more than the largest id. */
  private count = 0;
  private free: number[] = [];
  /** By tag and text: texts that the table has no place for, and texts with lone surrogates. */
  private readonly outside = new Map<string, number>();
  private readonly outsideKeys = new Map<number, string>();
  /** The length of the longest text, in bytes. */
  private longest = 0;

  /** One more than the largest id. */
  get size(): number {
    return this.count;
  }

  /** The id of a text; a new one if it has none. */
  intern(tag: number, text: string): number {
    const length = encode(text);
    const known = this.lookUp(tag, text, length);
    if (known !== NONE) return known;
    this.longest = Math.max(this.longest, length, text.length);
    if (this.taken + 1 > FULL * (this.table.length >> 1)) this.rehash(FILLED);
    const id = this.free.pop() ?? this.count++;
    this.offsets = withIndex(this.offsets, id);
    this.offsets[id] = this.store(tag, length);
    if (length === LONE) this.keepOutside(id, outsideKey(tag, text));
    else this.enter(id);
    return id;
  }

  findString(tag: number, text: string): number {
    return text.length > this.longest ? NONE : this.lookUp(tag, text, encode(text));
  }

  /** `length` is that of the text in `scratch`. */
  private lookUp(tag: number, text: string, length: number): number {
    if (length === LONE) return this.outside.get(outsideKey(tag, text)) ?? NONE;
    return this.find(hashOf(tag, scratchView, 0, length), tag, scratchView, 0, length);
  }

  /** The id of the text with these bytes; four more bytes behind them can be read. ESCAPED if they have a backslash. */
  findBytes(tag: number, view: DataView, start: number, length: number): number {
    // An escape has at most six bytes.
    if (length > 6 * this.longest) return NONE;
    const hash = hashOf(tag, view, start, length);
    if (hasBackslash) return ESCAPED;
    return length > this.longest ? NONE : this.find(hash, tag, view, start, length);
  }

  private find(hash: number, tag: number, view: DataView, start: number, length: number): number {
    const { table } = this;
    let at = placeOf(hash, table);
    for (let k = 0; k < PROBES; k++) {
      const id = (table[at + 1] as number) - 1;
      if (id === -1) return NONE;
      if (table[at] === hash && id >= 0 && this.equals(id, tag, view, start, length)) return id;
      at += 2;
      if (at === table.length) at = 0;
    }
    if (this.outside.size === 0) return NONE;
    return this.outside.get(outsideKey(tag, decoded(view, start, length))) ?? NONE;
  }

  private equals(id: number, tag: number, view: DataView, start: number, length: number): boolean {
    const { words } = this;
    let at = this.offsets[id] as number;
    if (words[at] !== tag || words[at + 1] !== length) return false;
    at += HEAD;
    const whole = start + (length & ~3);
    for (let i = start; i < whole; i += 4) if (view.getInt32(i, true) !== words[at++]) return false;
    const tail = TAILS[length & 3] as number;
    return tail === 0 || (view.getInt32(whole, true) & tail) === words[at];
  }

  /** Appends the text in `scratch` to `words`. */
  private store(tag: number, length: number): number {
    const offset = this.end;
    const size = sizeOf(length);
    // A look-up reads one number behind the text.
    this.words = withIndex(this.words, offset + size);
    this.view = viewOf(this.words);
    const { words } = this;
    words[offset] = tag;
    words[offset + 1] = length;
    for (let i = 0; i < length; i += 4) {
      const rest = length - i;
      words[offset + HEAD + (i >> 2)] = scratchView.getInt32(i, true) & (rest < 4 ? (TAILS[rest] as number) : -1);
    }
    this.end += size;
    return offset;
  }

  /** Enters a stored text into the table. */
  private enter(id: number): void {
    const { table } = this;
    const hash = this.hashOfId(id);
    let at = placeOf(hash, table);
    for (let k = 0; k < PROBES; k++) {
      if (table[at + 1] === 0) {
        table[at] = hash;
        table[at + 1] = id + 1;
        this.taken++;
        return;
      }
      at += 2;
      if (at === table.length) at = 0;
    }
    this.keepOutside(id, outsideKey(this.tagOf(id), this.textOf(id)));
  }

  private keepOutside(id: number, key: string): void {
    this.outside.set(key, id);
    this.outsideKeys.set(id, key);
  }

  tagOf(id: number): number {
    return this.words[this.offsets[id] as number] as number;
  }

  /** The UTF-8 bytes of a text; undefined for one with a lone surrogate. Valid until the next change. */
  bytesOf(id: number): Uint8Array | undefined {
    const at = this.offsets[id] as number;
    const length = this.words[at + 1] as number;
    const { buffer, byteOffset } = this.words;
    return length === LONE ? undefined : new Uint8Array(buffer, byteOffset + 4 * (at + HEAD), length);
  }

  /** A text without lone surrogates. */
  textOf(id: number): string {
    const at = this.offsets[id] as number;
    return decoded(this.view, 4 * (at + HEAD), this.words[at + 1] as number);
  }

  private hashOfId(id: number): number {
    const at = this.offsets[id] as number;
    return hashOf(this.words[at] as number, this.view, 4 * (at + HEAD), this.words[at + 1] as number);
  }

  /** The id may be given to another text. */
  remove(id: number): void {
    const key = this.outsideKeys.get(id);
    if (key === undefined) {
      const { table } = this;
      let at = placeOf(this.hashOfId(id), table);
      while (table[at + 1] !== id + 1) at = at + 2 === table.length ? 0 : at + 2;
      table[at + 1] = DELETED;
    } else {
      this.outside.delete(key);
      this.outsideKeys.delete(id);
    }
    this.garbage += sizeOf(this.words[(this.offsets[id] as number) + 1] as number);
    this.offsets[id] = -1;
    this.free.push(id);
    if (this.garbage > 1024 && 2 * this.garbage > this.end) this.compact();
  }

  /** Gives back memory that was reserved for more texts. */
  trim(): void {
    this.words = trimmed(this.words, this.end + 1);
    this.view = viewOf(this.words);
    this.offsets = trimmed(this.offsets, this.count);
    this.rehash(TRIMMED);
  }

  /** Makes a table with as many places as the texts need, without deleted ones. */
  private rehash(filled: number): void {
    const live = this.count - this.free.length;
    this.table = newInts(2 * Math.max(16, Math.ceil((live + 1) / filled)));
    this.taken = 0;
    for (let id = 0; id < this.count; id++) {
      const offset = this.offsets[id] as number;
      if (offset < 0 || this.words[offset + 1] === LONE) continue;
      const key = this.outsideKeys.get(id);
      if (key !== undefined) {
        this.outside.delete(key);
        this.outsideKeys.delete(id);
      }
      this.enter(id);
    }
  }

  /** Closes the gaps of removed texts in `words`. */
  private compact(): void {
    const old = this.words;
    this.words = newInts(Math.max(64, this.end - this.garbage + 1));
    this.view = viewOf(this.words);
    this.end = 0;
    this.garbage = 0;
    for (let id = 0; id < this.count; id++) {
      const offset = this.offsets[id] as number;
      if (offset < 0) continue;
      const size = sizeOf(old[offset + 1] as number);
      this.words.set(old.subarray(offset, offset + size), this.end);
      this.offsets[id] = this.end;
      this.end += size;
    }
  }
}

function sizeOf(length: number): number {
  return HEAD + ((Math.max(length, 0) + 3) >> 2);
}

function viewOf(words: Int32Array<ArrayBuffer>): DataView {
  return new DataView(words.buffer, words.byteOffset, words.byteLength);
}

/** The index of the first place of a hash. */
function placeOf(hash: number, table: Int32Array): number {
  return 2 * Math.floor((hash >>> 0) * ((table.length >> 1) / 2 ** 32));
}

/** Set by `hashOf`: whether the bytes have a backslash. */
let hasBackslash = false;

/** Of the bytes from `start` on; four at a time, those behind the end are masked out. */
function hashOf(tag: number, view: DataView, start: number, length: number): number {
  let hash = Math.imul(tag ^ SEED, 0x9e3779b1) ^ length;
  let marks = 0;
  const whole = start + (length & ~3);
  for (let i = start; i < whole; i += 4) {
    const four = view.getInt32(i, true);
    const backslashes = four ^ 0x5c5c5c5c;
    marks |= (backslashes - 0x01010101) & ~backslashes;
    hash = Math.imul(hash ^ four, 0x2545f491);
    hash ^= hash >>> 15;
  }
  const tail = TAILS[length & 3] as number;
  if (tail !== 0) {
    const rest = view.getInt32(whole, true) & tail;
    const backslashes = rest ^ 0x5c5c5c5c;
    marks |= (backslashes - 0x01010101) & ~backslashes;
    hash = Math.imul(hash ^ rest, 0x2545f491);
  }
  // A borrow may mark bytes above a marked one, never without one.
  hasBackslash = (marks & 0x80808080) !== 0;
  hash = Math.imul(hash ^ (hash >>> 15), 0x9e3779b1);
  return hash ^ (hash >>> 16);
}

function decoded(view: DataView, start: number, length: number): string {
  return decodeUtf8(new Uint8Array(view.buffer, view.byteOffset + start, length));
}

function outsideKey(tag: number, text: string): string {
  return `${tag}:${text}`;
}

const encoder = new TextEncoder();
let scratch = new Uint8Array(1024);
let scratchView = new DataView(scratch.buffer);

/** Up to this length the call of an encoder costs more than a loop. */
const SHORT = 64;

/** Writes a text to `scratch` as UTF-8. Returns its length; LONE for a text with a lone surrogate. */
function encode(text: string): number {
  if (3 * text.length + 4 > scratch.length) {
    scratch = new Uint8Array(3 * text.length + 4);
    scratchView = new DataView(scratch.buffer);
  }
  if (text.length <= SHORT) {
    let i = 0;
    for (; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit >= 0x80) break;
      scratch[i] = unit;
    }
    if (i === text.length) return i;
  }
  return text.isWellFormed() ? encoder.encodeInto(text, scratch).written : LONE;
}
