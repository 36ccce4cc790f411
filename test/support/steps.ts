/**
 * Counts the steps of a piece of work: the calls of functions and the turns of loops in our code and in the YAML library, which the
 * project `growth` of vitest.config.ts compiles so that they count (`counted.ts`), and how many elements calls of array methods walk. It
 * measures no time.
 */

declare global {
  /** Steps since it was last set. */
  var $steps: number;
}
globalThis.$steps = 0;

/** Methods that walk an array in one call. */
const WALKS = ['concat', 'fill', 'includes', 'indexOf', 'lastIndexOf', 'slice', 'splice', 'shift', 'unshift'] as const;

interface Options {
  /** Count the elements of spreads and loops over arrays, too. */
  readonly iterations?: boolean;
}

export async function countSteps(work: () => unknown, { iterations = false }: Options = {}): Promise<number> {
  globalThis.$steps = 0;
  const walked = await walking(work, iterations);
  if (globalThis.$steps === 0) throw new Error('no step was counted: is the code compiled by the project `growth`?');
  return globalThis.$steps + walked;
}

/** Counts several pieces of work in sequence. */
export async function countEach(works: readonly (() => unknown)[], options?: Options): Promise<number[]> {
  const counts: number[] = [];
  for (const work of works) counts.push(await countSteps(work, options));
  return counts;
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
