/** `eb-pattern check`: everything that is wrong with patterns. A pattern that is not JSON is a finding like any other. */
import { type Problem, problemsOf } from '../failure.ts';
import { DEFAULT_DIALECT, type LanguageOptions, patternOptions, readPattern } from '../read/pattern.ts';
import { showProblem } from '../render/findings.ts';
import { type FinishOptions, finish } from '../report/finish.ts';
import type { CheckedPattern, Report } from '../report/report.ts';
import type { Session } from '../session.ts';
import type { Skipped } from '../sources/patterns.ts';

export interface CheckOptions extends LanguageOptions, FinishOptions {}

export async function check(names: readonly string[], options: CheckOptions, session: Session): Promise<number> {
  const patterns: CheckedPattern[] = [];
  const skipped: Skipped[] = [];
  const problems: Problem[] = [];
  for (const name of names) {
    try {
      const found = await session.patterns.all(name);
      for (const source of found.patterns) {
        const { pattern, findings } = readPattern(source, patternOptions(options));
        patterns.push({ name: source.name, valid: pattern !== undefined, ...findings });
      }
      skipped.push(...found.skipped);
      problems.push(...found.problems);
    } catch (thrown) {
      problems.push(...problemsOf(thrown));
    }
  }
  const dialect = options.dialect ?? DEFAULT_DIALECT;
  const report: Report = { command: 'check', dialect, patterns, skipped, suites: [], problems, unanswered: 0 };
  const code = await finish(report, options, session);
  for (const problem of problems) showProblem(problem, session.err);
  return code;
}
