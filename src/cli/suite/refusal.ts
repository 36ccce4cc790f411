/** Judges a suite whose pattern must be refused: it is one test. */
import type { Diagnostic } from '../../index.ts';
import { list, type TestResult } from './judge.ts';
import type { SuitePattern } from './pattern.ts';
import type { Suite } from './suite.ts';

type Refusal = NonNullable<Suite['invalid']>;

export function refusalName({ codes }: Refusal): string {
  return `the pattern is refused: ${codes.join(', ')}`;
}

export function judgeRefusal(refusal: Refusal, { findings }: SuitePattern): TestResult {
  const { codes, range } = refusal;
  const errors = findings.diagnostics.filter((d) => d.severity === 'error');
  const result = { name: refusalName(refusal), range };
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
