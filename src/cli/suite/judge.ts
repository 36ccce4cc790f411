/** The result of one test, with the explanation of a failure. */
import type { Explanation, NearestMatch, Pattern, Range } from '../../index.ts';
import type { Findings } from '../findings/failure.ts';
import type { Difference } from '../patterns/dialects.ts';
import type { LocatedPattern } from '../patterns/pattern.ts';
import type { SuiteTest } from './suite.ts';
import type { ShownEvent } from './suite-events.ts';

export interface TestResult {
  readonly name: string;
  /** The range in the suite. */
  readonly range: Range;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** Why it failed or was skipped, in one sentence. */
  readonly problem?: string;
  readonly explanation?: Explanation;
  /** For an event that should match: the changes that would make it match. */
  readonly nearest?: NearestMatch;
  /** In a routing suite: the first missing or surplus patterns. */
  readonly routes?: readonly RouteExplanation[];
  /** Present when the dialects differ on the event. */
  readonly difference?: Difference;
  /** For a pattern that must be refused, and is refused with other codes. */
  readonly findings?: Findings;
}

export interface RouteExplanation {
  readonly id: string;
  /** `missing`: the event should reach it, and does not; `surplus`: the reverse. */
  readonly kind: 'missing' | 'surplus';
  readonly explanation: Explanation;
}

/** The pattern or patterns that the tests of a suite judge. Events must be valid. */
export interface Subject {
  /** The findings on each pattern. */
  readonly findings: readonly Findings[];
  /** The problem, if any; a missing verdict is not one. */
  judge(test: SuiteTest, event: string): Verdict;
  compare(event: string): Difference | undefined;
  /** The patterns, each with the expectations of the tests. */
  readonly tested: readonly SubjectPattern[];
  /** As in `SuiteEvents`. */
  readonly routes?: (event: string) => readonly string[];
  /** The verdict that the test lacks. */
  missing(test: SuiteTest, event: string): MissingVerdict | undefined;
}

export interface SubjectPattern {
  readonly pattern: Pattern;
  readonly source: LocatedPattern;
  /** Undefined for a test without an expectation for the pattern. */
  expects(test: SuiteTest): Expectation | undefined;
}

export type Expectation = Pick<ShownEvent, 'match' | 'fails'>;

/** With a problem if the test failed. */
export type Verdict = Pick<TestResult, 'problem' | 'explanation' | 'nearest' | 'routes'>;

/** A member of a test with its value. */
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
