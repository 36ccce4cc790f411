/** Work in slices, between which the browser takes keys and draws. */
import { finish, type Steps } from '../../pattern/steps.ts';

export { finish, type Steps };

/** Milliseconds: together with what a key costs, and one step, it is less than two frames. */
const SLICE = 8;

export interface Finished<T> {
  readonly result: T;
}

/** Goes on with the steps for one slice; undefined when they are not at their end. */
export function slice<T>(steps: Steps<T>): Finished<T> | undefined {
  const end = performance.now() + SLICE;
  do {
    const { done, value } = steps.next();
    if (done === true) return { result: value };
  } while (performance.now() < end);
  return undefined;
}

/** Goes on until the end, unless what it gives is called before. `delay`: milliseconds before the first slice. */
export function inSlices<T>(steps: Steps<T>, delay: number, onEnd: (finished: Finished<T>) => void): () => void {
  const go = (): void => {
    const finished = slice(steps);
    if (finished === undefined) timer = setTimeout(go);
    else onEnd(finished);
  };
  let timer = setTimeout(go, delay);
  return () => clearTimeout(timer);
}
