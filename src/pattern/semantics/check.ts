/**
 * Semantic checks of a valid pattern: finds that no event can match, or that a part has no effect. Works on value sets,
 * independent of operators. Reports nothing when the budget ends before an answer.
 */
import type { ReportFinding } from '../diagnostic.ts';
import type { Rules } from '../dialect.ts';
import { budgetOf } from '../value/budget.ts';
import { reportEngine } from './engine.ts';
import {
  type Judged,
  judgeField,
  type ReadField,
  reportCovering,
  reportImpossible,
  reportSuperfluous,
  reportUnfailing,
} from './field.ts';
import { reportConflicts, reportFollowing, waysOf } from './paths.ts';

export type { ReadField } from './field.ts';

/**
 * The budget of all questions about one pattern beyond what is linear in its text: about 25 ms, measured by
 * bench/check.ts. The linear part takes about as long as reading. A question that costs more than what is left is
 * skipped; later ones may still be affordable.
 */
const STEPS = 4000;

/** Reports warnings only. `fields` are those of a pattern without errors. */
export function checkSemantics(read: readonly ReadField[], rules: Rules, report: ReportFinding): void {
  const budget = budgetOf(STEPS);
  const fields = read.map((field) => judgeField(field, rules, budget));
  // Each field has at most one finding of this kind: further ones would be consequences.
  const done = new Set<Judged>();
  for (const field of fields) if (reportImpossible(field, rules, budget, report)) done.add(field);
  const ways = waysOf(fields, rules);
  reportConflicts(ways, done, report);
  const matches = done.size === 0;
  for (const field of fields) if (!done.has(field) && reportUnfailing(field, budget, report)) done.add(field);
  for (const field of fields) if (!done.has(field) && reportCovering(field, rules, budget, report)) done.add(field);
  if (matches) reportFollowing(ways, done, budget, report);
  for (const field of fields) if (!done.has(field)) reportSuperfluous(field, budget, report);
  if (rules.arrays === 'transparent') reportEngine(fields, report);
}
