/** Judges all lines of all inputs, in one thread or in several, and gives what comes out in the order of the input. */
import { availableParallelism } from 'node:os';
import { Failure, type Problem } from '../findings/failure.ts';
import { LF } from './cut.ts';
import type { Input } from './input.ts';
import { Judge } from './judge.ts';
import { inOrder } from './order.ts';
import { judgePart } from './part.ts';
import { partsOf } from './parts.ts';
import type { Pool } from './pool.ts';
import type { Standing } from './progress.ts';
import type { BadLine, Outcome, Part, Work } from './work.ts';

export interface RunOptions {
  /** Threads; undefined for as many as the machine has cores, where there is enough to do. */
  readonly jobs: number | undefined;
  /** How many matching lines are wanted. */
  readonly limit?: number | undefined;
  /** Works alone, in this thread: for the answer `routes`. */
  readonly judge?: Judge | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called in order with the output of each part; false when the reader has gone. */
  readonly output: (bytes: Uint8Array) => Promise<boolean>;
  readonly progress?: (standing: Standing) => void;
}

export interface Total {
  events: number;
  matched: number;
  /** How many events each pattern matched, for `tally`. */
  readonly tally: Float64Array;
  /** Lines that were skipped. */
  bad: number;
  firstBad: Problem | undefined;
}

/** The signal of a run was raised. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/**
 * @throws Failure for a bad line that must not be, for what cannot be read, and for a thread that has died; what came out before has
 * been given out. Interrupted.
 */
export async function judgeAll(inputs: readonly Input[], work: Work, options: RunOptions): Promise<Total> {
  const { limit = Number.POSITIVE_INFINITY, signal } = options;
  const tally = new Float64Array(work.patterns.length);
  const total: Total = { events: 0, matched: 0, tally, bad: 0, firstBad: undefined };
  const place = new Position();
  const crew = new Crew(work, options, place);
  const results = inOrder(
    tasksOf(inputs, work.maxLine, () => limit - total.matched),
    crew.window,
    crew.run,
  );
  try {
    for (;;) {
      const next = await unlessAborted(results.next(), signal);
      if (next.done) return total;
      const { input, part } = next.value.task;
      const result = upTo(next.value.result, limit - total.matched);
      place.enter(input);
      add(total, result, place);
      const wanted = await options.output(result.output);
      if (!wanted || total.matched >= limit) return total;
      if (result.ended === 'bad') throw new Failure(problemOf(result.firstBad as BadLine, place));
      if (result.reason !== undefined) throw new Failure({ message: `\`${input.name}\`: ${result.reason}` });
      place.line += result.lines;
      options.progress?.({ bytes: place.before + readOf(input, part), matched: total.matched });
    }
  } finally {
    await crew.close();
    for (const input of inputs) input.close();
  }
}

interface PartTask {
  readonly input: Input;
  readonly part: Part;
  readonly limit: number | undefined;
}

/** The limit of a part is never less than what is left when its turn comes, since results are counted in order. */
async function* tasksOf(inputs: readonly Input[], maxLine: number, left: () => number): AsyncGenerator<PartTask> {
  for (const input of inputs) {
    for await (const part of partsOf(input, maxLine)) {
      const limit = left();
      yield { input, part, limit: Number.isFinite(limit) ? limit : undefined };
    }
  }
}

/** Where the results have come to. */
class Position {
  input: Input | undefined;
  /** How many lines stand before, in this input. */
  line = 0;
  /** How many bytes the inputs before it have. */
  before = 0;

  enter(input: Input): void {
    if (this.input === input) return;
    this.before += this.input?.size ?? 0;
    this.input = input;
    this.line = 0;
  }
}

/** What is judged before threads are started: they take about as long to begin. */
const ALONE = 1 << 24;

/** How many parts may wait for one before them: threads take as long to begin as this one takes for so many. */
const AHEAD = 16;

/** Who does the work: this thread, and others for all jobs but one. */
class Crew {
  readonly window: number;
  private readonly work: Work;
  private readonly jobs: number;
  private readonly place: Position;
  private judge: Judge | undefined;
  private alone: number;
  private pool: Pool | undefined;
  /** Settles when the part before has a thread. */
  private turn: Promise<unknown> = Promise.resolve();
  private closed = false;

  constructor(work: Work, { jobs, judge }: RunOptions, place: Position) {
    this.work = work;
    this.place = place;
    this.judge = judge;
    this.jobs = judge === undefined ? (jobs ?? availableParallelism()) : 1;
    this.alone = jobs === undefined ? ALONE : 0;
    // Alone, a part begins when the result of the one before has been used: then it is known how many lines stand before.
    this.window = this.jobs === 1 ? 1 : 2 * this.jobs + AHEAD;
  }

  readonly run = async (task: PartTask): Promise<Outcome> => {
    const begun = this.turn.then(() => this.begin(task));
    this.turn = begun.catch(() => undefined);
    return (await begun).outcome;
  };

  async close(): Promise<void> {
    this.closed = true;
    await this.pool?.close();
  }

  private async begin({ input, part, limit }: PartTask): Promise<{ readonly outcome: Promise<Outcome> }> {
    // Threads, streams and signals get their turn: what this thread does takes milliseconds.
    await new Promise((resolve) => setImmediate(resolve));
    if (this.closed) throw new Interrupted();
    const { work, place } = this;
    const bytes = part.kind === 'range' ? part.end - part.start : part.bytes.length;
    if (this.jobs > 1 && this.alone < bytes) {
      this.alone = 0;
      // Loaded where it is needed: few calls have so much to do.
      const { Pool } = await import('./pool.ts');
      if (this.closed) throw new Interrupted();
      this.pool ??= new Pool(this.jobs - 1, work);
      if (this.pool.free) return { outcome: this.pool.run({ part, limit }) };
    }
    this.alone = Math.max(0, this.alone - bytes);
    this.judge ??= new Judge(work);
    const before = place.input === input ? place.line : 0;
    return { outcome: Promise.resolve(judgePart(this.judge, part, { maxLine: work.maxLine, limit, before })) };
  }
}

/** The result without what is beyond the limit: the part did not know what the parts before it would find. */
function upTo(result: Outcome, limit: number): Outcome {
  if (result.matched < limit) return result;
  const bad = result.badAfter.filter((matched) => matched < limit).length;
  const firstBad = bad > 0 ? result.firstBad : undefined;
  return { ...result, matched: limit, output: firstLines(result.output, limit), bad, firstBad };
}

function firstLines(bytes: Uint8Array, count: number): Uint8Array {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let end = 0;
  for (let i = 0; i < count && end < bytes.length; i++) end = buffer.indexOf(LF, end) + 1;
  return bytes.subarray(0, end);
}

function add(total: Total, { events, matched, tally, bad, firstBad }: Outcome, place: Position): void {
  total.events += events;
  total.matched += matched;
  for (const [i, count] of (tally ?? []).entries()) total.tally[i] = (total.tally[i] as number) + count;
  total.bad += bad;
  if (firstBad !== undefined) total.firstBad ??= problemOf(firstBad, place);
}

function problemOf({ line, column, offset, problem }: BadLine, { input, line: before }: Position): Problem {
  if (input?.values === true) return { file: input.name, message: `event ${before + line + 1}: ${problem}` };
  return { file: input?.name, line: before + line + 1, column, message: `${problem} (at byte ${offset})` };
}

/** How far an input has been read, in bytes of its file where that is known. */
function readOf(input: Input, part: Part): number {
  if (part.kind === 'range') return part.end;
  return input.consumed() || part.offset;
}

/** @throws Interrupted */
function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return promise;
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(new Interrupted());
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
