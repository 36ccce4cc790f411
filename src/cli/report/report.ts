/** What a run of `check` or `test` found out, as data: every format is made from it, and from nothing else. */
import type { Findings, Problem } from '../failure.ts';
import type { Skipped } from '../sources/patterns.ts';
import type { CoverageReport, MutationReport } from '../suite/coverage/json.ts';
import type { SuiteResult } from '../suite/run.ts';

export interface Report {
  readonly command: 'check' | 'test';
  /** Of patterns that do not say their own. */
  readonly dialect: string;
  /** The patterns of `check`, in the order in which they were named. */
  readonly patterns: readonly CheckedPattern[];
  /** Patterns that nobody knows yet, such as those that a tool makes when it is applied. */
  readonly skipped: readonly Skipped[];
  /** The suites of `test` that could be run, in the order in which they were named. */
  readonly suites: readonly SuiteResult[];
  /** What the tests of `test` decide and would notice, when that was asked for. */
  readonly coverage?: CoverageReport;
  readonly mutation?: MutationReport;
  /** What kept a part of the question from being answered. */
  readonly problems: readonly Problem[];
  /** How many suites could not be run. */
  readonly unanswered: number;
}

export interface CheckedPattern extends Findings {
  /** As a user would name the pattern. */
  readonly name: string;
  /** Whether the service would take it. */
  readonly valid: boolean;
}
