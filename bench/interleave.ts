/**
 * Times several sides of one question in turns, so that whatever else the machine does falls on all of them alike. What counts are the
 * ratios of one run; a time by itself says as much of the machine as of the code.
 */
import { cpus } from 'node:os';

export interface Side {
  readonly name: string;
  /** One unit of work. What it returns is added up, so that no work is optimised away and all sides can be compared. */
  readonly run: () => number;
}

export interface Timing {
  readonly name: string;
  /** Microseconds for one unit of work: the median over the rounds. */
  readonly micros: number;
  /** The time as a share of the first side's, each round by itself: median, and the quarter of the rounds at either end left out. */
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
}

export interface InterleaveOptions {
  readonly rounds?: number;
  /** How long one side runs in a round, in milliseconds. */
  readonly slice?: number;
  /** `cpu`: the time of the process on a processor, for a machine that does other work too. */
  readonly clock?: 'wall' | 'cpu';
}

/** The first side is what the others are measured by. */
export function interleave(sides: readonly Side[], options: InterleaveOptions = {}): Timing[] {
  const { rounds = 41, slice = 4, clock = 'wall' } = options;
  const counts = sides.map((side) => warmUp(side, slice));
  const times = sides.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (let k = 0; k < sides.length; k++) {
      // Each round begins with another side: a collection of garbage then falls on all of them in turn.
      const i = (k + round) % sides.length;
      (times[i] as number[]).push(time(sides[i] as Side, counts[i] as number, clock));
    }
  }
  const base = times[0] as number[];
  return sides.map(({ name }, i) => {
    const mine = times[i] as number[];
    const ratios = mine.map((t, round) => t / (base[round] as number));
    return {
      name,
      micros: quantile(mine, 0.5),
      ratio: quantile(ratios, 0.5),
      low: quantile(ratios, 0.25),
      high: quantile(ratios, 0.75),
    };
  });
}

let sink = 0;

/** How often a side runs in a slice, found after it has been compiled. */
function warmUp(side: Side, slice: number): number {
  let count = 1;
  for (let spent = 0; spent < 60; ) {
    const elapsed = (time(side, count) * count) / 1000;
    spent += elapsed;
    if (elapsed < slice) count *= 2;
  }
  return count;
}

function time(side: Side, count: number, clock: 'wall' | 'cpu' = 'wall'): number {
  const start = microseconds(clock);
  for (let i = 0; i < count; i++) sink += side.run();
  return (microseconds(clock) - start) / count;
}

function microseconds(clock: 'wall' | 'cpu'): number {
  if (clock === 'wall') return performance.now() * 1000;
  const { user, system } = process.cpuUsage();
  return user + system;
}

export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] as number;
}

export function machine(): string {
  const [cpu] = cpus();
  return `${cpu?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.versions.node}`;
}

/** The sum of all results so far: printing it keeps the work alive. */
export function checksum(): number {
  return sink;
}
