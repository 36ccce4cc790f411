/** `eb-pattern check`: validates patterns. Text that is not JSON is a finding like any other. */

import { join } from 'node:path';
import { type Names, type NamesOptions, namesOf, requireWatchable } from '../../files/names.ts';
import { Failure, problemsOf } from '../../findings/failure.ts';
import { showProblem } from '../../findings/show.ts';
import type { Fixes } from '../../fix/fix.ts';
import type { Rewrites } from '../../fix/rewrites.ts';
import { checkPartial } from '../../patterns/partial.ts';
import {
  DEFAULT_DIALECT,
  type LanguageOptions,
  type LocatedPattern,
  patternOptions,
  type ReadOptions,
  readPattern,
} from '../../patterns/pattern.ts';
import type { CheckedPattern } from '../../report/report.ts';
import { Reporter, type ReportOptions } from '../../reporter/reporter.ts';
import { reopened, type Session } from '../../session/session.ts';
import type { PatternSource } from '../../sources/patterns.ts';
import { Cancellation } from '../../terminal/cancellation.ts';
import { INTERRUPTED, NO, UNANSWERED, YES } from '../../terminal/exit-code.ts';
import { printable } from '../../terminal/terminal.ts';

export interface CheckOptions extends LanguageOptions, ReportOptions, NamesOptions {
  /** Write the safe fixes to the files, and report the remaining findings. */
  readonly fix?: boolean | undefined;
  /** Show what `fix` would write. */
  readonly fixDryRun?: boolean | undefined;
  /** Check again after each change. */
  readonly watch?: boolean | undefined;
}

export async function check(given: readonly string[], options: CheckOptions, session: Session): Promise<number> {
  if (options.watch === true) return watch(given, options, session);
  const named = namesOf(given, options, session);
  const { names } = named;
  if (options.fixDryRun === true) return showFixes(names, options, session);
  if (options.fix !== true) return report(named, options, session, []);
  const { notes, problems } = await fixed(names, options, session, true);
  for (const problem of problems) showProblem(problem, session.err);
  // In other formats the notes are part of the report.
  if (options.format === 'human') for (const note of notes) session.out.paragraph(note, 'dim');
  const { isSuiteName } = await import('../../fix/suite.ts');
  // `test` reports the remaining findings of a suite.
  if (names.every(isSuiteName)) return problems.length > 0 ? UNANSWERED : YES;
  const code = await report(named, options, reopened(session), notes);
  return problems.length > 0 ? UNANSWERED : code;
}

/** Ends when the user stops it. */
async function watch(given: readonly string[], options: CheckOptions, session: Session): Promise<number> {
  requireWatchable(given, options.format);
  const { watchPatterns } = await import('./watch.ts');
  await watchPatterns(
    (fresh) => namesOf(given, options, fresh),
    session,
    async (named, fresh) => {
      try {
        await report(named, options, fresh, []);
      } catch (thrown) {
        for (const problem of problemsOf(thrown)) showProblem(problem, session.err);
      }
    },
  );
  return INTERRUPTED;
}

/** Exit code 1 when there is something to fix. */
async function showFixes(names: readonly string[], options: CheckOptions, session: Session): Promise<number> {
  const { notes, diff } = await fixed(names, options, session, false);
  for (const line of diff.split('\n').slice(0, -1)) session.out.line(printable(line));
  for (const note of notes) session.err.paragraph(note, 'dim');
  return diff === '' ? YES : NO;
}

async function fixed(
  names: readonly string[],
  options: CheckOptions,
  session: Session,
  write: boolean,
): Promise<Fixes> {
  if (names.includes('-')) throw new Failure({ message: '`--fix` writes files, and standard input is none' });
  const [{ findSuites }, { isSuiteName }] = await Promise.all([
    import('../../suite/find.ts'),
    import('../../fix/suite.ts'),
  ]);
  const others = names.filter((name) => !isSuiteName(name));
  const found = await session.patterns.collect(others);
  // The report names folders without suites, and unreadable files.
  const { files } = await findSuites({ names, problems: [] }, session.io.cwd, session.sources.bounds);
  const suites = files.filter(isSuiteName);
  const { fixPatterns, fixSuites, together } = await import('../../fix/fix.ts');
  const patterns = [...new Set(found.flatMap(({ patterns }) => patterns))];
  return together([
    await fixPatterns(patterns, options, session, write),
    await fixSuites(suites, options, session, write),
  ]);
}

async function report(
  { names, problems }: Names,
  options: CheckOptions,
  session: Session,
  notes: readonly string[],
): Promise<number> {
  const reporter = await Reporter.open('check', options, options.dialect ?? DEFAULT_DIALECT, session);
  const cancellation = new Cancellation(session.io.onInterrupt?.());
  for (const problem of problems) reporter.problem(problem);
  const found = await findAll(names, options, reporter, session);
  const rewrites = await rewritesFor(options);
  reporter.expect(found.length);
  for (const [ran, { source, ...how }] of found.entries()) {
    if (!(await cancellation.mayContinue())) return reporter.finish({ interrupted: { ran, of: found.length } });
    try {
      reporter.pattern(await judge(source, options, { ...how, rewrite: rewrites?.of(source) }), how.selected);
    } catch (thrown) {
      for (const problem of problemsOf(thrown)) reporter.problem(problem);
    }
  }
  return reporter.finish({ notes: [...notes, ...(rewrites?.note ?? [])] });
}

/** For the formats that list fixes. */
async function rewritesFor({ format, output = [] }: CheckOptions): Promise<Rewrites | undefined> {
  if (![`${format}:`, ...output].some((one) => /^(?:json|sarif):/.test(one))) return undefined;
  const { Rewrites } = await import('../../fix/rewrites.ts');
  return new Rewrites();
}

/**
 * A stream document is checked as a whole, unless the address names its pattern alone.
 * @throws Failure for a stream document that cannot be read as one
 */
async function judge(
  source: PatternSource,
  options: CheckOptions,
  how: Omit<FoundSource, 'source'> & Pick<ReadOptions, 'rewrite'>,
): Promise<CheckedPattern> {
  const { name, file, address, within, stream } = source;
  if (stream === undefined || how.selected) {
    const { pattern, findings } = readPattern(source, patternOptions(options), how);
    return { name, valid: pattern !== undefined, ...findings, dialect: languageOfSource(source, options) };
  }
  // The client takes its time to load, and most files are no streams.
  const { checkStreamSource } = await import('../../stream/check.ts');
  const { findings, valid } = checkStreamSource({ file, within, stream, options, rewrite: how.rewrite });
  const dialect = languageOfSource(source, options);
  return { name: stream.several ? name : file, valid, ...findings, address, dialect };
}

function languageOfSource(
  { dialect, packed }: Partial<Pick<LocatedPattern, 'dialect' | 'packed'>>,
  options: CheckOptions,
): string {
  return options.dialect ?? packed?.language.dialect ?? dialect ?? DEFAULT_DIALECT;
}

interface FoundSource {
  readonly source: PatternSource;
  /** Whether it is one of several in its file, named by its address. */
  readonly selected: boolean;
  /** Whether the file was found in a folder, and is the pattern. */
  readonly found: boolean;
}

async function findAll(
  names: readonly string[],
  options: CheckOptions,
  reporter: Reporter,
  session: Session,
): Promise<readonly FoundSource[]> {
  const found: FoundSource[] = [];
  for (const [i, { patterns, skipped, passed, problems }] of (
    await session.patterns.collect(names, { partly: true })
  ).entries()) {
    for (const source of patterns) {
      const { address, name, file } = source;
      const selected = address !== undefined && name === names[i];
      found.push({ source, selected, found: address === undefined && isIn(file, names[i] as string) });
    }
    for (const { partial, ...one } of skipped) {
      const { findings, ...howFar } = checkPartial(partial, patternOptions(options));
      reporter.skipped({ ...one, ...howFar });
      if (partial === undefined || findings === undefined) continue;
      const { checked } = howFar;
      // A partly known pattern is reported only with findings: without any it is not known to be valid.
      if (checked === 'partly' && findings.diagnostics.length === 0) continue;
      const valid = findings.diagnostics.every(({ severity }) => severity !== 'error');
      const dialect = languageOfSource(partial, options);
      const known = checked === 'partly' ? { checked } : {};
      reporter.pattern({ name: partial.name, valid, ...findings, ...known, dialect }, true);
    }
    for (const one of passed) reporter.passed(one);
    for (const problem of problems) reporter.problem(problem);
  }
  return found;
}

/** Whether the file was found in the named folder. */
function isIn(file: string, folder: string): boolean {
  const prefix = join(folder, '/');
  return file !== folder && (prefix === './' || file.startsWith(prefix));
}
