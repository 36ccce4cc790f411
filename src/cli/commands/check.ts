/** `eb-pattern check`: everything that is wrong with patterns. A pattern that is not JSON is a finding like any other. */
import { problemsOf } from '../failure.ts';
import { DEFAULT_DIALECT, type LanguageOptions, patternOptions, readPattern } from '../read/pattern.ts';
import { Reporter, type ReportOptions } from '../report/reporter.ts';
import type { Session } from '../session.ts';

export interface CheckOptions extends LanguageOptions, ReportOptions {}

export async function check(names: readonly string[], options: CheckOptions, session: Session): Promise<number> {
  const reporter = await Reporter.open('check', options, options.dialect ?? DEFAULT_DIALECT, session);
  for (const name of names) {
    try {
      const { patterns, skipped, problems } = await session.patterns.all(name);
      reporter.expect(patterns.length);
      for (const source of patterns) {
        const { pattern, findings } = readPattern(source, patternOptions(options));
        const selected = source.address !== undefined && source.name === name;
        reporter.pattern({ name: source.name, valid: pattern !== undefined, ...findings }, selected);
      }
      for (const one of skipped) reporter.skipped(one);
      for (const problem of problems) reporter.problem(problem);
    } catch (thrown) {
      for (const problem of problemsOf(thrown)) reporter.problem(problem);
    }
  }
  return reporter.finish();
}
