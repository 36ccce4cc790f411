/** The human format: a line for each suite, failures in full, findings, and the summary at the end. */
import type { Severity } from '../../index.ts';
import type { LineColumn } from '../../json.ts';
import { renderExplanation } from '../explanation/explanation.ts';
import { renderNearest } from '../explanation/nearest-event.ts';
import type { Findings } from '../findings/failure.ts';
import { lineFinder } from '../findings/line-finder.ts';
import { countFindings, plural, showFindings } from '../findings/show.ts';
import { DEFAULT_DIALECT } from '../patterns/pattern.ts';
import type { TestResult } from '../suite/judge.ts';
import { type RouteExplanation, routeTitle } from '../suite/judge.ts';
import type { SuiteResult } from '../suite/run.ts';
import { YES } from '../terminal/exit-code.ts';
import { printable, type Style, type Terminal } from '../terminal/terminal.ts';
import { wrap } from '../terminal/wrap.ts';
import { showCheck, sumOfCheck } from './check.ts';
import { interruption } from './items.ts';
import type { RunReport } from './report.ts';
import { sumOf } from './suites.ts';
import { exitCodeOf } from './summary.ts';

type Find = (offset: number) => LineColumn;

/** Notes are shown only when they fail the run. */
export function showSuite(result: SuiteResult, failOn: Severity, out: Terminal): void {
  const { tests, document, dialect } = result;
  const find = lineFinder(document.text);
  const failed = tests.filter(({ outcome }) => outcome === 'failed');
  const skipped = tests.filter(({ outcome }) => outcome === 'skipped');
  const mark = failed.length === 0 ? out.paint('good', '✓') : out.paint('bad', '✗');
  const count =
    failed.length === 0 ? plural(tests.length, 'test') : `${failed.length} of ${plural(tests.length, 'test')} failed`;
  const left = skipped.length === 0 ? '' : `, ${skipped.length} skipped`;
  const note = out.paint('dim', `${count}${left}${dialect === DEFAULT_DIALECT ? '' : `, ${dialect}`}`);
  out.line(`${mark} ${printable(document.file)}  ${note}`);
  for (const test of failed) showFailure(test, result, find, out);
  if (failed.length > 0) out.gap();
  for (const { name, problem } of skipped) paragraph('- ', out.paint, 'dim', `${name} (skipped: ${problem})`, out);
  for (const findings of result.findings) showFindingLines(findings, failOn, out);
  showDifferences(result, find, out);
}

/** The end after the suites, or all of `check`. Problems are printed separately. */
export function showEnd(report: RunReport, out: Terminal): void {
  const { command, settled, notes } = report;
  if (command === 'check') showCheck(report, out);
  if (report.quiet) {
    if (exitCodeOf(report) !== YES) showSum(report, out);
    return;
  }
  const { known, allowed } = settled.counts;
  const hidden = [...(known > 0 ? [`${known} known`] : []), ...(allowed > 0 ? [`${allowed} allowed by comments`] : [])];
  if (hidden.length > 0) {
    out.gap();
    out.line(out.paint('dim', `findings that are not shown: ${hidden.join(', ')}`));
  }
  const placed = notes.filter(({ file }) => file !== undefined);
  if (placed.length > 0) out.gap();
  for (const { file, line, column, message } of placed) {
    const place = line === undefined ? file : `${file}:${line}:${column}`;
    out.paragraph(`note: ${place}: ${message}`, 'info');
  }
  if (command === 'check' && settled.reasons.some((reason) => reason.includes('warning'))) {
    out.gap();
    out.paragraph(HOW_TO_ALLOW, 'dim');
  }
  showSum(report, out);
}

const HOW_TO_ALLOW =
  'to allow a finding, write the comment `eb-pattern-allow CODE: reason` on its line (YAML, .jsonc, .tf), set `severities` in the config file, or know it with `--write-baseline FILE`; `eb-pattern code CODE` says what it means';

/** What fails the run besides invalid patterns and failed tests, to follow the sum: the last line agrees with the exit code. */
function failingOf({ settled, measured }: RunReport): readonly string[] {
  return [...settled.reasons, ...(measured?.missed ?? [])].map((reason) => `fails: ${reason}`);
}

/** The summary of the run. The beginning of the last line is stable, for scripts. */
function showSum(report: RunReport, out: Terminal): void {
  const { command, suites, notes, interrupted, unanswered } = report;
  const failing = failingOf(report);
  const sum = command === 'check' ? sumOfCheck(report) : undefined;
  const line = command === 'check' ? [...(sum === undefined ? [] : [sum]), ...failing].join('; ') : '';
  if (line !== '') {
    out.gap();
    out.sentence(line, exitCodeOf(report) === YES ? 'plain' : 'bad');
  }
  const general = notes.filter(({ file }) => file === undefined).map(({ message }) => message);
  // Without a suite that ran there is no sum, which would look like a result.
  const isSummed = command === 'test' && (suites.length > 0 || interrupted !== undefined);
  if (!isSummed && interrupted === undefined) return;
  out.gap();
  for (const note of general) out.paragraph(note, 'warning');
  if (interrupted !== undefined) out.line(out.paint('bad', interruption(command, interrupted)));
  if (!isSummed) return;
  if (unanswered > 0) out.line(out.paint('bad', `${plural(unanswered, 'suite')} could not be run`));
  const { passed, failed, skipped } = sumOf(suites);
  const style = exitCodeOf(report) === YES ? 'good' : 'bad';
  const left = skipped === 0 ? '' : `, ${skipped} skipped`;
  out.sentence([`${passed} passed, ${failed} failed${left}`, ...failing].join('; '), style);
}

function showFailure(
  { name, range, problem, explanation, nearest, routes, findings }: TestResult,
  { document }: SuiteResult,
  find: Find,
  out: Terminal,
): void {
  out.gap();
  paragraph(`${out.paint('bad', '✗')} `, out.paint, 'bold', name, out);
  out.line(`    ${out.paint('dim', printable(`${document.file}:${place(find, range.start)}`))}`);
  if (problem !== undefined) paragraph('  ', out.paint, 'bad', problem, out);
  if (explanation !== undefined) {
    out.line();
    for (const line of renderExplanation(explanation, { width: out.width - 4, paint: out.paint }))
      out.line(`    ${line}`.trimEnd());
  }
  if (nearest !== undefined) {
    out.gap();
    for (const line of renderNearest(nearest, { width: out.width - 4, paint: out.paint })) out.line(`    ${line}`);
  }
  if (routes !== undefined) showRoutes(routes, out);
  if (findings === undefined) return;
  out.gap();
  showFindings(findings, out);
}

/** Findings on a pattern, a line each: `check` shows them in full. */
function showFindingLines(findings: Findings, failOn: Severity, out: Terminal): void {
  const { text, file, address } = findings;
  const diagnostics = findings.diagnostics.filter(({ severity }) => severity !== 'info' || failOn === 'info');
  const of = address === undefined ? '' : ` ${address}:`;
  const find = lineFinder(text);
  for (const { focus, range, severity, message, code } of diagnostics.slice(0, MAX_LINES)) {
    const at = place(find, (focus ?? range)?.start ?? 0);
    const style = severity === 'error' ? 'bad' : severity;
    paragraph(`${out.paint(style, '!')} `, out.paint, style, `${file}:${at}${of} ${message} [${code}]`, out);
  }
  const left = diagnostics.slice(MAX_LINES);
  if (left.length > 0) out.line(`    … and ${countFindings(left, findings.omitted)}`);
}

const MAX_LINES = 5;

/** A refusal applies to every event of the pattern, and is printed once. */
function showDifferences({ tests, document }: SuiteResult, find: Find, out: Terminal): void {
  const refusals = new Set<string>();
  for (const { difference, range, name, problem } of tests) {
    if (difference === undefined || problem?.endsWith(difference.message)) continue;
    if (difference.refused) {
      if (refusals.has(difference.message)) continue;
      refusals.add(difference.message);
      paragraph(`${out.paint('warning', '!')} `, out.paint, 'warning', difference.message, out);
    } else {
      const at = `${document.file}:${place(find, range.start)}`;
      paragraph(`${out.paint('warning', '!')} `, out.paint, 'warning', `${name} (${at})`, out);
      paragraph('  ', out.paint, 'warning', difference.message, out);
    }
  }
}

function place(find: Find, offset: number): string {
  const { line, column } = find(offset);
  return `${line}:${column}`;
}

/** Indents below a suite by two columns, and continuation lines by two more. */
function paragraph(mark: string, paint: Terminal['paint'], style: Style, text: string, out: Terminal): void {
  for (const [i, line] of wrap(printable(text), out.width - 4).entries()) {
    out.line(`  ${i === 0 ? mark : '  '}${paint(style, line)}`);
  }
}

/** Patterns of a routing test, each with its explanation. */
function showRoutes(routes: readonly RouteExplanation[], out: Terminal): void {
  for (const route of routes) {
    out.line();
    out.line(`    ${out.paint('bold', printable(routeTitle(route)))}`);
    for (const line of renderExplanation(route.explanation, { width: out.width - 4, paint: out.paint })) {
      out.line(`    ${line}`.trimEnd());
    }
  }
}
