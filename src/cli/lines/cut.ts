/** Cuts chunks of bytes into whole lines. Independent of their contents. */

export const LF = 10;
export const CR = 13;

/**
 * Receives whole lines, one after another, with their line ends; only the last line of a file may have none. `offset` is the place of
 * `bytes[start]` in the file. The bytes are valid during the call. Returns false when it needs no more.
 */
export type TakeLines = (bytes: Buffer, start: number, end: number, offset: number) => boolean;

export interface Range {
  /** A line belongs to the range in which it begins. Without `from`, the first byte begins a line. */
  readonly from?: number;
  readonly until?: number;
}

export class Cutter {
  /** The range is finished, or the receiver needs no more. */
  done = false;
  private readonly take: TakeLines;
  private readonly longest: number;
  private readonly until: number;
  /** Before the first line that begins in the range. */
  private skipping: boolean;
  /** After the kept beginning of a line that is too long. */
  private dropping = false;
  /** The beginning of a line whose end has not arrived. */
  private pieces: Buffer[] = [];
  private length = 0;
  private offset = 0;

  /**
   * A line of more than `maxLine` bytes without its end is passed on truncated, still longer than `maxLine`, and no more of it is kept in
   * memory. A range that does not begin the file is fed from the byte before it.
   */
  constructor(take: TakeLines, maxLine: number, { from = 0, until = Number.POSITIVE_INFINITY }: Range = {}) {
    this.take = take;
    // Its line end may be two bytes.
    this.longest = maxLine + 2;
    this.skipping = from > 0;
    this.until = until;
  }

  /**
   * `offset` is the place of the chunk in the file. The chunk may be reused after the call. Returns the number of its last
   * bytes, at most `again`, that must begin the next chunk: the beginning of a line, which is then not copied.
   */
  push(chunk: Buffer, offset: number, again = 0): number {
    if (this.done) return 0;
    let at = 0;
    if (this.skipping || this.dropping || this.length > 0) {
      at = chunk.indexOf(LF) + 1;
      if (this.length > 0) this.keep(chunk, 0, at === 0 ? chunk.length : at, offset, at > 0);
      if (at > 0) this.skipping = this.dropping = false;
      // No line begins in a range without a line end.
      else if (this.skipping && offset + chunk.length >= this.until) this.done = true;
      if (at === 0) return 0;
    }
    if (offset + at >= this.until) this.done = true;
    if (this.done) return 0;
    // The first line end at or after the last byte of the range ends its last line.
    const beyond = this.until - 1 - offset;
    const close = chunk.length > beyond ? chunk.indexOf(LF, Math.max(at, beyond)) : -1;
    const end = (close >= 0 ? close : chunk.lastIndexOf(LF)) + 1;
    if (end > at) this.done = !this.take(chunk, at, end, offset + at);
    if (close >= 0) this.done = true;
    const rest = Math.max(at, end);
    const left = chunk.length - rest;
    if (this.done || left === 0) return 0;
    if (left <= again) return left;
    this.keep(chunk, rest, chunk.length, offset + rest, false);
    return 0;
  }

  /** Ends the last line of the file. */
  end(): void {
    if (!this.done && this.length > 0) this.release();
    this.done = true;
  }

  private keep(chunk: Buffer, start: number, end: number, offset: number, whole: boolean): void {
    if (this.length === 0) this.offset = offset;
    const space = this.longest - this.length;
    // The caller may reuse the chunk.
    this.pieces.push(Buffer.from(chunk.subarray(start, Math.min(end, start + space))));
    this.length += Math.min(end - start, space);
    if (end - start > space) this.dropping = !whole;
    if (whole || end - start > space) this.release();
  }

  private release(): void {
    const line = this.pieces.length === 1 ? (this.pieces[0] as Buffer) : Buffer.concat(this.pieces, this.length);
    this.pieces = [];
    this.length = 0;
    if (!this.take(line, 0, line.length, this.offset)) this.done = true;
  }
}
