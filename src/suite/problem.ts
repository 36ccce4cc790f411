/** Problems of suites. */
import type { Range } from '../index.ts';

export interface SuiteProblem {
  /** Place in the text of the suite. */
  readonly range: Range;
  /** One sentence, lower case, without a full stop. */
  readonly message: string;
}

/** Thrown for a suite that cannot be run; `problems` has the reasons. */
export class SuiteError extends Error {
  override readonly name = 'SuiteError';
  readonly problems: readonly SuiteProblem[];

  constructor(problems: readonly SuiteProblem[]) {
    super(problems.map(({ message }) => message).join('; '));
    this.problems = problems;
  }
}
