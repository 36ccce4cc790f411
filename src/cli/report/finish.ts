/** The end of `check` and of `test`: the report in the format that was asked for, and the exit code. */
import { NO, UNANSWERED, YES } from '../exit.ts';
import { type Format, type Session, writeJson } from '../session.ts';
import { reportCheck, showCheck } from './check.ts';
import { showSum } from './human.ts';
import { reportErrors, VERSION } from './json.ts';
import type { Report } from './report.ts';
import { reportSuites, sumOf } from './suites.ts';

export interface FinishOptions {
  readonly format: Format;
}

/** Problems, and suites for a person, have been shown while they came. */
export async function finish(report: Report, { format }: FinishOptions, session: Session): Promise<number> {
  const { command, patterns, suites, problems, unanswered } = report;
  const { passed, failed } = sumOf(suites);
  if (format === 'json') {
    const answer = command === 'check' ? reportCheck(report) : { ...reportSuites(suites), ...thoroughnessOf(report) };
    writeJson({ version: VERSION, command, ...answer, errors: reportErrors(problems) }, session);
  } else if (command === 'check') showCheck(report, session.out);
  // Where no suite ran there is no sum: it would look like an answer.
  else if (suites.length > 0) showSum(passed, failed, unanswered, session.out);
  if (problems.length > 0) return UNANSWERED;
  return failed === 0 && patterns.every(({ valid }) => valid) ? YES : NO;
}

/** Members that are there only when they were asked for. */
function thoroughnessOf({ coverage, mutation }: Report): Pick<Report, 'coverage' | 'mutation'> {
  return { ...(coverage === undefined ? {} : { coverage }), ...(mutation === undefined ? {} : { mutation }) };
}
