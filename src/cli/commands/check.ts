/** `eb-pattern check`: everything that is wrong with patterns. A pattern that is not JSON is a finding like any other. */
import { NO, UNANSWERED, YES } from '../exit.ts';
import { type Findings, type Problem, problemsOf } from '../failure.ts';
import { DEFAULT_DIALECT, type LanguageOptions, patternOptions, readPattern } from '../read/pattern.ts';
import { countFindings, plural, showFindings, showProblem } from '../render/findings.ts';
import { printable } from '../render/terminal.ts';
import { type FindingReport, reportErrors, reportFindings, VERSION } from '../report/json.ts';
import { type Format, type Session, writeJson } from '../session.ts';
import type { Skipped } from '../sources/patterns.ts';

export interface CheckOptions extends LanguageOptions {
  readonly format: Format;
}

interface Checked extends Findings {
  /** As a user would name the pattern. */
  readonly name: string;
  readonly valid: boolean;
}

/** The document of `--format json`, beside `version`, `command` and `errors`. */
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
  }[];
  /** Patterns that nobody knows yet, such as those that a tool makes when it is applied. */
  readonly skipped: readonly Skipped[];
}

export async function check(names: readonly string[], options: CheckOptions, session: Session): Promise<number> {
  const checked: Checked[] = [];
  const skipped: Skipped[] = [];
  const problems: Problem[] = [];
  for (const name of names) {
    try {
      const found = await session.patterns.all(name);
      for (const source of found.patterns) {
        const { pattern, findings } = readPattern(source, patternOptions(options));
        checked.push({ name: source.name, valid: pattern !== undefined, ...findings });
      }
      skipped.push(...found.skipped);
      problems.push(...found.problems);
    } catch (thrown) {
      problems.push(...problemsOf(thrown));
    }
  }
  if (options.format === 'json') {
    const report: CheckReport = {
      dialect: options.dialect ?? DEFAULT_DIALECT,
      patterns: checked.map((pattern) => ({
        file: pattern.file,
        ...(pattern.address === undefined ? {} : { address: pattern.address }),
        valid: pattern.valid,
        findings: reportFindings(pattern),
        omitted: pattern.omitted,
      })),
      skipped,
    };
    writeJson({ version: VERSION, command: 'check', ...report, errors: reportErrors(problems) }, session);
  } else {
    show(checked, skipped, session);
  }
  for (const problem of problems) showProblem(problem, session.err);
  if (problems.length > 0) return UNANSWERED;
  return checked.every(({ valid }) => valid) ? YES : NO;
}

function show(checked: readonly Checked[], skipped: readonly Skipped[], { out }: Session): void {
  for (const pattern of checked) {
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
  const refused = checked.filter(({ valid }) => !valid).length;
  if (checked.length > 1) out.line(`\n${plural(checked.length, 'pattern')}, ${refused} not valid`);
}
