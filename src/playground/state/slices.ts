/** Runs work in slices, between which the browser handles keys and draws. */
import { finish, type Steps } from '../../pattern/steps.ts';

export { finish, type Steps };

/** In milliseconds: with the work of a key and one step it is less than two frames. */
const SLICE = 8;

export interface Finished<T> {
  readonly result: T;
}

/** Runs the steps for one slice; undefined when they have not finished. */
export function slice<T>(steps: Steps<T>): Finished<T> | undefined {
  const end = performance.now() + SLICE;
  do {
    const { done, value } = steps.next();
    if (done === true) return { result: value };
  } while (performance.now() < end);
  return undefined;
}

/** Runs to the end, unless the returned function is called before. `delay`: milliseconds before the first slice. */
export function inSlices<T>(steps: Steps<T>, delay: number, onEnd: (finished: Finished<T>) => void): () => void {
  const go = (): void => {
    const finished = slice(steps);
    if (finished === undefined) timer = setTimeout(go);
    else onEnd(finished);
  };
  let timer = setTimeout(go, delay);
  return () => clearTimeout(timer);
}
