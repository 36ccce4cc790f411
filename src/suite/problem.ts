/** What is wrong with a suite. */
import type { Range } from '../index.ts';

export interface SuiteProblem {
  /** In the text of the suite. */
  readonly range: Range;
  /** One sentence, lower case, without a full stop. */
  readonly message: string;
}

/** A suite that cannot be run: with all that is wrong. */
export class SuiteError extends Error {
  override readonly name = 'SuiteError';
  readonly problems: readonly SuiteProblem[];

  constructor(problems: readonly SuiteProblem[]) {
    super(problems.map(({ message }) => message).join('; '));
    this.problems = problems;
  }
}
