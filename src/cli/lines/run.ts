/** Evaluates all lines of all inputs, in one thread or several, and passes the output on in the order of the input. */
import { availableParallelism } from 'node:os';
import { Failure, type Problem } from '../findings/failure.ts';
import { LF } from './cut.ts';
import type { EventInput } from './input.ts';
import { type Judge, openJudge } from './judge.ts';
import { liveResults } from './live.ts';
import type { FileCount } from './manifest.ts';
import { inOrder } from './order.ts';
import { judgePart } from './part.ts';
import { partsOf } from './parts.ts';
import type { Pool } from './pool.ts';
import type { Standing } from './progress.ts';
import { type BadLine, type ChangeExample, type Part, type PartResult, tallySize, type Work } from './work.ts';

export interface JudgeOptions {
  /** The number of threads; undefined for one per core, if the input is large enough. */
  readonly jobs: number | undefined;
  /** The number of matching lines needed. */
  readonly limit?: number | undefined;
  /** Evaluates lines when the input pauses, instead of waiting for more of them. Excludes a limit. */
  readonly eager?: boolean | undefined;
  /** Evaluates all parts in this thread: for the answer `routes`. */
  readonly judge?: Judge | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called with each input before it is read: when all earlier ones are divided, so that few files are open. */
  readonly prepare?: ((input: EventInput) => Promise<EventInput>) | undefined;
  /** Receives the examples of `changes`. */
  readonly example?: (
    example: ChangeExample,
    place: { readonly file: string; readonly line: number; readonly numbered: boolean },
  ) => void;
  /** Called in order with the output of each part, which is valid until it resolves; to false when the reader has gone. */
  readonly output: (bytes: Uint8Array) => Promise<boolean>;
  readonly progress?: (standing: Standing) => void;
}

export interface Total {
  events: number;
  matched: number;
  /** As in `PartResult`. */
  readonly tally: Float64Array;
  /** The number of skipped lines. */
  bad: number;
  firstBad: Problem | undefined;
  /** The same of each input, in their order. */
  readonly files: readonly FileCount[];
  /** Whether all inputs have been read: neither a limit nor the reader of the output ended the run. */
  isWhole: boolean;
}

/** Thrown when the signal of a run is aborted. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/**
 * @throws Failure for a bad line unless it is skipped, for unreadable input, and for a thread that has died; earlier output has been passed
 * on. Interrupted.
 */
export async function judgeAll(inputs: readonly EventInput[], work: Work, options: JudgeOptions): Promise<Total> {
  const {
    limit = Number.POSITIVE_INFINITY,
    signal,
    eager,
    jobs,
    prepare = async (input: EventInput) => input,
  } = options;
  const tally = new Float64Array(tallySize(work));
  const files = inputs.map(
    ({ name }): FileCount => ({ file: name, events: 0, matched: 0, bad: 0, firstBad: undefined }),
  );
  const total: Total = { events: 0, matched: 0, tally, bad: 0, firstBad: undefined, files, isWhole: false };
  const place = new Position();
  const crew = new Crew(work, options, place);
  const results = resultsOf(inputs, {
    work,
    crew,
    left: () => limit - total.matched,
    eager,
    prepare,
    live: eager && (jobs ?? 1) === 1,
  });
  try {
    for (;;) {
      const next = await unlessAborted(results.next(), signal);
      if (next.done) {
        total.isWhole = true;
        return total;
      }
      const { input, index, read } = next.value;
      const result = upTo(next.value.result, limit - total.matched);
      // Thousands of files may be named.
      if (input !== place.input) place.input?.close();
      place.enter(input);
      add(total, files[index] as FileCount, result, place);
      for (const example of result.examples ?? []) {
        const numbered = input.values === true;
        options.example?.(example, { file: input.name, line: place.line + example.line + 1, numbered });
      }
      const wanted = await options.output(result.output);
      crew.reuse(next.value.result.output);
      if (!wanted || total.matched >= limit) return total;
      if (result.ended === 'bad') throw new Failure(problemOf(result.firstBad as BadLine, place));
      if (result.reason !== undefined) throw new Failure({ message: `\`${input.name}\`: ${result.reason}` });
      place.line += result.lines;
      options.progress?.({ bytes: place.before + read(), matched: total.matched });
    }
  } finally {
    await crew.close();
    for (const input of inputs) input.close();
  }
}

interface Judged {
  readonly input: EventInput;
  /** Of the input. */
  readonly index: number;
  /** The progress in the input, in bytes of its file if known. */
  read(): number;
  readonly result: PartResult;
}

interface ResultOptions {
  readonly work: Work;
  readonly crew: Crew;
  /** The remaining limit. */
  left(): number;
  readonly eager: boolean | undefined;
  prepare(input: EventInput): Promise<EventInput>;
  /** Evaluates streams as they arrive. */
  readonly live: boolean | undefined;
}

/** The results of all inputs, in order. */
async function* resultsOf(
  inputs: readonly EventInput[],
  { work, crew, left, eager, prepare, live }: ResultOptions,
): AsyncGenerator<Judged> {
  const { maxLine } = work;
  const how = { maxLine, eager, left, prepare };
  if (!live) return yield* crew.results(tasksOf([...inputs.entries()], how));
  for (const [index, one] of inputs.entries()) {
    // Files are not waited for: of a pipe the size is unknown.
    if (one.size !== undefined) yield* crew.results(tasksOf([[index, one]], how));
    else {
      const input = await prepare(one);
      for await (const result of liveResults(input, await crew.own(), maxLine))
        yield { input, index, read: () => input.consumed(), result };
    }
  }
}

interface PartTask {
  readonly input: EventInput;
  readonly index: number;
  readonly part: Part;
  readonly limit: number | undefined;
}

/** The limit of a part is never less than the remaining limit at its turn, since results are counted in order. */
async function* tasksOf(
  inputs: readonly (readonly [index: number, input: EventInput])[],
  { maxLine, eager, left, prepare }: Pick<ResultOptions, 'eager' | 'left' | 'prepare'> & { readonly maxLine: number },
): AsyncGenerator<PartTask> {
  for (const [index, one] of inputs) {
    const input = await prepare(one);
    for await (const part of partsOf(input, maxLine, eager)) {
      const limit = left();
      yield { input, index, part, limit: Number.isFinite(limit) ? limit : undefined };
    }
  }
}

/** The position of the results in the inputs. */
class Position {
  input: EventInput | undefined;
  /** The number of earlier lines in this input. */
  line = 0;
  /** The bytes of the inputs before it. */
  before = 0;

  enter(input: EventInput): void {
    if (this.input === input) return;
    this.before += this.input?.size ?? 0;
    this.input = input;
    this.line = 0;
  }
}

/** Bytes evaluated before threads are started, which takes about as long. */
const ALONE = 1 << 24;

/** Sending less to a thread takes longer than evaluating it. */
const SMALL = 1 << 14;

/** The number of parts that may wait for an earlier one, whose thread the system may have stopped for a while. */
const AHEAD = 16;

/** Distributes the work: this thread, and others for all jobs but one. */
class Crew {
  readonly window: number;
  private readonly work: Work;
  private readonly jobs: number;
  private readonly place: Position;
  private judge: Judge | undefined;
  private alone: number;
  private pool: Pool | undefined;
  /** Outputs that are no longer in use. */
  private readonly spares: ArrayBuffer[] = [];
  /** Resolves when the previous part has a thread. */
  private turn: Promise<unknown> = Promise.resolve();
  private closed = false;

  constructor(work: Work, { jobs, judge }: JudgeOptions, place: Position) {
    this.work = work;
    this.place = place;
    this.judge = judge;
    this.jobs = judge === undefined ? (jobs ?? availableParallelism()) : 1;
    this.alone = jobs === undefined ? ALONE : 0;
    // With one job a part starts when the previous result has been consumed, so that the number of earlier lines is known.
    this.window = this.jobs === 1 ? 1 : 2 * this.jobs + AHEAD;
  }

  /** The judge of this thread. */
  async own(): Promise<Judge> {
    this.judge ??= await openJudge(this.work);
    return this.judge;
  }

  async *results(tasks: AsyncIterable<PartTask>): AsyncGenerator<Judged> {
    for await (const { task, result } of inOrder(tasks, this.window, this.run)) {
      const { input, index, part } = task;
      yield { input, index, read: () => readOf(input, part), result };
    }
  }

  readonly run = async (task: PartTask): Promise<PartResult> => {
    const begun = this.turn.then(() => this.begin(task));
    this.turn = begun.catch(() => undefined);
    return (await begun).outcome;
  };

  /** Takes back an output that is written. */
  reuse({ buffer }: Uint8Array): void {
    // With one job the judge uses it again.
    if (this.window > 1 && buffer.byteLength > SMALL) this.spares.push(buffer as ArrayBuffer);
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.pool?.close();
  }

  private async begin({ input, part, limit }: PartTask): Promise<{ readonly outcome: Promise<PartResult> }> {
    // Yields to threads, streams and signals, since evaluating a part takes milliseconds.
    await new Promise((resolve) => setImmediate(resolve));
    if (this.closed) throw new Interrupted();
    const { work, place } = this;
    const bytes = part.kind === 'range' ? part.end - part.start : part.bytes.length;
    if (this.jobs > 1 && this.alone < bytes && bytes > SMALL) {
      this.alone = 0;
      // Loaded on use, since few calls have so much input.
      const { Pool } = await import('./pool.ts');
      if (this.closed) throw new Interrupted();
      this.pool ??= new Pool(this.jobs - 1, work);
      if (this.pool.free) return { outcome: this.pool.run({ part, limit, spare: this.spares.pop() }) };
    }
    this.alone = Math.max(0, this.alone - bytes);
    const before = place.input === input ? place.line : 0;
    const judge = await this.own();
    // With several jobs it waits for earlier parts, and the next part of this thread does not wait for it.
    const [owned, spare] = [this.window > 1, this.spares.pop()];
    const outcome = judgePart(judge, part, { maxLine: work.maxLine, limit, before, owned, spare });
    return { outcome: Promise.resolve(outcome) };
  }
}

/** The result up to the limit, since the part did not know the results of earlier parts. */
function upTo(result: PartResult, limit: number): PartResult {
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

function add(total: Total, file: FileCount, result: PartResult, place: Position): void {
  const { events, matched, tally, bad } = result;
  const firstBad = result.firstBad && problemOf(result.firstBad, place);
  for (const one of [total, file]) {
    one.events += events;
    one.matched += matched;
    one.bad += bad;
    one.firstBad ??= firstBad;
  }
  for (const [i, count] of (tally ?? []).entries()) total.tally[i] = (total.tally[i] as number) + count;
}

function problemOf({ line, column, offset, problem }: BadLine, { input, line: before }: Position): Problem {
  if (input?.rows !== undefined) {
    const message = `row ${before + line + 1} of the column \`${input.rows.column}\`: ${problem}`;
    return { file: input.name, message };
  }
  if (input?.values === true) return { file: input.name, message: `event ${before + line + 1}: ${problem}` };
  return { file: input?.name, line: before + line + 1, column, message: `${problem} (at byte ${offset})` };
}

/** The progress in an input, in bytes of its file if known. */
function readOf(input: EventInput, part: Part): number {
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
