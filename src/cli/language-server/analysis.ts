/** The analysis of one document: its patterns, its findings with places in the file, and the results of a suite's tests. */
import { basename, relative } from 'node:path';
import type { Diagnostic, Pattern, Range, Severity } from '../../index.ts';
import { slashes } from '../files/file-name.ts';
import { type Findings, type Problem, problemsOf } from '../findings/failure.ts';
import { isSuiteName, suitePatterns } from '../fix/suite.ts';
import { checkPartial } from '../patterns/partial.ts';
import { type LanguageOptions, patternOptions, readPattern } from '../patterns/pattern.ts';
import { syntaxOf } from '../policy/allow.ts';
import { Policy } from '../policy/policy.ts';
import type { Session } from '../session/session.ts';
import type { PatternSource } from '../sources/patterns.ts';
import type { TestResult } from '../suite/judge.ts';
import { isConfigName } from './config-name.ts';
import { parsed } from './parsed.ts';
import type { Settings, Workspace } from './workspace.ts';

/** A finding with its place in the file. */
export interface Note {
  /** UTF-16 offsets. */
  readonly range: Range;
  readonly severity: Severity;
  readonly message: string;
  readonly code?: string;
  readonly hint?: string;
  readonly related?: readonly { readonly range: Range; readonly message: string }[];
}

export interface AnalysedPattern extends LanguageOptions {
  readonly source: PatternSource;
  /** Present exactly when it has no error. */
  readonly pattern?: Pattern;
}

export interface Analysis {
  /** The name of the file in messages, relative to the folder of the workspace. */
  readonly name: string;
  readonly text: string;
  readonly settings: Settings;
  readonly notes: readonly Note[];
  readonly patterns: readonly AnalysedPattern[];
  /** For a suite that could be run. */
  readonly tests?: readonly TestResult[];
}

export interface Analysed extends Analysis {
  /** Full paths of all files that were read, or are missing. */
  readonly files: ReadonlySet<string>;
}

/** Analyses a text as the contents of the file at the absolute path. */
export async function analyse(path: string, text: string, workspace: Workspace): Promise<Analysed> {
  workspace.unsaved.set(path, text);
  const name = slashes(relative(workspace.root, path));
  const [settings, session] = await Promise.all([workspace.settings(), workspace.session()]);
  const analysis = await analyseFile({ name, text, path, settings, session }, workspace);
  return { ...analysis, files: new Set(session.sources.paths) };
}

async function analyseFile(file: File, workspace: Workspace): Promise<Analysis> {
  const { name, text, path, settings } = file;
  if (isConfigName(path)) {
    const problems = await workspace.problems();
    return { name, text, settings, patterns: [], notes: problems.map((problem) => noteOfProblem(problem, file)) };
  }
  return isSuiteName(basename(path)) ? analyseSuite(file) : analysePatterns(file);
}

interface File {
  readonly name: string;
  readonly text: string;
  readonly path: string;
  readonly settings: Settings;
  readonly session: Session;
}

/** Reads the file as `check` does. */
async function analysePatterns(file: File): Promise<Analysis> {
  const { name, text, settings } = file;
  const notes: Note[] = [];
  const patterns: AnalysedPattern[] = [];
  const policy = await policyOf(file, notes);
  const { patterns: sources, skipped, problems } = await held(file);
  for (const source of sources) {
    // A pattern in another file, which has findings of its own.
    if (source.within !== text) continue;
    const { pattern, findings } = await judge(source, settings);
    const { dialect = source.dialect } = settings;
    patterns.push({ source, ...settings, dialect, ...(pattern === undefined ? {} : { pattern }) });
    for (const note of notesOf(policy.judge(findings, syntaxOf(name)))) notes.push(note);
  }
  for (const { partial, line, column, message, address } of skipped) {
    const { findings } = checkPartial(partial, patternOptions(settings));
    if (findings !== undefined) for (const note of notesOf(policy.judge(findings, syntaxOf(name)))) notes.push(note);
    const what = { line, column, message: `\`${address}\` is not wholly checked: ${message}` };
    notes.push(noteOfProblem(what, file, 'info'));
  }
  for (const problem of problems) notes.push(noteOfProblem(problem, file));
  for (const note of policy.settle().notes) if (note.file === name) notes.push(noteOfProblem(note, file, 'info'));
  return { name, text, settings, notes, patterns };
}

async function held({ name, session }: File): ReturnType<Session['patterns']['all']> {
  try {
    return await session.patterns.all(name, { mayBeEmpty: true });
  } catch (thrown) {
    return { patterns: [], skipped: [], passed: [], problems: problemsOf(thrown) };
  }
}

async function policyOf({ settings, session, ...file }: File, notes: Note[]): Promise<Policy> {
  try {
    return await Policy.open(settings, session);
  } catch (thrown) {
    for (const problem of problemsOf(thrown)) notes.push(noteOfProblem(problem, file, 'info'));
    return Policy.open({ severities: settings.severities }, session);
  }
}

async function judge(
  source: PatternSource,
  settings: Settings,
): Promise<{ readonly pattern?: Pattern; readonly findings: Findings }> {
  const read = readPattern(source, patternOptions(settings), { parse: parsed });
  const { stream, file, within } = source;
  if (stream === undefined) return read;
  const { checkStreamSource } = await import('../stream/check.ts');
  try {
    return { ...read, ...checkStreamSource({ file, within, stream, options: settings, rewrite: undefined }) };
  } catch (thrown) {
    problemsOf(thrown);
    return read;
  }
}

/** Reads and runs the suite as `test` does, with the findings of its inline patterns. */
async function analyseSuite(file: File): Promise<Analysis> {
  const { name, text, settings } = file;
  const notes: Note[] = [];
  const patterns: AnalysedPattern[] = [];
  const policy = await policyOf(file, notes);
  try {
    const { patterns: sources, left, ...language } = suitePatterns({ name, text });
    const own = { ...settings, ...language };
    for (const source of sources) {
      const { pattern, findings } = readPattern(source, patternOptions(own), { parse: parsed });
      patterns.push({ source, ...own, ...(pattern === undefined ? {} : { pattern }) });
      if (left !== undefined) continue;
      for (const note of notesOf(policy.judge(findings, syntaxOf(name)))) notes.push(note);
    }
  } catch (thrown) {
    // A Failure was reported by the reader of suites; anything else is a bug.
    problemsOf(thrown);
  }
  try {
    const tests = await runTests(file);
    for (const test of tests) if (test.outcome === 'failed') notes.push(noteOfTest(test, file));
    return { name, text, settings, notes, patterns, tests };
  } catch (thrown) {
    const errors = notes.some(({ severity }) => severity === 'error');
    for (const problem of problemsOf(thrown)) {
      // The findings of a pattern in the suite were added before.
      if (problem.findings === undefined || !errors) notes.push(noteOfProblem(problem, file));
    }
    return { name, text, settings, notes, patterns };
  }
}

async function runTests({ name, path, settings, session }: File): Promise<readonly TestResult[]> {
  const { loadSuite, runSuite } = await import('../suite/run.ts');
  const suite = loadSuite(await session.sources.file(name, path));
  const { sources, patterns } = session;
  const { tests } = await runSuite(suite, settings, { sources, patterns, cwd: session.io.cwd });
  return tests;
}

function notesOf({ diagnostics }: Findings): readonly Note[] {
  return diagnostics.flatMap((diagnostic) => noteOf(diagnostic) ?? []);
}

function noteOf({
  code,
  severity,
  message,
  hint,
  focus,
  range,
  related = [],
}: Findings['diagnostics'][number]): Note | undefined {
  const at = focus ?? range;
  if (at === undefined) return undefined;
  const others = related.flatMap((one) =>
    one.range === undefined ? [] : [{ range: one.range, message: one.message }],
  );
  return {
    range: at,
    severity,
    message,
    code,
    ...(hint === undefined ? {} : { hint }),
    ...(others.length === 0 ? {} : { related: others }),
  };
}

function noteOfTest({ range, problem = '', name }: TestResult, { text }: Pick<File, 'text'>): Note {
  const message = `the test \`${name}\` fails: ${problem}`;
  return { range: firstLine(range, text), severity: 'error', message, code: 'test-failed' };
}

function firstLine({ start, end }: Range, text: string): Range {
  const newline = text.indexOf('\n', start);
  return { start, end: newline < 0 ? end : Math.max(start, Math.min(end, newline)) };
}

function noteOfProblem(
  { file, line, column, message }: Problem,
  { name, text }: Pick<File, 'name' | 'text'>,
  severity: Severity = 'error',
): Note {
  const isHere = (file === undefined || file === name) && line !== undefined && column !== undefined;
  const start = isHere ? offsetOf(text, line, column) : 0;
  const [word = ''] = /^(?:[\w$.-]+|\S)/.exec(text.slice(start, start + 200)) ?? [];
  const what =
    file === undefined || file === name
      ? message
      : `${file}${line === undefined ? '' : `:${line}:${column}`}: ${message}`;
  return { range: { start, end: Math.min(text.length, start + Math.max(1, word.length)) }, severity, message: what };
}

/** Lines and columns count from 1. */
function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let i = 1; i < line; i++) {
    const newline = text.indexOf('\n', start);
    if (newline < 0) return text.length;
    start = newline + 1;
  }
  return Math.min(text.length, start + column - 1);
}

/** The findings of the pattern's own text, with fixes. */
export function findingsIn(analysed: AnalysedPattern): readonly Diagnostic[] {
  return parsed(analysed.source.text, patternOptions(analysed)).diagnostics;
}
