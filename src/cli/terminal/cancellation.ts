/** Cooperative cancellation: a long run yields to the event loop now and then, so that signals are handled. */
import { setImmediate } from 'node:timers/promises';

export class Cancellation {
  private readonly signal: AbortSignal | undefined;
  private last = performance.now();

  constructor(signal: AbortSignal | undefined) {
    this.signal = signal;
  }

  get stopped(): boolean {
    return this.signal?.aborted === true;
  }

  /** False once the signal is aborted. Yields to the event loop every 50 ms. */
  mayContinue(): boolean | Promise<boolean> {
    if (this.stopped) return false;
    if (performance.now() - this.last < YIELD_EVERY) return true;
    return this.yieldThread();
  }

  private async yieldThread(): Promise<boolean> {
    await setImmediate();
    this.last = performance.now();
    return !this.stopped;
  }
}

/** Milliseconds. */
const YIELD_EVERY = 50;
