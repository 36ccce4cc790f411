/** A report with file names relative to the root of the repository, for formats whose readers resolve them there. */

import type { CoverageResult } from '../coverage/run.ts';
import type { NameFromRoot } from '../files/repository-root.ts';
import type { Problem } from '../findings/failure.ts';
import type { RunReport } from '../report/report.ts';
import type { SuiteResult } from '../suite/run.ts';

export function rooted(report: RunReport, nameOf: NameFromRoot): RunReport {
  const { patterns, skipped, passed, suites, problems, notes, measured } = report;
  const named = <T extends { readonly file?: string | undefined }>(one: T): T =>
    one.file === undefined ? one : { ...one, file: nameOf(one.file) };
  const problem = (one: Problem): Problem =>
    named(one.findings === undefined ? one : { ...one, findings: named(one.findings) });
  const suite = (one: SuiteResult): SuiteResult => ({
    ...one,
    document: named(one.document),
    tests: one.tests.map((test) => (test.findings === undefined ? test : { ...test, findings: named(test.findings) })),
    findings: one.findings.map(named),
  });
  return {
    ...report,
    patterns: patterns.map(named),
    skipped: skipped.map(named),
    passed: passed.map(named),
    suites: suites.map(suite),
    problems: problems.map(problem),
    notes: notes.map(problem),
    ...(measured === undefined ? {} : { measured: namedCoverage(measured, named) }),
  };
}

function namedCoverage(
  { coverage, mutation, missed }: CoverageResult,
  named: <T extends { readonly file?: string | undefined }>(one: T) => T,
): CoverageResult {
  return {
    missed,
    ...(coverage === undefined ? {} : { coverage: { ...coverage, patterns: coverage.patterns.map(named) } }),
    ...(mutation === undefined ? {} : { mutation: { ...mutation, patterns: mutation.patterns.map(named) } }),
  };
}
