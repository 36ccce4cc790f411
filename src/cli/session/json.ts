/**
 * The documents of `--format json`. Each has `version` (increased when a member changes its meaning or is removed, not when one is added),
 * the `command`, and `errors`: the usage and input errors, which are also printed on standard error and make the exit code 2. A command
 * that could not start (the pattern of `match` is not valid) prints these three only. A usage error of the parser has no document.
 */
import type { Edit, Fix, Range } from '../../index.ts';
import { addressOf, type FileFinding, type Findings, type Problem, type Suppressed } from '../findings/failure.ts';
import { lineFinder } from '../findings/line-finder.ts';

export const VERSION = 1;

/** Lines and columns count from 1, columns in UTF-16 code units; the end is exclusive. */
export interface FindingReport {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly hint?: string;
  /** RFC 6901, into the pattern; for a finding on the stream document around it, into that document. */
  readonly pointer: string;
  readonly file: string;
  /** The address of the pattern in a document. Absent when the file is the pattern, and for a finding on the document. */
  readonly address?: string;
  /** The place in the file; so are the following ones. */
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly params: FileFinding['params'];
  /** Rewrites, the most likely first. Absent if there is none. */
  readonly fixes?: readonly FixReport[];
}

export interface FixReport {
  readonly title: string;
  readonly kind: Fix['kind'];
  /** Edits of the checked file, in its order, all to be applied at once. */
  readonly edits: readonly EditReport[];
}

export interface EditReport {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The new text of the range. */
  readonly text: string;
}

export interface ErrorReport {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
  /** The findings of an invalid pattern. */
  readonly findings?: readonly FindingReport[];
}

export function reportErrors(problems: readonly Problem[]): readonly ErrorReport[] {
  return problems.map(({ file, line, column, message, findings }) => ({
    ...(file === undefined ? {} : { file }),
    ...(line === undefined || column === undefined ? {} : { line, column }),
    message,
    ...(findings === undefined ? {} : { findings: reportFindings(findings) }),
  }));
}

export interface SuppressedReport extends FindingReport {
  readonly by: Suppressed['by'];
  /** The reason in the comment. */
  readonly reason?: string;
}

export function reportFindings(findings: Findings): readonly FindingReport[] {
  return findings.diagnostics.map((diagnostic) => reportFinding(diagnostic, findings));
}

/** The member `suppressed`, unless it would be empty. */
export function reportSuppressed(all: readonly Findings[]): { readonly suppressed?: readonly SuppressedReport[] } {
  const suppressed = all.flatMap((findings) =>
    (findings.suppressed ?? []).map(({ diagnostic, ...how }) => ({ ...reportFinding(diagnostic, findings), ...how })),
  );
  return suppressed.length === 0 ? {} : { suppressed };
}

function reportFinding(diagnostic: FileFinding, findings: Findings): FindingReport {
  const { code, severity, message, hint, pointer, params, focus, range, fixes } = diagnostic;
  const { file, text } = findings;
  const address = addressOf(diagnostic, findings);
  const find = lineFinder(text);
  const at = focus ?? range;
  return {
    code,
    severity,
    message,
    ...(hint === undefined ? {} : { hint }),
    pointer,
    file,
    ...(address === undefined ? {} : { address }),
    ...(at === undefined ? {} : placeOf(at, find)),
    params,
    ...(fixes === undefined ? {} : { fixes: fixes.map((fix) => reportFix(fix, find)) }),
  };
}

export function reportFix({ title, kind, edits }: Fix, find: ReturnType<typeof lineFinder>): FixReport {
  return { title, kind, edits: reportEdits(edits, find) };
}

export function reportEdits(edits: readonly Edit[], find: ReturnType<typeof lineFinder>): readonly EditReport[] {
  return edits.map(({ range, text }) => ({ ...placeOf(range, find), text }));
}

function placeOf(range: Range, find: ReturnType<typeof lineFinder>): Omit<EditReport, 'text'> {
  const start = find(range.start);
  const end = find(range.end);
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}
