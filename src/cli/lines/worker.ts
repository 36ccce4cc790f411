/** What runs in a worker thread: an entry of its own, because a thread begins with a file. */
import { workerData } from 'node:worker_threads';
import { Tinypool } from 'tinypool';
import { Judge } from './judge.ts';
import { judgePart } from './part.ts';
import type { Part, Work } from './work.ts';

export interface Task {
  readonly part: Part;
  readonly limit: number | undefined;
}

let judge: Judge | undefined;
// The pool keeps the first place for itself.
const work = (workerData as readonly [unknown, Work])[1];

/** An `Outcome`, whose output is handed over and not copied. */
export function run({ part, limit }: Task): unknown {
  judge ??= new Judge(work);
  const outcome = judgePart(judge, part, { maxLine: work.maxLine, limit });
  return Tinypool.move({
    [Tinypool.valueSymbol]: outcome,
    [Tinypool.transferableSymbol]: outcome.output.buffer,
  } as never);
}
