/** Worker threads that evaluate parts. A thread that ends early is an error, so that no part is lost. */
import { Worker } from 'node:worker_threads';
import { compiledScanner } from '../../pattern/scan/event-space.ts';
import { Failure } from '../findings/failure.ts';
import type { PartResult, Work } from './work.ts';
import type { Start, Task } from './worker.ts';

/** Threads run the build, since they cannot load the source. The built files are in one folder. */
const WORKER = import.meta.url.endsWith('.ts')
  ? new URL('../../../dist/cli/worker.js', import.meta.url)
  : new URL('./worker.js', import.meta.url);

/** Tasks of a thread: the next one is queued while one runs. */
const EACH = 2;

interface Waiting {
  resolve(outcome: PartResult): void;
  reject(reason: Failure): void;
}

interface Thread {
  readonly worker: Worker;
  /** In the order in which a thread answers. */
  readonly waiting: Waiting[];
}

export class Pool {
  private readonly threads: readonly Thread[];
  private failure: Failure | undefined;
  private closing = false;

  constructor(threads: number, work: Work) {
    this.threads = Array.from({ length: threads }, () => this.start(work));
  }

  /** Whether a task would start soon. */
  get free(): boolean {
    return this.threads.some(({ waiting }) => waiting.length < EACH);
  }

  /** Transfers the bytes of a block, and the spare, to the thread. @throws Failure when a thread has ended */
  run(task: Task): Promise<PartResult> {
    const { part, spare } = task;
    const given = spare === undefined ? [] : [spare];
    const { worker, waiting } = this.threads.reduce((a, b) => (b.waiting.length < a.waiting.length ? b : a));
    return new Promise((resolve, reject) => {
      if (this.failure !== undefined) return reject(this.failure);
      waiting.push({ resolve, reject });
      worker.postMessage(task, part.kind === 'block' ? [part.bytes.buffer as ArrayBuffer, ...given] : given);
    });
  }

  async close(): Promise<void> {
    this.closing = true;
    await Promise.all(this.threads.map(({ worker }) => worker.terminate()));
  }

  private start(work: Work): Thread {
    const workerData: Start = { work, scanner: compiledScanner() };
    const worker = new Worker(WORKER, { workerData });
    const waiting: Waiting[] = [];
    worker.on('message', (outcome: PartResult) => waiting.shift()?.resolve(outcome));
    worker.on('error', (error: unknown) => this.fail(error instanceof Error ? error.message : String(error)));
    worker.on('exit', (code) => this.fail(`exit code ${code}`));
    return { worker, waiting };
  }

  private fail(why: string): void {
    if (this.closing) return;
    this.failure ??= new Failure({ message: `a worker thread has died (${why}); what is there is not complete` });
    for (const { waiting } of this.threads) for (const { reject } of waiting.splice(0)) reject(this.failure);
  }
}
