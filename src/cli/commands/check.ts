/** `eb-pattern check`: everything that is wrong with patterns. A pattern that is not JSON is a finding like any other. */
import { DEFAULT_DIALECT, type LanguageOptions, patternOptions, readPattern } from '../read/pattern.ts';
import { Reporter, type ReportOptions } from '../report/reporter.ts';
import type { Session } from '../session.ts';
import type { PatternSource } from '../sources/patterns.ts';
import { Turns } from '../turns.ts';

export interface CheckOptions extends LanguageOptions, ReportOptions {}

export async function check(names: readonly string[], options: CheckOptions, session: Session): Promise<number> {
  const reporter = await Reporter.open('check', options, options.dialect ?? DEFAULT_DIALECT, session);
  const turns = new Turns(session.io.onInterrupt?.());
  const found = await findAll(names, reporter, session);
  reporter.expect(found.length);
  for (const [ran, { source, selected }] of found.entries()) {
    if (!(await turns.next())) return reporter.finish({ interrupted: { ran, of: found.length } });
    const { pattern, findings } = readPattern(source, patternOptions(options));
    reporter.pattern({ name: source.name, valid: pattern !== undefined, ...findings }, selected);
  }
  return reporter.finish();
}

interface Found {
  readonly source: PatternSource;
  /** Whether it is one of several in its file, and was asked for by its address. */
  readonly selected: boolean;
}

async function findAll(names: readonly string[], reporter: Reporter, session: Session): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const [i, { patterns, skipped, passed, problems }] of (await session.patterns.collect(names)).entries()) {
    for (const source of patterns) {
      found.push({ source, selected: source.address !== undefined && source.name === names[i] });
    }
    for (const one of skipped) reporter.skipped(one);
    for (const one of passed) reporter.passed(one);
    for (const problem of problems) reporter.problem(problem);
  }
  return found;
}
