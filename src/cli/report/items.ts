/** A report as a flat list, for formats without suites and patterns. */
import type { Severity } from '../../index.ts';
import type { LineColumn } from '../../json.ts';
import { type FixReport, reportFix } from '../answer/finding.ts';
import { renderExplanation } from '../explanation/explanation.ts';
import { renderNearest } from '../explanation/nearest-event.ts';
import { slashes } from '../files/file-name.ts';
import { addressOf, type FileFinding, type Findings, type Problem, type Suppressed } from '../findings/failure.ts';
import { lineFinder } from '../findings/line-finder.ts';
import type { PassedOver } from '../sources/patterns.ts';
import type { TestResult } from '../suite/judge.ts';
import { routeTitle } from '../suite/judge.ts';
import type { SuiteResult } from '../suite/run.ts';
import { grouped } from '../terminal/amounts.ts';
import { nodeCrypto } from '../terminal/node-crypto.ts';
import { printable } from '../terminal/terminal.ts';
import type { Interruption, RunReport } from './report.ts';

/** Problems that are not findings, in the form of findings. */
export const OWN_CODES = {
  'test-failed': 'a test of a suite failed',
  'test-skipped': 'a test of a suite was skipped',
  'pattern-skipped': 'a pattern is not wholly known yet, and what depends on the rest was not checked',
  'file-skipped': 'a file is not taken for a pattern',
  'dialects-differ': 'the dialects differ on the event of a test',
  'threshold-missed': 'the tests are less thorough than they must be',
  'not-answered': 'a part of the question could not be answered',
  'not-listed': 'a pattern has more findings than are listed',
  'not-covered': 'an outcome of a pattern that no test has',
  'mutant-survived': 'a change of a pattern that no test notices',
  note: 'a remark on the run, on comments or on the baseline',
} as const;

export function interruption(command: RunReport['command'], { ran, of }: Interruption): string {
  const noun = command === 'test' ? 'suite' : 'pattern';
  return `interrupted: ${grouped(ran)} of ${grouped(of)} ${noun}${of === 1 ? '' : 's'} ran`;
}

export interface Item {
  readonly kind: 'finding' | 'failure' | 'skipped' | 'problem' | 'note' | 'coverage';
  readonly severity: Severity;
  /** A code of the catalogue, or one of `OWN_CODES`. */
  readonly code: string;
  /** One sentence. */
  readonly message: string;
  readonly hint?: string;
  /** An explanation, in lines. */
  readonly details?: string;
  readonly file?: string;
  readonly address?: string;
  readonly pointer?: string;
  readonly start?: LineColumn;
  readonly end?: LineColumn;
  readonly test?: string;
  readonly suppressed?: Omit<Suppressed, 'diagnostic'>;
  readonly fixes?: readonly FixReport[];
}

/**
 * An event among patterns may be a pattern that was written like one, and a program may make patterns, so both are always named; the other
 * files of a repository are counted.
 */
export function isNamed({ kind }: PassedOver, { listSkipped }: Pick<RunReport, 'listSkipped'>): boolean {
  return listSkipped || kind === 'event' || kind === 'program';
}

/** In the order of the report. A finding in several suites is listed once. */
export function itemsOf(report: RunReport): readonly Item[] {
  const { patterns, skipped, passed, suites, problems, notes, measured } = report;
  const items: Item[] = [];
  for (const pattern of patterns) for (const one of findingItems(pattern)) items.push(one);
  for (const { message, checked, ...place } of skipped) {
    if (checked !== 'whole') items.push(skippedItem('pattern-skipped', message, place));
  }
  for (const { file, message } of passed.filter((one) => isNamed(one, report))) {
    items.push({ kind: 'skipped', severity: 'info', code: 'file-skipped', message, file: slashes(file) });
  }
  for (const suite of suites) for (const one of suiteItems(suite)) items.push(one);
  for (const message of measured?.missed ?? []) {
    items.push(problemItem({ message }, 'failure', 'error', 'threshold-missed'));
  }
  for (const problem of problems) {
    items.push(problemItem(problem, 'problem', 'error', 'not-answered'));
    if (problem.findings !== undefined) for (const one of findingItems(problem.findings)) items.push(one);
  }
  if (report.interrupted !== undefined) {
    const message = interruption(report.command, report.interrupted);
    items.push(problemItem({ message }, 'problem', 'error', 'not-answered'));
  }
  for (const note of notes) items.push(problemItem(note, 'note', 'info', 'note'));
  const unique = new Map(items.map((item) => [JSON.stringify(item), item]));
  return [...unique.values()];
}

export function findingItems(findings: Findings): readonly Item[] {
  const { diagnostics, omitted, suppressed = [] } = findings;
  const items = diagnostics.map((diagnostic) => findingItem(diagnostic, findings));
  for (const { diagnostic, ...how } of suppressed) {
    items.push({ ...findingItem(diagnostic, findings), suppressed: how });
  }
  for (const severity of ['error', 'warning', 'info'] as const) {
    const count = omitted[`${severity}s`];
    if (count === 0) continue;
    const noun = severity === 'info' ? 'note' : severity;
    const message = `${count} more ${noun}${count === 1 ? ' is' : 's are'} not listed`;
    items.push({ kind: 'finding', severity, code: 'not-listed', message, ...placeOf(findings) });
  }
  return items;
}

function findingItem(diagnostic: FileFinding, findings: Findings): Item {
  const { code, severity, message, hint, pointer, focus, range, fixes } = diagnostic;
  const find = lineFinder(findings.text);
  const at = focus ?? range;
  return {
    kind: 'finding',
    severity,
    code,
    message,
    ...(hint === undefined ? {} : { hint }),
    ...placeOf({ file: findings.file, address: addressOf(diagnostic, findings) }),
    pointer,
    ...(at === undefined ? {} : { start: find(at.start), end: find(at.end) }),
    ...(fixes === undefined ? {} : { fixes: fixes.map((fix) => reportFix(fix, find)) }),
  };
}

function placeOf({ file, address }: Pick<Findings, 'file' | 'address'>): Pick<Item, 'file' | 'address'> {
  return { file: slashes(file), ...(address === undefined ? {} : { address }) };
}

function skippedItem(
  code: keyof typeof OWN_CODES,
  message: string,
  { file, line, column, address }: { file: string; line: number; column: number; address?: string },
): Item {
  const place = { file: slashes(file), ...(address === undefined ? {} : { address }), start: { line, column } };
  return { kind: 'skipped', severity: 'info', code, message, ...place };
}

/** Differences between dialects that repeat why a test failed are left out, and a refusal is listed once. */
function suiteItems(suite: SuiteResult): readonly Item[] {
  const { document, tests } = suite;
  const find = lineFinder(document.text);
  const items = suite.findings.flatMap(findingItems);
  const refusals = new Set<string>();
  for (const test of tests) {
    const { name, range, outcome, problem = '', difference, findings } = test;
    const place = { file: slashes(document.file), start: find(range.start), test: name };
    if (outcome === 'skipped') {
      items.push({ ...skippedItem('test-skipped', problem, { ...place, ...place.start }), test: name });
    } else if (outcome === 'failed') {
      const details = detailsOf(test);
      const more = details === undefined ? {} : { details };
      items.push({ kind: 'failure', severity: 'error', code: 'test-failed', message: problem, ...more, ...place });
      if (findings !== undefined) for (const one of findingItems(findings)) items.push(one);
    }
    if (difference === undefined || problem.endsWith(difference.message)) continue;
    if (difference.refused && refusals.has(difference.message)) continue;
    refusals.add(difference.message);
    const { message } = difference;
    items.push({ kind: 'finding', severity: 'warning', code: 'dialects-differ', message, ...place });
  }
  return items;
}

const WIDTH = 80;

/** Why a test failed, as the patterns with marks, and the suggested changes; without a line end at the end. */
export function detailsOf({ explanation, routes = [], nearest }: TestResult): string | undefined {
  const view = { width: WIDTH, paint: (_: unknown, text: string) => text };
  const parts = [
    ...(explanation === undefined ? [] : [renderExplanation(explanation, view)]),
    ...routes.map((route) => [routeTitle(route), ...renderExplanation(route.explanation, view)]),
    ...(nearest === undefined ? [] : [renderNearest(nearest, view)]),
  ].filter((lines) => lines.length > 0);
  if (parts.length === 0) return undefined;
  return parts.map((lines) => lines.map((line) => line.trimEnd()).join('\n')).join('\n\n');
}

function problemItem(
  { file, line, column, message }: Problem,
  kind: Item['kind'],
  severity: Severity,
  code: keyof typeof OWN_CODES,
): Item {
  return {
    kind,
    severity,
    code,
    message,
    ...(file === undefined ? {} : { file: slashes(file) }),
    ...(line === undefined || column === undefined ? {} : { start: { line, column } }),
  };
}

/** `file:line:column`, as far as known; may be empty. */
export function placeText({ file, start }: Pick<Item, 'file' | 'start'>): string {
  if (file === undefined) return '';
  return printable(start === undefined ? file : `${file}:${start.line}:${start.column}`);
}

/** `file:line:column: severity code message` */
export function compactLine(item: Item): string {
  const place = placeText(item);
  return `${place === '' ? '' : `${place}: `}${item.severity} ${item.code} ${printable(sentenceOf(item))}`;
}

/** The message, after its subject unless that is the file alone. */
export function sentenceOf({ address, test, message }: Item): string {
  return [address, test, message].filter((part) => part !== undefined && part !== '').join(': ');
}

/** One for each item, in their order, all distinct. 64 hexadecimal digits. */
export function fingerprintsOf(items: readonly Item[]): readonly string[] {
  const seen = new Map<string, number>();
  return items.map(({ code, file, address, pointer, test, message }) => {
    // An item without a place is identified by its text.
    const own = pointer === undefined && test === undefined ? message : undefined;
    const key = JSON.stringify([code, file, address, pointer, test, own]);
    const number = seen.get(key) ?? 0;
    seen.set(key, number + 1);
    return nodeCrypto().createHash('sha256').update(`${number} ${key}`).digest('hex');
  });
}
