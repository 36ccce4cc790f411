/** `eb-pattern check`: everything that is wrong with patterns. A pattern that is not JSON is a finding like any other. */
import { parsePattern } from '../../index.ts';
import { NO, UNANSWERED, YES } from '../exit.ts';
import { type Findings, type Problem, problemsOf } from '../failure.ts';
import { DEFAULT_DIALECT, type LanguageOptions, patternOptions } from '../read/pattern.ts';
import { countFindings, plural, showFindings, showProblem } from '../render/findings.ts';
import { printable } from '../render/terminal.ts';
import { type FindingReport, reportErrors, reportFindings, VERSION } from '../report/json.ts';
import { type Format, type Session, writeJson } from '../session.ts';

export interface CheckOptions extends LanguageOptions {
  readonly format: Format;
}

interface Checked extends Findings {
  readonly valid: boolean;
}

/** The document of `--format json`, beside `version`, `command` and `errors`. */
export interface CheckReport {
  readonly dialect: string;
  readonly patterns: readonly {
    readonly file: string;
    readonly valid: boolean;
    readonly findings: readonly FindingReport[];
    /** How many findings are not listed. */
    readonly omitted: Findings['omitted'];
  }[];
}

export async function check(files: readonly string[], options: CheckOptions, session: Session): Promise<number> {
  const checked: Checked[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    try {
      const { name, text } = await session.sources.read(file);
      const { pattern, diagnostics, omitted } = parsePattern(text, patternOptions(options));
      checked.push({ file: name, text, valid: pattern !== undefined, diagnostics, omitted });
    } catch (thrown) {
      problems.push(...problemsOf(thrown));
    }
  }
  if (options.format === 'json') {
    const report: CheckReport = {
      dialect: options.dialect ?? DEFAULT_DIALECT,
      patterns: checked.map(({ file, valid, omitted, ...findings }) => ({
        file,
        valid,
        findings: reportFindings({ file, omitted, ...findings }),
        omitted,
      })),
    };
    writeJson({ version: VERSION, command: 'check', ...report, errors: reportErrors(problems) }, session);
  } else {
    show(checked, session);
  }
  for (const problem of problems) showProblem(problem, session.err);
  if (problems.length > 0) return UNANSWERED;
  return checked.every(({ valid }) => valid) ? YES : NO;
}

function show(checked: readonly Checked[], { out }: Session): void {
  for (const pattern of checked) {
    showFindings(pattern, out);
    const mark = pattern.valid ? out.paint('good', '✓') : out.paint('bad', '✗');
    const counts = countFindings(pattern.diagnostics, pattern.omitted);
    const verdict = pattern.valid ? 'valid' : 'not valid';
    out.line(`${mark} ${printable(pattern.file)}: ${verdict}${counts === '' ? '' : ` (${counts})`}`);
  }
  const refused = checked.filter(({ valid }) => !valid).length;
  if (checked.length > 1) out.line(`\n${plural(checked.length, 'pattern')}, ${refused} not valid`);
}
