/** Judges a suite whose pattern must be refused: it is one test. */
import { refusalName, wrongCodes } from '../../suite/verdict.ts';
import type { TestResult } from './judge.ts';
import type { SuitePattern } from './pattern.ts';
import type { Suite } from './suite.ts';

type Refusal = NonNullable<Suite['invalid']>;

export function judgeRefusal(refusal: Refusal, { findings }: SuitePattern): TestResult {
  const { codes, range } = refusal;
  const result = { name: refusalName(codes), range };
  const problem = wrongCodes(codes, findings.diagnostics);
  if (problem === undefined) return { ...result, outcome: 'passed' };
  return { ...result, outcome: 'failed', problem, findings };
}
