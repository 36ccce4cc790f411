/** The documents of `check` and `test`. */

import { answerText } from '../answer/answer.ts';
import { reportProblems } from '../answer/finding.ts';
import { checkAnswer, testAnswer } from '../report/answer.ts';
import { reportCheck } from '../report/check.ts';
import type { RunReport } from '../report/report.ts';
import { reportSuites } from '../report/suites.ts';
import { exitCodeOf } from '../report/summary.ts';

export function json(report: RunReport): string {
  const { command, suites, problems, notes, interrupted, settled, measured } = report;
  const { counts, reasons, gone } = settled;
  const { missed = [], ...measures } = measured ?? {};
  const first = {
    exitCode: exitCodeOf(report),
    reasons: [...reasons, ...missed],
    ...(interrupted === undefined ? {} : { interrupted }),
    counts,
  };
  const last = { notes: reportProblems(notes), gone };
  const text =
    command === 'check'
      ? answerText(checkAnswer, { ...first, ...reportCheck(report), ...last }, problems)
      : answerText(testAnswer, { ...first, ...reportSuites(suites), ...measures, ...last }, problems);
  return `${text}\n`;
}
