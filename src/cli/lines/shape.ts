/** Decides whether an input has an event on each line, or is one event. */
import { Failure } from '../findings/failure.ts';
import { refuseFilterLine } from '../patterns/filter-line.ts';
import { size } from '../terminal/amounts.ts';
import { asLines, type Container, FirstValue, inContainer } from './container.ts';
import { type EventInput, joined } from './input.ts';

export type InputForm =
  | { readonly kind: 'lines'; readonly input: EventInput }
  /** One event, over one line or several. */
  | { readonly kind: 'one'; readonly name: string; readonly bytes: Buffer };

/** Whether the name alone means many events. */
export function meansLines(name: string): boolean {
  return /\.(?:ndjson|jsonl)(?:\.gz|\.zst)?$/i.test(name);
}

/**
 * Names that end in `.ndjson` or `.jsonl` (and `.gz`, `.zst`) mean many events. So does a first value that is an array, an object that
 * another one follows, and an empty input. `wanted` is the value of `--input`.
 * @throws Failure for one event of more than `most` bytes, for output of `filter --ids`, and for unreadable input
 */
export async function shapeOf(input: EventInput, most: number, wanted?: Container): Promise<InputForm> {
  if (wanted !== undefined || input.rows !== undefined || meansLines(input.name)) {
    return { kind: 'lines', input: await inContainer(input, wanted, most) };
  }
  const chunks = input.chunks();
  const iterator = chunks[Symbol.asyncIterator]();
  const head: Buffer[] = [];
  const first = new FirstValue({ single: true });
  let length = 0;
  let found: ReturnType<FirstValue['push']>;
  for (;;) {
    const { done, value } = await iterator.next();
    if (done) break;
    const chunk = Buffer.from(value);
    head.push(chunk);
    length += chunk.length;
    // Standard input turns out to be a table with its first chunk.
    if (input.rows !== undefined) return { kind: 'lines', input: { ...input, chunks: () => joined(head, iterator) } };
    found ??= first.push(chunk);
    if (found !== undefined) refuseFilterLine(input.name, first.text);
    if (found === 'lines') return { kind: 'lines', input: { ...input, chunks: () => joined(head, iterator) } };
    if (found === 'values') return { kind: 'lines', input: asLines(input, () => joined(head, iterator)) };
    if (length > most) {
      throw new Failure({
        message: `\`${input.name}\` has no event on its first line, and is too large for one event (${size(most)}; see --max-line)`,
      });
    }
  }
  refuseFilterLine(input.name, first.text);
  if (first.isMissing && found === undefined) {
    return { kind: 'lines', input: { ...input, chunks: () => joined([], iterator) } };
  }
  return { kind: 'one', name: input.name, bytes: Buffer.concat(head) };
}
