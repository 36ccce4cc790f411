/** What a suite of one pattern tests: its findings point into the suite where it is inline, and into its own file where it has one. */
import {
  compilePattern,
  type Explanation,
  type Matcher,
  nearest,
  nearestMatch,
  type Pattern,
  type PatternOptions,
} from '../../index.ts';
import { Failure, type Findings } from '../failure.ts';
import { compareDialects, type Difference } from '../read/dialects.ts';
import { problemAt } from '../read/document.ts';
import { invalidPattern, type LocatedPattern, readPattern } from '../read/pattern.ts';
import { type Expectation, list, type Subject, type Verdict } from './judge.ts';
import type { Suite, SuiteTest } from './suite.ts';

export interface SuitePattern {
  /** Says on which events the dialects differ. */
  readonly compare: (event: string) => Difference | undefined;
  /** There exactly when no finding is an error. */
  readonly pattern?: Pattern | undefined;
  readonly findings: Findings;
  readonly source: LocatedPattern;
}

export function readSuitePattern(located: LocatedPattern, options: PatternOptions): SuitePattern {
  const { pattern, findings } = readPattern(located, options);
  return { compare: compareDialects(located.text, options.extensions), pattern, findings, source: located };
}

/** @throws Failure for a pattern that is not valid, and for tests that name fields which it does not have */
export function patternSubject(suite: Suite, { pattern, findings, compare, source }: SuitePattern): Subject {
  if (pattern === undefined) throw invalidPattern(findings);
  const matcher = compilePattern(pattern);
  checkFails(suite, matcher);
  return {
    findings: [findings],
    tested: [{ pattern, source, expects }],
    compare,
    judge: (test, event) => verdictOf(test, matcher, event),
    missing: (test, event) => {
      if (test.match !== undefined) return undefined;
      const match = matcher.matchesJson(event);
      // A test that says which fields fail has said that the event does not match.
      return match && test.fails !== undefined ? undefined : { name: 'match', value: match };
    },
  };
}

function expects({ match, fails }: SuiteTest): Expectation | undefined {
  if (match === undefined && fails === undefined) return undefined;
  return { match: match ?? false, fails: fails?.map(({ pointer }) => pointer) };
}

/** A tenth of what a question may cost: hundreds of tests may fail. */
const NEAREST = 10_000;

function verdictOf(test: SuiteTest, matcher: Matcher, event: string): Verdict {
  const matches = matcher.matchesJson(event);
  const expected = test.match ?? (test.fails === undefined ? matches : false);
  if (matches !== expected) {
    const problem = expected ? 'should match, and does not' : 'should not match, and does';
    const near = expected ? { nearest: nearestMatch(matcher.pattern, event, { budget: NEAREST }) } : {};
    return { problem, explanation: matcher.explain(event), ...near };
  }
  if (test.fails === undefined) return {};
  const explanation = matcher.explain(event);
  const pointers = test.fails.map(({ pointer }) => pointer);
  const problem = wrongFields(pointers, explanation);
  return problem === undefined ? {} : { problem, explanation };
}

function wrongFields(expected: readonly string[], { fields }: Explanation): string | undefined {
  const failing = new Set(fields.filter(({ holds }) => !holds).map(({ pointer }) => pointer));
  const wanted = new Set(expected);
  const missed = expected.filter((pointer) => !failing.has(pointer));
  const surplus = [...failing].filter((pointer) => !wanted.has(pointer));
  const problems = [
    ...(missed.length === 0 ? [] : [`${list(missed)} should fail, and ${missed.length === 1 ? 'holds' : 'hold'}`]),
    ...(surplus.length === 0 ? [] : [`${list(surplus)} should hold, and ${surplus.length === 1 ? 'fails' : 'fail'}`]),
  ];
  return problems.length === 0 ? undefined : `does not match, but not for the reason given: ${problems.join('; ')}`;
}

const MAX_LISTED = 20;

/** For so many unknown fields all others are searched for the one that was meant. */
const MAX_MEANT = 100;

/** A field that the pattern does not have could never fail. */
function checkFails({ tests, document }: Suite, { pattern }: Matcher): void {
  const fields = pattern.fields.map(({ pointer }) => pointer);
  const known = new Set(fields);
  const more = fields.length > MAX_LISTED ? ` and ${fields.length - MAX_LISTED} more` : '';
  const all = `its fields are ${fields.slice(0, MAX_LISTED).join(', ')}${more}`;
  const unknown = tests.flatMap(({ fails = [] }) => fails.filter(({ pointer }) => !known.has(pointer)));
  const problems = unknown.map(({ pointer, range }, i) => {
    const meant =
      i < MAX_MEANT ? (nearest(pointer, fields) ?? fields.find((field) => field.endsWith(pointer))) : undefined;
    const hint = meant === undefined ? all : `did you mean \`${meant}\`?`;
    return problemAt(document, range, `the pattern has no field \`${pointer}\`; ${hint}`);
  });
  if (problems.length > 0) throw new Failure(problems);
}
