/** Problems that end a command with exit code 2: one line each, without a stack trace. Also findings as a part of problems. */
import type { StreamCode } from '../../client/model/catalogue.ts';
import type { Diagnostic, Omitted } from '../../index.ts';
import type { FindingCode } from './catalogue.ts';

/** Findings on one pattern, and the file into which their ranges lead. */
export interface Findings {
  readonly file: string;
  /** The address of the pattern in a document; absent when the file is the pattern. */
  readonly address?: string | undefined;
  /** The whole text of the file. */
  readonly text: string;
  readonly diagnostics: readonly FileFinding[];
  readonly omitted: Omitted;
  /** Known or allowed findings, which neither fail a run nor are shown in full. */
  readonly suppressed?: readonly Suppressed[];
}

/** A finding about a file: on a pattern in it, on its YAML, or on the document around the pattern. */
export type FileFinding = Diagnostic<FindingCode>;

/** A finding on the document around a pattern: its pointer leads into the document. */
export interface DocumentFinding extends Diagnostic<StreamCode> {
  readonly ofDocument: true;
  /** Into FilterPattern, for findings on the pattern. */
  readonly patternPointer?: string;
}

export function isOfDocument(diagnostic: FileFinding): diagnostic is DocumentFinding {
  return 'ofDocument' in diagnostic;
}

/** The address of the pattern with the finding; undefined when the file is the pattern, or the finding is on the document around it. */
export function addressOf(diagnostic: FileFinding, { address }: Findings): string | undefined {
  return isOfDocument(diagnostic) ? undefined : address;
}

/** A finding that a comment allows or the baseline contains. */
export interface Suppressed {
  readonly diagnostic: FileFinding;
  readonly by: 'comment' | 'baseline';
  /** The reason in the comment. */
  readonly reason?: string;
}

export interface Problem {
  readonly file?: string | undefined;
  /** Line and column count from 1. */
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly message: string;
  /** Shown below the line. */
  readonly findings?: Findings | undefined;
}

export class Failure extends Error {
  override readonly name = 'Failure';
  readonly problems: readonly Problem[];

  constructor(problems: Problem | readonly Problem[]) {
    const all = [problems].flat();
    super(all.map((problem) => problem.message).join('; '));
    this.problems = all;
  }
}

/** The problems of a Failure. Rethrows other errors, which are bugs. */
export function problemsOf(thrown: unknown): readonly Problem[] {
  if (thrown instanceof Failure) return thrown.problems;
  throw thrown;
}

const CODES: ReadonlySet<unknown> = new Set(['ERR_STRING_TOO_LONG', 'ERR_FS_FILE_TOO_LARGE', 'ERR_BUFFER_TOO_LARGE']);

export function isTooLong(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  if (CODES.has((thrown as NodeJS.ErrnoException).code)) return true;
  return (
    thrown instanceof RangeError && /^(?:Invalid string length|Array buffer allocation failed)/.test(thrown.message)
  );
}
