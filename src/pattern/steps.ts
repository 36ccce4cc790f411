/** Work that can be interrupted: a generator that yields after each piece of bounded cost. */

export type Steps<T> = Generator<undefined, T, undefined>;

/** Runs all pieces without interruption. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}
