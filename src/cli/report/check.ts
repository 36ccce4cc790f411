/** What `check` answers: the document of `--format json`, beside `version`, `command` and `errors`, and the lines for a person. */
import type { Findings } from '../failure.ts';
import { countFindings, plural, showFindings } from '../render/findings.ts';
import { printable, type Terminal } from '../render/terminal.ts';
import type { Skipped } from '../sources/patterns.ts';
import { type FindingReport, reportFindings, reportSuppressed, type SuppressedReport } from './json.ts';
import type { Report } from './report.ts';

export interface CheckReport {
  readonly dialect: string;
  readonly patterns: readonly {
    readonly file: string;
    /** Of the pattern in that file, where the file is a document with patterns in it. */
    readonly address?: string;
    readonly valid: boolean;
    readonly findings: readonly FindingReport[];
    /** How many findings are not listed. */
    readonly omitted: Findings['omitted'];
    /** Findings that a comment allows or the baseline knows; absent when there are none. */
    readonly suppressed?: readonly SuppressedReport[];
  }[];
  /** Patterns that nobody knows yet, such as those that a tool makes when it is applied. */
  readonly skipped: readonly Skipped[];
}

export function reportCheck({ dialect, patterns, skipped }: Report): CheckReport {
  return {
    dialect,
    patterns: patterns.map((pattern) => ({
      file: pattern.file,
      ...(pattern.address === undefined ? {} : { address: pattern.address }),
      valid: pattern.valid,
      findings: reportFindings(pattern),
      omitted: pattern.omitted,
      ...reportSuppressed([pattern]),
    })),
    skipped,
  };
}

export function showCheck({ patterns, skipped }: Report, out: Terminal): void {
  for (const pattern of patterns) {
    showFindings(pattern, out);
    const mark = pattern.valid ? out.paint('good', '✓') : out.paint('bad', '✗');
    const counts = countFindings(pattern.diagnostics, pattern.omitted);
    const verdict = pattern.valid ? 'valid' : 'not valid';
    out.line(`${mark} ${printable(pattern.name)}: ${verdict}${counts === '' ? '' : ` (${counts})`}`);
  }
  for (const { file, address, line, column, message } of skipped) {
    const why = printable(`${file}:${line}:${column}: \`${address}\` is not checked: ${message}`);
    out.line(`${out.paint('warning', '-')} ${why}`);
  }
  const refused = patterns.filter(({ valid }) => !valid).length;
  if (patterns.length > 1) out.line(`\n${plural(patterns.length, 'pattern')}, ${refused} not valid`);
}
