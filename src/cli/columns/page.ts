/**
 * Checks the counts and lengths in a page of texts before it is read: the reader loops as often as they say, goes back where they are
 * negative, and takes what is left out for a null.
 */
import type { PageHeader } from 'hyparquet';

/** Of a page, or of a dictionary. */
const MOST_VALUES = 1 << 24;
/** Bytes of the texts of a page, together. */
const MOST_BYTES = 1 << 30;

/** Reads numbers that are encoded as differences, which were checked. */
export type DeltaReader = (reader: { view: DataView; offset: number }, count: number, output: Int32Array) => void;

export interface PageOptions {
  readonly header: PageHeader;
  /** Decompressed, with the levels. */
  readonly bytes: Uint8Array;
  readonly isRequired: boolean;
  readonly hasDictionary: boolean;
  readonly unpack: DeltaReader;
}

/** Returns how many values are null. @throws Error for a page that the reader would misread */
export function checkPage({ header, bytes, isRequired, hasDictionary, unpack }: PageOptions): number {
  const { data_page_header: v1, data_page_header_v2: v2, dictionary_page_header: dictionary } = header;
  const page = new Page(bytes, unpack);
  const data = v1 ?? v2;
  const parts = { DATA_PAGE: v1, DATA_PAGE_V2: v2, DICTIONARY_PAGE: dictionary };
  const count = parts[header.type as keyof typeof parts]?.num_values;
  if (count === undefined || (data !== undefined && dictionary !== undefined)) {
    throw new Error('a page is neither one of values nor of a dictionary');
  }
  if (!(count >= 0 && count <= MOST_VALUES)) throw new Error(`a page has no count of values up to ${MOST_VALUES}`);
  if (data === undefined) {
    page.plain(count);
    return 0;
  }
  const levels = v2?.definition_levels_byte_length ?? (isRequired ? 0 : page.uint32());
  if (v2 !== undefined && v2.repetition_levels_byte_length !== 0) throw new Error('a page has levels of lists');
  if (isRequired && levels !== 0) throw new Error('a page has levels, and no value may be null');
  const present = isRequired ? count : page.levels(levels, count);
  if (v2 !== undefined && v2.num_nulls !== count - present) throw new Error('a page has another count of nulls');
  if (present > 0) page.values(data.encoding, present, hasDictionary);
  return count - present;
}

class Page {
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private readonly unpack: DeltaReader;
  private at = 0;

  constructor(bytes: Uint8Array, unpack: DeltaReader) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.unpack = unpack;
  }

  uint32(): number {
    this.need(4);
    this.at += 4;
    return this.view.getUint32(this.at - 4, true);
  }

  values(encoding: string | undefined, count: number, hasDictionary: boolean): void {
    switch (encoding) {
      case 'PLAIN':
        this.plain(count);
        break;
      case 'PLAIN_DICTIONARY':
      case 'RLE_DICTIONARY':
        if (!hasDictionary) throw new Error('a page needs a dictionary, and there is none before it');
        this.places(count);
        break;
      case 'DELTA_LENGTH_BYTE_ARRAY':
        this.texts(this.differences(count));
        break;
      case 'DELTA_BYTE_ARRAY': {
        const shared = this.differences(count);
        this.texts(this.differences(count), shared);
        break;
      }
      default:
        throw new Error(`a page has texts in ${encoding ?? 'no known encoding'}, which is not read`);
    }
  }

  /** In the dictionary. */
  private places(count: number): void {
    const width = this.byte();
    if (width > 32) throw new Error('a page has places of more than 32 bits');
    this.runs(this.bytes.length, width, count);
  }

  /** Each text behind its length. */
  plain(count: number): void {
    for (let i = 0; i < count; i++) {
      const length = this.uint32();
      this.need(length);
      this.at += length;
    }
    if (this.at !== this.bytes.length) throw new Error('a page has another length than its texts');
  }

  /** Bits that say which values are there. Returns how many are. */
  levels(length: number, count: number): number {
    this.need(length);
    const end = this.at + length;
    const present = this.runs(end, 1, count);
    this.at = end;
    return present;
  }

  /** Runs of equal numbers, and packed ones. Returns how many are 1, if they are bits. */
  private runs(end: number, width: number, count: number): number {
    let ones = 0;
    for (let seen = 0; seen < count; ) {
      const head = this.varint();
      const isPacked = head % 2 === 1;
      const length = isPacked ? Math.floor(head / 2) * 8 : head / 2;
      const left = count - seen;
      // A packed run is filled up. Without bits it has no bytes that limit it.
      const most = !isPacked ? left : width > 0 ? Number.POSITIVE_INFINITY : left + 7;
      if (length > most) throw new Error('a run has more values than its page');
      const used = Math.min(length, left);
      const size = isPacked ? Math.ceil((used * width) / 8) : Math.ceil(width / 8);
      if (size > end - this.at) throw new Error('a run is longer than its page');
      if (isPacked && width === 1) ones += this.bitsIn(used);
      if (!isPacked && width > 0) {
        const value = this.number(size);
        if (value >= 2 ** width) throw new Error('a run has a number of too many bits');
        ones += value === 1 ? used : 0;
      }
      this.at += isPacked ? Math.ceil((length * width) / 8) : size;
      seen += used;
    }
    return ones;
  }

  private bitsIn(count: number): number {
    let ones = 0;
    for (let i = 0; i < count; i++) ones += ((this.bytes[this.at + (i >> 3)] as number) >> (i & 7)) & 1;
    return ones;
  }

  private number(size: number): number {
    let value = 0;
    for (let i = 0; i < size; i++) value += (this.bytes[this.at + i] as number) * 2 ** (8 * i);
    return value;
  }

  /** Numbers in blocks of small ones, each the difference to the one before. */
  private differences(count: number): Int32Array {
    const start = this.at;
    const size = this.varint();
    const parts = this.varint();
    const total = this.varint();
    this.varint();
    const each = size / parts;
    // Lengths of miniblocks are multiples of 32.
    if (!(parts > 0 && each > 0 && each % 32 === 0)) throw new Error('a page has blocks of no size');
    if (total !== count) throw new Error('a page has another count of lengths than of values');
    for (let seen = 1; seen < count; ) {
      this.varint();
      this.need(parts);
      const widths = this.at;
      this.at += parts;
      for (let i = 0; i < parts && seen < count; i++, seen += each) {
        const length = (each / 8) * (this.bytes[widths + i] as number);
        this.need(length);
        this.at += length;
      }
    }
    const output = new Int32Array(count);
    this.unpack({ view: this.view, offset: start }, count, output);
    return output;
  }

  /** The texts behind their lengths. With `shared`, each leaves out how much it shares with the beginning of the one before. */
  private texts(lengths: Int32Array, shared?: Int32Array): void {
    let before = 0;
    let total = 0;
    let all = 0;
    for (const [i, length] of lengths.entries()) {
      const same = shared?.[i] ?? 0;
      if (length < 0 || same < 0 || same > before) throw new Error('a page has a text of a wrong length');
      before = same + length;
      total += length;
      all += before;
    }
    if (total !== this.bytes.length - this.at) throw new Error('a page has another length than its texts');
    if (all > MOST_BYTES) throw new Error('a page has texts of more than 1 GB');
  }

  private varint(): number {
    let value = 0;
    for (let i = 0; i < 5; i++) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** (7 * i);
      if (byte < 0x80) return value;
    }
    throw new Error('a page has a count of more than 32 bits');
  }

  private byte(): number {
    this.need(1);
    return this.bytes[this.at++] as number;
  }

  private need(length: number): void {
    if (length > this.bytes.length - this.at) throw new Error('a page ends too soon');
  }
}
