/** The exit code that a report means. */
import { INTERRUPTED, NO, UNANSWERED, YES } from '../terminal/exit-code.ts';
import type { Report } from './report.ts';
import { sumOf } from './suites.ts';

export function exitCodeOf({ suites, problems, interrupted, settled, thorough }: Report): number {
  if (interrupted !== undefined) return INTERRUPTED;
  if (problems.length > 0) return UNANSWERED;
  return sumOf(suites).failed === 0 && settled.reasons.length === 0 && (thorough?.missed ?? []).length === 0 ? YES : NO;
}
