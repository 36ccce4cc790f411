/**
 * Turns events in other containers into lines: arrays of events, events over several lines, concatenated events, and text sequences. White
 * space between tokens is removed; all other bytes are kept. It reads brackets and quotes only, and leaves errors to the evaluation of
 * lines.
 */
import { CR, LF } from './cut.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_MAP = 0x7b;
const CLOSE_MAP = 0x7d;
/** RFC 7464: precedes each text. */
const RS = 0x1e;

export class ValueScanner {
  /** The number of open brackets in the value. */
  private depth = 0;
  private inString = false;
  private escaped = false;
  /** Inside the array whose elements are events. */
  private inList = false;
  /** Inside a value. */
  private inValue = false;
  /** After a value, where a comma is required, allowed or refused. */
  private afterValue = false;
  private afterComma = false;
  private mark = 0;

  /** The lines of a chunk, as far as they are complete. Valid until the next call. */
  push(chunk: Uint8Array): Buffer {
    // At most one line end before and after each byte.
    const out = Buffer.allocUnsafe(chunk.length * 3 + 2);
    let length = 0;
    const put = (byte: number): void => {
      out[length++] = byte;
    };
    const close = (): void => {
      if (this.inValue) put(LF);
      this.inValue = false;
      this.depth = 0;
      this.inString = this.escaped = false;
    };
    /** A misplaced byte becomes a line of its own, which is then refused. */
    const misplaced = (byte: number): void => {
      put(byte);
      put(LF);
    };
    for (const byte of chunk) {
      // A byte order mark at the beginning is not a part of the first value.
      if (this.mark < 3) {
        if (byte === BOM[this.mark]) {
          this.mark++;
          continue;
        }
        this.mark = 3;
      }
      if (this.inString) {
        // A line end inside a string becomes another control character, which is refused, too, so that the line stays whole.
        put(byte === LF ? CR : byte);
        if (this.escaped) this.escaped = false;
        else if (byte === BACKSLASH) this.escaped = true;
        else if (byte === QUOTE) this.inString = false;
        if (!this.inString && this.depth === 0) this.ended(close);
        continue;
      }
      if (byte === RS) {
        close();
        continue;
      }
      const blank = byte === 0x20 || byte === 0x09 || byte === LF || byte === CR;
      if (this.depth > 0) {
        if (blank) continue;
        put(byte);
        if (byte === QUOTE) this.inString = true;
        else if (byte === OPEN_MAP || byte === OPEN_LIST) this.depth++;
        else if ((byte === CLOSE_MAP || byte === CLOSE_LIST) && --this.depth === 0) this.ended(close);
        continue;
      }
      const ends = blank || byte === COMMA || byte === CLOSE_LIST || byte === OPEN_MAP || byte === OPEN_LIST;
      if (this.inValue && ends) this.ended(close);
      if (blank) continue;
      if (byte === CLOSE_LIST && this.inList) {
        if (this.afterComma) misplaced(COMMA);
        this.inList = this.afterValue = this.afterComma = false;
      } else if (byte === COMMA && this.inList && this.afterValue) {
        this.afterValue = false;
        this.afterComma = true;
      } else if (byte === OPEN_LIST && !this.inList) {
        this.inList = true;
        this.afterValue = this.afterComma = false;
      } else if (byte === COMMA || byte === CLOSE_LIST || byte === CLOSE_MAP) {
        misplaced(byte);
      } else {
        // In an array a comma is required between two values.
        if (this.inList && this.afterValue) misplaced(COMMA);
        this.afterValue = this.afterComma = false;
        this.inValue = true;
        put(byte);
        if (byte === QUOTE) this.inString = true;
        else if (byte === OPEN_MAP || byte === OPEN_LIST) this.depth = 1;
      }
    }
    return out.subarray(0, length);
  }

  /** The rest at the end; an unclosed array becomes a line that is no event. */
  end(): Buffer {
    const rest = this.inList ? `${this.inValue ? '\n' : ''}[\n` : this.inValue ? '\n' : '';
    this.inList = this.inValue = false;
    return Buffer.from(rest);
  }

  private ended(close: () => void): void {
    close();
    this.afterValue = true;
    this.afterComma = false;
  }
}

const BOM = [0xef, 0xbb, 0xbf];

export async function* linesOfValues(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const values = new ValueScanner();
  for await (const chunk of chunks) {
    const lines = values.push(chunk);
    if (lines.length > 0) yield lines;
  }
  const rest = values.end();
  if (rest.length > 0) yield rest;
}
