/** How thorough the tests of a run are: what they decide, and what they would notice. */
import { type Problem, problemsOf } from '../failure.ts';
import { StatusLine } from '../render/status-line.ts';
import { printable } from '../render/terminal.ts';
import type { Session } from '../session.ts';
import { showCoverage } from './coverage/human.ts';
import { type CoverageReport, type MutationReport, reportCoverage, reportMutation } from './coverage/json.ts';
import { type Coverage, measure, ratioOf } from './coverage/measure.ts';
import { writeCoverage } from './coverage/output.ts';
import { testedPatterns, untestedPatterns } from './coverage/tested.ts';
import type { Exercise } from './exercise.ts';
import { showMutation } from './mutation/human.ts';
import { Names } from './mutation/proposal.ts';
import { mutate, type PatternMutation, scoreOf } from './mutation/run.ts';
import { missedThreshold } from './ratio.ts';
import { type CoverageFile, type ThoroughnessOptions, wantsCoverage, wantsMutation } from './wanted.ts';

export interface Thoroughness {
  readonly coverage?: CoverageReport;
  readonly mutation?: MutationReport;
  /** Thresholds that are not reached, a sentence each. */
  readonly missed: readonly string[];
}

/** Shown at once where a person reads; files are written, and thresholds that are missed are told on standard error. */
export async function examine(
  exercises: readonly Exercise[],
  options: ThoroughnessOptions & { readonly format: string },
  files: readonly CoverageFile[],
  session: Session,
): Promise<{ readonly thorough: Thoroughness; readonly problems: readonly Problem[] }> {
  const { io, patterns, out, err } = session;
  const tested = testedPatterns(exercises, io.cwd);
  const world = { patterns, cwd: io.cwd };
  const untested = await untestedPatterns(options.coverageOf ?? [], exercises, options, world);
  const problems: Problem[] = [...untested.problems];
  const coverage: Coverage | undefined = wantsCoverage(options)
    ? { patterns: [...tested, ...untested.patterns].map(measure), skipped: untested.skipped }
    : undefined;
  const mutation = wantsMutation(options) ? mutateAll(tested, session) : undefined;
  if (options.format === 'human') {
    if (coverage !== undefined) showCoverage(coverage, out);
    if (mutation !== undefined) showMutation(mutation, out);
  }
  for (const file of coverage === undefined ? [] : files) {
    await writeCoverage(file, { coverage: coverage as Coverage, mutation }).catch((thrown) =>
      problems.push(...problemsOf(thrown)),
    );
  }
  const missed = missedOf(coverage, mutation, options);
  const shown = options.format === 'human' ? out : err;
  if (missed.length > 0) shown.gap();
  for (const text of missed) shown.line(shown.paint('bad', printable(text)));
  return {
    thorough: {
      ...(coverage === undefined ? {} : { coverage: reportCoverage(coverage) }),
      ...(mutation === undefined ? {} : { mutation: reportMutation(mutation) }),
      missed,
    },
    problems,
  };
}

function mutateAll(tested: ReturnType<typeof testedPatterns>, { io }: Session): readonly PatternMutation[] {
  const status = new StatusLine(io);
  const names = new Names();
  const found = tested.map((pattern, i) => {
    const which = tested.length === 1 ? pattern.name : `pattern ${i + 1} of ${tested.length}`;
    return mutate(pattern, { names, progress: (tried) => status.update(() => `${which}: mutant ${tried}`) });
  });
  status.erase();
  return found;
}

function missedOf(
  coverage: Coverage | undefined,
  mutation: readonly PatternMutation[] | undefined,
  { coverageThreshold, mutationThreshold }: ThoroughnessOptions,
): readonly string[] {
  const covered = (coverage?.patterns ?? []).map((one) => ({ name: one.of.name, ...ratioOf(one) }));
  const noticed = (mutation ?? []).map((one) => ({ name: one.of.name, ...scoreOf(one) }));
  return [
    coverageThreshold === undefined ? undefined : missedThreshold('coverage', covered, coverageThreshold),
    mutationThreshold === undefined ? undefined : missedThreshold('mutation score', noticed, mutationThreshold),
  ].filter((text) => text !== undefined);
}
