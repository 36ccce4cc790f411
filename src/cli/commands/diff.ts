/** `eb-pattern diff`: what a change of a pattern, or of all patterns of a document, gains and loses. */
import type { Pattern } from '../../index.ts';
import { Failure, type Problem, problemsOf } from '../failure.ts';
import { type Comparison, compare, effectOf } from '../meaning/compare.ts';
import { type AddressChange, compareDocuments } from '../meaning/documents.ts';
import { exitOf, type GateFlags, type GateReport, type Judged, judgeGates, showGates } from '../meaning/gates.ts';
import { DEFAULT_DIALECT, type LanguageOptions, patternOptions, validPattern } from '../read/pattern.ts';
import { renderComparison, showPatternDiff } from '../render/comparison.ts';
import { showDocuments } from '../render/documents.ts';
import { reportErrors, VERSION } from '../report/json.ts';
import { type Format, type Session, writeJson } from '../session.ts';
import { type Holding, holdsDocument, type PatternSource, single } from '../sources/patterns.ts';

export interface DiffOptions extends LanguageOptions, GateFlags {
  readonly format: Format;
}

/** The document of `--format json`, beside `version`, `command` and `errors`. Two documents of several patterns have `patterns` instead. */
export interface DiffReport extends Comparison {
  readonly dialect: string;
  readonly old: string;
  readonly new: string;
  readonly gates: readonly GateReport[];
}

export interface DocumentsReport extends Pick<DiffReport, 'dialect' | 'old' | 'new' | 'gates'> {
  readonly patterns: readonly AddressChange[];
}

export async function diff(oldName: string, newName: string, options: DiffOptions, session: Session): Promise<number> {
  const [before, after] = await bothOf([oldName, newName], async (name) => await session.patterns.held(name));
  const names = { dialect: options.dialect ?? DEFAULT_DIALECT, old: before.file, new: after.file };
  if (holdsDocument(before) && holdsDocument(after)) {
    const changes = compareDocuments(before, after, patternOptions(options));
    const gates = judgeGates(
      options,
      changes.map(({ judged }) => judged),
    );
    const patterns = changes.map(({ change }) => change);
    finish({ ...names, patterns, gates } satisfies DocumentsReport, options, session, () =>
      showDocuments(changes, session.out),
    );
    return exitOf(gates);
  }
  const [old, now] = await bothOf([before, after], async (held) => read(held, options));
  const comparison = compare(old.pattern, now.pattern);
  const gates = judgeGates(options, judgedOf(comparison, old.pattern, now.pattern, options));
  const report = { ...names, old: old.source.name, new: now.source.name, ...comparison, gates } satisfies DiffReport;
  finish(report, options, session, () => {
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

/** Where no gate asks, nothing is asked again. */
function judgedOf(comparison: Comparison, before: Pattern, after: Pattern, flags: GateFlags): readonly Judged[] {
  const { narrower, wider, change } = flags;
  return [narrower, wider, change].includes(false) ? [effectOf(comparison, before, after)] : [];
}

/** What is wrong with the one is said beside what is wrong with the other. */
async function bothOf<T, R>(pair: readonly [T, T], work: (one: T) => Promise<R>): Promise<[R, R]> {
  const problems: Problem[] = [];
  const results: R[] = [];
  for (const one of pair) {
    try {
      results.push(await work(one));
    } catch (thrown) {
      problems.push(...problemsOf(thrown));
    }
  }
  if (problems.length > 0) throw new Failure(...problems);
  return results as [R, R];
}

function finish(
  report: DiffReport | DocumentsReport,
  { format }: DiffOptions,
  session: Session,
  show: () => void,
): void {
  if (format === 'json') {
    writeJson({ version: VERSION, command: 'diff', ...report, errors: reportErrors([]) }, session);
    return;
  }
  show();
  if (report.gates.some(({ outcome }) => outcome !== 'passed')) session.out.gap();
  showGates(report.gates, session.out);
}
