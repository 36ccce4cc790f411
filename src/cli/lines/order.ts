/** Runs tasks concurrently and yields their results in the order of the tasks. */

export interface TaskResult<T, R> {
  readonly task: T;
  readonly result: R;
}

type Arrival<T, R> =
  | { readonly given: TaskResult<T, R> }
  | { readonly came: IteratorResult<T> }
  | { readonly thrown: unknown };

/**
 * At most `window` tasks are started and not yet consumed, so that memory is bounded. With a window of one, a task starts when the result
 * before it is consumed. A result does not wait for the next task to arrive. An error of `tasks` is thrown after the results of the tasks
 * before it.
 */
export async function* inOrder<T, R>(
  tasks: AsyncIterable<T>,
  window: number,
  run: (task: T) => Promise<R>,
): AsyncGenerator<TaskResult<T, R>> {
  const begun: Promise<TaskResult<T, R>>[] = [];
  const iterator = tasks[Symbol.asyncIterator]();
  let coming: Promise<IteratorResult<T>> | undefined = next();
  let failure: { readonly thrown: unknown } | undefined;
  while (coming !== undefined || begun.length > 0) {
    const [first] = begun;
    const event: Arrival<T, R> = await Promise.race([
      ...(first === undefined ? [] : [first.then((given) => ({ given }))]),
      ...(coming === undefined || begun.length >= window
        ? []
        : [coming.then((came) => ({ came })).catch((thrown: unknown) => ({ thrown }))]),
    ]);
    if ('given' in event) {
      begun.shift();
      yield event.given;
    } else if ('thrown' in event) {
      failure = event;
      coming = undefined;
    } else if (event.came.done) {
      coming = undefined;
    } else {
      const task = event.came.value;
      begun.push(handled(run(task).then((result) => ({ task, result }))));
      coming = next();
    }
  }
  if (failure !== undefined) throw failure.thrown;

  function next(): Promise<IteratorResult<T>> {
    return handled(iterator.next());
  }
}

/** Marks a rejection as handled, since a run that stops early does not await it. */
function handled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}
