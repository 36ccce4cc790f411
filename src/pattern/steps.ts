/** Work that can be interrupted: a generator that yields between pieces whose cost has a bound. */

export type Steps<T> = Generator<undefined, T, undefined>;

/** All pieces at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}
