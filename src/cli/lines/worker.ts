/** The entry point of a worker thread. */
import { parentPort, workerData } from 'node:worker_threads';
import { useCompiledScanner } from '../../pattern/scan/event-space.ts';
import { Judge } from './judge.ts';
import { judgePart } from './part.ts';
import type { Part, Work } from './work.ts';

/** What a thread is started with. */
export interface Start {
  readonly work: Work;
  /** The scanner that the main thread has compiled. */
  readonly scanner: object | undefined;
}

export interface Task {
  readonly part: Part;
  readonly limit: number | undefined;
}

const { work, scanner } = workerData as Start;
if (scanner !== undefined) useCompiledScanner(scanner);
const judge = new Judge(work);

/** Answers each task with an `PartResult`, in order; its output is transferred and not copied. */
parentPort?.on('message', ({ part, limit }: Task) => {
  const outcome = judgePart(judge, part, { maxLine: work.maxLine, limit });
  // A buffer that is mostly empty is kept for the next part.
  const { output } = outcome;
  const own = output.length > output.buffer.byteLength / 2 ? output : output.slice();
  parentPort?.postMessage({ ...outcome, output: own }, [own.buffer as ArrayBuffer]);
});
