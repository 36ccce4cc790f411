/** Runs a target: case after case until enough is judged or a difference is found, which is then made small. */
import { Random } from './random.ts';
import { shrink } from './shrink.ts';
import { type Difference, LEAST_SHARE, MOST_SHARE, Tally, type Target } from './target.ts';

export interface DriveOptions {
  readonly seed: number;
  /** How many judgements, at least. */
  readonly count: number;
  /** The number of the first case. */
  readonly from?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (tally: Tally) => void;
}

export interface Failure {
  /** With the seed, the way back to the case as it was generated. */
  readonly case: number;
  readonly difference: Difference;
  /** The smallest case found that shows the difference. */
  readonly smallest: unknown;
}

export interface Outcome {
  readonly target: string;
  readonly seed: number;
  readonly tally: Tally;
  readonly failure?: Failure;
  /** Whether the run was ended before its count. */
  readonly interrupted: boolean;
  /** Seconds of processor time, generation and judge included. */
  readonly cpuSeconds: number;
}

/** Lets signals and timers through between cases. */
const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export async function drive<Case>(target: Target<Case>, options: DriveOptions): Promise<Outcome> {
  const { seed, count, from = 0, signal, onProgress } = options;
  const before = process.cpuUsage();
  const tally = new Tally();
  let failure: Failure | undefined;
  for (let index = from; tally.judged < count && !signal?.aborted; index++) {
    const one = target.make(new Random(seed, index));
    const difference = await judged(target, one, tally);
    if (difference !== undefined) {
      const { smallest, difference: last } = await shrink(target, one, difference);
      failure = { case: index, difference: last, smallest };
      break;
    }
    onProgress?.(tally);
    await breath();
  }
  const { user, system } = process.cpuUsage(before);
  const cpuSeconds = (user + system) / 1e6;
  const interrupted = failure === undefined && tally.judged < count;
  const outcome = { target: target.name, seed, tally, interrupted, cpuSeconds };
  return failure === undefined ? outcome : { ...outcome, failure };
}

/** A case that throws is a difference too. */
export async function judged<Case>(target: Target<Case>, one: Case, tally: Tally): Promise<Difference | undefined> {
  try {
    return await target.judge(one, tally);
  } catch (thrown) {
    const found = thrown instanceof Error ? (thrown.stack ?? String(thrown)) : String(thrown);
    return { of: 'throws', expected: 'a judgement', found };
  }
}

export function shareOf({ judged, positive }: Tally): number {
  return judged === 0 ? 0 : positive / judged;
}

export function isBalanced(tally: Tally): boolean {
  const share = shareOf(tally);
  return share >= LEAST_SHARE && share <= MOST_SHARE;
}
