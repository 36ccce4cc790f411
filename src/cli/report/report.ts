/** The results of a run of `check` or `test` as data. Every format is made from this alone. */
import type { Severity } from '../../index.ts';
import type { CoverageResult } from '../coverage/run.ts';
import type { Findings, Problem } from '../findings/failure.ts';
import type { CheckedPartial } from '../patterns/partial.ts';
import type { Settled } from '../policy/policy.ts';
import type { PassedOver, Skipped } from '../sources/patterns.ts';
import type { SuiteResult } from '../suite/run.ts';

export interface Report {
  readonly command: 'check' | 'test';
  /** Of patterns that do not say their own. */
  readonly dialect: string;
  /** The patterns of `check`, in the order in which they were named. */
  readonly patterns: readonly CheckedPattern[];
  /** Patterns that are not wholly known yet, such as those that a tool makes when it is applied, and those that are secret. */
  readonly skipped: readonly NotKnown[];
  /** Files that are not taken for patterns. */
  readonly passed: readonly PassedOver[];
  /** Whether only what fails the run is shown to a person. */
  readonly quiet: boolean;
  /** Whether each of them is named where a person reads, or only counted. */
  readonly listSkipped: boolean;
  /** The suites of `test` that could be run, in the order in which they were named. */
  readonly suites: readonly SuiteResult[];
  /** What kept a part of the question from being answered. */
  readonly problems: readonly Problem[];
  /** How many suites could not be run. */
  readonly unanswered: number;
  /** What is to be said of the run as a whole, of comments and of the baseline. */
  readonly notes: readonly Problem[];
  /** When the user ended the run: how many suites or patterns were looked at, of how many. */
  readonly interrupted?: Interrupted;
  /** The verdict of the policy on the findings. */
  readonly settled: Settled;
  /** The mildest severity that fails the run. */
  readonly failOn: Severity;
  /** Coverage and mutation, when requested. */
  readonly measured?: CoverageResult;
}

export type NotKnown = Omit<Skipped, 'partial'> & Omit<CheckedPartial, 'findings'>;

export interface CheckedPattern extends Findings {
  /** As a user would name the pattern. */
  readonly name: string;
  /** Whether the service would take it, as far as it was checked. */
  readonly valid: boolean;
  /** Absent of one that was checked wholly. */
  readonly checked?: 'partly';
}

export interface Interrupted {
  readonly ran: number;
  readonly of: number;
}

/** Where a report is shown. */
export interface View {
  readonly color: boolean;
  readonly width: number;
}

/** The whole text, with a line end after the last line. */
export type Render = (report: Report, view: View) => string;
