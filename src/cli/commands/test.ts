/** `eb-pattern test`: runs suites. One that cannot be run does not keep the others from running. */
import { INTERRUPTED } from '../exit.ts';
import { Failure, type Problem, problemsOf } from '../failure.ts';
import { DEFAULT_DIALECT } from '../read/pattern.ts';
import { showProblem } from '../render/findings.ts';
import { printable } from '../render/terminal.ts';
import { type FinishOptions, finish } from '../report/finish.ts';
import { showSuite } from '../report/human.ts';
import { lineFinder } from '../report/lines.ts';
import { notesOf } from '../report/notes.ts';
import type { Session } from '../session.ts';
import { type AllOptions, type AllResults, runAll } from '../suite/all.ts';
import { findSuites } from '../suite/find.ts';
import type { SuiteResult, World } from '../suite/run.ts';
import { SEEDS } from '../suite/shuffle.ts';

export interface TestOptions extends Omit<AllOptions, 'seed' | 'refuseOnly'>, FinishOptions {
  readonly allowOnly?: boolean;
  readonly watch?: boolean;
  /** The seed, or that one is to be chosen. */
  readonly shuffle?: number | true;
}

export async function test(paths: readonly string[], options: TestOptions, session: Session): Promise<number> {
  const { sources, patterns, io } = session;
  if (options.watch) return watch(paths, options, session);
  const found = await findSuites(paths, io.cwd);
  for (const problem of found.problems) showProblem(problem, session.err);
  const world = { sources, patterns, cwd: io.cwd };
  return runFiles(found.files, found.problems, options, { session, worldOf: () => world, signal: io.onInterrupt?.() });
}

/** Ends when the user stops it. */
async function watch(paths: readonly string[], options: TestOptions, session: Session): Promise<number> {
  const { io, out, err } = session;
  if (options.format !== 'human') {
    throw new Failure({ message: `\`--watch\` is for a person, and goes with no \`--format ${options.format}\`` });
  }
  if (paths.includes('-')) throw new Failure({ message: '`-` is standard input, and cannot be watched' });
  const { watchSuites } = await import('../suite/watch/watch.ts');
  const signal = io.onInterrupt?.();
  await watchSuites(paths, io, signal, async ({ files, problems, first, worldOf }) => {
    if (!first && io.stdout.isTTY === true) io.stdout.write(CLEAR);
    for (const problem of problems) showProblem(problem, err);
    try {
      await runFiles(files, problems, options, { session, worldOf, signal });
    } catch (thrown) {
      for (const problem of problemsOf(thrown)) showProblem(problem, err);
    }
    if (signal?.aborted !== true) out.line(out.paint('dim', 'waiting for changes; Ctrl-C ends it'));
  });
  return INTERRUPTED;
}

/** The screen and what was scrolled away. */
const CLEAR = '\u001b[2J\u001b[3J\u001b[H';

interface Context {
  readonly session: Session;
  readonly worldOf: (file: string) => World;
  readonly signal: AbortSignal | undefined;
}

/** `before` are problems that have been shown. */
async function runFiles(
  files: readonly string[],
  before: readonly Problem[],
  options: TestOptions,
  { session, worldOf, signal }: Context,
): Promise<number> {
  const { io, out, err } = session;
  const seed = options.shuffle === true ? Math.floor(Math.random() * SEEDS) : options.shuffle;
  const results = await runAll(
    files,
    {
      ...options,
      ...(seed === undefined ? {} : { seed }),
      refuseOnly: isWatchedByNobody(io.env) && !options.allowOnly,
    },
    {
      worldOf,
      signal,
      onOutcome: (outcome) => {
        if ('problems' in outcome) for (const problem of outcome.problems) showProblem(problem, err);
        else if (options.format === 'human') showSuite(outcome.result, out);
      },
    },
  );
  const written = options.update === true ? await update(results.suites, io.cwd, session) : { count: 0, problems: [] };
  if (files.length > 0 && before.length === 0 && isEmpty(results)) throw nothingSelected(options);
  return finish(
    {
      command: 'test',
      dialect: options.dialect ?? DEFAULT_DIALECT,
      patterns: [],
      skipped: [],
      suites: results.suites,
      problems: [...before, ...results.problems, ...written.problems],
      unanswered: results.unanswered,
      notes: notesOf(results, { seed, written: written.count }),
      ...(results.interrupted === undefined ? {} : { interrupted: results.interrupted }),
    },
    options,
    session,
  );
}

/** Says each verdict as it is written. A file that was not read to its end is written all the same: each verdict stands by itself. */
async function update(
  suites: readonly SuiteResult[],
  cwd: string,
  { err }: Session,
): Promise<{ readonly count: number; readonly problems: readonly Problem[] }> {
  const { writeVerdicts } = await import('../suite/update/write.ts');
  const problems: Problem[] = [];
  let count = 0;
  for (const suite of suites) {
    try {
      const written = await writeVerdicts(suite, cwd);
      for (const { test, text } of written) {
        const { line, column } = lineFinder(suite.document.text)(test.range.start);
        err.line(printable(`${suite.document.file}:${line}:${column}: wrote \`${text}\` for \`${test.name}\``));
      }
      count += written.length;
    } catch (thrown) {
      const found = problemsOf(thrown);
      for (const problem of found) showProblem(problem, err);
      problems.push(...found);
    }
  }
  return { count, problems };
}

function isEmpty({ suites, problems, interrupted }: AllResults): boolean {
  return suites.length + problems.length === 0 && interrupted === undefined;
}

function nothingSelected({ grep }: TestOptions): Failure {
  return new Failure({ message: `there is no test whose \`file > name\` matches \`${grep?.source}\`` });
}

/** As systems that run tests for others say it. */
function isWatchedByNobody({ CI }: Session['io']['env']): boolean {
  return CI !== undefined && CI !== '' && CI !== 'false' && CI !== '0';
}
