/** The set of values that a field accepts: the union of its conditions' sets, which the operators provide. */
import type { Rules } from './dialect.ts';
import type { PlanCondition, PlanField } from './plan.ts';
import { algebra } from './value/algebra.ts';
import { intersection, union, type ValueSet } from './value/value-set.ts';

export function fieldSet({ conditions }: Pick<PlanField, 'conditions'>, rules: Rules): ValueSet {
  return union(conditions.map((condition) => conditionSet(condition, rules)));
}

export function conditionSet({ tests }: Pick<PlanCondition, 'tests'>, rules: Rules): ValueSet {
  const [only] = tests;
  if (only !== undefined && tests.length === 1) return only.operator.denote(only.operand, rules, algebra);
  return intersection(tests.map(({ operator, operand }) => operator.denote(operand, rules, algebra)));
}
