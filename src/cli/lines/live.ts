/**
 * Evaluates each chunk of a stream as it arrives, in this thread: its writer may wait for the answers before it writes more. Dividing the
 * stream into parts for threads would take five times as long for each answer.
 */
import { Cutter } from './cut.ts';
import type { EventInput } from './input.ts';
import type { Judge } from './judge.ts';
import type { PartResult } from './work.ts';

/** A result for each chunk. @throws Failure for unreadable input, after the results of what was read */
export async function* liveResults(input: EventInput, judge: Judge, maxLine: number): AsyncGenerator<PartResult> {
  const cutter = new Cutter(judge.take, maxLine);
  let offset = 0;
  for await (const chunk of input.chunks()) {
    judge.begin();
    cutter.push(chunk, offset);
    offset += chunk.length;
    yield judge.finish();
  }
  judge.begin();
  cutter.end();
  yield judge.finish();
}
