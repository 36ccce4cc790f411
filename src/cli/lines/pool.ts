/** Worker threads that judge parts. A thread that ends is an error, whatever it was doing: it never leaves a gap. */
import { Tinypool } from 'tinypool';
import { Failure } from '../findings/failure.ts';
import type { Outcome, Work } from './work.ts';
import type { Task } from './worker.ts';

/** Threads run what is built: they cannot load the source. The files of the command line lie flat beside each other there. */
const WORKER = import.meta.url.endsWith('.ts')
  ? new URL('../../../dist/cli/worker.js', import.meta.url)
  : new URL('./worker.js', import.meta.url);

/** Tasks of a thread: the next one lies ready when one is done. */
const EACH = 2;

export class Pool {
  private readonly pool: Tinypool;
  /** Of the tasks that are not done. */
  private readonly fail = new Set<(reason: Failure) => void>();
  private failure: Failure | undefined;
  private closing = false;
  private readonly exits: Promise<void>[] = [];
  private readonly most: number;

  constructor(threads: number, work: Work) {
    this.most = EACH * threads;
    this.pool = new Tinypool({
      filename: WORKER.href,
      name: 'run',
      minThreads: threads,
      maxThreads: threads,
      concurrentTasksPerWorker: EACH,
      workerData: work,
    });
    this.pool.on('error', (error: unknown) => this.die(error));
    for (const thread of this.pool.threads) {
      // The pool itself does not look at this event: a task of a thread that ends by itself would never be done.
      const exit = new Promise<void>((resolve) => {
        thread.on('exit', (code: number) => {
          this.die(`exit code ${code}`);
          resolve();
        });
      });
      this.exits.push(exit);
      // Else the process may end before it hears of that.
      thread.ref?.();
    }
  }

  /** Whether a task would begin soon. */
  get free(): boolean {
    return this.fail.size < this.most;
  }

  /**
   * The bytes of a block are given away.
   * @throws Failure when a thread has died
   */
  run(task: Task): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      if (this.failure !== undefined) return reject(this.failure);
      this.fail.add(reject);
      const { part } = task;
      const transferList = part.kind === 'block' ? [part.bytes.buffer as ArrayBuffer] : [];
      this.pool.run(task, { transferList }).then(
        (outcome: Outcome) => {
          this.fail.delete(reject);
          resolve(outcome);
        },
        (error: unknown) => this.die(error),
      );
    });
  }

  async close(): Promise<void> {
    this.closing = true;
    // The pool would wait for ever for a thread that ended before.
    this.pool.destroy().catch(() => undefined);
    await Promise.all(this.exits);
  }

  private die(reason: unknown): void {
    if (this.closing) return;
    const why = reason instanceof Error ? reason.message : String(reason);
    this.failure ??= new Failure({ message: `a worker thread has died (${why}); what is there is not complete` });
    for (const reject of this.fail) reject(this.failure);
    this.fail.clear();
  }
}
