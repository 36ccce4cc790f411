/** The results of tests, with messages for those that failed. */
import { type Diagnostic, type Explanation, type Matcher, type NearestMatch, nearestMatch } from '../index.ts';
import { nearest } from '../pattern/suggest.ts';
import type { SuiteProblem } from './problem.ts';
import type { Suite, SuiteTest } from './suite.ts';

/** Budget of the search for the nearest event: a tenth of the default, since hundreds of tests may fail. */
const NEAREST = 10_000;

/** Why a test failed; empty for one that passed. */
export interface PatternVerdict {
  /** Why the test failed, in one sentence. */
  readonly problem?: string;
  /** The explanation of the event, for a test that failed. */
  readonly explanation?: Explanation;
  /** The changes after which an event that should match does. */
  readonly nearest?: NearestMatch;
}

/** The result of a test; it has a problem when the test failed. */
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

/** Without edits of the text, since the event is made from the suite and is not in its text. */
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

/** Number of unknown fields for which a similar name is searched. */
const MAX_MEANT = 100;

/** Fields that `fails` of a test has and the pattern does not. */
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

/** The name of the one test of a suite with `invalid`. */
export function refusalName(codes: readonly string[]): string {
  return `the pattern is refused: ${codes.join(', ')}`;
}

/** How the codes of a pattern differ from those with which it must be refused; undefined where they are the same. */
export function wrongCodes(expected: readonly string[], all: readonly Diagnostic<string>[]): string | undefined {
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
