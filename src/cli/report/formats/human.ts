/** For a person, into a file: all that a terminal would show, what could not be run included. */
import type { Output } from '../../io.ts';
import { showProblem } from '../../render/findings.ts';
import { Terminal } from '../../render/terminal.ts';
import { showEnd, showSuite } from '../human.ts';
import type { Report, View } from '../report.ts';
import { failsRun } from '../suites.ts';

export function human(report: Report, { color, width }: View): string {
  let text = '';
  const output: Output = { write: (chunk) => (text += chunk), columns: width };
  const out = new Terminal(output, { FORCE_COLOR: color ? '1' : '0' });
  for (const suite of report.suites.filter((one) => !report.quiet || failsRun(one)))
    showSuite(suite, report.failOn, out);
  for (const problem of report.problems) showProblem(problem, out);
  showEnd(report, out);
  return text;
}
