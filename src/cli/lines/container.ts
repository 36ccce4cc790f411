/** Detects the form of an input by its first value: an event on each line, a sequence of values, or an array. */
import { readJson } from '../../json.ts';
import { MAX_FILE } from '../files/source.ts';
import { Failure } from '../findings/failure.ts';
import { refuseFilterLine } from '../patterns/filter-line.ts';
import { LF } from './cut.ts';
import { type EventInput, joined } from './input.ts';
import { linesOfValues } from './values.ts';

export type Container = 'lines' | 'values';

/** As `--input` requires; without it, as detected by the first value. @throws Failure for output of `filter --ids` */
export async function inContainer(input: EventInput, wanted: Container | undefined, most: number): Promise<EventInput> {
  if (input.rows !== undefined && wanted === 'values') throw notValues(input.name);
  if (wanted === 'lines' || input.rows !== undefined) return input;
  if (wanted === 'values') return asLines(input, () => input.chunks());
  const chunks = input.chunks();
  const iterator = chunks[Symbol.asyncIterator]();
  const head: Buffer[] = [];
  const first = new FirstValue();
  let length = 0;
  let found: Container | 'other' | undefined;
  while (found === undefined) {
    const { done, value } = await iterator.next();
    if (done) break;
    const chunk = Buffer.from(value);
    head.push(chunk);
    length += chunk.length;
    // Standard input turns out to be a table with its first chunk.
    if (input.rows !== undefined) found = 'lines';
    else found = first.push(chunk) ?? (length > Math.min(most, MAX_FILE) ? 'other' : undefined);
  }
  refuseFilterLine(input.name, first.text);
  const isValues = found === 'values';
  // A plain file is read again from its beginning, in ranges.
  if (input.plain && !isValues) {
    await iterator.return?.();
    return input;
  }
  const again = (): AsyncIterable<Buffer> => joined(head, iterator);
  return isValues ? asLines(input, again) : { ...input, chunks: again };
}

function notValues(name: string): Failure {
  return new Failure({ file: name, message: 'each row is an event, and `--input values` is for text' });
}

/** Values as lines; the function returns the chunks. */
export function asLines(input: EventInput, chunks: () => AsyncIterable<Buffer>): EventInput {
  return { ...input, plain: false, values: true, chunks: () => linesOfValues(chunks()) };
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_MAP = 0x7b;
const CLOSE_MAP = 0x7d;
/** RFC 7464: precedes each text. */
const RS = 0x1e;

/** White space of JSON, and the three bytes of a byte order mark, which are refused elsewhere. */
const BLANKS: ReadonlySet<number> = new Set([0x20, 0x09, LF, 0x0d, 0xef, 0xbb, 0xbf]);

/** Reads each byte once. `single`: a value that nothing follows is one event, not a line. */
export class FirstValue {
  private state: 'before' | 'inside' | 'behind' = 'before';
  private depth = 0;
  private inString = false;
  private escaped = false;
  /** Whether the value contains a line end; after the value, whether a line end has followed. */
  private overLines = false;
  private lineEnded = false;
  private bytes: Buffer[] = [];
  /** The text of a complete object. */
  text = '';
  private readonly single: boolean;

  constructor({ single = false }: { readonly single?: boolean } = {}) {
    this.single = single;
  }

  get isMissing(): boolean {
    return this.state === 'before';
  }

  /** Undefined until it is decided; `other` when the input begins like no event. */
  push(chunk: Buffer): Container | 'other' | undefined {
    let start = 0;
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i] as number;
      if (this.state === 'before') {
        if (BLANKS.has(byte)) continue;
        if (byte === OPEN_LIST || byte === RS) return 'values';
        if (byte !== OPEN_MAP) return 'other';
        this.state = 'inside';
        start = i;
      }
      const found = this.state === 'behind' ? this.behind(byte) : this.inside(byte, chunk.subarray(start, i + 1));
      if (found !== undefined) return found;
    }
    if (this.state === 'inside') this.bytes.push(chunk.subarray(start));
    return undefined;
  }

  private inside(byte: number, soFar: Buffer): Container | 'other' | undefined {
    if (this.inString) {
      // A string has no line end: the line is broken.
      if (byte === LF) return 'other';
      if (this.escaped) this.escaped = false;
      else if (byte === BACKSLASH) this.escaped = true;
      else if (byte === QUOTE) this.inString = false;
    } else if (byte === LF) this.overLines = true;
    else if (byte === QUOTE) this.inString = true;
    else if (byte === OPEN_MAP || byte === OPEN_LIST) this.depth++;
    else if ((byte === CLOSE_MAP || byte === CLOSE_LIST) && --this.depth === 0) {
      this.bytes.push(soFar);
      this.state = 'behind';
      this.text = new TextDecoder().decode(Buffer.concat(this.bytes));
      const isObject = readJson(this.text).node?.kind === 'object';
      this.bytes = [];
      if (!isObject) return 'other';
      if (this.overLines && !this.single) return 'values';
    }
    return undefined;
  }

  private behind(byte: number): Container | 'other' | undefined {
    if (byte === LF) {
      if (!this.single) return 'lines';
      this.lineEnded = true;
    }
    if (BLANKS.has(byte)) return undefined;
    if (this.overLines || ((byte === OPEN_MAP || byte === RS) && !this.lineEnded)) return 'values';
    return this.lineEnded ? 'lines' : 'other';
  }
}
