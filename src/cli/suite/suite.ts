/** A suite that stands in a file. */

import { SuiteError } from '../../suite/problem.ts';
import { expandedSchema } from '../../suite/schema.ts';
import { suiteWords } from '../../suite/shape.ts';
import { readSuite as readRoot, type Suite as SuiteOfRoot } from '../../suite/suite.ts';
import { Failure } from '../findings/failure.ts';
import { plainValue, problemAt, type SourceDocument } from '../syntax/document.ts';
import { inDocument, Shape } from '../syntax/schema-check.ts';

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
  const suite = inFile(document, () =>
    readRoot(document.root, (root) => {
      checkShape({ ...document, root });
      return [];
    }),
  );
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

const shape = new Shape(expandedSchema, suiteWords);

/** @throws Failure with one problem for each thing that is wrong */
function checkShape(document: SourceDocument): void {
  const problems = shape.problems(plainValue(document.root), inDocument(document));
  if (problems.length === 0) return;
  // What is wrong with a test is wrong in each of its rows.
  throw new Failure([...new Map(problems.map((p) => [`${p.line}:${p.column}:${p.message}`, p])).values()]);
}
