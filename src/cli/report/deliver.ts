/** Hands a finished report to whoever asked for it: standard output, files, and the summary of a step of GitHub Actions. */
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { NO } from '../exit.ts';
import { type Problem, problemsOf } from '../failure.ts';
import { ownCommands, withoutCommands } from '../render/log-text.ts';
import { printable } from '../render/terminal.ts';
import type { Session } from '../session.ts';
import { append, writeWhole } from '../write.ts';
import { type FormatName, formats, type ReportFormat } from './formats.ts';
import { showEnd } from './human.ts';
import { inputGuard } from './input-guard.ts';
import type { OutputFile } from './outputs.ts';
import type { Report, View } from './report.ts';
import { exitCodeOf } from './verdict.ts';

const PLAIN: View = { color: false, width: 80 };
const TABLE: Readonly<Record<FormatName, ReportFormat>> = formats;

/** What could not be written. Suites for a person have been shown while they came. */
export async function deliver(
  report: Report,
  format: FormatName,
  files: readonly OutputFile<FormatName>[],
  session: Session,
): Promise<Problem[]> {
  if (format === 'human') showEnd(report, session.out);
  else {
    const text = (await TABLE[format].load())(report, PLAIN);
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
        const text = (await TABLE[name].load())(report, PLAIN);
        // Files end in logs as well.
        await writeWhole(file, path, name === 'github' ? ownCommands(text) : withoutCommands(text));
      })),
    );
  }
  if (format === 'github' || files.some((file) => file.format === 'github')) {
    troubles.push(...(await attempt(() => appendSummary(report, session))));
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

/** The summary belongs to the whole step, which may have written to it before. */
async function appendSummary(report: Report, { io }: Session): Promise<void> {
  const name = io.env.GITHUB_STEP_SUMMARY;
  if (name === undefined || name === '') return;
  const { markdownWithin, MAX_BYTES } = await import('./formats/markdown.ts');
  const path = resolve(io.cwd, name);
  const before = (await stat(path).catch(() => undefined))?.size ?? 0;
  await append(name, path, markdownWithin(report, MAX_BYTES - before));
}

/** Where the findings fail the run and none of them is an error, a format for machines shows nobody why. */
function sayWhy(report: Report, { err }: Session): void {
  const { settled, failOn, suites } = report;
  if (exitCodeOf(report) !== NO || suites.some(({ tests }) => tests.some(({ outcome }) => outcome === 'failed')))
    return;
  if (settled.counts.errors > 0 && failOn === 'error') return;
  for (const reason of settled.reasons) err.line(`eb-pattern: ${printable(reason)}`);
}
