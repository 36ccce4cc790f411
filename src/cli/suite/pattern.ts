/** The pattern of a suite. Its findings have places in the suite when it is inline, else in its own file. */

import { compilePattern, type Pattern, type PatternOptions } from '../../index.ts';
import { refusalName, unknownFields, verdictOf, wrongCodes } from '../../suite/verdict.ts';
import { Failure, type Findings } from '../findings/failure.ts';
import { compareDialects, type Difference, dialectOf } from '../patterns/dialects.ts';
import { invalidPattern, type LocatedPattern, readPattern } from '../patterns/pattern.ts';
import { problemAt } from '../syntax/document.ts';
import type { Expectation, Subject, TestResult } from './judge.ts';
import type { Suite, SuiteTest } from './suite.ts';

export interface SuitePattern {
  /** Reports on which events the dialects differ. */
  readonly compare: (event: string) => Difference | undefined;
  /** Undefined for an invalid pattern. */
  readonly pattern?: Pattern | undefined;
  readonly findings: Findings;
  readonly source: LocatedPattern;
}

export function readSuitePattern(located: LocatedPattern, options: PatternOptions): SuitePattern {
  const { pattern, findings } = readPattern(located, options);
  const compare = compareDialects(located.text, options.extensions, dialectOf(options));
  return { compare, pattern, findings, source: located };
}

/** @throws Failure for an invalid pattern, and for tests that name fields which it does not have */
export function patternSubject(suite: Suite, { pattern, findings, compare, source }: SuitePattern): Subject {
  if (pattern === undefined) throw invalidPattern(findings);
  const matcher = compilePattern(pattern);
  const unknown = unknownFields(suite, matcher);
  if (unknown.length > 0) throw new Failure(unknown.map((one) => problemAt(suite.document, one.range, one.message)));
  return {
    findings: [findings],
    tested: [{ pattern, source, expects }],
    compare,
    judge: (test, event) => verdictOf(test, matcher, event),
    missing: (test, event) => {
      if (test.match !== undefined) return undefined;
      const match = matcher.matchesJson(event);
      // `fails` implies that the event does not match.
      return match && test.fails !== undefined ? undefined : { name: 'match', value: match };
    },
  };
}

function expects({ match, fails }: SuiteTest): Expectation | undefined {
  if (match === undefined && fails === undefined) return undefined;
  return { match: match ?? false, fails: fails?.map(({ pointer }) => pointer) };
}

type Refusal = NonNullable<Suite['invalid']>;

export function judgeRefusal(refusal: Refusal, { findings }: SuitePattern): TestResult {
  const { codes, range } = refusal;
  const result = { name: refusalName(codes), range };
  const problem = wrongCodes(codes, findings.diagnostics);
  if (problem === undefined) return { ...result, outcome: 'passed' };
  return { ...result, outcome: 'failed', problem, findings };
}
