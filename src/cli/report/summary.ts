/** A report in one line for logs, and its exit code. */
import { plural } from '../findings/show.ts';
import { type ExitCode, INTERRUPTED, NO, UNANSWERED, YES } from '../terminal/exit-code.ts';
import { countsOfCheck } from './check.ts';
import { coverageSums } from './coverage.ts';
import { interruption } from './items.ts';
import type { RunReport } from './report.ts';
import { sumOf } from './suites.ts';

/** `eb-pattern test: 12 passed, 0 failed`, or that nothing could be run. */
export function sumLine(report: RunReport): string {
  const { command, suites, problems, interrupted, settled } = report;
  const { passed, failed, skipped } = sumOf(suites);
  const { errors, warnings } = settled.counts;
  const parts = [
    ...(command === 'check' ? countsOfCheck(report) : []),
    ...(command === 'test' && suites.length > 0
      ? [`${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`]
      : []),
    ...(errors === 0 ? [] : [plural(errors, 'error')]),
    ...(warnings === 0 ? [] : [plural(warnings, 'warning')]),
    ...coverageSums(report),
    ...(problems.length === 0 || command === 'check' ? [] : [`${problems.length} could not be run`]),
    ...(interrupted === undefined ? [] : [interruption(command, interrupted)]),
  ];
  return `eb-pattern ${command}: ${parts.length === 0 ? 'nothing was run' : parts.join('; ')}`;
}

export function exitCodeOf({ suites, problems, interrupted, settled, measured }: RunReport): ExitCode {
  if (interrupted !== undefined) return INTERRUPTED;
  if (problems.length > 0) return UNANSWERED;
  return sumOf(suites).failed === 0 && settled.reasons.length === 0 && (measured?.missed ?? []).length === 0 ? YES : NO;
}
