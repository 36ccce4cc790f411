/** Measures coverage and mutation of a run, prints and writes them, and compares them with thresholds. */
import { type Problem, problemsOf } from '../findings/failure.ts';
import type { Session } from '../session/session.ts';
import type { PassedOver, Skipped } from '../sources/patterns.ts';
import type { SuiteEvents } from '../suite/suite-events.ts';
import { Cancellation } from '../terminal/cancellation.ts';
import { StatusLine } from '../terminal/status-line.ts';
import { printable } from '../terminal/terminal.ts';
import type { CoverageReport, MutationReport } from './answer.ts';
import { showCoverage } from './human.ts';
import { reportCoverage, reportMutation } from './json.ts';
import { type Coverage, measure, ratioOf } from './measure.ts';
import { mutating, type PatternMutation, scoreOf } from './mutants.ts';
import { type CoverageFile, type CoverageOptions, wantsCoverage, wantsMutation } from './options.ts';
import { writeCoverage } from './output.ts';
import { type Proposal, TestNames } from './proposal.ts';
import { missedThreshold } from './ratio.ts';
import { showMutation } from './show-survivors.ts';
import { testedPatterns, untestedPatterns } from './tested.ts';

export interface CoverageResult {
  readonly coverage?: CoverageReport;
  readonly mutation?: MutationReport;
  /** Missed thresholds, a sentence each. */
  readonly missed: readonly string[];
}

interface Examined {
  readonly measured: CoverageResult;
  readonly problems: readonly Problem[];
  /** Among the patterns that must be tested: those that are computed later, and files that are no patterns. */
  readonly skipped: readonly Skipped[];
  readonly passed: readonly PassedOver[];
  /** Tests that would kill the survivors, without repetition. */
  readonly proposals: readonly Proposal[];
  /** The user interrupted the mutation, which is not reported. */
  readonly interrupted: boolean;
}

interface Ways {
  readonly files: readonly CoverageFile[];
  /** Refuses output files that the run reads. */
  readonly guard: (file: string) => Promise<void>;
  readonly signal: AbortSignal | undefined;
}

/**
 * Printed at once in the human format; files are written. Missed thresholds are printed on standard error, or in the verdict of the human
 * format.
 */
export async function examine(
  bySuite: readonly SuiteEvents[],
  options: CoverageOptions & { readonly format: string; readonly listSkipped?: boolean | undefined },
  session: Session,
  { files, guard, signal }: Ways,
): Promise<Examined> {
  const { io, patterns, out, err } = session;
  const tested = testedPatterns(bySuite, io.cwd);
  const world = { patterns, cwd: io.cwd };
  const untested = await untestedPatterns(options.coverageOf ?? [], bySuite, options, world);
  const problems: Problem[] = [...untested.problems];
  const coverage: Coverage | undefined = wantsCoverage(options)
    ? { patterns: [...tested, ...untested.patterns].map(measure), skipped: untested.skipped, passed: untested.passed }
    : undefined;
  const mutation = wantsMutation(options) ? await mutateAll(tested, session, signal) : undefined;
  const interrupted = wantsMutation(options) && mutation === undefined;
  if (options.format === 'human') {
    if (coverage !== undefined) showCoverage(coverage, options.listSkipped === true, out);
    if (mutation !== undefined) showMutation(mutation, out);
  }
  for (const file of coverage === undefined ? [] : files) {
    try {
      await guard(file.file);
      await writeCoverage(file, { coverage: coverage as Coverage, mutation });
    } catch (thrown) {
      for (const one of problemsOf(thrown)) problems.push(one);
    }
  }
  const missed = missedOf(coverage, mutation, options);
  // The human format has it in the verdict at the end.
  if (options.format !== 'human') for (const text of missed) err.line(err.paint('bad', printable(text)));
  return {
    measured: {
      ...(coverage === undefined ? {} : { coverage: reportCoverage(coverage) }),
      ...(mutation === undefined ? {} : { mutation: reportMutation(mutation) }),
      missed,
    },
    problems,
    proposals: [
      ...new Set((mutation ?? []).flatMap(({ survivors }) => survivors.flatMap((one) => one.proposal ?? []))),
    ],
    skipped: untested.skipped,
    passed: untested.passed,
    interrupted,
  };
}

/** Undefined when the user interrupted it. */
async function mutateAll(
  tested: ReturnType<typeof testedPatterns>,
  { io }: Session,
  signal: AbortSignal | undefined,
): Promise<readonly PatternMutation[] | undefined> {
  const status = new StatusLine(io);
  const names = new TestNames();
  const cancellation = new Cancellation(signal);
  const found: PatternMutation[] = [];
  for (const [i, pattern] of tested.entries()) {
    const which = tested.length === 1 ? pattern.name : `pattern ${i + 1} of ${tested.length}`;
    const steps = mutating(pattern, { names });
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) {
        found.push(step.value);
        break;
      }
      const tried = step.value;
      status.update(() => `${which}: mutant ${tried}`);
      if (!(await cancellation.mayContinue())) {
        status.erase();
        return undefined;
      }
    }
  }
  status.erase();
  return found;
}

function missedOf(
  coverage: Coverage | undefined,
  mutation: readonly PatternMutation[] | undefined,
  { coverageThreshold, mutationThreshold }: CoverageOptions,
): readonly string[] {
  const covered = (coverage?.patterns ?? []).map((one) => ({ name: one.of.name, ...ratioOf(one) }));
  const noticed = (mutation ?? []).map((one) => ({ name: one.of.name, ...scoreOf(one) }));
  return [
    coverageThreshold === undefined ? undefined : missedThreshold('coverage', covered, coverageThreshold),
    mutationThreshold === undefined ? undefined : missedThreshold('mutation score', noticed, mutationThreshold),
  ].filter((text) => text !== undefined);
}
