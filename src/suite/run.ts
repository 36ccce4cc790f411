/** Reads and runs suites of one pattern, without access to files. */
import {
  compilePattern,
  type Diagnostic,
  type DialectName,
  EventSyntaxError,
  type JsonNode,
  type Matcher,
  type Pattern,
  parsePattern,
  type Range,
} from '../index.ts';
import { printJson, readJson } from '../json.ts';
import { assertOptions, hasMember, isNode, takes } from '../pattern/arguments.ts';
import { changedEvent } from './event.ts';
import { SuiteError, type SuiteProblem } from './problem.ts';
import { checkRules } from './rules.ts';
import { readSuite, type Suite, type SuiteTest } from './suite.ts';
import { type PatternVerdict, refusalName, unknownFields, verdictOf, wrongCodes } from './verdict.ts';

/** Options of `runSuite`. */
export interface SuiteOptions {
  /** Returns the text of a file that the suite names. Without it, a suite that names files is refused. */
  readonly files?: ((name: string) => string | undefined) | undefined;
  /** Used where the suite has none. */
  readonly dialect?: DialectName | undefined;
  /** Extension attributes, used where the suite has none. */
  readonly extensions?: readonly string[] | undefined;
}

/** The results of a suite. */
export interface SuiteRun {
  /** Absent for an invalid pattern: then no tests were run, except those of `invalid`. */
  readonly pattern?: Pattern;
  /** The findings of the pattern, with ranges in its own text. */
  readonly diagnostics: readonly Diagnostic[];
  /** In the order of the suite. */
  readonly tests: readonly TestRun[];
}

/** The result of one test. */
export interface TestRun extends PatternVerdict {
  /** Its name; of the test of `invalid` it names the codes. */
  readonly name: string;
  /** Place in the text of the suite. */
  readonly range: Range;
  /** `skipped`: by `skip`, or because another test has `only`. */
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** JSON text of the event; absent for a skipped test, and for the test of `invalid`. */
  readonly event?: string;
}

/**
 * Reads a suite from its JSON text or from the node of its document.
 * @throws SuiteError for an invalid suite, with all problems
 */
export function readSuiteText(source: string | JsonNode): Suite {
  takes(
    typeof source === 'string' || isNode(source),
    'readSuite',
    'the text of a suite, or the node of its document',
    source,
  );
  const suite = readSuite(typeof source === 'string' ? rootOf(source) : source);
  const problems = checkRules(suite, {});
  if (problems.length > 0) throw new SuiteError(problems);
  return suite;
}

function rootOf(text: string): JsonNode {
  const { node, problem } = readJson(text);
  if (node !== undefined) return node;
  const range = { start: problem.offset, end: Math.min(text.length, problem.offset + 1) };
  throw new SuiteError([{ range, message: `the suite is not JSON: ${problem.message}` }]);
}

/**
 * Runs the tests in the order of the suite; where some have `only`, the others are left out.
 * @throws SuiteError for a suite that cannot be run: a file is missing, an event is not valid, or it is a routing suite
 */
export function runSuite(suite: Suite, options: SuiteOptions = {}): SuiteRun {
  takes(hasMember(suite, 'tests'), 'runSuite', 'a suite, as readSuite answers it', suite);
  assertOptions(options);
  takes(
    options.files === undefined || typeof options.files === 'function',
    'runSuite',
    'a function as `files`',
    options.files,
  );
  const { pattern: written, patterns, invalid, tests } = suite;
  if (patterns !== undefined || written === undefined) {
    const { range } = patterns ?? suite.root;
    throw new SuiteError([{ range, message: 'a suite of many patterns is run by the command line only' }]);
  }
  const text = textOf(written, options);
  const dialect = suite.dialect ?? options.dialect;
  const { pattern, diagnostics } = parsePattern(text, { dialect, extensions: suite.extensions ?? options.extensions });
  const read = pattern === undefined ? { diagnostics } : { pattern, diagnostics };
  if (invalid !== undefined) {
    const test = { name: refusalName(invalid.codes), range: invalid.range };
    return { ...read, tests: [outcomeOf(test, { problem: wrongCodes(invalid.codes, diagnostics) })] };
  }
  if (pattern === undefined) return { ...read, tests: [] };
  const matcher = compilePattern(pattern);
  const unknown = unknownFields(suite, matcher);
  if (unknown.length > 0) throw new SuiteError(unknown);
  const only = tests.filter((test) => test.only !== undefined);
  return { ...read, tests: runTests(suite, only.length > 0 ? only : tests, matcher, options) };
}

function runTests(
  suite: Suite,
  tests: readonly SuiteTest[],
  matcher: Matcher,
  options: SuiteOptions,
): readonly TestRun[] {
  const problems: SuiteProblem[] = [];
  const results = tests.flatMap((test): TestRun[] => {
    const { name, range, skip } = test;
    if (skip !== undefined) return [{ name, range, outcome: 'skipped', problem: skip }];
    try {
      const event = eventOf(test, suite, options);
      return [{ ...outcomeOf(test, verdictOf(test, matcher, event)), event }];
    } catch (thrown) {
      if (!(thrown instanceof SuiteError)) throw thrown;
      for (const problem of thrown.problems) problems.push(problem);
      return [];
    }
  });
  // An invalid base is reported once, not for each test.
  const distinct = new Map(problems.map((one) => [`${one.range.start} ${one.message}`, one]));
  if (distinct.size > 0) throw new SuiteError([...distinct.values()]);
  return results;
}

function outcomeOf(
  { name, range }: Pick<SuiteTest, 'name' | 'range'>,
  { problem, ...verdict }: { readonly problem?: string | undefined } & Omit<PatternVerdict, 'problem'>,
): TestRun {
  if (problem === undefined) return { name, range, outcome: 'passed' };
  return { name, range, outcome: 'failed', problem, ...verdict };
}

/** The JSON text of an event. */
function eventOf(test: SuiteTest, { base }: Suite, options: SuiteOptions): string {
  const written = (test.event ?? base) as JsonNode;
  const text = textOf(written, options);
  try {
    ANY.matchesJson(text);
  } catch (thrown) {
    if (!(thrown instanceof EventSyntaxError)) throw thrown;
    throw new SuiteError([{ range: written.range, message: thrown.problem }]);
  }
  const isChanged = test.event === undefined && (test.with !== undefined || test.remove.length > 0);
  return isChanged ? printJson(changedEvent(readJson(text).node as JsonNode, test)) : text;
}

const ANY = compilePattern('{}');

/** A pattern or an event of a suite: inline, or the text of a file. */
function textOf(node: JsonNode, { files }: SuiteOptions): string {
  if (node.kind !== 'string') return printJson(node);
  if (/^\s*\{/.test(node.value)) return node.value;
  const text = files?.(node.value);
  if (text !== undefined) return text;
  throw new SuiteError([{ range: node.range, message: `the file \`${node.value}\` is not there` }]);
}
