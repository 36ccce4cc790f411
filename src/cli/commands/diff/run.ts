/**
 * `eb-pattern diff`: the events that a change of a pattern gains and loses, or the changes of all patterns of a folder, a document or a
 * plan.
 */
import type { Pattern } from '../../../index.ts';
import { writeAnswer } from '../../answer/answer.ts';
import type { Comparison } from '../../compare/answer.ts';
import { compare, effectOf } from '../../compare/compare.ts';
import { compareSides, countKinds, type DocumentChange } from '../../compare/documents.ts';
import { exitOf, type GateFlags, type JudgedChange, judgeGates, showGates } from '../../compare/gates.ts';
import { optionsForAll } from '../../compare/language.ts';
import { bothOf, readOperands } from '../../compare/operands.ts';
import { renderComparison, showPatternDiff } from '../../compare/show.ts';
import { showDocuments } from '../../compare/show-documents.ts';
import { namesFromRoot } from '../../files/repository-root.ts';
import { showPassed, showProblem } from '../../findings/show.ts';
import { DEFAULT_DIALECT, type LanguageOptions, patternOptions, validPattern } from '../../patterns/pattern.ts';
import type { Session } from '../../session/session.ts';
import { type PatternSource, single } from '../../sources/patterns.ts';
import { UNANSWERED } from '../../terminal/exit-code.ts';
import { diffAnswer, documentsAnswer } from './answer.ts';
import type { Changed } from './changed.ts';

export interface DiffOptions extends LanguageOptions, GateFlags {
  readonly format: 'human' | 'json' | 'github' | 'markdown';
  readonly listSkipped?: boolean;
}

export async function diff(
  oldName: string,
  newName: string | undefined,
  options: DiffOptions,
  session: Session,
): Promise<number> {
  const operands = await readOperands(oldName, newName, session);
  if (operands.kind === 'sides') {
    const { before, after } = operands;
    const { changes, problems } = compareSides(before, after, patternOptions(options));
    const gates = judgeGates(
      options,
      changes.map(({ judged }) => judged),
    );
    const names = { old: before.name, new: after.name };
    await finish({ ...names, changes, gates, problems }, options, session, {
      write() {
        const patterns = changes.map(({ change }) => change);
        const dialect = options.dialect ?? changes.find((one) => one.dialect !== undefined)?.dialect;
        const members = { dialect: dialect ?? DEFAULT_DIALECT, ...names, counts: countKinds(changes), patterns, gates };
        writeAnswer(documentsAnswer, members, session, problems);
      },
      show: () => showDocuments(changes, session.out),
    });
    showPassed(after.passed, options.listSkipped === true, session.err);
    return problems.length > 0 ? UNANSWERED : exitOf(gates);
  }
  const both = await bothOf([operands.before, operands.after], async (held) => single(held.file, held));
  const language = optionsForAll(both, patternOptions(options));
  const [old, now] = await bothOf(both, async (source) => ({ source, pattern: validPattern(source, language) }));
  const comparison = compare(old.pattern, now.pattern);
  const gates = judgeGates(options, judgedOf(comparison, old.pattern, now.pattern, options));
  const names = { old: old.source.name, new: now.source.name };
  const changes = [changeOf(comparison, old.source, now.source)];
  await finish({ ...names, changes, gates, problems: [] }, options, session, {
    write: () =>
      writeAnswer(diffAnswer, { dialect: now.pattern.dialect.name, ...names, ...comparison, gates }, session),
    show() {
      const { out } = session;
      for (const line of renderComparison(comparison, out)) out.line(line);
      showPatternDiff(old.source.text, now.source.text, '  ', out);
    },
  });
  return exitOf(gates);
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

async function finish(
  changed: Changed,
  { format }: DiffOptions,
  session: Session,
  { write, show }: { readonly write: () => void; readonly show: () => void },
): Promise<void> {
  const { gates, problems } = changed;
  const { out, err, io } = session;
  if (format === 'json') {
    write();
    return;
  }
  if (format === 'human') {
    show();
    if (gates.some(({ outcome }) => outcome !== 'passed')) out.gap();
    showGates(gates, out);
  } else if (format === 'markdown') {
    const { diffMarkdown } = await import('./markdown.ts');
    io.stdout.write(diffMarkdown(changed));
  } else {
    const { diffGithub } = await import('./github.ts');
    io.stdout.commands(diffGithub(changed, namesFromRoot(io)));
    const [{ appendSummary }, { diffMarkdown }] = await Promise.all([
      import('../../report/step-summary.ts'),
      import('./markdown.ts'),
    ]);
    await appendSummary((bytes) => diffMarkdown(changed, bytes), session);
  }
  for (const problem of problems) showProblem(problem, err);
}
