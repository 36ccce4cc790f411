/** What came out of one test: whether it passed, and if not, all that a person needs to see why. */
import {
  type Diagnostic,
  type Explanation,
  type Matcher,
  type NearestMatch,
  nearestMatch,
  type Range,
} from '../../index.ts';
import type { Findings } from '../failure.ts';
import type { Difference } from '../read/dialects.ts';
import type { SuitePattern } from './pattern.ts';
import type { Suite, SuiteTest } from './suite.ts';

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
  /** When the dialects differ on it. */
  readonly difference?: Difference;
  /** Of a pattern that must be refused, when it is refused otherwise. */
  readonly findings?: Findings;
}

/** A tenth of what a question may cost: hundreds of tests may fail. */
const NEAREST = 10_000;

export function judge(
  test: SuiteTest,
  matcher: Matcher,
  event: string,
  pattern: SuitePattern,
  options: { readonly strictDialects?: boolean },
): TestResult {
  const matches = matcher.matchesJson(event);
  const difference = pattern.compare(event);
  const result = { name: test.name, range: test.range, ...(difference === undefined ? {} : { difference }) };
  if (matches !== test.match) {
    const problem = test.match ? 'should match, and does not' : 'should not match, and does';
    const nearest = test.match ? { nearest: nearestMatch(matcher.pattern, event, { budget: NEAREST }) } : {};
    return { ...result, outcome: 'failed', problem, explanation: matcher.explain(event), ...nearest };
  }
  if (test.fails !== undefined) {
    const explanation = matcher.explain(event);
    const problem = wrongFields(
      test.fails.map(({ pointer }) => pointer),
      explanation,
    );
    if (problem !== undefined) return { ...result, outcome: 'failed', problem, explanation };
  }
  if (difference !== undefined && options.strictDialects) {
    return { ...result, outcome: 'failed', problem: `the dialects differ: ${difference.message}` };
  }
  return { ...result, outcome: 'passed' };
}

function wrongFields(expected: readonly string[], { fields }: Explanation): string | undefined {
  const failing = fields.filter(({ holds }) => !holds).map(({ pointer }) => pointer);
  const missed = expected.filter((pointer) => !failing.includes(pointer));
  const surplus = failing.filter((pointer) => !expected.includes(pointer));
  const problems = [
    ...(missed.length === 0 ? [] : [`${list(missed)} should fail, and ${missed.length === 1 ? 'holds' : 'hold'}`]),
    ...(surplus.length === 0 ? [] : [`${list(surplus)} should hold, and ${surplus.length === 1 ? 'fails' : 'fail'}`]),
  ];
  return problems.length === 0 ? undefined : `does not match, but not for the reason given: ${problems.join('; ')}`;
}

function list(pointers: readonly string[]): string {
  return pointers.map((pointer) => `\`${pointer}\``).join(', ');
}

/** Of a suite whose pattern must be refused. */
export function judgeRefusal({ codes, range }: NonNullable<Suite['invalid']>, { findings }: SuitePattern): TestResult {
  const errors = findings.diagnostics.filter((d) => d.severity === 'error');
  const result = { name: `the pattern is refused: ${codes.join(', ')}`, range };
  const problem = wrongCodes(codes, errors, findings.diagnostics);
  if (problem === undefined) return { ...result, outcome: 'passed' };
  return { ...result, outcome: 'failed', problem, findings };
}

function wrongCodes(
  expected: readonly string[],
  errors: readonly Diagnostic[],
  all: readonly Diagnostic[],
): string | undefined {
  const found = new Set<string>(errors.map(({ code }) => code));
  const missed = expected.filter((code) => !found.has(code));
  const surplus = [...found].filter((code) => !expected.includes(code));
  if (missed.length === 0 && surplus.length === 0) return undefined;
  const mild = missed.filter((code) => all.some((d) => d.code === code));
  const note = mild.length === 0 ? '' : ` (${list(mild)} is a ${all.find((d) => d.code === mild[0])?.severity} here)`;
  if (found.size === 0) return `the pattern should be refused, and is valid${note}`;
  const problems = [
    ...(missed.length === 0 ? [] : [`${list(missed)} should be found, and is not${note}`]),
    ...(surplus.length === 0 ? [] : [`${list(surplus)} is found as well`]),
  ];
  return `the pattern is refused, but not for the reason given: ${problems.join('; ')}`;
}
