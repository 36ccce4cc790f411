/**
 * `eb-pattern diff`: the events that a change of a pattern gains and loses, or the changes of all patterns of a folder, a document or a
 * plan.
 */
import type { Pattern } from '../../../index.ts';
import { type Comparison, compare, effectOf } from '../../compare/compare.ts';
import {
  type AddressChange,
  type ChangeKind,
  compareSides,
  countKinds,
  type DocumentChange,
} from '../../compare/documents.ts';
import {
  exitOf,
  type GateFlags,
  type GateReport,
  type JudgedChange,
  judgeGates,
  showGates,
} from '../../compare/gates.ts';
import { renderComparison, showPatternDiff } from '../../compare/show.ts';
import { showDocuments } from '../../compare/show-documents.ts';
import { namesFromRoot } from '../../files/repository-root.ts';
import type { Problem } from '../../findings/failure.ts';
import { showPassed, showProblem } from '../../findings/show.ts';
import { DEFAULT_DIALECT, type LanguageOptions, patternOptions, validPattern } from '../../patterns/pattern.ts';
import { reportErrors, VERSION } from '../../session/json.ts';
import { type Session, writeJson } from '../../session/session.ts';
import { type Holding, type PatternSource, single } from '../../sources/patterns.ts';
import { UNANSWERED } from '../../terminal/exit-code.ts';
import { bothOf, readOperands } from './operands.ts';

export interface DiffOptions extends LanguageOptions, GateFlags {
  readonly format: 'human' | 'json' | 'github' | 'markdown';
  readonly listSkipped?: boolean;
}

/** The document of `--format json`, beside `version`, `command` and `errors`. For many patterns it has `patterns` instead. */
export interface DiffReport extends Comparison {
  readonly dialect: string;
  readonly old: string;
  readonly new: string;
  readonly gates: readonly GateReport[];
}

export interface DocumentsReport extends Pick<DiffReport, 'dialect' | 'old' | 'new' | 'gates'> {
  readonly counts: Readonly<Record<ChangeKind, number>>;
  readonly patterns: readonly AddressChange[];
}

export async function diff(
  oldName: string,
  newName: string | undefined,
  options: DiffOptions,
  session: Session,
): Promise<number> {
  const operands = await readOperands(oldName, newName, session);
  const { dialect = DEFAULT_DIALECT } = options;
  if (operands.kind === 'sides') {
    const { before, after } = operands;
    const { changes, problems } = compareSides(before, after, patternOptions(options));
    const gates = judgeGates(
      options,
      changes.map(({ judged }) => judged),
    );
    const patterns = changes.map(({ change }) => change);
    const names = { dialect, old: before.name, new: after.name };
    const report = { ...names, counts: countKinds(changes), patterns, gates } satisfies DocumentsReport;
    await finish({ report, changes, problems }, options, session, () => showDocuments(changes, session.out));
    showPassed(after.passed, options.listSkipped === true, session.err);
    return problems.length > 0 ? UNANSWERED : exitOf(gates);
  }
  const [old, now] = await bothOf([operands.before, operands.after], async (held) => read(held, options));
  const comparison = compare(old.pattern, now.pattern);
  const gates = judgeGates(options, judgedOf(comparison, old.pattern, now.pattern, options));
  const report = { dialect, old: old.source.name, new: now.source.name, ...comparison, gates } satisfies DiffReport;
  const changes = [changeOf(comparison, old.source, now.source)];
  await finish({ report, changes, problems: [] }, options, session, () => {
    const { out } = session;
    for (const line of renderComparison(comparison, out)) out.line(line);
    showPatternDiff(old.source.text, now.source.text, '  ', out);
  });
  return exitOf(gates);
}

interface ReadSource {
  readonly source: PatternSource;
  readonly pattern: Pattern;
}

function read(held: Holding, options: LanguageOptions): ReadSource {
  const source = single(held.file, held);
  return { source, pattern: validPattern(source, patternOptions(options)) };
}

/** Without gates there is no second comparison. */
function judgedOf(comparison: Comparison, before: Pattern, after: Pattern, flags: GateFlags): readonly JudgedChange[] {
  const { narrower, wider, change } = flags;
  return [narrower, wider, change].includes(false) ? [effectOf(comparison, before, after)] : [];
}

/** Two patterns as a list of one change, for the formats that show lists. */
function changeOf(comparison: Comparison, before: PatternSource, after: PatternSource): DocumentChange {
  const change = comparison.relation === 'equal' ? 'equal' : 'changed';
  const judged = { loses: 'unknown', gains: 'unknown' } as const;
  return { change: { address: after.name, change, ...comparison }, judged, before, after };
}

interface Finished {
  readonly report: DiffReport | DocumentsReport;
  readonly changes: readonly DocumentChange[];
  /** Problems of new patterns. */
  readonly problems: readonly Problem[];
}

async function finish(
  { report, changes, problems }: Finished,
  { format }: DiffOptions,
  session: Session,
  show: () => void,
): Promise<void> {
  const { out, err, io } = session;
  if (format === 'json') {
    writeJson({ version: VERSION, command: 'diff', ...report, errors: reportErrors(problems) }, session);
    return;
  }
  if (format === 'human') {
    show();
    if (report.gates.some(({ outcome }) => outcome !== 'passed')) out.gap();
    showGates(report.gates, out);
  } else if (format === 'markdown') {
    const { diffMarkdown } = await import('./markdown.ts');
    io.stdout.write(diffMarkdown({ ...report, changes, problems }));
  } else {
    const { diffGithub } = await import('./github.ts');
    io.stdout.commands(diffGithub({ ...report, changes, problems }, namesFromRoot(io)));
    const [{ appendSummary }, { diffMarkdown }] = await Promise.all([
      import('../../report/step-summary.ts'),
      import('./markdown.ts'),
    ]);
    await appendSummary((bytes) => diffMarkdown({ ...report, changes, problems }, bytes), session);
  }
  for (const problem of problems) showProblem(problem, err);
}
