/** The results of suites as members of the JSON of `test`. */
import type { LineColumn } from '../../json.ts';
import { exact } from '../answer/exact.ts';
import { reportFindings, reportSuppressed } from '../answer/finding.ts';
import type { Static } from '../answer/shape.ts';
import { reportChanges } from '../explanation/nearest-report.ts';
import { lineFinder } from '../findings/line-finder.ts';
import type { TestResult } from '../suite/judge.ts';
import type { SuiteResult } from '../suite/run.ts';
import { singleTest, suite, type TestMembers } from './answer.ts';

export function reportSuites(suites: readonly SuiteResult[]): TestMembers {
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

function reportSuite({ document, dialect, findings, tests }: SuiteResult): TestMembers['suites'][number] {
  const find = lineFinder(document.text);
  return exact(suite, {
    file: document.file,
    dialect,
    findings: findings.flatMap(reportFindings),
    ...reportSuppressed(findings),
    tests: tests.map((test) => reportTest(test, find(test.range.start))),
  });
}

/** The event of a test is made from the suite, and is not in its text. */
function reportTest(test: TestResult, place: LineColumn): Static<typeof singleTest> {
  const { name, outcome, difference, problem, explanation, nearest, routes, findings } = test;
  return exact(singleTest, {
    name,
    ...place,
    outcome,
    passed: outcome === 'passed',
    ...(difference === undefined ? {} : { difference }),
    ...(problem === undefined ? {} : { problem }),
    ...(explanation === undefined ? {} : { explanation }),
    ...(nearest === undefined ? {} : { nearest: reportChanges(nearest) }),
    ...(routes === undefined ? {} : { routes }),
    ...(findings === undefined ? {} : { findings: reportFindings(findings) }),
  });
}
