/** The clock of the client. Tests give one of their own, so that no test waits. */

/** Replaces the system clock, for tests. */
export interface Clock {
  /** Milliseconds since 1970, for the dates of signatures and of the service. It may jump. */
  now(): number;
  /** Milliseconds since any fixed moment, never decreasing, for intervals. Default: the sum of the steps forward of `now`. */
  elapsed?(): number;
  /** Resolves after `ms` milliseconds; rejects with the reason of the signal when it is aborted first. It must not keep the process alive. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** A clock that has `elapsed`. */
export type SteadyClock = Required<Clock>;

/** In milliseconds; Node fires a longer timer at once. */
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

/** Adds an `elapsed` made from `now` where the clock has none: steps back of `now` count as 0. */
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
