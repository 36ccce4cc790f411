/** Collects the results of `check` and `test` during a run, prints them, writes the reports, and returns the exit code. */
import { resolve } from 'node:path';
import type { CoverageResult } from '../coverage/run.ts';
import { NamedFiles, type OutputFile, type OutputFlag, readOutputs } from '../files/outputs.ts';
import { Failure, type Problem, problemsOf } from '../findings/failure.ts';
import { plural, showProblem } from '../findings/show.ts';
import { type FormatName, formatNames } from '../formats/table.ts';
import { syntaxOf } from '../policy/allow.ts';
import { Policy, type PolicyOptions } from '../policy/policy.ts';
import { undecidedCounts } from '../report/check.ts';
import { showSuite } from '../report/human.ts';
import type { CheckedPattern, Interruption, NotKnown, RunReport } from '../report/report.ts';
import { failsRun } from '../report/suites.ts';
import { exitCodeOf } from '../report/summary.ts';
import type { Session } from '../session/session.ts';
import type { PassedOver } from '../sources/patterns.ts';
import type { SuiteResult } from '../suite/run.ts';
import { grouped } from '../terminal/amounts.ts';
import { UNANSWERED } from '../terminal/exit-code.ts';
import { StatusLine } from '../terminal/status-line.ts';
import { printable } from '../terminal/terminal.ts';
import { deliver } from './deliver.ts';
import { inputGuard } from './input-guard.ts';

export interface ReportOptions extends PolicyOptions {
  /** The format of standard output. */
  readonly format: FormatName;
  /** `FORMAT:FILE` each. */
  readonly output?: readonly string[] | undefined;
  /** The human format shows failures only. */
  readonly quiet?: boolean | undefined;
  /** Name every file that is passed over. */
  readonly listSkipped?: boolean | undefined;
  /** A file that is passed over, or a pattern that is computed later, fails the run. */
  readonly failOnSkipped?: boolean | undefined;
  /** `--no-skip`, an alias. */
  readonly skip?: boolean | undefined;
}

const REPORTS: OutputFlag<FormatName> = { name: '--output', formats: formatNames, example: 'junit:report.xml' };

interface Ending {
  readonly interrupted?: Interruption | undefined;
  /** Notes on the run as a whole, a sentence each. */
  readonly notes?: readonly string[];
  readonly measured?: CoverageResult | undefined;
}

/** The files of the baseline, which may be read and written. */
export function namedFiles({ baseline, writeBaseline }: PolicyOptions, { io }: Session): NamedFiles {
  return new NamedFiles(io.cwd, { '--baseline': baseline, '--write-baseline': writeBaseline });
}

export class Reporter {
  private readonly command: RunReport['command'];
  private readonly options: ReportOptions;
  private readonly dialect: string;
  private readonly session: Session;
  private readonly policy: Policy;
  private readonly outputs: readonly OutputFile<FormatName>[];
  private readonly progress: StatusLine;
  private readonly patterns: CheckedPattern[] = [];
  private readonly notKnown: NotKnown[] = [];
  private readonly passedOver: PassedOver[] = [];
  private readonly suites: SuiteResult[] = [];
  private readonly problems: Problem[] = [];
  private notRun = 0;
  private expected = 0;
  private failed = 0;

  private constructor(
    command: RunReport['command'],
    options: ReportOptions,
    dialect: string,
    session: Session,
    policy: Policy,
    outputs: readonly OutputFile<FormatName>[],
  ) {
    this.command = command;
    this.options = options;
    this.dialect = dialect;
    this.session = session;
    this.policy = policy;
    this.outputs = outputs;
    this.progress = new StatusLine(session.io);
  }

  /**
   * `dialect`: for patterns that have none of their own; `named`: the files that other flags name.
   * @throws Failure for invalid outputs and for a baseline that cannot be read, before anything runs
   */
  static async open(
    command: RunReport['command'],
    options: ReportOptions,
    dialect: string,
    session: Session,
    named = namedFiles(options, session),
  ): Promise<Reporter> {
    const outputs = readOutputs(REPORTS, options.output ?? [], named);
    return new Reporter(command, options, dialect, session, await Policy.open(options, session), outputs);
  }

  /** Announces the number of further patterns or suites. */
  expect(count: number): void {
    this.expected += count;
  }

  /** `selected`: it is one of several in its file, named by its address. */
  pattern(checked: CheckedPattern, selected: boolean): void {
    if (selected) this.policy.partly(checked.file);
    const judged = this.policy.judge(checked, syntaxOf(checked.file));
    const { name, valid, checked: howFar, dialect } = checked;
    this.patterns.push({ ...judged, name, valid, dialect, ...(howFar === undefined ? {} : { checked: howFar }) });
    if (!checked.valid) this.failed++;
    this.showProgress('pattern', 'not valid');
  }

  skipped(one: NotKnown): void {
    this.policy.partly(one.file);
    this.notKnown.push(one);
  }

  passed(one: PassedOver): void {
    this.passedOver.push(one);
  }

  suite(result: SuiteResult): void {
    const { document } = result;
    const { file, text } = document;
    const syntax = file.endsWith('.json') ? 'json' : 'yaml';
    this.policy.file(file, text, syntax);
    const findings = result.findings.map((findings) => {
      const inline = findings.text === text && findings.file === file;
      if (result.refusal === true || (findings.address !== undefined && !inline)) this.policy.partly(findings.file);
      if (result.refusal === true) return findings;
      return this.policy.judge(findings, inline ? syntax : syntaxOf(findings.file));
    });
    const judged = { ...result, findings };
    this.suites.push(judged);
    if (judged.tests.some(({ outcome }) => outcome === 'failed')) this.failed++;
    if (this.options.format === 'human' && (this.options.quiet !== true || failsRun(judged))) {
      this.progress.erase();
      showSuite(judged, this.options.failOn ?? 'error', this.session.out);
    }
    this.showProgress('suite', 'failed');
  }

  /** Erases the status line before other output to the terminal. */
  pause(): void {
    this.progress.erase();
  }

  /** A usage or input error. */
  problem(problem: Problem): void {
    if (problem.file !== undefined) this.policy.partly(problem.file);
    this.problems.push(problem);
    this.progress.erase();
    if (this.command === 'test') showProblem(problem, this.session.err);
  }

  /** A suite that could not be run. */
  unanswered(problems: readonly Problem[]): void {
    this.notRun++;
    for (const problem of problems) this.problem(problem);
    this.showProgress('suite', 'failed');
  }

  /** Returns the exit code. `interrupted`: the user stopped the run. */
  async finish({ interrupted, notes = [], measured }: Ending = {}): Promise<number> {
    this.progress.erase();
    const judged = this.policy.settle();
    const settled = { ...judged, reasons: [...judged.reasons, ...this.skippedReasons()] };
    const report: RunReport = {
      command: this.command,
      dialect: this.dialect,
      patterns: this.patterns,
      skipped: this.notKnown,
      passed: this.passedOver,
      quiet: this.options.quiet === true,
      listSkipped: this.options.listSkipped === true,
      suites: this.suites,
      problems: this.problems,
      unanswered: this.notRun,
      notes: [...notes.map((message) => ({ message })), ...settled.notes],
      ...(interrupted === undefined ? {} : { interrupted }),
      settled,
      ...(measured === undefined ? {} : { measured }),
      failOn: this.options.failOn ?? 'error',
    };
    // Printed before the report, whose last line is the verdict.
    if (this.command === 'check') for (const problem of this.problems) showProblem(problem, this.session.err);
    const trouble = [...(await this.writeBaseline(report))];
    for (const one of await deliver(report, this.options.format, this.outputs, this.session)) trouble.push(one);
    for (const problem of trouble) showProblem(problem, this.session.err);
    const code = exitCodeOf(report);
    return trouble.length > 0 && interrupted === undefined ? UNANSWERED : code;
  }

  private skippedReasons(): readonly string[] {
    const { failOnSkipped, skip } = this.options;
    if (failOnSkipped !== true && skip !== false) return [];
    const flag = skip === false ? '--no-skip' : '--fail-on-skipped';
    const files = this.passedOver.filter(countsAsSkipped).length;
    const parts = [
      ...(files === 0 ? [] : [`${plural(files, 'file')} passed over`]),
      ...undecidedCounts(this.notKnown, 'pattern'),
    ];
    return parts.length === 0 ? [] : [`${parts.join(', ')} (${flag})`];
  }

  private async writeBaseline(report: RunReport): Promise<readonly Problem[]> {
    const { writeBaseline: file } = this.options;
    if (file === undefined) return [];
    const { problems, interrupted, settled } = report;
    try {
      if (problems.length > 0 || interrupted !== undefined) {
        throw new Failure({ message: `\`${file}\` is not written: not all could be looked at` });
      }
      await inputGuard(report, this.session)(file);
      const { writeWhole } = await import('../files/write.ts');
      await writeWhole(file, resolve(this.session.io.cwd, file), this.policy.baseline());
      const { out } = this.session;
      const count = plural(settled.counts.known, 'finding');
      if (this.options.format === 'human') out.line(printable(`${file} is written, and knows ${count}`));
      return [];
    } catch (thrown) {
      return problemsOf(thrown);
    }
  }

  private showProgress(noun: string, verdict: string): void {
    const done = this.patterns.length + this.suites.length + this.notRun;
    this.progress.update(() => {
      const failed = this.failed === 0 ? '' : `  ${grouped(this.failed)} ${verdict}`;
      return `${grouped(done)} of ${grouped(this.expected)} ${noun}s${failed}`;
    });
  }
}

/** Files that the config ignores are skipped on purpose, and suites are run by `test`. */
function countsAsSkipped({ kind }: PassedOver): boolean {
  return kind !== 'ignored' && kind !== 'suite';
}
