/** The documents of `check` and `test`, as described by `schema report`. */

import { reportCheck } from '../report/check.ts';
import type { Report } from '../report/report.ts';
import { reportSuites } from '../report/suites.ts';
import { exitCodeOf } from '../report/summary.ts';
import { reportErrors, VERSION } from '../session/json.ts';
import { printableJson } from '../terminal/terminal.ts';

export function json(report: Report): string {
  const { command, suites, problems, notes, interrupted, settled, measured } = report;
  const { counts, reasons, gone } = settled;
  const { missed = [], ...measures } = measured ?? {};
  const answer = command === 'check' ? reportCheck(report) : reportSuites(suites);
  const document = {
    version: VERSION,
    command,
    exitCode: exitCodeOf(report),
    reasons: [...reasons, ...missed],
    ...(interrupted === undefined ? {} : { interrupted }),
    counts,
    ...answer,
    ...measures,
    notes: reportErrors(notes),
    gone,
    errors: reportErrors(problems),
  };
  return `${printableJson(document)}\n`;
}
