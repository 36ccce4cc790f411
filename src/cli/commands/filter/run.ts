/** `eb-pattern filter`: the lines of NDJSON whose events match, byte for byte, or an answer for each line. */

import { Failure } from '../../findings/failure.ts';
import { showPassed, showSkipped } from '../../findings/show.ts';
import { withoutHeaders } from '../../lines/chunk-headers.ts';
import { inContainer } from '../../lines/container.ts';
import { type FilesFrom, withFilesFrom } from '../../lines/files-from.ts';
import type { LineOptions } from '../../lines/flags.ts';
import { type EventInput, findInputs, totalSize } from '../../lines/input.ts';
import { type ManifestOptions, refuseManifest, writeManifest } from '../../lines/manifest.ts';
import { Progress } from '../../lines/progress.ts';
import { Interrupted, type JudgeOptions, judgeAll, type Total } from '../../lines/run.ts';
import { showEmptyRows } from '../../lines/table-input.ts';
import type { Work } from '../../lines/work.ts';
import { refuseOtherInputs } from '../../lines/wrong-input.ts';
import type { Session } from '../../session/session.ts';
import { readPatterns, type SkipOptions } from '../../sources/named-patterns.ts';
import { wrongPattern } from '../../sources/swapped-arguments.ts';
import { Sink } from '../../terminal/byte-sink.ts';
import { INTERRUPTED, NO, YES } from '../../terminal/exit-code.ts';
import { checkEach, type EachOptions } from './each.ts';

export interface FilterOptions extends LineOptions, SkipOptions, EachOptions, FilesFrom, ManifestOptions {
  /** Besides the first argument. */
  readonly pattern?: readonly string[];
  readonly invert?: boolean;
  readonly count?: boolean;
  readonly ids?: boolean;
  readonly limit?: number;
  readonly exitStatus?: boolean;
  readonly quiet?: boolean;
}

export async function filter(
  pattern: string,
  files: readonly string[],
  options: FilterOptions,
  session: Session,
): Promise<number> {
  checkEach(options);
  const { io, sources } = session;
  const place = { sources, cwd: io.cwd, column: options.column };
  const world = { patterns: session.patterns, cwd: io.cwd };
  // A missing pattern would change the output, and no line would show it.
  const insisting = { ...options, each: true };
  const names = [pattern, ...(options.pattern ?? [])];
  const { patterns, skipped, passed, language } = await readPatterns(names, insisting, world).catch(async (thrown) => {
    throw await wrongPattern(thrown, { command: 'filter', pattern, event: files[0] ?? '-' }, options, session);
  });
  if (skipped.length > 0) throw new Failure(skipped);
  showPassed(passed, options.listSkipped === true, session.err);
  const named = await withFilesFrom(files, options, place);
  const inputs = await findInputs(named.length === 0 ? ['-'] : named, place);
  // With `each` lines are lines, whatever the first one is: detecting another container would wait for more of them.
  const container = options.each ? 'lines' : options.input;
  if (container === undefined) await refuseOtherInputs(inputs, pattern, options, session);
  await refuseManifest(options, inputs, io.cwd);
  const prepare = async (input: EventInput): Promise<EventInput> => {
    const one = await inContainer(input, container, options.maxLine);
    return options.chunkHeader ? withoutHeaders(one) : one;
  };
  const work: Work = {
    patterns: patterns.map(({ id, text }) => [id, text]),
    dialect: language.dialect,
    extensions: language.extension,
    answer: answerOf(options),
    invert: options.invert ?? false,
    wellFormed: options.wellFormed ?? false,
    onBadLine: options.onBadLine,
    maxLine: options.maxLine,
  };
  const total = await run(inputs, work, { ...options, prepare }, session);
  if (total === undefined) return INTERRUPTED;
  if (total.isWhole) await writeManifest(options, total.files, io.cwd);
  if (options.count) session.out.line(String(total.matched));
  const done = options.each ? 'answered with `null`' : 'skipped';
  if (total.firstBad !== undefined) showSkipped(total.bad, total.firstBad, session.err, done);
  showEmptyRows(inputs, session.err);
  return options.exitStatus && total.matched === 0 ? NO : YES;
}

function answerOf({ count, ids, each }: FilterOptions): Work['answer'] {
  if (each) return ids ? 'each-ids' : 'each';
  return count ? 'count' : ids ? 'ids' : 'lines';
}

/** Undefined when the user interrupted it. */
async function run(
  inputs: readonly EventInput[],
  work: Work,
  { jobs, limit, quiet, invert, each, prepare }: FilterOptions & Pick<JudgeOptions, 'prepare'>,
  { io }: Session,
): Promise<Total | undefined> {
  const progress = new Progress(io, totalSize(inputs), { quiet });
  // Output and progress may share a terminal.
  const sink = new Sink(io.stdout, () => progress.erase());
  let total: Total | undefined;
  try {
    total = await judgeAll(inputs, work, {
      jobs,
      limit,
      eager: each,
      prepare,
      signal: io.onInterrupt?.(),
      output: async (bytes) => {
        // The writer of the input may wait for the answers.
        await (each ? sink.send(bytes) : sink.push(bytes));
        // The reader has closed the pipe, which is not an error.
        return !sink.closed;
      },
      progress: (standing) => progress.update(standing),
    });
    return total;
  } catch (thrown) {
    if (thrown instanceof Interrupted) return undefined;
    throw thrown;
  } finally {
    await sink.flush();
    progress.erase();
    if (total !== undefined) progress.end(total, invert ? 'did not match' : 'matched');
  }
}
