/** Problems of suites. */
import type { Range } from '../index.ts';

/** What is wrong with a suite. */
export interface SuiteProblem {
  /** Place in the text of the suite. */
  readonly range: Range;
  /** One sentence, lower case, without a full stop. */
  readonly message: string;
}

/** Thrown for a suite that cannot be run; `problems` has the reasons. */
export class SuiteError extends Error {
  /** The name of the class, also where several copies of this package are loaded. */
  override readonly name = 'SuiteError';
  /** In the order in which they were found; at least one. */
  readonly problems: readonly SuiteProblem[];

  /** Made by `readSuite` and `runSuite`; the message has those of all problems. */
  constructor(problems: readonly SuiteProblem[]) {
    super(problems.map(({ message }) => message).join('; '));
    this.problems = problems;
  }
}
