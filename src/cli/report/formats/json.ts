/** The documents of `check` and `test`, as `schema report` says. */
import { printableJson } from '../../render/terminal.ts';
import { reportCheck } from '../check.ts';
import { reportErrors, VERSION } from '../json.ts';
import type { Report } from '../report.ts';
import { reportSuites } from '../suites.ts';
import { exitCodeOf } from '../verdict.ts';

export function json(report: Report): string {
  const { command, suites, problems, notes, interrupted, settled, thorough } = report;
  const { counts, reasons, gone } = settled;
  const { missed = [], ...measured } = thorough ?? {};
  const answer = command === 'check' ? reportCheck(report) : reportSuites(suites);
  const document = {
    version: VERSION,
    command,
    exitCode: exitCodeOf(report),
    reasons: [...reasons, ...missed],
    ...(interrupted === undefined ? {} : { interrupted }),
    counts,
    ...answer,
    ...measured,
    notes: reportErrors(notes),
    gone,
    errors: reportErrors(problems),
  };
  return `${printableJson(document)}\n`;
}
