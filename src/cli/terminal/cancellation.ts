/** How a long run hears that the user wants it to stop. */
import { setImmediate } from 'node:timers/promises';

/** Whether the run goes on. Now and then it waits a moment: signals are heard only then. */
export class Turns {
  private readonly signal: AbortSignal | undefined;
  private last = performance.now();

  constructor(signal: AbortSignal | undefined) {
    this.signal = signal;
  }

  get stopped(): boolean {
    return this.signal?.aborted === true;
  }

  next(): boolean | Promise<boolean> {
    if (this.stopped) return false;
    if (performance.now() - this.last < EVERY) return true;
    return this.breathe();
  }

  private async breathe(): Promise<boolean> {
    await setImmediate();
    this.last = performance.now();
    return !this.stopped;
  }
}

/** Milliseconds. */
const EVERY = 50;
