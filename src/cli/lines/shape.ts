/** Finds out whether an input has an event on each line, or is one event. */
import { readJson } from '../../index.ts';
import { Failure } from '../failure.ts';
import { MAX_FILE } from '../read/source.ts';
import { size } from '../render/amounts.ts';
import { LF } from './cut.ts';
import { type Input, joined } from './input.ts';

export type Shape =
  | { readonly kind: 'lines'; readonly input: Input }
  /** One event, over one line or several. */
  | { readonly kind: 'one'; readonly name: string; readonly bytes: Buffer };

/**
 * Names that end in `.ndjson` or `.jsonl` (and `.gz`, `.zst`) say that there are lines. Else there are when the first line that is not empty is
 * an object by itself and more follows, and when there is nothing at all.
 * @throws Failure for one event of more than `most` bytes, and for what cannot be read
 */
export async function shapeOf(input: Input, most: number): Promise<Shape> {
  if (/\.(?:ndjson|jsonl)(?:\.gz|\.zst)?$/i.test(input.name)) return { kind: 'lines', input };
  const chunks = input.chunks();
  const iterator = chunks[Symbol.asyncIterator]();
  const head: Buffer[] = [];
  const first = new FirstLine();
  let length = 0;
  for (;;) {
    const { done, value } = await iterator.next();
    if (done) break;
    head.push(Buffer.from(value));
    length += value.length;
    if (first.push(head.at(-1) as Buffer)) {
      return { kind: 'lines', input: { ...input, chunks: () => joined(head, iterator) } };
    }
    if (length > most) {
      throw new Failure({
        message: `\`${input.name}\` has no event on its first line, and is too large for one event (${size(most)}; see --max-line)`,
      });
    }
  }
  if (first.isMissing) return { kind: 'lines', input: { ...input, chunks: () => joined([], iterator) } };
  return { kind: 'one', name: input.name, bytes: Buffer.concat(head) };
}

/** The first line that is not empty, in chunks that are each looked at once. */
class FirstLine {
  private state: 'before' | 'inside' | 'behind' | 'decided' = 'before';
  private parts: Buffer[] = [];

  get isMissing(): boolean {
    return this.state === 'before';
  }

  /** Whether it is an event by itself, and more follows. */
  push(chunk: Buffer): boolean {
    let at = 0;
    if (this.state === 'before') {
      at = skipBlanks(chunk, 0);
      if (at === chunk.length) return false;
      this.state = 'inside';
    }
    if (this.state === 'inside') {
      const end = chunk.indexOf(LF, at);
      this.parts.push(chunk.subarray(at, end < 0 ? chunk.length : end));
      if (end < 0) return false;
      this.state = 'behind';
      at = end + 1;
    }
    if (this.state !== 'behind' || skipBlanks(chunk, at) === chunk.length) return false;
    this.state = 'decided';
    const line = Buffer.concat(this.parts);
    this.parts = [];
    // What is too large for values is said to be bad when it is judged.
    if (line.length > MAX_FILE) return true;
    const { node } = readJson(new TextDecoder().decode(line));
    return node?.kind === 'object';
  }
}

/** White space of JSON, and the three bytes of a byte order mark, which is none anywhere else either. */
function skipBlanks(chunk: Buffer, start: number): number {
  let at = start;
  while (at < chunk.length && BLANKS.has(chunk[at] as number)) at++;
  return at;
}

const BLANKS: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf]);
