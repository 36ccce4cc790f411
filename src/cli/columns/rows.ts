/** Writes the rows of a column as lines: one for each, also for a row without a value, so that lines and rows have the same numbers. */

/** A value; null, or undefined, where the row has none. */
export type Value = Uint8Array | null | undefined;

/** What was read so far. */
export interface Rows {
  /** Whether the input is a table. */
  isTable: boolean;
  /** The name of the column, when it is known. */
  column: string | undefined;
  count: number;
  /** Rows with no value, or with a blank one. */
  empty: number;
  /** The first of these, counted from 1. */
  firstEmpty: number | undefined;
}

export function noRows(): Rows {
  return { isTable: false, column: undefined, count: 0, empty: 0, firstEmpty: undefined };
}

/** Bytes of a chunk, unless a single value is longer. */
const CHUNK = 1 << 20;

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const SPACE = 0x20;

/** The values of a batch need to be valid until the next one is requested. */
export async function* linesOfRows(batches: AsyncIterable<Iterable<Value>>, rows: Rows): AsyncGenerator<Buffer> {
  let out = Buffer.allocUnsafe(CHUNK);
  let length = 0;
  for await (const batch of batches) {
    for (const value of batch) {
      rows.count++;
      const size = value?.length ?? 0;
      if (length + size >= out.length) {
        if (length > 0) yield out.subarray(0, length);
        // The receiver may keep the chunk.
        out = Buffer.allocUnsafe(Math.max(CHUNK, size + 1));
        length = 0;
      }
      if (value === null || value === undefined || isBlank(value)) {
        rows.empty++;
        rows.firstEmpty ??= rows.count;
      } else {
        out.set(value, length);
        if (Buffer.from(value.buffer, value.byteOffset, size).includes(LF))
          joinLines(out.subarray(length, length + size));
        length += size;
      }
      out[length++] = LF;
    }
  }
  if (length > 0) yield out.subarray(0, length);
}

function isBlank(value: Uint8Array): boolean {
  return value.every((byte) => byte === SPACE || byte === 0x09 || byte === LF || byte === CR);
}

/**
 * Makes a value over several lines one line. In a string a line end becomes another control character, which is refused, too: the event is no
 * more valid than it was.
 */
function joinLines(value: Buffer): void {
  let inString = false;
  for (let i = 0; i < value.length; i++) {
    const byte = value[i];
    if (inString && byte === BACKSLASH) i++;
    else if (byte === QUOTE) inString = !inString;
    if (value[i] === LF) value[i] = inString ? CR : SPACE;
    else if (byte === CR && !inString) value[i] = SPACE;
  }
}
