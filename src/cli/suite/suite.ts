/** Reads a suite from a file, and validates its form. */

import { SuiteError } from '../../suite/problem.ts';
import { readSuite as readRoot, type Suite as SuiteOfRoot } from '../../suite/suite.ts';
import { Failure } from '../findings/failure.ts';
import { problemAt, type SourceDocument } from '../syntax/document.ts';

export type { Routes, SuiteTest } from '../../suite/suite.ts';

export interface Suite extends SuiteOfRoot {
  /** As read: the tests made from rows are not in it. */
  readonly document: SourceDocument;
}

/** Reads the members; rules.ts validates their meaning. @throws Failure with all errors of the form */
export function readSuite(document: SourceDocument): Suite {
  const suite = inFile(document, () => readRoot(document.root));
  return { document, ...suite };
}

/** The result of `read`. @throws Failure, with places in the file, when it throws a SuiteError */
export function inFile<T>(document: SourceDocument, read: () => T): T {
  try {
    return read();
  } catch (thrown) {
    if (!(thrown instanceof SuiteError)) throw thrown;
    throw new Failure(thrown.problems.map(({ range, message }) => problemAt(document, range, message)));
  }
}
