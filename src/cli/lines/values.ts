/**
 * Events that are not one a line, turned into lines: arrays of events, events over several lines, one after the other, and text
 * sequences. White space between tokens goes; everything else stays byte for byte. It looks at brackets and quotes, and leaves it to the
 * judge of lines to say what is no event.
 */
import { CR, LF } from './cut.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_MAP = 0x7b;
const CLOSE_MAP = 0x7d;
/** RFC 7464: begins a text. */
const RS = 0x1e;

export class Values {
  /** Brackets that are open in the value. */
  private depth = 0;
  private inString = false;
  private escaped = false;
  /** Inside the array whose elements are events. */
  private inList = false;
  /** Something of a value has come, and its end has not. */
  private inValue = false;
  /** Where a comma must come, may come, or must not. */
  private afterValue = false;
  private afterComma = false;
  private mark = 0;

  /** The lines of a chunk, as far as they are known. It is valid until the next call. */
  push(chunk: Uint8Array): Buffer {
    // At most one line end more than bytes, before and behind each of them.
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
    /** A byte that has no place there, as a line of its own: the judge refuses it. */
    const misplaced = (byte: number): void => {
      put(byte);
      put(LF);
    };
    for (const byte of chunk) {
      // A byte order mark before everything is no part of it.
      if (this.mark < 3) {
        if (byte === BOM[this.mark]) {
          this.mark++;
          continue;
        }
        this.mark = 3;
      }
      if (this.inString) {
        // No string has a line end: as another control character it is refused, and the line stays whole.
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
        // In a list a comma stands between two values.
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

  /** What is left at the end; an array that is not closed is a line that is no event. */
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
  const values = new Values();
  for await (const chunk of chunks) {
    const lines = values.push(chunk);
    if (lines.length > 0) yield lines;
  }
  const rest = values.end();
  if (rest.length > 0) yield rest;
}
