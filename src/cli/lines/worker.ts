/** The entry point of a worker thread. */
import { parentPort, workerData } from 'node:worker_threads';
import { useCompiledScanner } from '../../pattern/scan/event-space.ts';
import { openJudge } from './judge.ts';
import { judgePart } from './part.ts';
import { type Part, READY, type Work } from './work.ts';

/** What a thread is started with. */
export interface Start {
  readonly work: Work;
  /** The scanner that the main thread has compiled. */
  readonly scanner: object | undefined;
}

export interface Task {
  readonly part: Part;
  readonly limit: number | undefined;
  /** An output that is no longer in use. */
  readonly spare: ArrayBuffer | undefined;
}

const { work, scanner } = workerData as Start;
if (scanner !== undefined) useCompiledScanner(scanner);
const judge = await openJudge(work);

/** Answers each task with a `PartResult`, in order; its output is transferred and not copied. */
parentPort?.on('message', ({ part, limit, spare }: Task) => {
  const outcome = judgePart(judge, part, { maxLine: work.maxLine, limit, spare, owned: true });
  parentPort?.postMessage(outcome, [outcome.output.buffer as ArrayBuffer]);
});
parentPort?.postMessage(READY);
