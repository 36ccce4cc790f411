/** The event of a test that changes the base of the suite. */
import type { JsonNode } from '../index.ts';
import { merge, Removal } from './edit.ts';
import { SuiteError } from './problem.ts';
import type { SuiteTest } from './suite.ts';

/** @throws SuiteError for a pointer in `remove` without a value in the base */
export function changedEvent(base: JsonNode, { remove, with: changes }: SuiteTest): JsonNode {
  const removal = new Removal(base);
  const missing = remove.filter(({ pointer }) => !removal.remove(pointer));
  if (missing.length > 0) {
    throw new SuiteError(
      missing.map(({ pointer, range }) => ({ range, message: `there is no \`${pointer}\` in the base to remove` })),
    );
  }
  const left = removal.result();
  return changes === undefined ? left : merge(left, changes);
}
