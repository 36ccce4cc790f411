/** The budget of a whole call, joined with the caller's signal: one signal that ends whatever the call is waiting for. */
import type { SteadyClock } from './clock.ts';

export class Deadline {
  private readonly clock: SteadyClock;
  private readonly end: number;
  private readonly controller = new AbortController();
  private readonly timer = new AbortController();
  private readonly caller: AbortSignal | undefined;
  /** Its own reason: the signal of the caller may be that of another deadline. */
  private readonly late: Error;
  /** A request that changes something was sent, and what came of it is not known. */
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

  get left(): number {
    return this.end - this.clock.elapsed();
  }

  /** Whether the budget is what ended it, not the caller. */
  get spent(): boolean {
    return this.signal.aborted && this.signal.reason === this.late;
  }

  /** Must be called at the end, or its timer and its listener stay until the budget is spent. */
  close(): void {
    this.caller?.removeEventListener('abort', this.forward);
    this.timer.abort();
  }

  /** What it waits for is left behind when the deadline comes first. */
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
