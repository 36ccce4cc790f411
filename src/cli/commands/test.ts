/** `eb-pattern test`: runs suites. One that cannot be run does not keep the others from running. */
import { problemsOf } from '../failure.ts';
import { DEFAULT_DIALECT } from '../read/pattern.ts';
import { Reporter, type ReportOptions } from '../report/reporter.ts';
import type { Session } from '../session.ts';
import { findSuites } from '../suite/find.ts';
import { type RunOptions, runSuite } from '../suite/run.ts';

export interface TestOptions extends RunOptions, ReportOptions {}

export async function test(paths: readonly string[], options: TestOptions, session: Session): Promise<number> {
  const { sources, patterns, io } = session;
  const reporter = await Reporter.open('test', options, options.dialect ?? DEFAULT_DIALECT, session);
  const found = await findSuites(paths, io.cwd);
  for (const problem of found.problems) reporter.problem(problem);
  reporter.expect(found.files.length);
  for (const file of found.files) {
    try {
      reporter.suite(await runSuite(await sources.read(file), options, { sources, patterns, cwd: io.cwd }));
    } catch (thrown) {
      reporter.unanswered(problemsOf(thrown));
    }
  }
  return reporter.finish();
}
