/** Worker threads that evaluate parts. A thread that ends early is an error, so that no part is lost. */
import { Worker } from 'node:worker_threads';
import { compiledScanner } from '../../pattern/scan/event-space.ts';
import { Failure } from '../findings/failure.ts';
import { type PartResult, READY, type Work } from './work.ts';
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
  /** Whether it has started. Earlier parts are left to the others, since the next ones would wait for its results. */
  isReady: boolean;
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

  /** Whether a task would start soon, or fail. */
  get free(): boolean {
    return this.failure !== undefined || this.ready.some(({ waiting }) => waiting.length < EACH);
  }

  private get ready(): readonly Thread[] {
    return this.threads.filter(({ isReady }) => isReady);
  }

  /** Transfers the bytes of a block, and the spare, to a thread, if one is free. @throws Failure when a thread has ended */
  run(task: Task): Promise<PartResult> {
    const { part, spare } = task;
    const given = spare === undefined ? [] : [spare];
    return new Promise((resolve, reject) => {
      if (this.failure !== undefined) return reject(this.failure);
      const { worker, waiting } = this.ready.reduce((a, b) => (b.waiting.length < a.waiting.length ? b : a));
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
    const thread: Thread = { worker, isReady: false, waiting: [] };
    worker.on('message', (message: PartResult | typeof READY) => {
      if (message === READY) thread.isReady = true;
      else thread.waiting.shift()?.resolve(message);
    });
    worker.on('error', (error: unknown) => this.fail(error instanceof Error ? error.message : String(error)));
    worker.on('exit', (code) => this.fail(`exit code ${code}`));
    return thread;
  }

  private fail(why: string): void {
    if (this.closing) return;
    this.failure ??= new Failure({ message: `a worker thread has died (${why}); what is there is not complete` });
    for (const { waiting } of this.threads) for (const { reject } of waiting.splice(0)) reject(this.failure);
  }
}
