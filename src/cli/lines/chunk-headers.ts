/**
 * Removes the line before each chunk of rows that has their number, as ClickHouse writes it with `send_chunk_header`. The rows are passed on
 * as they arrive.
 */
import { Failure } from '../findings/failure.ts';
import { LF } from './cut.ts';
import type { EventInput } from './input.ts';

/** The digits of the largest number that can be counted, and a line end of two bytes. */
const LONGEST = 17;

/** The input without the headers. Its rows are numbered without them. */
export function withoutHeaders(input: EventInput): EventInput {
  return { ...input, plain: false, values: true, chunks: () => rowsOf(input.name, input.chunks()) };
}

/** @throws Failure, when iterated, for a header that is no number, and for fewer rows than a header has */
async function* rowsOf(name: string, chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let header = '';
  let chunk = 0;
  /** Rows of this chunk whose end has not arrived. */
  let left = 0;
  let isInRow = false;
  const number = (): number => {
    chunk++;
    const text = header.endsWith('\r') ? header.slice(0, -1) : header;
    if (!/^\d{1,15}$/.test(text)) {
      const message = `the header of chunk ${chunk} is no number of rows, but ${JSON.stringify(text.slice(0, LONGEST))}`;
      throw new Failure({ file: name, message });
    }
    header = '';
    return Number(text);
  };
  for await (const bytes of chunks) {
    let at = 0;
    while (at < bytes.length) {
      if (left === 0) {
        const end = bytes.indexOf(LF, at);
        header += bytes.toString('latin1', at, end < 0 ? bytes.length : end).slice(0, LONGEST + 1);
        if (end < 0 && header.length <= LONGEST) break;
        left = number();
        at = end + 1;
        continue;
      }
      const start = at;
      while (left > 0 && at < bytes.length) {
        const end = bytes.indexOf(LF, at);
        isInRow = end < 0;
        if (!isInRow) left--;
        at = isInRow ? bytes.length : end + 1;
      }
      yield bytes.subarray(start, at);
    }
  }
  if (header !== '') number();
  const missing = isInRow ? left - 1 : left;
  if (missing > 0) throw new Failure({ file: name, message: `chunk ${chunk} ends ${missing} rows too early` });
}
