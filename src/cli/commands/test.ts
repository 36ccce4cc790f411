/** `eb-pattern test`: runs suites. One that cannot be run does not keep the others from running. */
import { NO, UNANSWERED, YES } from '../exit.ts';
import { type Problem, problemsOf } from '../failure.ts';
import { showProblem } from '../render/findings.ts';
import { showSuite, showSum } from '../report/human.ts';
import { reportErrors, VERSION } from '../report/json.ts';
import { reportSuites, sumOf } from '../report/suites.ts';
import { type Format, type Session, writeJson } from '../session.ts';
import { findSuites } from '../suite/find.ts';
import { type RunOptions, runSuite, type SuiteResult } from '../suite/run.ts';

export interface TestOptions extends RunOptions {
  readonly format: Format;
}

export async function test(paths: readonly string[], options: TestOptions, session: Session): Promise<number> {
  const { sources, patterns, io, out } = session;
  const human = options.format === 'human';
  const found = await findSuites(paths, io.cwd);
  const results: SuiteResult[] = [];
  const problems: Problem[] = [...found.problems];
  let unanswered = 0;
  for (const problem of found.problems) showProblem(problem, session.err);
  for (const file of found.files) {
    try {
      const result = await runSuite(await sources.read(file), options, { sources, patterns, cwd: io.cwd });
      results.push(result);
      if (human) showSuite(result, out);
    } catch (thrown) {
      unanswered++;
      for (const problem of problemsOf(thrown)) {
        problems.push(problem);
        showProblem(problem, session.err);
      }
    }
  }
  const { passed, failed } = sumOf(results);
  if (!human) {
    const report = { version: VERSION, command: 'test', ...reportSuites(results), errors: reportErrors(problems) };
    writeJson(report, session);
  } else if (results.length > 0) {
    // Where no suite ran there is no sum: it would look like an answer.
    showSum(passed, failed, unanswered, out);
  }
  if (problems.length > 0) return UNANSWERED;
  return failed > 0 ? NO : YES;
}
