/** The results of a run of `check` or `test` as data, from which every format is made. */
import type { Severity } from '../../index.ts';
import type { CoverageResult } from '../coverage/run.ts';
import type { Findings, Problem } from '../findings/failure.ts';
import type { CheckedPartial } from '../patterns/partial.ts';
import type { PolicyVerdict } from '../policy/policy.ts';
import type { PassedOver, Skipped } from '../sources/patterns.ts';
import type { SuiteResult } from '../suite/run.ts';

export interface RunReport {
  readonly command: 'check' | 'test';
  /** The dialect of patterns that have none of their own. */
  readonly dialect: string;
  /** The patterns of `check`, in the order of the arguments. */
  readonly patterns: readonly CheckedPattern[];
  /** Patterns with values that are computed later, and secret patterns. */
  readonly skipped: readonly NotKnown[];
  /** Files that are no patterns. */
  readonly passed: readonly PassedOver[];
  /** Whether the human format shows failures only. */
  readonly quiet: boolean;
  /** Whether the human format names each of them, or their number only. */
  readonly listSkipped: boolean;
  /** The suites of `test` that could be run, in the order of the arguments. */
  readonly suites: readonly SuiteResult[];
  /** Usage and input errors. */
  readonly problems: readonly Problem[];
  /** As in `AllResults`. */
  readonly unanswered: number;
  /** Notes on the run as a whole, on comments and on the baseline. */
  readonly notes: readonly Problem[];
  /** After an interrupt: the number of suites or patterns that were finished, and of all. */
  readonly interrupted?: Interruption;
  /** The decision of the policy on the findings. */
  readonly settled: PolicyVerdict;
  /** The mildest severity that fails the run. */
  readonly failOn: Severity;
  /** Coverage and mutation, when requested. */
  readonly measured?: CoverageResult;
}

export type NotKnown = Omit<Skipped, 'partial'> & Omit<CheckedPartial, 'findings'>;

export interface CheckedPattern extends Findings {
  /** The pattern as the user names it. */
  readonly name: string;
  /** Whether the service would accept it, as far as it was checked. */
  readonly valid: boolean;
  /** The language in which it was read. */
  readonly dialect: string;
  /** Absent when it was checked completely. */
  readonly checked?: 'partly';
}

export interface Interruption {
  readonly ran: number;
  readonly of: number;
}

/** Properties of the destination. */
export interface ReportView {
  readonly color: boolean;
  readonly width: number;
}

/** The whole text, ending with a line end. */
export type Render = (report: RunReport, view: ReportView) => string;
