/** A report as groups of test cases, for JUnit and TAP. */

import { slashes } from '../files/file-name.ts';
import { lineFinder } from '../findings/line-finder.ts';
import { fails } from '../policy/fail-on.ts';
import type { SuiteResult } from '../suite/run.ts';
import { coverageItems, coverageSums } from './coverage.ts';
import { compactLine, detailsOf, findingItems, type Item, isNamed, itemsOf, placeText } from './items.ts';
import type { CheckedPattern, RunReport } from './report.ts';

export interface TestCase {
  readonly name: string;
  /** `error`: it could not be run. */
  readonly outcome: 'passed' | 'failed' | 'skipped' | 'error';
  /** A code. */
  readonly type: string;
  /** The reason, in one sentence; empty when it passed. */
  readonly message: string;
  /** `file:line:column` */
  readonly at: string;
  /** All details, the place first. */
  readonly lines: readonly string[];
}

export interface CaseGroup {
  /** A file, or the program without one. */
  readonly name: string;
  readonly cases: readonly TestCase[];
  /** Findings that do not fail the run, and notes, a line each. */
  readonly remarks: readonly string[];
}

/** One group for each file with patterns or tests, in the order of the report, and one for the run as a whole. */
export function groupsOf(report: RunReport): readonly CaseGroup[] {
  const groups = [...checkGroups(report), ...report.suites.map((suite) => suiteGroup(suite, report))];
  const own = ownCases(report, groups);
  const notes = report.settled.notes.length === 0 ? [] : itemsOf(report).filter(({ kind }) => kind === 'note');
  const remarks = [...[...notes, ...coverageItems(report)].flatMap(linesOf), ...coverageSums(report)];
  if (own.length + remarks.length > 0) groups.push({ name: 'eb-pattern', cases: own, remarks });
  return groups;
}

function linesOf(item: Item): readonly string[] {
  const { hint, details } = item;
  return [
    compactLine(item),
    ...(hint === undefined ? [] : [`  help: ${hint}`]),
    ...(details === undefined ? [] : details.split('\n').map((line) => `    ${line}`)),
  ];
}

function checkGroups(report: RunReport): CaseGroup[] {
  const byFile = new Map<string, { name: string; cases: TestCase[]; remarks: string[] }>();
  const groupOf = (file: string) => {
    const name = slashes(file);
    const group = byFile.get(name) ?? { name, cases: [], remarks: [] };
    byFile.set(name, group);
    return group;
  };
  for (const pattern of report.patterns) {
    const { cases, remarks } = groupOf(pattern.file);
    const { failing, others } = split(findingItems(pattern), report);
    cases.push(patternCase(pattern, failing));
    for (const other of others) remarks.push(compactLine(other));
  }
  for (const { file, address, line, column, message, checked } of report.skipped) {
    if (checked === 'whole') continue;
    const at = placeText({ file: slashes(file), start: { line, column } });
    groupOf(file).cases.push({ name: address, outcome: 'skipped', type: 'pattern-skipped', message, at, lines: [at] });
  }
  for (const one of report.passed.filter((passed) => isNamed(passed, report))) {
    const file = slashes(one.file);
    groupOf(file).cases.push({
      name: file,
      outcome: 'skipped',
      type: 'file-skipped',
      message: one.message,
      at: file,
      lines: [file],
    });
  }
  return [...byFile.values()];
}

function patternCase({ file, address }: CheckedPattern, failing: readonly Item[]): TestCase {
  return { name: address ?? slashes(file), ...outcomeOf(failing) };
}

function outcomeOf(failing: readonly Item[]): Omit<TestCase, 'name'> {
  const [first] = failing;
  if (first === undefined) return { outcome: 'passed', type: '', message: '', at: '', lines: [] };
  const { code, message } = first;
  const more = failing.length === 1 ? '' : ` (and ${failing.length - 1} more)`;
  const lines = failing.flatMap((item) => [
    compactLine(item),
    ...(item.hint === undefined ? [] : [`  help: ${item.hint}`]),
  ]);
  return { outcome: 'failed', type: code, message: `${message}${more}`, at: placeText(first), lines };
}

function split(items: readonly Item[], report: RunReport): Record<'failing' | 'others', readonly Item[]> {
  const shown = items.filter(({ suppressed }) => suppressed === undefined);
  const failing = shown.filter(({ severity }) => fails(severity, report));
  return { failing, others: shown.filter((item) => !failing.includes(item)) };
}

function suiteGroup(suite: SuiteResult, report: RunReport): CaseGroup {
  const { document, tests } = suite;
  const file = slashes(document.file);
  const find = lineFinder(document.text);
  const cases = tests.map((test): TestCase => {
    const { name, outcome, problem = '', range } = test;
    const at = placeText({ file, start: find(range.start) });
    const details = detailsOf(test)?.split('\n') ?? [];
    const findings = outcome === 'failed' && test.findings !== undefined ? findingItems(test.findings) : [];
    const type = outcome === 'skipped' ? 'test-skipped' : 'test-failed';
    const message = outcome === 'passed' ? '' : problem;
    return { name, outcome, type, message, at, lines: [at, message, ...details, ...findings.map(compactLine)] };
  });
  const { failing, others } = split(suite.findings.flatMap(findingItems), report);
  if (failing.length > 0) cases.push({ name: 'findings on the pattern', ...outcomeOf(failing) });
  return { name: file, cases, remarks: others.map(compactLine) };
}

/** The errors, and the reasons why the run fails if no case has them. */
function ownCases(report: RunReport, groups: readonly CaseGroup[]): TestCase[] {
  const cases = itemsOf({ ...report, patterns: [], suites: [], skipped: [], passed: [] })
    .filter(({ kind }) => kind === 'problem')
    .map((item): TestCase => {
      const at = placeText(item);
      const lines = [compactLine(item), ...foundWith(item, report)];
      return {
        name: at === '' ? item.message : `${at}: ${item.message}`,
        outcome: 'error',
        type: item.code,
        message: item.message,
        at,
        lines,
      };
    });
  const told = groups.some((group) => group.cases.some(({ outcome }) => outcome === 'failed'));
  for (const message of told ? [] : report.settled.reasons) {
    cases.push({ name: message, outcome: 'failed', type: 'too-many-findings', message, at: '', lines: [message] });
  }
  return cases;
}

/** The findings of an invalid pattern. */
function foundWith({ message, file }: Item, { problems }: RunReport): readonly string[] {
  const problem = problems.find(
    (one) => one.message === message && one.findings !== undefined && (one.file && slashes(one.file)) === file,
  );
  return problem?.findings === undefined ? [] : findingItems(problem.findings).map(compactLine);
}
