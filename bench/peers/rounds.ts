/** Sides that answer the same question, measured in turns. */
import { quantile } from '../interleave.ts';
import type { Round, Side } from './side.ts';

/** How sides are measured. */
export interface Turns {
  readonly rounds: number;
  /** Seconds of a round, and of the warm-up. */
  readonly slice: number;
  readonly warmUp: number;
  /** Seconds within which a side must have built its patterns; one that has not is reported as such. */
  readonly limit: number;
}

/** What a side did with one list of patterns. */
export interface Result {
  readonly side: string;
  readonly of: string;
  readonly builtSeconds: number;
  /** What the built patterns keep alive, where the side measures it. */
  readonly bytes: number | undefined;
  /** Of each round; of the thread alone where the language can tell, which is what our side is measured against. */
  readonly speeds: readonly number[];
  readonly processSpeeds: readonly number[];
  /** In all events once. */
  readonly matches: number;
}

/** Builds and warms up one after the other, then rounds in turns. `of` names the list of patterns. */
export async function inTurns(all: readonly Side[], of: string, turns: Turns, late: string[]): Promise<Result[]> {
  const ready: {
    side: Side;
    builtSeconds: number;
    bytes?: number;
    passes: number;
    matches: number;
    rounds: Round[];
  }[] = [];
  for (const side of all) {
    const built = await side.built;
    if (built === undefined) {
      late.push(`${side.name}, ${of}: not built within ${turns.limit} seconds`);
      continue;
    }
    const { passes, matches } = await warmUp(side, turns);
    ready.push({ side, ...built, passes, matches, rounds: [] });
  }
  agree(ready, of);
  for (let round = 0; round < turns.rounds; round++) {
    for (let k = 0; k < ready.length; k++) {
      // Each round begins with another side.
      const one = ready[(k + round) % ready.length];
      if (one === undefined) continue;
      const done = await one.side.round(one.passes);
      if (done.matches !== one.matches * one.passes)
        throw new Error(`${one.side.name} finds ${done.matches} matches, before ${one.matches} in each pass`);
      one.rounds.push(done);
    }
  }
  return ready.map(({ side, builtSeconds, bytes, matches, rounds }) => ({
    side: side.name,
    of,
    builtSeconds,
    bytes,
    matches,
    speeds: rounds.map((round) => round.events / (round.threadSeconds ?? round.cpuSeconds)),
    processSpeeds: rounds.map((round) => round.events / round.cpuSeconds),
  }));
}

/** How many passes fill a round, and what one pass finds. */
async function warmUp(side: Side, { slice, warmUp }: Turns): Promise<{ passes: number; matches: number }> {
  let passes = 1;
  let { matches, cpuSeconds } = await side.round(1);
  for (let spent = cpuSeconds; spent < warmUp; spent += cpuSeconds) {
    if (cpuSeconds < slice) passes *= 2;
    ({ cpuSeconds } = await side.round(passes));
  }
  return { passes, matches };
}

function agree(sides: readonly { side: Side; matches: number }[], of: string): void {
  if (new Set(sides.map(({ matches }) => matches)).size <= 1) return;
  const counts = sides.map(({ side, matches }) => `${side.name} ${matches}`);
  throw new Error(`${of}: the sides answer different questions: ${counts.join(', ')}`);
}

/** The speed of one side as a multiple of another one's, round by round: median and quarters. */
export function ratioOf(
  mine: Result,
  theirs: Result,
): { readonly value: number; readonly low: number; readonly high: number } {
  const ratios = theirs.speeds.map((speed, round) => (mine.speeds[round] as number) / speed);
  return { value: quantile(ratios, 0.5), low: quantile(ratios, 0.25), high: quantile(ratios, 0.75) };
}

export function rate(value: number): string {
  return Math.round(value).toLocaleString('en');
}
