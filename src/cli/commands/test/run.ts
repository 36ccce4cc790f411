/** `eb-pattern test`: runs suites. A suite with an error does not prevent the others from running. */

import {
  COVERAGE_OUTPUT,
  type CoverageFile,
  type CoverageOptions,
  wantsCoverageOrMutation,
  wantsMutation,
} from '../../coverage/options.ts';
import type { Proposal } from '../../coverage/proposal.ts';
import type { CoverageResult } from '../../coverage/run.ts';
import { type NamesOptions, namesOf, requireWatchable } from '../../files/names.ts';
import { readOutputs } from '../../files/outputs.ts';
import { Failure, type Problem, problemsOf } from '../../findings/failure.ts';
import { lineFinder } from '../../findings/line-finder.ts';
import { plural, showProblem } from '../../findings/show.ts';
import { DEFAULT_DIALECT } from '../../patterns/pattern.ts';
import type { Interruption } from '../../report/report.ts';
import { inputGuard } from '../../reporter/input-guard.ts';
import { namedFiles, Reporter, type ReportOptions } from '../../reporter/reporter.ts';
import type { Session } from '../../session/session.ts';
import { type AllOptions, type AllResults, runAll } from '../../suite/all.ts';
import { findSuites } from '../../suite/find.ts';
import type { World } from '../../suite/inline.ts';
import type { SuiteResult } from '../../suite/run.ts';
import { SEEDS } from '../../suite/shuffle.ts';
import { INTERRUPTED } from '../../terminal/exit-code.ts';
import { CLEAR, printable } from '../../terminal/terminal.ts';
import { notesOf } from './notes.ts';

export interface TestOptions
  extends Omit<AllOptions, 'seed' | 'refuseOnly' | 'record'>,
    ReportOptions,
    CoverageOptions,
    NamesOptions {
  readonly allowOnly?: boolean;
  readonly update?: boolean;
  readonly watch?: boolean;
  /** The seed, or `true` to choose one. */
  readonly shuffle?: number | true;
}

export async function test(given: readonly string[], options: TestOptions, session: Session): Promise<number> {
  const { sources, patterns, io } = session;
  if (options.write === true && !wantsMutation(options)) {
    throw new Failure({ message: '`--write` adds the tests that `--mutate` proposes: say both' });
  }
  if (options.watch) return watch(given, options, session);
  const destinations = await openDestinations(options, session);
  const { files, problems } = await findSuites(namesOf(given, options, session), io.cwd, sources.bounds);
  const world = { sources, patterns, cwd: io.cwd };
  const signal = io.onInterrupt?.();
  return runFiles(files, problems, options, { session, ...destinations, worldOf: () => world, signal });
}

/** The destinations of results. */
interface Destinations {
  readonly reporter: Reporter;
  readonly coverageFiles: readonly CoverageFile[];
}

/** @throws Failure for invalid destinations, before tests run */
async function openDestinations(options: TestOptions, session: Session): Promise<Destinations> {
  const named = namedFiles(options, session);
  const coverageFiles = readOutputs(COVERAGE_OUTPUT, options.coverageOutput ?? [], named);
  const reporter = await Reporter.open('test', options, options.dialect ?? DEFAULT_DIALECT, session, named);
  return { reporter, coverageFiles };
}

/** Ends when the user stops it. */
async function watch(given: readonly string[], options: TestOptions, session: Session): Promise<number> {
  const { io, out, err } = session;
  requireWatchable(given, options.format);
  const { watchSuites } = await import('./watch.ts');
  const signal = io.onInterrupt?.();
  await watchSuites(
    () => namesOf(given, options, session),
    session,
    signal,
    async ({ files, problems, first, worldOf }) => {
      const destinations = await openDestinations(options, session);
      if (!first && io.stdout.isTTY === true) io.stdout.write(CLEAR);
      try {
        await runFiles(files, problems, options, { session, ...destinations, worldOf, signal });
      } catch (thrown) {
        for (const problem of problemsOf(thrown)) showProblem(problem, err);
      }
      if (signal?.aborted !== true) out.line(out.paint('dim', 'waiting for changes; Ctrl-C ends it'));
    },
  );
  return INTERRUPTED;
}

interface Context extends Destinations {
  readonly session: Session;
  readonly worldOf: (file: string) => World;
  readonly signal: AbortSignal | undefined;
}

/** `before`: errors while suites were searched for. */
async function runFiles(
  files: readonly string[],
  before: readonly Problem[],
  options: TestOptions,
  { session, reporter, coverageFiles, worldOf, signal }: Context,
): Promise<number> {
  const { io } = session;
  const seed = options.shuffle === true ? Math.floor(Math.random() * SEEDS) : options.shuffle;
  for (const problem of before) reporter.problem(problem);
  reporter.expect(files.length);
  const results = await runAll(
    files,
    {
      ...options,
      record: wantsCoverageOrMutation(options),
      ...(seed === undefined ? {} : { seed }),
      refuseOnly: runsInCi(io.env) && !options.allowOnly,
    },
    {
      worldOf,
      signal,
      onOutcome: (outcome) => {
        if ('problems' in outcome) reporter.unanswered(outcome.problems);
        else reporter.suite(outcome.result);
      },
    },
  );
  const {
    measured,
    interrupted,
    proposals = [],
  } = await measuredCoverage(results, options, session, {
    reporter,
    coverageFiles,
    signal,
  });
  const written = options.update === true ? await update(results.suites, session, reporter) : 0;
  const added = options.write === true ? await addTests(results.suites, proposals, session, reporter) : 0;
  if (files.length > 0 && before.length === 0 && isEmpty(results)) throw nothingSelected(options);
  const notes = [
    ...notesOf(results, { seed, written }),
    ...(added === 0
      ? []
      : [`${plural(added, 'test')} added; read them: they say what the patterns do, not what they should do`]),
    ...(interrupted === undefined ? [] : [NOT_ALL_TRIED]),
  ];
  return reporter.finish({ interrupted: results.interrupted ?? interrupted, notes, measured });
}

const NOT_ALL_TRIED = 'not all mutants were tried, and nothing is said of them';

/** Only for a complete run: an interrupted one has no coverage. */
async function measuredCoverage(
  { suites, interrupted }: AllResults,
  options: TestOptions,
  session: Session,
  { reporter, coverageFiles, signal }: Destinations & Pick<Context, 'signal'>,
): Promise<{
  readonly measured?: CoverageResult;
  readonly interrupted?: Interruption;
  readonly proposals?: readonly Proposal[];
}> {
  if (!wantsCoverageOrMutation(options) || interrupted !== undefined) return {};
  const { examine } = await import('../../coverage/run.ts');
  reporter.pause();
  const bySuite = suites.flatMap(({ recorded = [] }) => recorded);
  const guard = inputGuard({ patterns: [], suites, problems: [] }, session);
  const examined = await examine(bySuite, options, session, { files: coverageFiles, guard, signal });
  for (const problem of examined.problems) reporter.problem(problem);
  for (const { partial: _, ...one } of examined.skipped) {
    reporter.skipped({ ...one, checked: 'not', undecided: [''] });
  }
  for (const one of examined.passed) reporter.passed(one);
  const { measured, proposals } = examined;
  if (!examined.interrupted) return { measured, proposals };
  return { measured, interrupted: { ran: suites.length, of: suites.length } };
}

/**
 * Reports each written verdict and their number. A file that was not read to its end is written nevertheless, since verdicts are
 * independent.
 */
async function update(suites: readonly SuiteResult[], { io, err }: Session, reporter: Reporter): Promise<number> {
  const { writeVerdicts } = await import('./write-verdicts.ts');
  let count = 0;
  for (const suite of suites) {
    try {
      const written = await writeVerdicts(suite, io.cwd);
      for (const { test, text } of written) {
        const { line, column } = lineFinder(suite.document.text)(test.range.start);
        err.line(printable(`${suite.document.file}:${line}:${column}: wrote \`${text}\` for \`${test.name}\``));
      }
      count += written.length;
    } catch (thrown) {
      for (const problem of problemsOf(thrown)) reporter.problem(problem);
    }
  }
  return count;
}

/** Reports each added test and their number. A suite that cannot be written does not affect the others. */
async function addTests(
  suites: readonly SuiteResult[],
  proposals: readonly Proposal[],
  { io, err }: Session,
  reporter: Reporter,
): Promise<number> {
  const { writeTests } = await import('./write-tests.ts');
  let count = 0;
  for (const { document } of suites) {
    const own = proposals.filter(({ suite }) => suite === document.file);
    try {
      await writeTests(document, own, io.cwd);
      for (const { name } of own) err.line(printable(`${document.file}: added the test \`${name}\``));
      count += own.length;
    } catch (thrown) {
      for (const problem of problemsOf(thrown)) reporter.problem(problem);
    }
  }
  return count;
}

function isEmpty({ suites, problems, interrupted }: AllResults): boolean {
  return suites.length + problems.length === 0 && interrupted === undefined;
}

function nothingSelected({ grep }: TestOptions): Failure {
  return new Failure({ message: `there is no test whose \`file > name\` matches \`${grep?.source}\`` });
}

/** Whether a CI system runs it, by its environment. */
function runsInCi({ CI }: Session['io']['env']): boolean {
  return CI !== undefined && CI !== '' && CI !== 'false' && CI !== '0';
}
