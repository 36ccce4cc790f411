/** `eb-pattern test`: runs suites. One that cannot be run does not keep the others from running. */
import { NO, YES } from '../exit.ts';
import { type Problem, problemsOf } from '../failure.ts';
import { DEFAULT_DIALECT } from '../read/pattern.ts';
import { showProblem } from '../render/findings.ts';
import { type FinishOptions, finish } from '../report/finish.ts';
import { showSuite } from '../report/human.ts';
import type { Session } from '../session.ts';
import { findSuites } from '../suite/find.ts';
import { type RunOptions, runSuite, type SuiteResult } from '../suite/run.ts';
import { type ThoroughnessOptions, wantsThoroughness } from '../suite/wanted.ts';

export interface TestOptions extends Omit<RunOptions, 'record'>, FinishOptions, ThoroughnessOptions {}

export async function test(paths: readonly string[], options: TestOptions, session: Session): Promise<number> {
  const { sources, patterns, io, out } = session;
  const found = await findSuites(paths, io.cwd);
  const suites: SuiteResult[] = [];
  const problems: Problem[] = [...found.problems];
  const record = wantsThoroughness(options);
  let unanswered = 0;
  for (const problem of found.problems) showProblem(problem, session.err);
  for (const file of found.files) {
    try {
      const result = await runSuite(
        await sources.read(file),
        { ...options, record },
        { sources, patterns, cwd: io.cwd },
      );
      suites.push(result);
      if (options.format === 'human') showSuite(result, out);
    } catch (thrown) {
      unanswered++;
      for (const problem of problemsOf(thrown)) {
        problems.push(problem);
        showProblem(problem, session.err);
      }
    }
  }
  const dialect = options.dialect ?? DEFAULT_DIALECT;
  const exercises = suites.flatMap(({ exercised = [] }) => exercised);
  const thorough = record
    ? await (await import('../suite/thoroughness.ts')).examine(exercises, options, session)
    : undefined;
  problems.push(...(thorough?.problems ?? []));
  const report = { dialect, patterns: [], skipped: [], suites, problems, unanswered, ...thorough?.report };
  const code = await finish({ command: 'test', ...report }, options, session);
  return code === YES && thorough?.reached === false ? NO : code;
}
