/** The human format for a file: all that a terminal would show, and the errors. */

import { showProblem } from '../findings/show.ts';
import { showEnd, showSuite } from '../report/human.ts';
import type { ReportView, RunReport } from '../report/report.ts';
import { failsRun } from '../report/suites.ts';
import type { Output } from '../terminal/io.ts';
import { Terminal } from '../terminal/terminal.ts';

export function human(report: RunReport, { color, width }: ReportView): string {
  let text = '';
  const output: Output = { write: (chunk) => (text += chunk), columns: width };
  const out = new Terminal(output, { FORCE_COLOR: color ? '1' : '0' });
  for (const suite of report.suites.filter((one) => !report.quiet || failsRun(one)))
    showSuite(suite, report.failOn, out);
  for (const problem of report.problems) showProblem(problem, out);
  showEnd(report, out);
  return text;
}
