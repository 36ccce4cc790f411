/** Clocks for the client's `clock` seam, none of which waits. */
import type { SteadyClock } from '../../../src/client/clock.ts';

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** A clock that moves only when a test moves it. */
export class FakeClock implements SteadyClock {
  private time: number;
  private readonly sleepers = new Set<Sleeper>();
  /** The durations of all sleeps, in the order in which they began. */
  readonly slept: number[] = [];

  constructor(time = Date.UTC(2026, 10, 23, 15)) {
    this.time = time;
  }

  /** Milliseconds by which the time of day has been set to another one. */
  shift = 0;

  now(): number {
    return this.elapsed() + this.shift;
  }

  elapsed(): number {
    return this.time;
  }

  get sleeping(): number {
    return this.sleepers.size;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    this.slept.push(ms);
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason);
        return;
      }
      const stop = (): void => {
        this.sleepers.delete(sleeper);
        reject(signal?.reason);
      };
      const wake = (): void => {
        this.sleepers.delete(sleeper);
        signal?.removeEventListener('abort', stop);
        resolve();
      };
      const sleeper = { at: this.time + ms, wake };
      this.sleepers.add(sleeper);
      signal?.addEventListener('abort', stop, { once: true });
    });
  }

  /** Moves the time forward and wakes each sleeper it passes, at its own time. */
  async advance(ms: number): Promise<void> {
    const end = this.time + ms;
    for (;;) {
      const [next] = [...this.sleepers].sort((a, b) => a.at - b.at);
      if (next === undefined || next.at > end) break;
      this.time = Math.max(this.time, next.at);
      next.wake();
      await settled();
    }
    this.time = end;
    await settled();
  }
}

/** A sleep shorter than `patience` ends at once and moves the time by its duration; longer ones end only when they are aborted. */
export class SwiftClock extends FakeClock {
  private readonly patience: number;
  private ahead = 0;

  constructor(patience: number) {
    super();
    this.patience = patience;
  }

  override elapsed(): number {
    return super.elapsed() + this.ahead;
  }

  override async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (ms >= this.patience) return super.sleep(ms, signal);
    this.slept.push(ms);
    signal?.throwIfAborted();
    this.ahead += ms;
    return settled();
  }
}

/** Runs all tasks that wait for nothing outside. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
