/** Runs the tests of one suite; the results are data. */

import { checkRules, type ReadOptions } from '../../suite/rules.ts';
import type { NamedText } from '../files/source.ts';
import { Failure, type FileFinding, type Findings, type Problem } from '../findings/failure.ts';
import { lineFinder } from '../findings/line-finder.ts';
import { DEFAULT_DIALECT, type LanguageOptions, languageOf } from '../patterns/pattern.ts';
import { readWanted } from '../sources/wrong-kind.ts';
import { problemAt, type SourceDocument } from '../syntax/document.ts';
import { Events } from './event.ts';
import { Inline, type World } from './inline.ts';
import { judge, type MissingVerdict, type Subject, type TestResult } from './judge.ts';
import { judgeRefusal, patternSubject, readSuitePattern } from './pattern.ts';
import { routingSubject } from './routing.ts';
import { findPatterns } from './routing-patterns.ts';
import { readSuite, type Suite, type SuiteTest } from './suite.ts';
import type { ShownEvent, SuiteEvents } from './suite-events.ts';

export interface SuiteResult {
  readonly document: SourceDocument;
  readonly dialect: string;
  /** In the order of the suite. */
  readonly tests: readonly TestResult[];
  /** Warnings and notes on the tested patterns. */
  readonly findings: readonly Findings[];
  /** Missing verdicts of tests, which have passed. */
  readonly missing: readonly { readonly test: SuiteTest; readonly verdict: MissingVerdict }[];
  /** The pattern must be refused: its findings are tested, and not listed. */
  readonly refusal?: true;
  /** The events with which each pattern was tested, on request. */
  readonly recorded?: readonly SuiteEvents[];
}

export interface SuiteRunOptions extends LanguageOptions, ReadOptions {
  readonly strictDialects?: boolean;
  /** Record the events with which each pattern was tested. */
  readonly record?: boolean;
}

/** The tests of a suite to run, their order, and when to stop. */
export interface Course {
  /** Includes skipped tests. */
  readonly tests: readonly SuiteTest[];
  /** Called before each test: whether it still has to run. */
  goesOn(): Promise<boolean> | boolean;
  done?(result: TestResult): void;
}

/** @throws Failure with all errors */
export function loadSuite(source: NamedText, options: ReadOptions = {}): Suite {
  const suite = readSuite(readWanted(source, 'suite'));
  const problems = checkRules(suite, options);
  if (problems.length > 0)
    throw new Failure(problems.map(({ range, message }) => problemAt(suite.document, range, message)));
  return suite;
}

/** @throws Failure for errors that prevent the suite from running; no test has a result then */
export async function runSuite(
  suite: Suite,
  options: SuiteRunOptions,
  world: World,
  course: Course = { tests: suite.tests, goesOn: () => true },
): Promise<SuiteResult> {
  const { document, invalid } = suite;
  const inline = new Inline(document, world);
  const patterns =
    suite.pattern === undefined
      ? await patternsOf(suite, inline, world)
      : [{ id: '', source: await inline.pattern(suite.pattern) }];
  const sources = patterns.map(({ source }) => source);
  const named = suite.dialect ?? options.dialect;
  const { dialect = DEFAULT_DIALECT } = languageOf<LanguageOptions>({ dialect: named }, sources);
  const language = { dialect, extensions: suite.extensions ?? options.extension };
  const result = { document, dialect, missing: [] };
  const [only] = suite.pattern === undefined ? [] : sources;
  if (invalid !== undefined && only !== undefined) {
    const pattern = readSuitePattern(only, language);
    const test = judgeRefusal(invalid, pattern);
    course.done?.(test);
    const refused = {
      ...result,
      tests: [test],
      findings: [{ ...pattern.findings, diagnostics: [] }],
      refusal: true,
    } as const;
    const ofSuite = { pattern: pattern.pattern, source: pattern.source, suite: document.file, shown: [], names: [] };
    return options.record ? { ...refused, recorded: [ofSuite] } : refused;
  }
  const subject =
    only === undefined
      ? routingSubject(suite, patterns, language)
      : patternSubject(suite, readSuitePattern(only, language));
  return { ...result, findings: subject.findings, ...(await runTests(suite, subject, options, { inline, course })) };
}

function patternsOf({ patterns, document }: Suite, inline: Inline, world: World): ReturnType<typeof findPatterns> {
  if (patterns === undefined) throw new Failure(problemAt(document, document.root.range, 'a suite needs a `pattern`'));
  return findPatterns(patterns, document, inline, world);
}

async function runTests(
  suite: Suite,
  subject: Subject,
  options: SuiteRunOptions,
  { inline, course }: { readonly inline: Inline; readonly course: Course },
): Promise<Pick<SuiteResult, 'tests' | 'missing' | 'recorded'>> {
  const { document } = suite;
  const events = new Events(suite, inline);
  const results = new Map<SuiteTest, TestResult>();
  const missing = new Map<SuiteTest, MissingVerdict>();
  /** The events of the tests that ran. */
  const shown = new Map<SuiteTest, string>();
  const problems: Problem[] = [];
  for (const test of course.tests) {
    const going = course.goesOn();
    if (!(typeof going === 'boolean' ? going : await going)) break;
    try {
      const result = test.skip === undefined ? await run(test) : skipped(test, test.skip);
      results.set(test, result);
      course.done?.(result);
    } catch (thrown) {
      if (!(thrown instanceof Failure)) throw thrown;
      for (const one of thrown.problems) problems.push(one);
    }
  }
  if (problems.length > 0) throw new Failure(distinct(problems));
  const inOrder = suite.tests.filter((test) => results.has(test));
  return {
    tests: inOrder.map((test) => results.get(test) as TestResult),
    missing: inOrder.flatMap((test) => {
      const verdict = missing.get(test);
      return verdict === undefined ? [] : [{ test, verdict }];
    }),
    ...(options.record ? { recorded: bySuite(suite, subject, shown, await events.baseText()) } : {}),
  };

  async function run(test: SuiteTest): Promise<TestResult> {
    const { text, remarks } = await events.of(test);
    if (options.record) shown.set(test, text);
    const result = withRemarks(judge(test, text, subject, options), document, remarks);
    const verdict = result.outcome === 'passed' ? subject.missing(test, text) : undefined;
    if (verdict !== undefined) missing.set(test, verdict);
    return result;
  }
}

function bySuite(
  { document, tests }: Suite,
  { tested, routes }: Subject,
  events: ReadonlyMap<SuiteTest, string>,
  base: string | undefined,
): readonly SuiteEvents[] {
  const names = tests.map(({ name }) => name);
  return tested.map(({ pattern, source, expects }) => {
    const shown = tests.flatMap((test): ShownEvent[] => {
      const [event, expectation] = [events.get(test), expects(test)];
      if (event === undefined || expectation === undefined) return [];
      return [{ event, test: test.name, ...expectation }];
    });
    return { pattern, source, suite: document.file, base, shown, names, routes };
  });
}

const MAX_REMARKS = 3;

/** A failure may be due to a number that YAML reads as another text, so the reader's findings on the event are added. */
function withRemarks(result: TestResult, { text }: SourceDocument, remarks: readonly FileFinding[] = []): TestResult {
  const { outcome, problem = '' } = result;
  if (outcome !== 'failed' || remarks.length === 0) return result;
  const notes = remarks.slice(0, MAX_REMARKS).map(({ message, range }) => {
    const { line, column } = lineFinder(text)(range?.start ?? 0);
    return `; note: ${message} (${line}:${column})`;
  });
  return { ...result, problem: problem + notes.join('') };
}

function skipped({ name, range }: SuiteTest, reason: string): TestResult {
  return { name, range, outcome: 'skipped', problem: reason };
}

/** A broken base fails every test, and is reported once. */
function distinct(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((p) => [`${p.file}:${p.line}:${p.column}:${p.message}`, p])).values()];
}
