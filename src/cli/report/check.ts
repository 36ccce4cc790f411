/** What `check` answers: the members of its JSON, and the lines for a person. */

import { exact } from '../answer/exact.ts';
import { reportFindings, reportSuppressed } from '../answer/finding.ts';
import { countFindings, plural, showFindings, showPassed } from '../findings/show.ts';
import { fails, SEVERITIES } from '../policy/fail-on.ts';
import { printable, type Terminal } from '../terminal/terminal.ts';
import { type CheckMembers, checkMembers } from './answer.ts';
import { isNamed } from './items.ts';
import type { CheckedPattern, NotKnown, RunReport } from './report.ts';

export function reportCheck({ dialect, patterns, skipped, passed }: RunReport): CheckMembers {
  return exact(checkMembers, {
    dialect,
    patterns: patterns.map((pattern) => ({
      file: pattern.file,
      ...(pattern.address === undefined ? {} : { address: pattern.address }),
      ...(pattern.dialect === dialect ? {} : { dialect: pattern.dialect }),
      valid: pattern.valid,
      ...(pattern.checked === undefined ? {} : { checked: pattern.checked }),
      findings: reportFindings(pattern),
      omitted: pattern.omitted,
      ...reportSuppressed([pattern]),
    })),
    skipped: [...skipped, ...passed],
  });
}

export function showCheck(report: RunReport, out: Terminal): void {
  const { patterns, skipped, passed } = report;
  const isMixed = new Set(patterns.map(({ dialect }) => dialect)).size > 1;
  for (const pattern of patterns) {
    if (report.quiet && !failsRun(pattern, report)) continue;
    const counts = countFindings(pattern.diagnostics, pattern.omitted);
    const good = pattern.checked === undefined ? 'valid' : 'no error in what is known';
    const verdict = pattern.valid ? good : isKnown(pattern) ? 'not valid (known)' : 'not valid';
    out.line(
      `${markOf(pattern, out)} ${printable(pattern.name)}: ${verdict}${counts === '' ? '' : ` (${counts})`}${isMixed ? `, ${pattern.dialect}` : ''}`,
    );
    if (counts === '') continue;
    out.line();
    showFindings(pattern, out);
  }
  if (report.quiet) return;
  for (const { file, address, line, column, message, checked } of skipped) {
    if (checked === 'whole') continue;
    const howFar = checked === 'partly' ? 'not wholly checked' : 'not checked';
    const why = printable(`${file}:${line}:${column}: \`${address}\` is ${howFar}: ${message}`);
    out.line(`${out.paint('warning', '-')} ${why}`);
  }
  // The last line contains their number.
  showPassed(
    passed.filter((one) => isNamed(one, report)),
    true,
    out,
  );
}

/** Whether it has a finding of a severity that fails the run. */
function failsRun({ diagnostics, omitted }: CheckedPattern, { failOn }: RunReport): boolean {
  return (
    diagnostics.some(({ severity }) => fails(severity, { failOn })) ||
    SEVERITIES.some((severity) => omitted[`${severity}s`] > 0 && fails(severity, { failOn }))
  );
}

/** Whether it is invalid by known findings only: the baseline or comments account for each. */
function isKnown({ valid, diagnostics, omitted, suppressed = [] }: CheckedPattern): boolean {
  const { errors, warnings, infos } = omitted;
  return !valid && suppressed.length > 0 && diagnostics.length + errors + warnings + infos === 0;
}

function markOf(pattern: CheckedPattern, { paint }: Terminal): string {
  if (pattern.valid) return paint('good', '✓');
  return isKnown(pattern) ? paint('dim', '~') : paint('bad', '✗');
}

/** The number of valid patterns, and what was not checked. Undefined when a single line has reported it. */
export function sumOfCheck(report: RunReport): string | undefined {
  const { patterns } = report;
  const parts = countsOfCheck(report);
  // A single pattern without findings has been reported.
  const isSaid =
    parts.length <= 1 &&
    patterns.every(({ diagnostics, suppressed = [] }) => diagnostics.length + suppressed.length === 0);
  return patterns.length > 1 || !isSaid ? parts.join('; ') : undefined;
}

/** The number of valid patterns, of patterns that were not checked, and of files that were passed over. */
export function countsOfCheck({ patterns, skipped, passed, listSkipped, problems }: RunReport): readonly string[] {
  const refused = patterns.filter(({ valid }) => !valid);
  const known = refused.filter(isKnown).length;
  // A partly known pattern is not known to be valid.
  const decided = patterns.filter(({ valid, checked }) => !valid || checked === undefined);
  const all = plural(decided.length, 'pattern');
  const verdict =
    refused.length === 0
      ? `${all} valid`
      : `${decided.length === 1 ? all : `${refused.length} of ${all}`} not valid${known === 0 ? '' : known === refused.length ? ' (known)' : ` (${known} known)`}`;
  const hint = listSkipped ? '' : ' (--list-skipped)';
  return [
    ...(decided.length === 0 ? [] : [verdict]),
    ...(problems.length === 0 ? [] : [`${plural(problems.length, 'problem')} kept others from being checked`]),
    ...undecidedCounts(skipped),
    ...(passed.length === 0 ? [] : [`${plural(passed.length, 'file')} passed over${hint}`]),
  ];
}

/** `noun` follows the numbers when it is needed. */
export function undecidedCounts(all: readonly NotKnown[], noun?: string): readonly string[] {
  const amount = (count: number): string => (noun === undefined ? String(count) : plural(count, noun));
  return (
    [
      ['not', 'not checked'],
      ['partly', 'not wholly checked'],
    ] as const
  ).flatMap(([howFar, words]) => {
    const count = all.filter(({ checked }) => checked === howFar).length;
    return count === 0 ? [] : [`${amount(count)} ${words}`];
  });
}
