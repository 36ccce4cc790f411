/** The result of one test, with the explanation of a failure. */
import type { Explanation, NearestMatch, Pattern, Range } from '../../index.ts';
import type { Findings } from '../findings/failure.ts';
import type { Difference } from '../patterns/dialects.ts';
import type { LocatedPattern } from '../patterns/pattern.ts';
import type { SuiteTest } from './suite.ts';
import type { ShownEvent } from './suite-events.ts';

export interface TestResult {
  readonly name: string;
  /** In the suite. */
  readonly range: Range;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** Why it failed or was skipped, in one sentence. */
  readonly problem?: string;
  readonly explanation?: Explanation;
  /** Of an event that should match, and does not: what to change. */
  readonly nearest?: NearestMatch;
  /** Of a routing suite: each pattern that is missing or surplus, the first ones of many. */
  readonly routes?: readonly RouteExplanation[];
  /** When the dialects differ on it. */
  readonly difference?: Difference;
  /** Of a pattern that must be refused, when it is refused otherwise. */
  readonly findings?: Findings;
}

export interface RouteExplanation {
  readonly id: string;
  /** `missing`: the event should reach it, and does not; `surplus`: the other way round. */
  readonly kind: 'missing' | 'surplus';
  readonly explanation: Explanation;
}

/** What the tests of a suite are judged by: its pattern, or its patterns. Events are such that matching takes them. */
export interface Subject {
  /** On each pattern. */
  readonly findings: readonly Findings[];
  /** What is wrong; nothing is said of a verdict that is missing. */
  judge(test: SuiteTest, event: string): Verdict;
  compare(event: string): Difference | undefined;
  /** The patterns, each with what tests expect of it. */
  readonly tested: readonly TestedPattern[];
  /** Of a routing suite: the ids of the patterns that an event reaches. */
  readonly routes?: (event: string) => readonly string[];
  /** The verdict that the test does not say. */
  missing(test: SuiteTest, event: string): MissingVerdict | undefined;
}

export interface TestedPattern {
  readonly pattern: Pattern;
  readonly source: LocatedPattern;
  /** Undefined for a test without an expectation for the pattern. */
  expects(test: SuiteTest): Expectation | undefined;
}

export type Expectation = Pick<ShownEvent, 'match' | 'fails'>;

/** With a problem when the test has failed. */
export type Verdict = Pick<TestResult, 'problem' | 'explanation' | 'nearest' | 'routes'>;

/** A member of a test, and its value. */
export type MissingVerdict =
  | { readonly name: 'match'; readonly value: boolean }
  | { readonly name: 'routes'; readonly value: readonly string[] };

export function judge(
  test: SuiteTest,
  event: string,
  subject: Subject,
  options: { readonly strictDialects?: boolean },
): TestResult {
  const verdict = subject.judge(test, event);
  const difference = subject.compare(event);
  const { name, range } = test;
  const result = { name, range, ...(difference === undefined ? {} : { difference }), ...verdict };
  if (verdict.problem !== undefined) return { ...result, outcome: 'failed' };
  if (difference !== undefined && options.strictDialects) {
    return { ...result, outcome: 'failed', problem: `the dialects differ: ${difference.message}` };
  }
  return { ...result, outcome: 'passed' };
}

export function routeTitle({ id, kind }: Pick<RouteExplanation, 'id' | 'kind'>): string {
  return `${id} ${kind === 'missing' ? 'is not reached' : 'is reached'}:`;
}
