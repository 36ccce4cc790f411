/** Writes a finished report to standard output, to files, and to the summary of a step of GitHub Actions. */

import type { OutputFile } from '../files/outputs.ts';
import { namesFromRoot } from '../files/repository-root.ts';
import { writeWhole } from '../files/write.ts';
import { type Problem, problemsOf } from '../findings/failure.ts';
import { type FormatName, formats, type ReportFormat } from '../formats/table.ts';
import { showEnd } from '../report/human.ts';
import type { ReportView, RunReport } from '../report/report.ts';
import { appendSummary } from '../report/step-summary.ts';
import { exitCodeOf } from '../report/summary.ts';
import type { Session } from '../session/session.ts';
import { NO } from '../terminal/exit-code.ts';
import { ownCommands, withoutCommands } from '../terminal/log-text.ts';
import { printable } from '../terminal/terminal.ts';
import { inputGuard } from './input-guard.ts';
import { rooted } from './rooted.ts';

const TABLE: Readonly<Record<FormatName, ReportFormat>> = formats;

/** Returns the write errors. The human format has printed suites during the run. */
export async function deliver(
  report: RunReport,
  format: FormatName,
  files: readonly OutputFile<FormatName>[],
  session: Session,
): Promise<Problem[]> {
  const view: ReportView = { color: false, width: 80 };
  const fromRoot = rooted(report, namesFromRoot(session.io));
  const render = async (name: FormatName): Promise<string> =>
    (await TABLE[name].load())(TABLE[name].rooted === true ? fromRoot : report, view);
  if (format === 'human') showEnd(report, session.out);
  else {
    const text = await render(format);
    const { stdout } = session.io;
    if (text !== '') format === 'github' ? stdout.commands(text) : stdout.write(text);
    sayWhy(report, session);
  }
  const guard = inputGuard(report, session);
  const troubles: Problem[] = [];
  for (const { format: name, file, path } of files) {
    troubles.push(
      ...(await attempt(async () => {
        await guard(file);
        const text = await render(name);
        // Files end up in logs, too.
        await writeWhole(file, path, name === 'github' ? ownCommands(text) : withoutCommands(text));
      })),
    );
  }
  if (format === 'github' || files.some((file) => file.format === 'github')) {
    troubles.push(
      ...(await attempt(async () => {
        const { markdownWithin } = await import('../formats/markdown.ts');
        await appendSummary((bytes) => markdownWithin(report, bytes), session);
      })),
    );
  }
  return troubles;
}

async function attempt(act: () => Promise<void>): Promise<readonly Problem[]> {
  try {
    await act();
    return [];
  } catch (thrown) {
    return problemsOf(thrown);
  }
}

/** Prints why findings fail the run when none of them is an error, which formats for machines do not contain. */
function sayWhy(report: RunReport, { err }: Session): void {
  const { settled, failOn, suites } = report;
  if (exitCodeOf(report) !== NO || suites.some(({ tests }) => tests.some(({ outcome }) => outcome === 'failed')))
    return;
  if (settled.counts.errors > 0 && failOn === 'error') return;
  for (const reason of settled.reasons) err.line(`eb-pattern: ${printable(reason)}`);
}
