/** Reads a suite from a file, and checks its shape. */

import { SuiteError } from '../../suite/problem.ts';
import { readSuite as readRoot, type Suite as SuiteOfRoot } from '../../suite/suite.ts';
import { Failure } from '../findings/failure.ts';
import { problemAt, type SourceDocument } from '../syntax/document.ts';

export type { Routes, SuiteTest } from '../../suite/suite.ts';

export interface Suite extends SuiteOfRoot {
  /** As it was read: the tests of rows are not in it. */
  readonly document: SourceDocument;
}

/**
 * What the document says; that it makes sense is for rules.ts to see.
 * @throws Failure with all that is wrong with its shape
 */
export function readSuite(document: SourceDocument): Suite {
  const suite = inFile(document, () => readRoot(document.root));
  return { document, ...suite };
}

/**
 * What `read` answers.
 * @throws Failure, with places in the file, where it throws a SuiteError
 */
export function inFile<T>(document: SourceDocument, read: () => T): T {
  try {
    return read();
  } catch (thrown) {
    if (!(thrown instanceof SuiteError)) throw thrown;
    throw new Failure(thrown.problems.map(({ range, message }) => problemAt(document, range, message)));
  }
}
