/** Runs the tests of one suite and says what came out, as data. */
import { compilePattern, type Matcher, nearest } from '../../index.ts';
import { Failure, type Findings, type Problem } from '../failure.ts';
import { problemAt, readDocument, type SourceDocument } from '../read/document.ts';
import { DEFAULT_DIALECT, invalidPattern, type LanguageOptions } from '../read/pattern.ts';
import type { Source, Sources } from '../read/source.ts';
import type { Patterns } from '../sources/patterns.ts';
import { Events } from './event.ts';
import { Inline } from './inline.ts';
import { judge, judgeRefusal, type TestResult } from './judge.ts';
import { readSuitePattern } from './pattern.ts';
import { readSuite, type Suite } from './suite.ts';

export interface SuiteResult {
  readonly document: SourceDocument;
  readonly dialect: string;
  readonly tests: readonly TestResult[];
  /** Findings about a pattern that is tested: warnings and notes. */
  readonly findings: Findings;
  /** The pattern must be refused: its findings are what is tested, and are not listed. */
  readonly refusal?: true;
}

export interface RunOptions extends LanguageOptions {
  readonly strictDialects?: boolean;
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
  const pattern = readSuitePattern(await inline.pattern(suite.pattern), { dialect, extensions });
  const result = { document, dialect };
  if (suite.invalid !== undefined) {
    const none = { ...pattern.findings, diagnostics: [] };
    return { ...result, tests: [judgeRefusal(suite.invalid, pattern)], findings: none, refusal: true };
  }
  if (pattern.pattern === undefined) throw invalidPattern(pattern.findings);
  const matcher = compilePattern(pattern.pattern);
  checkFails(suite, matcher);
  const events = new Events(suite, inline);
  const tests: TestResult[] = [];
  const problems: Problem[] = [];
  for (const test of suite.tests) {
    try {
      tests.push(judge(test, matcher, (await events.of(test)).text, pattern, options));
    } catch (thrown) {
      if (!(thrown instanceof Failure)) throw thrown;
      problems.push(...thrown.problems);
    }
  }
  if (problems.length > 0) throw new Failure(...distinct(problems));
  return { ...result, tests, findings: pattern.findings };
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
