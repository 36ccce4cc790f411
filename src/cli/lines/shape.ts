/** Finds out whether an input has an event on each line, or is one event. */
import { readJson } from '../../index.ts';
import { Failure } from '../failure.ts';
import { size } from '../render/amounts.ts';
import { LF } from './cut.ts';
import type { Input } from './input.ts';

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
  let head: Buffer[] = [];
  let length = 0;
  let several: boolean | undefined;
  for (;;) {
    const { done, value } = await iterator.next();
    if (done) break;
    head.push(Buffer.from(value));
    length += value.length;
    // The first line is looked at when it may be there as a whole.
    if (several === undefined && (head.length === 1 || value.includes(LF))) {
      head = [Buffer.concat(head)];
      several = areLines(head[0] as Buffer);
    }
    if (several === true) return { kind: 'lines', input: { ...input, chunks: () => joined(head, iterator) } };
    if (length > most) {
      throw new Failure({
        message: `\`${input.name}\` has no event on its first line, and is too large for one event (${size(most)}; see --max-line)`,
      });
    }
  }
  const bytes = Buffer.concat(head);
  if (textOf(bytes).trim() === '') return { kind: 'lines', input: { ...input, chunks: () => joined([], iterator) } };
  return { kind: 'one', name: input.name, bytes };
}

/** Undefined while it cannot be known. */
function areLines(bytes: Buffer): boolean | undefined {
  const [, first, rest] = /^\s*(\S[^\n]*)\n([\s\S]*)$/.exec(textOf(bytes)) ?? [];
  if (first === undefined || rest === undefined || rest.trim() === '') return undefined;
  const { node, problem } = readJson(first);
  return problem === undefined && node.kind === 'object';
}

function textOf(bytes: Buffer): string {
  return new TextDecoder().decode(bytes);
}

async function* joined(head: readonly Buffer[], rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield* head;
  for (;;) {
    const { done, value } = await rest.next();
    if (done) return;
    yield value;
  }
}
