/** Time, as far as the client reads it or waits for it: a seam for tests, none of which sleeps. */

export interface Clock {
  /** The time of day: milliseconds since 1970. It dates signatures and reads dates of the service, and may jump. */
  now(): number;
  /** Milliseconds since any fixed moment; it never goes back. Intervals are measured by it. Default: what `now` gains. */
  elapsed?(): number;
  /** Rejects with the reason of the signal when that comes first. It must not keep the process alive. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** A clock that always measures intervals. */
export type SteadyClock = Required<Clock>;

/** Node fires a longer timer at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

export const systemClock: SteadyClock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  async sleep(ms, signal) {
    for (let left = ms; ; left -= LONGEST_TIMER) {
      await timer(Math.min(left, LONGEST_TIMER), signal);
      if (left <= LONGEST_TIMER) return;
    }
  },
};

function timer(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const stop = (): void => {
      clearTimeout(timeout);
      reject(signal?.reason);
    };
    const timeout = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    timeout.unref();
    signal?.addEventListener('abort', stop, { once: true });
  });
}

/** A clock without `elapsed` measures by its time of day, which stands still here while that goes back. */
export function steady(clock: Clock): SteadyClock {
  const { elapsed } = clock;
  let last = clock.now();
  let sum = 0;
  const gained = (): number => {
    const now = clock.now();
    sum += Math.max(0, now - last);
    last = now;
    return sum;
  };
  return {
    now: () => clock.now(),
    elapsed: elapsed === undefined ? gained : () => elapsed.call(clock),
    sleep: (ms, signal) => clock.sleep(ms, signal),
  };
}
