/** The results of suites as the document of `test --format json`, beside `version`, `command` and `errors`. */
import type { Explanation, NearestMatch } from '../../index.ts';
import type { LineColumn } from '../../json.ts';
import { lineFinder } from '../findings/line-finder.ts';
import type { Difference } from '../patterns/dialects.ts';
import { type FindingReport, reportFindings, reportSuppressed, type SuppressedReport } from '../session/json.ts';
import type { TestResult } from '../suite/judge.ts';
import type { SuiteResult } from '../suite/run.ts';

export interface TestReport {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly suites: readonly SuiteReport[];
}

export interface SuiteReport {
  readonly file: string;
  readonly dialect: string;
  /** Warnings and notes about the patterns. */
  readonly findings: readonly FindingReport[];
  /** Findings that a comment allows or the baseline contains; absent if there are none. */
  readonly suppressed?: readonly SuppressedReport[];
  readonly tests: readonly SingleReport[];
}

export interface SingleReport {
  readonly name: string;
  /** The place of the test in the suite file. */
  readonly line: number;
  readonly column: number;
  readonly outcome: TestResult['outcome'];
  /** True for the outcome `passed`. */
  readonly passed: boolean;
  /** Why it failed or was skipped. */
  readonly problem?: string;
  readonly explanation?: Explanation;
  /** For an event that should match: the changes that would make it match. */
  readonly nearest?: NearestMatch;
  /** In a routing suite: the first missing or surplus patterns, each with its explanation. */
  readonly routes?: TestResult['routes'];
  /** Present when the dialects differ on the event. */
  readonly difference?: Difference;
  /** For a pattern that must be refused, and is refused with other codes. */
  readonly findings?: readonly FindingReport[];
}

export function reportSuites(suites: readonly SuiteResult[]): TestReport {
  return { ...sumOf(suites), suites: suites.map(reportSuite) };
}

export function failsRun({ tests }: SuiteResult): boolean {
  return tests.some(({ outcome }) => outcome === 'failed');
}

export function sumOf(results: readonly SuiteResult[]): Record<TestResult['outcome'], number> {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const { tests } of results) for (const { outcome } of tests) sum[outcome]++;
  return sum;
}

function reportSuite({ document, dialect, findings, tests }: SuiteResult): SuiteReport {
  const find = lineFinder(document.text);
  return {
    file: document.file,
    dialect,
    findings: findings.flatMap(reportFindings),
    ...reportSuppressed(findings),
    tests: tests.map((test) => reportTest(test, find(test.range.start))),
  };
}

function reportTest({ name, range: _, outcome, findings, ...rest }: TestResult, place: LineColumn): SingleReport {
  const passed = outcome === 'passed';
  return {
    name,
    ...place,
    outcome,
    passed,
    ...rest,
    ...(findings === undefined ? {} : { findings: reportFindings(findings) }),
  };
}
