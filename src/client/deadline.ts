/** The time limit of a call joined with the caller's signal: one signal that ends every wait of the call. */
import type { SteadyClock } from './clock.ts';

export class Deadline {
  private readonly clock: SteadyClock;
  private readonly end: number;
  private readonly controller = new AbortController();
  private readonly timer = new AbortController();
  private readonly caller: AbortSignal | undefined;
  /** The abort reason of this deadline. Compared by identity, since `caller` may be the signal of another deadline. */
  private readonly late: Error;
  /** Whether a request that changes something was sent and its outcome is not known. */
  unclear = false;
  private readonly forward = (): void => this.controller.abort(this.caller?.reason);

  constructor(clock: SteadyClock, budget: number, caller: AbortSignal | undefined) {
    this.late = new Error(`the call took longer than ${budget} ms`);
    this.clock = clock;
    this.caller = caller;
    this.end = clock.elapsed() + budget;
    if (caller?.aborted) this.forward();
    else {
      caller?.addEventListener('abort', this.forward, { once: true });
      clock.sleep(budget, this.timer.signal).then(
        () => this.controller.abort(this.late),
        () => {},
      );
    }
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Milliseconds until the time limit; negative after it. */
  get left(): number {
    return this.end - this.clock.elapsed();
  }

  /** Whether the time limit aborted the signal, not the caller. */
  get spent(): boolean {
    return this.signal.aborted && this.signal.reason === this.late;
  }

  /** Removes the timer and the listener, which would otherwise stay until the time limit. */
  close(): void {
    this.caller?.removeEventListener('abort', this.forward);
    this.timer.abort();
  }

  /** Rejects with the abort reason when the signal is aborted first; the promise itself goes on, and its error is dropped. */
  async race<T>(promise: Promise<T>): Promise<T> {
    if (this.signal.aborted) {
      promise.catch(() => {});
      throw this.signal.reason;
    }
    let stop: (() => void) | undefined;
    const ended = new Promise<never>((_resolve, reject) => {
      stop = () => reject(this.signal.reason);
      this.signal.addEventListener('abort', stop, { once: true });
    });
    try {
      return await Promise.race([promise, ended]);
    } finally {
      if (stop !== undefined) this.signal.removeEventListener('abort', stop);
    }
  }
}
