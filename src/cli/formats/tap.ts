/** TAP, version 14: a line for each pattern or test, and YAML below failures. */

import { groupsOf, type TestCase } from '../report/cases.ts';
import type { RunReport } from '../report/report.ts';
import { printable, printableJson } from '../terminal/terminal.ts';

export function tap(report: RunReport): string {
  const groups = groupsOf(report);
  const lines = ['TAP version 14', `1..${groups.reduce((sum, { cases }) => sum + cases.length, 0)}`];
  let number = 0;
  for (const { name, cases, remarks } of groups) {
    for (const one of cases) for (const line of pointOf(one, name, ++number)) lines.push(line);
    for (const remark of remarks) lines.push(`# ${printable(remark)}`);
  }
  if (report.interrupted !== undefined) lines.push('Bail out! interrupted by the user');
  return `${lines.join('\n')}\n`;
}

function pointOf({ name, outcome, type, message, at, lines }: TestCase, group: string, number: number): string[] {
  const ok = outcome === 'passed' || outcome === 'skipped' ? 'ok' : 'not ok';
  const description = escapeTap(name === group ? name : `${group}: ${name}`);
  const point = `${ok} ${number} - ${description}`;
  if (outcome === 'passed') return [point];
  if (outcome === 'skipped') return [`${point} # SKIP ${escapeTap(message)}`.trimEnd()];
  // JSON strings are YAML strings.
  const entries: readonly (readonly [string, string])[] = [
    ['message', message],
    ['severity', outcome === 'error' ? 'error' : 'fail'],
    ['code', type],
    ...(at === '' ? [] : [['at', at] as const]),
  ];
  const diagnostics = entries.map(([key, value]) => `  ${key}: ${printableJson(value)}`);
  const details = lines.map((line) => `    - ${printableJson(line)}`);
  return [point, '  ---', ...diagnostics, '  details:', ...details, '  ...'];
}

/** A description ends at an unescaped `#`. */
export function escapeTap(text: string): string {
  return printable(text).replace(/[\\#]/g, '\\$&');
}
