/** Time, as far as the client reads it or waits for it: tests put another clock here, and none of them sleeps. */

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Rejects with the reason of the signal when that comes first. It must not keep the process alive. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** Node fires a longer timer at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const stop = (): void => {
        clearTimeout(timer);
        reject(signal?.reason);
      };
      const timer = setTimeout(
        () => {
          signal?.removeEventListener('abort', stop);
          resolve();
        },
        Math.min(ms, LONGEST_TIMER),
      );
      timer.unref();
      signal?.addEventListener('abort', stop, { once: true });
    }),
};
