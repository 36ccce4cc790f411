/**
 * Counts the steps of a piece of work: how often each block of code below some folders is entered, as V8 counts it for coverage, and how
 * many elements its calls of array methods walk. It measures no time. Import the counted code after `countSteps()` was called: a function
 * that was compiled before has no counters in its blocks.
 */
import { type Profiler, Session } from 'node:inspector/promises';

export interface Count {
  (work: () => unknown): Promise<number>;
  /** Counts several pieces of work in sequence, in half the time of counting each alone. */
  readonly each: (works: readonly (() => unknown)[]) => Promise<number[]>;
}

/** Methods that walk an array in one call. */
const WALKS = ['concat', 'fill', 'includes', 'indexOf', 'lastIndexOf', 'slice', 'splice', 'shift', 'unshift'] as const;

/** `folders`: parts of file addresses. `iterations`: count the elements of spreads and loops over arrays, too. */
export async function countSteps(folders: string | readonly string[], { iterations = false } = {}): Promise<Count> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  const each = async (works: readonly (() => unknown)[]): Promise<number[]> => {
    await session.post('Profiler.takePreciseCoverage');
    const counts: number[] = [];
    for (const work of works) {
      const walked = await walking(work, iterations);
      const { result } = await session.post('Profiler.takePreciseCoverage');
      counts.push(walked + sum(result.filter(({ url }) => [folders].flat().some((folder) => url.includes(folder)))));
    }
    return counts;
  };
  return Object.assign(async (work: () => unknown) => (await each([work]))[0] as number, { each });
}

function sum(scripts: readonly Profiler.ScriptCoverage[]): number {
  const ranges = scripts.flatMap(({ functions }) => functions.flatMap((each) => each.ranges));
  return ranges.reduce((total, { count }) => total + count, 0);
}

/** Runs the work, and returns how many elements it walked. */
async function walking(work: () => unknown, iterations: boolean): Promise<number> {
  const array = Array.prototype as unknown as Record<string, (...all: unknown[]) => unknown>;
  const originals = WALKS.map((name) => [name, array[name]] as const);
  const iterator = Object.getPrototypeOf([][Symbol.iterator]()) as { next: () => unknown };
  const { next } = iterator;
  let walked = 0;
  for (const name of WALKS) {
    const original = array[name];
    array[name] = function (this: unknown[], ...all) {
      walked += this.length;
      return original?.apply(this, all);
    };
  }
  // Spreads, destructuring and loops.
  if (iterations) {
    iterator.next = function (this: unknown) {
      walked++;
      return next.call(this as never);
    };
  }
  try {
    await work();
  } finally {
    iterator.next = next;
    for (const [name, original] of originals) if (original !== undefined) array[name] = original;
  }
  return walked;
}
