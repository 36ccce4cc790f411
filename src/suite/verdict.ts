/** What came out of the tests of a pattern, in words. */
import { type Diagnostic, type Explanation, type Matcher, type NearestMatch, nearest, nearestMatch } from '../index.ts';
import type { SuiteProblem } from './problem.ts';
import type { Suite, SuiteTest } from './suite.ts';

/** A tenth of what a question may cost: hundreds of tests may fail. */
const NEAREST = 10_000;

export interface PatternVerdict {
  /** Why the test has failed, in one sentence. */
  readonly problem?: string;
  readonly explanation?: Explanation;
  /** Of an event that should match, and does not: what to change. */
  readonly nearest?: NearestMatch;
}

/** With a problem when the test has failed. */
export function verdictOf(test: SuiteTest, matcher: Matcher, event: string): PatternVerdict {
  const matches = matcher.matchesJson(event);
  const expected = test.match ?? (test.fails === undefined ? matches : false);
  if (matches !== expected) {
    const problem = expected ? 'should match, and does not' : 'should not match, and does';
    const near = expected ? { nearest: nearestTo(matcher, event) } : {};
    return { problem, explanation: matcher.explain(event), ...near };
  }
  if (test.fails === undefined) return {};
  const explanation = matcher.explain(event);
  const pointers = test.fails.map(({ pointer }) => pointer);
  const problem = wrongFields(pointers, explanation);
  return problem === undefined ? {} : { problem, explanation };
}

/** Without edits: the text of the event is made from the suite, and does not stand in it. */
function nearestTo({ pattern }: Matcher, event: string): NearestMatch {
  const nearest = nearestMatch(pattern, event, { budget: NEAREST });
  return nearest.answer === 'yes' ? { answer: 'yes', event: nearest.event, changes: nearest.changes } : nearest;
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

/** Fields that tests name and the pattern does not have: they could never fail. */
export function unknownFields({ tests }: Suite, { pattern }: Matcher): readonly SuiteProblem[] {
  const fields = pattern.fields.map(({ pointer }) => pointer);
  const known = new Set(fields);
  const more = fields.length > MAX_LISTED ? ` and ${fields.length - MAX_LISTED} more` : '';
  const all = `its fields are ${fields.slice(0, MAX_LISTED).join(', ')}${more}`;
  const unknown = tests.flatMap(({ fails = [] }) => fails.filter(({ pointer }) => !known.has(pointer)));
  return unknown.map(({ pointer, range }, i) => {
    const meant =
      i < MAX_MEANT ? (nearest(pointer, fields) ?? fields.find((field) => field.endsWith(pointer))) : undefined;
    const hint = meant === undefined ? all : `did you mean \`${meant}\`?`;
    return { range, message: `the pattern has no field \`${pointer}\`; ${hint}` };
  });
}

/** The name of the only test of a pattern that must be refused. */
export function refusalName(codes: readonly string[]): string {
  return `the pattern is refused: ${codes.join(', ')}`;
}

/** Of a pattern that must be refused with exactly these codes of errors: how it is not. */
export function wrongCodes(expected: readonly string[], all: readonly Diagnostic[]): string | undefined {
  const errors = all.filter(({ severity }) => severity === 'error');
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

export function list(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}
