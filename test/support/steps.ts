/**
 * Counts the steps of a piece of work: how often each block of the code in `src/` is entered, as V8 counts it for coverage, and
 * what its calls of array methods walk over. It measures no time, and what is counted pays for it only here.
 * Import what is counted after `countSteps()` was called: a function that was compiled before has no counters in its blocks.
 */
import { type Profiler, Session } from 'node:inspector/promises';

export type Count = (work: () => void) => Promise<number>;

/** Methods that are one call and a walk. */
const WALKS = ['concat', 'fill', 'includes', 'indexOf', 'lastIndexOf', 'slice', 'splice', 'shift', 'unshift'] as const;

export async function countSteps(folder: string): Promise<Count> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  return async (work) => {
    await session.post('Profiler.takePreciseCoverage');
    const walked = walking(work);
    const { result } = await session.post('Profiler.takePreciseCoverage');
    return walked + sum(result.filter(({ url }) => url.includes(folder)));
  };
}

function sum(scripts: readonly Profiler.ScriptCoverage[]): number {
  const ranges = scripts.flatMap(({ functions }) => functions.flatMap((each) => each.ranges));
  return ranges.reduce((total, { count }) => total + count, 0);
}

/** Runs the work, and gives how many elements array methods walked over. */
function walking(work: () => void): number {
  const array = Array.prototype as unknown as Record<string, (...all: unknown[]) => unknown>;
  const originals = WALKS.map((name) => [name, array[name]] as const);
  let walked = 0;
  for (const [name, original] of originals) {
    array[name] = function (this: unknown[], ...all) {
      walked += this.length;
      return original?.apply(this, all);
    };
  }
  try {
    work();
  } finally {
    for (const [name, original] of originals) if (original !== undefined) array[name] = original;
  }
  return walked;
}
