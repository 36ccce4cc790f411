/**
 * Severity, baseline and exit policy of findings, with comments that allow one. All findings of a run pass one policy as they are found, so
 * that the output during the run agrees with the end.
 */
import type { Severity } from '../../index.ts';
import type { FindingCode } from '../findings/catalogue.ts';
import type { FileFinding, Findings, Problem, Suppressed } from '../findings/failure.ts';
import { plural } from '../findings/show.ts';
import type { Session } from '../session/session.ts';
import { type AllowComments, allowComments, type Syntax } from './allow.ts';
import { type BaselineEntry, printBaseline, readBaseline } from './baseline.ts';
import { type Counts, type Limits, reasonsOf } from './fail-on.ts';
import { Known } from './known.ts';

export type Level = Severity | 'off';

export interface PolicyOptions extends Limits {
  /** By code; `off` removes a finding. Other codes keep their severity. */
  readonly severities?: Readonly<Partial<Record<FindingCode, Level>>> | undefined;
  /** Names of files. */
  readonly baseline?: string | undefined;
  readonly writeBaseline?: string | undefined;
}

/** The decision at the end of a run. */
export interface PolicyVerdict {
  readonly counts: Counts;
  /** Why the findings fail the run, a sentence each. */
  readonly reasons: readonly string[];
  /** Notes on comments and the baseline, which never fail a run. */
  readonly notes: readonly Problem[];
  /** Entries of the baseline without a finding. */
  readonly gone: readonly BaselineEntry[];
}

export class Policy {
  private readonly limits: Limits;
  private readonly severities: ReadonlyMap<string, Level>;
  private readonly known: Known | undefined;
  private readonly comments = new Map<string, AllowComments>();
  /** Files that were not checked completely. */
  private readonly incomplete = new Set<string>();
  /** Keys of findings, since several suites may check one pattern. */
  private readonly counted = new Set<string>();
  private readonly counts = { errors: 0, warnings: 0, infos: 0, known: 0, allowed: 0 };

  private constructor(options: PolicyOptions, known: Known | undefined) {
    this.limits = options;
    this.severities = new Map(Object.entries(options.severities ?? {}));
    this.known = known;
  }

  /** A baseline is not read when it is to be written. @throws Failure for one that cannot be read */
  static async open(options: PolicyOptions, { io, sources }: Session): Promise<Policy> {
    const { baseline, writeBaseline } = options;
    if (writeBaseline !== undefined) return new Policy(options, new Known(writeBaseline, io.cwd));
    if (baseline === undefined) return new Policy(options, undefined);
    return new Policy(options, new Known(baseline, io.cwd, await readBaseline(baseline, io.cwd, sources)));
  }

  /** The findings of one pattern with their severities, without those that are off, allowed or known. */
  judge(findings: Findings, syntax: Syntax): Findings {
    const comments = this.commentsOf(findings.file, findings.text, syntax);
    this.known?.look(findings);
    const active: FileFinding[] = [];
    const suppressed: Suppressed[] = [];
    for (const found of findings.diagnostics) {
      const allowed = comments.find(found);
      const level = this.severities.get(found.code) ?? found.severity;
      if (level === 'off') continue;
      const diagnostic = level === found.severity ? found : { ...found, severity: level };
      if (allowed !== undefined) suppressed.push({ diagnostic, by: 'comment', ...allowed });
      else if (this.known?.knows(findings, found) === true) suppressed.push({ diagnostic, by: 'baseline' });
      else active.push(diagnostic);
    }
    const omitted = this.known?.withoutKnown(findings) ?? findings.omitted;
    const judged = { ...findings, diagnostics: active, omitted, ...(suppressed.length === 0 ? {} : { suppressed }) };
    this.count(judged, findings);
    return judged;
  }

  /** Registers a file with its comments, also one without findings. */
  file(file: string, text: string, syntax: Syntax): void {
    this.commentsOf(file, text, syntax);
  }

  /** Not all patterns of this file were checked, so its comments may allow others. */
  partly(file: string): void {
    this.incomplete.add(file);
  }

  settle(): PolicyVerdict {
    const gone = this.known?.gone(this.incomplete) ?? [];
    const notes = [...this.comments].flatMap(([file, comments]) => comments.notes(!this.incomplete.has(file)));
    const { counts } = this;
    return { counts, reasons: reasonsOf(counts, this.limits), notes: [...notes, ...goneNote(gone, this.known)], gone };
  }

  /** The text of a baseline with all findings of this run. */
  baseline(): string {
    return printBaseline(this.known?.all() ?? []);
  }

  private commentsOf(file: string, text: string, syntax: Syntax): AllowComments {
    let comments = this.comments.get(file);
    if (comments === undefined) {
      comments = allowComments(file, text, syntax);
      this.comments.set(file, comments);
    }
    return comments;
  }

  private count(judged: Findings, { omitted: all }: Findings): void {
    const { file, address, diagnostics, omitted, suppressed = [] } = judged;
    const first = (...what: readonly unknown[]): boolean => {
      const key = JSON.stringify([file, address, ...what]);
      return !this.counted.has(key) && this.counted.add(key) !== undefined;
    };
    const isNew = ({ code, focus, range, pointer, message }: FileFinding): boolean =>
      first(code, (focus ?? range)?.start, pointer, message);
    for (const diagnostic of diagnostics) if (isNew(diagnostic)) this.counts[`${diagnostic.severity}s`]++;
    for (const { diagnostic, by } of suppressed) {
      if (isNew(diagnostic)) this.counts[by === 'comment' ? 'allowed' : 'known']++;
    }
    if (!first('omitted')) return;
    for (const severity of ['errors', 'warnings', 'infos'] as const) {
      this.counts[severity] += omitted[severity];
      this.counts.known += all[severity] - omitted[severity];
    }
  }
}

const MAX_GONE = 3;

function goneNote(gone: readonly BaselineEntry[], known: Known | undefined): readonly Problem[] {
  const count = gone.reduce((sum, entry) => sum + entry.count, 0);
  if (count === 0 || known === undefined) return [];
  const named = gone.slice(0, MAX_GONE).map(({ file, address, code }) => {
    const where = address === undefined ? file : `${file}#${address}`;
    return code === undefined ? where : `${code} in ${where}`;
  });
  const list = `${named.join(', ')}${gone.length > MAX_GONE ? ', …' : ''}`;
  const message = `${plural(count, 'known finding')} ${count === 1 ? 'is' : 'are'} gone (${list}); write the baseline anew with --write-baseline ${known.name}`;
  return [{ file: known.name, message }];
}
