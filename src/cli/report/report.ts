/** What a run of `check` or `test` found out, as data: every format is made from it, and from nothing else. */
import type { Severity } from '../../index.ts';
import type { Findings, Problem } from '../failure.ts';
import type { Settled } from '../policy/policy.ts';
import type { Skipped } from '../sources/patterns.ts';
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
  /** What kept a part of the question from being answered. */
  readonly problems: readonly Problem[];
  /** How many suites could not be run. */
  readonly unanswered: number;
  /** The user ended the run: there is more than what is here. */
  readonly interrupted: boolean;
  /** What the policy says of the findings. */
  readonly settled: Settled;
  /** The mildest severity that fails the run. */
  readonly failOn: Severity;
}

export interface CheckedPattern extends Findings {
  /** As a user would name the pattern. */
  readonly name: string;
  /** Whether the service would take it. */
  readonly valid: boolean;
}

/** The findings on the patterns of a suite. */
export function findingsOf({ findings }: SuiteResult): readonly Findings[] {
  return [findings];
}

/** The suite with other findings in the place of each. */
export function mapFindings(suite: SuiteResult, change: (findings: Findings) => Findings): SuiteResult {
  return { ...suite, findings: change(suite.findings) };
}

/** What a format for people is given; all others make the same text wherever they are. */
export interface View {
  readonly color: boolean;
  readonly width: number;
}

/** The whole text, with a line end after the last line. */
export type Render = (report: Report, view: View) => string;
