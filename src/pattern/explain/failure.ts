/** The reason of a field whose conditions hold for none of its values. */
import type { JsonScalar } from '../json/node.ts';
import { shown } from '../operators/operator.ts';
import { type Reason, reason } from '../reasons.ts';
import type { ConditionExplanation } from './explanation.ts';

/** Why none of the conditions holds for any of the values. */
export function failure(conditions: readonly ConditionExplanation[], nodes: readonly JsonScalar[]): readonly Reason[] {
  const [only] = conditions;
  if (conditions.length === 1 && only?.reasons !== undefined) return only.reasons;
  const count = { conditions: conditions.length };
  if (nodes.length > 1) return [reason('no-condition-for-elements', { ...count, elements: nodes.length })];
  return [reason('no-condition', { ...count, value: shown(nodes[0] as JsonScalar) })];
}
