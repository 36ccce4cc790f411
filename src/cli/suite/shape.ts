/** Checks the shape of a suite with its JSON Schema and says in plain words what is wrong. */
import { expandedSchema } from '../../suite/schema.ts';
import { suiteWords } from '../../suite/shape.ts';
import { Failure } from '../failure.ts';
import { plainValue, type SourceDocument } from '../read/document.ts';
import { inDocument, Shape } from '../read/shape.ts';

const shape = new Shape(expandedSchema, suiteWords);

/** @throws Failure with one problem for each thing that is wrong */
export function checkShape(document: SourceDocument): void {
  const problems = shape.problems(plainValue(document.root), inDocument(document));
  if (problems.length === 0) return;
  // What is wrong with a test is wrong in each of its rows.
  throw new Failure([...new Map(problems.map((p) => [`${p.line}:${p.column}:${p.message}`, p])).values()]);
}
