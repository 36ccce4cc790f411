/** `eb-pattern route`: the patterns of a folder that events reach. */
import { EventSyntaxError } from '../../../index.ts';
import { writeAnswer } from '../../answer/answer.ts';
import { exact } from '../../answer/exact.ts';
import { decode, MAX_FILE } from '../../files/source.ts';
import { Failure, isTooLong, type Problem, problemsOf } from '../../findings/failure.ts';
import { wholeFile } from '../../findings/located.ts';
import { plural, showPassed, showProblem, showSkipped } from '../../findings/show.ts';
import { inContainer } from '../../lines/container.ts';
import { type FilesFrom, withFilesFrom } from '../../lines/files-from.ts';
import type { LineOptions } from '../../lines/flags.ts';
import { findInputs, totalSize } from '../../lines/input.ts';
import { type Judge, openJudge } from '../../lines/judge.ts';
import { type FileCount, type ManifestOptions, refuseManifest, writeManifest } from '../../lines/manifest.ts';
import { Progress } from '../../lines/progress.ts';
import { Interrupted, judgeAll } from '../../lines/run.ts';
import { type InputForm, meansLines, shapeOf } from '../../lines/shape.ts';
import { showEmptyRows } from '../../lines/table-input.ts';
import type { Work } from '../../lines/work.ts';
import { refuseOtherInputs } from '../../lines/wrong-input.ts';
import { withEvent } from '../../patterns/event.ts';
import type { Format, Session } from '../../session/session.ts';
import { readPatterns, type SkipOptions } from '../../sources/named-patterns.ts';
import { wrongPattern } from '../../sources/swapped-arguments.ts';
import { grouped } from '../../terminal/amounts.ts';
import { Sink } from '../../terminal/byte-sink.ts';
import { INTERRUPTED, UNANSWERED, YES } from '../../terminal/exit-code.ts';
import { withoutCommands } from '../../terminal/log-text.ts';
import { printable } from '../../terminal/terminal.ts';
import { type Routed, type RouteSummary, routeAnswer, routed, summaryAnswer } from './answer.ts';

/** The counted verb of the summary. */
const REACH = 'reach a pattern';

const TOO_LONG = 'it is not JSON, or a condition reads a value of more than 512 MB in it';

export interface RouteOptions extends LineOptions, SkipOptions, FilesFrom, ManifestOptions {
  readonly summary?: boolean;
  readonly quiet?: boolean;
  readonly format: Format;
}

export async function route(
  folder: string,
  files: readonly string[],
  options: RouteOptions,
  session: Session,
): Promise<number> {
  if (files.length === 0 && options.filesFrom === undefined) {
    throw new Failure({ message: 'missing required argument `event`; see `eb-pattern route --help`' });
  }
  if (options.manifest !== undefined && !options.summary) {
    throw new Failure({ message: '`--manifest` is for `--summary`' });
  }
  const { io, sources } = session;
  const place = { sources, cwd: io.cwd, column: options.column };
  const { patterns, skipped, passed, language } = await readPatterns([folder], options, {
    patterns: session.patterns,
    cwd: io.cwd,
  }).catch(async (thrown) => {
    const names = { command: 'route', pattern: folder, event: files[0] ?? '-' };
    throw await wrongPattern(thrown, names, options, session);
  });
  for (const problem of skipped) showProblem(problem, session.err);
  showPassed(passed, options.listSkipped === true, session.err);
  const named = await withFilesFrom(files, options, place);
  const inputs = await findInputs(named, place);
  await refuseManifest(options, inputs, io.cwd);
  if (options.input === undefined) await refuseOtherInputs(inputs, folder, options, session);
  const work: Work = {
    patterns: patterns.map(({ id, text }) => [id, text]),
    dialect: language.dialect,
    extensions: language.extension,
    answer: options.summary ? 'tally' : 'routes',
    invert: false,
    wellFormed: options.wellFormed ?? false,
    onBadLine: options.onBadLine,
    maxLine: options.maxLine,
  };
  try {
    return await (options.summary ? summarize : list)({ inputs, work, options, session });
  } catch (thrown) {
    if (thrown instanceof Interrupted) return INTERRUPTED;
    throw thrown;
  }
}

interface Question {
  readonly inputs: Awaited<ReturnType<typeof findInputs>>;
  readonly work: Work;
  readonly options: RouteOptions;
  readonly session: Session;
}

/** One line for each event. An unreadable file does not prevent the others from being read. */
async function list({ inputs, work, options, session }: Question): Promise<number> {
  const { io, err } = session;
  const human = options.format === 'human';
  const sink = new Sink(io.stdout);
  const events: Routed[] = [];
  const problems: Problem[] = [];
  const skipped = { count: 0, first: undefined as Problem | undefined };
  const signal = io.onInterrupt?.();
  let file = '';
  let numbered = false;
  const describe = (line: number | undefined, patterns: readonly number[]): string => {
    const ids = patterns.map((i) => work.patterns[i]?.[0] ?? '');
    const one = exact(routed, { file, ...(line === undefined ? {} : numbered ? { event: line } : { line }), ids });
    if (human) return withoutCommands(lineFor(one, session));
    events.push(one);
    return '';
  };
  const judge = await openJudge(work, describe);
  const progress = new Progress(io, undefined, { quiet: options.quiet });
  const ended = { events: 0, matched: 0 };
  try {
    for (const input of inputs) {
      file = input.name;
      try {
        const shape = await shapeOf(input, options.maxLine, options.input);
        if (shape.kind === 'one') {
          const reached = reachedBy(shape, judge);
          ended.events++;
          if (reached.length > 0) ended.matched++;
          await sink.push(Buffer.from(describe(undefined, reached)));
          continue;
        }
        const output = async (bytes: Uint8Array): Promise<boolean> => {
          await sink.push(bytes);
          return !sink.closed;
        };
        numbered = shape.input.values === true;
        const total = await judgeAll([shape.input], work, { jobs: 1, judge, signal, output });
        ended.events += total.events;
        ended.matched += total.matched;
        skipped.count += total.bad;
        skipped.first ??= total.firstBad;
      } catch (thrown) {
        for (const one of problemsOf(thrown)) problems.push(one);
      } finally {
        input.close();
      }
    }
  } finally {
    await sink.flush();
  }
  if (!human) {
    writeAnswer(routeAnswer, { events, skipped: skipped.count }, session, problems);
  }
  for (const problem of problems) showProblem(problem, err);
  if (skipped.first !== undefined) showSkipped(skipped.count, skipped.first, err);
  showEmptyRows(inputs, err);
  progress.end(ended, REACH);
  return problems.length > 0 ? UNANSWERED : YES;
}

function lineFor({ file, line, event, ids }: Routed, { out }: Session): string {
  const where = printable(
    line !== undefined ? `${file}:${line}` : event !== undefined ? `${file}, event ${event}` : file,
  );
  if (ids.length === 0) return `${out.paint('bad', '✗')} ${where}: no pattern\n`;
  return `${out.paint('good', '✓')} ${where}: ${printable(ids.join(', '))}\n`;
}

function reachedBy({ name, bytes }: Extract<InputForm, { kind: 'one' }>, judge: Judge): readonly number[] {
  if (bytes.length <= MAX_FILE) {
    return withEvent(wholeFile({ name, text: decode(name, bytes) }), (text) => judge.matchesOf(text));
  }
  try {
    return judge.matchesOf(bytes);
  } catch (thrown) {
    if (isTooLong(thrown)) throw new Failure({ file: name, message: TOO_LONG });
    if (!(thrown instanceof EventSyntaxError)) throw thrown;
    throw new Failure({ file: name, message: `${thrown.problem} (at byte ${thrown.offset})` });
  }
}

/** Counts over all events of all files. */
async function summarize({ inputs, work, options, session }: Question): Promise<number> {
  const { io } = session;
  const counts = new Float64Array(work.patterns.length);
  let events = 0;
  let routed = 0;
  const lines = [];
  /** Of the files with one event, by their place among the inputs. */
  const single = new Map<number, FileCount>();
  let judge: Judge | undefined;
  for (const [index, input] of inputs.entries()) {
    // Read when its turn comes, since each open file is one of a limited number.
    if (meansLines(input.name)) {
      lines.push(input);
      continue;
    }
    const shape = await shapeOf(input, options.maxLine, options.input);
    if (shape.kind === 'lines') {
      lines.push(shape.input);
      continue;
    }
    judge ??= await openJudge(work);
    const reached = reachedBy(shape, judge);
    for (const i of reached) counts[i] = (counts[i] as number) + 1;
    events++;
    if (reached.length > 0) routed++;
    single.set(index, {
      file: input.name,
      events: 1,
      matched: Math.min(reached.length, 1),
      bad: 0,
      firstBad: undefined,
    });
  }
  const progress = new Progress(io, totalSize(lines), { quiet: options.quiet });
  let total: Awaited<ReturnType<typeof judgeAll>>;
  try {
    total = await judgeAll(lines, work, {
      jobs: options.jobs,
      prepare: async (input) => (meansLines(input.name) ? inContainer(input, options.input, options.maxLine) : input),
      signal: io.onInterrupt?.(),
      output: async () => true,
      progress: (standing) => progress.update(standing),
    });
  } finally {
    progress.erase();
  }
  const rest = total.files.values();
  const files = inputs.map((_, index) => single.get(index) ?? (rest.next().value as FileCount));
  await writeManifest(options, files, io.cwd);
  for (const [i, count] of total.tally.entries()) counts[i] = (counts[i] as number) + count;
  const patterns = work.patterns.map(([id], i) => ({ id, events: counts[i] as number }));
  const report: RouteSummary = {
    events: events + total.events,
    routed: routed + total.matched,
    patterns,
    unreached: patterns.filter((pattern) => pattern.events === 0).map(({ id }) => id),
    skipped: total.bad,
  };
  if (options.format === 'json') writeAnswer(summaryAnswer, report, session);
  else show(report, session);
  if (total.firstBad !== undefined) showSkipped(total.bad, total.firstBad, session.err);
  showEmptyRows(inputs, session.err);
  progress.end({ events: report.events, matched: report.routed }, REACH);
  return YES;
}

function show({ events, routed, patterns, unreached }: RouteSummary, { out }: Session): void {
  const reached = patterns.filter((pattern) => pattern.events > 0).sort((a, b) => b.events - a.events);
  const width = reached.reduce((most, { events }) => Math.max(most, grouped(events).length), 0);
  for (const { id, events } of reached) out.line(`${grouped(events).padStart(width)}  ${printable(id)}`);
  if (reached.length > 0) out.line();
  const none = events - routed;
  out.line(
    `${plural(events, 'event')}, ${none === 0 ? 'each reaches a pattern' : `${none} of them ${none === 1 ? 'reaches' : 'reach'} no pattern`}`,
  );
  if (unreached.length === 0) return;
  out.line(out.paint('warning', `${plural(unreached.length, 'pattern')} that nothing reached:`));
  for (const id of unreached) out.line(`  ${printable(id)}`);
}
