/** What `check` answers: the document of `--format json`, beside `version`, `command` and `errors`, and the lines for a person. */

import type { Findings } from '../findings/failure.ts';
import { countFindings, plural, showFindings, showPassed } from '../findings/show.ts';
import { fails, SEVERITIES } from '../policy/fail-on.ts';
import { type FindingReport, reportFindings, reportSuppressed, type SuppressedReport } from '../session/json.ts';
import type { PassedOver } from '../sources/patterns.ts';
import { printable, type Terminal } from '../terminal/terminal.ts';
import { isNamed } from './items.ts';
import type { CheckedPattern, NotKnown, Report } from './report.ts';

export interface CheckReport {
  readonly dialect: string;
  readonly patterns: readonly {
    readonly file: string;
    /** Of the pattern in that file, where the file is a document with patterns in it. */
    readonly address?: string;
    readonly valid: boolean;
    /** Where some values are not known; absent of a pattern that was checked wholly. */
    readonly checked?: 'partly';
    readonly findings: readonly FindingReport[];
    /** How many findings are not listed. */
    readonly omitted: Findings['omitted'];
    /** Findings that a comment allows or the baseline knows; absent when there are none. */
    readonly suppressed?: readonly SuppressedReport[];
  }[];
  /** Patterns that are not wholly known yet, or secret, and files that are not taken for patterns. */
  readonly skipped: readonly (NotKnown | PassedOver)[];
}

export function reportCheck({ dialect, patterns, skipped, passed }: Report): CheckReport {
  return {
    dialect,
    patterns: patterns.map((pattern) => ({
      file: pattern.file,
      ...(pattern.address === undefined ? {} : { address: pattern.address }),
      valid: pattern.valid,
      ...(pattern.checked === undefined ? {} : { checked: pattern.checked }),
      findings: reportFindings(pattern),
      omitted: pattern.omitted,
      ...reportSuppressed([pattern]),
    })),
    skipped: [...skipped, ...passed],
  };
}

export function showCheck(report: Report, out: Terminal): void {
  const { patterns, skipped, passed } = report;
  for (const pattern of patterns) {
    if (report.quiet && !failsRun(pattern, report)) continue;
    const counts = countFindings(pattern.diagnostics, pattern.omitted);
    const good = pattern.checked === undefined ? 'valid' : 'no error in what is known';
    const verdict = pattern.valid ? good : isKnown(pattern) ? 'not valid (known)' : 'not valid';
    out.line(`${markOf(pattern, out)} ${printable(pattern.name)}: ${verdict}${counts === '' ? '' : ` (${counts})`}`);
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
  // The last line has the number.
  showPassed(
    passed.filter((one) => isNamed(one, report)),
    true,
    out,
  );
}

/** Whether it has a finding that is as bad as one that fails the run. */
function failsRun({ diagnostics, omitted }: CheckedPattern, { failOn }: Report): boolean {
  return (
    diagnostics.some(({ severity }) => fails(severity, { failOn })) ||
    SEVERITIES.some((severity) => omitted[`${severity}s`] > 0 && fails(severity, { failOn }))
  );
}

/** Not valid, but nothing of it is new: the baseline or comments account for each finding. */
function isKnown({ valid, diagnostics, omitted, suppressed = [] }: CheckedPattern): boolean {
  const { errors, warnings, infos } = omitted;
  return !valid && suppressed.length > 0 && diagnostics.length + errors + warnings + infos === 0;
}

function markOf(pattern: CheckedPattern, { paint }: Terminal): string {
  if (pattern.valid) return paint('good', '✓');
  return isKnown(pattern) ? paint('dim', '~') : paint('bad', '✗');
}

/** How many patterns are valid, and what was not looked at. Undefined where one line has said it all. */
export function sumOfCheck(report: Report): string | undefined {
  const { patterns } = report;
  const parts = countsOfCheck(report);
  // One pattern without a finding has been said.
  const isSaid =
    parts.length <= 1 &&
    patterns.every(({ diagnostics, suppressed = [] }) => diagnostics.length + suppressed.length === 0);
  return patterns.length > 1 || !isSaid ? parts.join('; ') : undefined;
}

/** How many patterns are valid, how many were not checked, and how many files were passed over. */
export function countsOfCheck({ patterns, skipped, passed, listSkipped, problems }: Report): readonly string[] {
  const refused = patterns.filter(({ valid }) => !valid);
  const known = refused.filter(isKnown).length;
  // Whether the rest is valid was not decided.
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

/** `noun` stands behind the numbers where the reader needs it. */
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
