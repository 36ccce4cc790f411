/** Runs the tests of one suite and says what came out, as data. */
import { compilePattern, type Matcher, nearest } from '../../index.ts';
import { Failure, type Findings, type Problem } from '../failure.ts';
import { problemAt, readDocument, type SourceDocument } from '../read/document.ts';
import { DEFAULT_DIALECT, invalidPattern, type LanguageOptions } from '../read/pattern.ts';
import type { Source, Sources } from '../read/source.ts';
import type { Patterns } from '../sources/patterns.ts';
import { Events } from './event.ts';
import type { Exercise, Shown } from './exercise.ts';
import { Inline } from './inline.ts';
import { judge, judgeRefusal, type TestResult } from './judge.ts';
import { readSuitePattern } from './pattern.ts';
import { readSuite, type Suite, type SuiteTest } from './suite.ts';

export interface SuiteResult {
  readonly document: SourceDocument;
  readonly dialect: string;
  readonly tests: readonly TestResult[];
  /** Findings about a pattern that is tested: warnings only. */
  readonly findings: Findings;
  /** What was shown to which pattern, when that was asked for. */
  readonly exercised?: readonly Exercise[];
}

export interface RunOptions extends LanguageOptions {
  readonly strictDialects?: boolean;
  /** Keep what was shown to which pattern. */
  readonly record?: boolean;
}

/** @throws Failure for what keeps the suite from being run; no test has an answer then */
export async function runSuite(
  source: Source,
  options: RunOptions,
  world: { readonly sources: Sources; readonly patterns: Patterns; readonly cwd: string },
): Promise<SuiteResult> {
  const document = readDocument(source, 'suite');
  const suite = readSuite(document);
  const inline = new Inline(document, world);
  const dialect = suite.dialect ?? options.dialect ?? DEFAULT_DIALECT;
  const extensions = suite.extensions ?? options.extension;
  const located = await inline.pattern(suite.pattern);
  const pattern = readSuitePattern(located, { dialect, extensions });
  const exercised = (shown: readonly Shown[], base?: string): Pick<SuiteResult, 'exercised'> => {
    const exercise = { pattern: pattern.pattern, source: located, suite: document.file, base, shown };
    return options.record ? { exercised: [exercise] } : {};
  };
  const result = { document, dialect };
  if (suite.invalid !== undefined) {
    const none = { ...pattern.findings, diagnostics: [] };
    return { ...result, tests: [judgeRefusal(suite.invalid, pattern)], findings: none, ...exercised([]) };
  }
  if (pattern.pattern === undefined) throw invalidPattern(pattern.findings);
  const matcher = compilePattern(pattern.pattern);
  checkFails(suite, matcher);
  const events = new Events(suite, inline);
  const tests: TestResult[] = [];
  const shown: Shown[] = [];
  const problems: Problem[] = [];
  for (const test of suite.tests) {
    try {
      const event = (await events.of(test)).text;
      tests.push(judge(test, matcher, event, pattern, options));
      if (options.record) shown.push(shownBy(test, event));
    } catch (thrown) {
      if (!(thrown instanceof Failure)) throw thrown;
      problems.push(...thrown.problems);
    }
  }
  if (problems.length > 0) throw new Failure(...distinct(problems));
  const warnings = pattern.findings.diagnostics.filter((d) => d.severity === 'warning');
  const findings = { ...pattern.findings, diagnostics: warnings };
  return { ...result, tests, findings, ...exercised(shown, await events.baseText()) };
}

function shownBy({ name, match, fails }: SuiteTest, event: string): Shown {
  return { event, match, fails: fails?.map(({ pointer }) => pointer), test: name };
}

/** A base that is broken is broken for every test: that is said once. */
function distinct(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((p) => [`${p.file}:${p.line}:${p.column}:${p.message}`, p])).values()];
}

/** A field that the pattern does not have could never fail. */
function checkFails({ tests, document }: Suite, { pattern }: Matcher): void {
  const fields = pattern.fields.map(({ pointer }) => pointer);
  const problems = tests.flatMap(({ fails = [] }) =>
    fails
      .filter(({ pointer }) => !fields.includes(pointer))
      .map(({ pointer, range }) => {
        const meant = nearest(pointer, fields) ?? fields.find((field) => field.endsWith(pointer));
        const hint = meant === undefined ? `its fields are ${fields.join(', ')}` : `did you mean \`${meant}\`?`;
        return problemAt(document, range, `the pattern has no field \`${pointer}\`; ${hint}`);
      }),
  );
  if (problems.length > 0) throw new Failure(...problems);
}
