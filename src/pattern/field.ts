/** A compiled field: its predicate on scalars and its verdict on a missing member. Stepping through events is in event.ts. */
import type { Rules } from './dialect.ts';
import { allHoldOnMissing, compileAny } from './operators/operator.ts';
import { allOf, anyOf, type Predicate } from './operators/predicate.ts';
import type { PlanCondition, PlanField } from './plan.ts';

export interface FieldTest {
  readonly predicate: Predicate;
  /** Whether the field holds for an event without it. */
  readonly missing: boolean;
  /** Whether a number that is the member itself, not an element of an array, is retyped before it is compared. */
  readonly retyped: boolean;
}

export function compileField(field: Pick<PlanField, 'path' | 'conditions'>, rules: Rules): FieldTest {
  const single = field.conditions.filter(({ tests }) => tests.length === 1);
  const combined = field.conditions.filter(({ tests }) => tests.length > 1);
  const alternatives = compileAny(
    single.flatMap(({ tests }) => tests),
    rules,
  );
  return {
    predicate: anyOf([alternatives, ...combined.map((condition) => compileCondition(condition, rules))]),
    missing: field.conditions.some(holdsOnMissing),
    retyped: isRetyped(field, rules),
  };
}

export function compileCondition({ tests }: PlanCondition, rules: Rules): Predicate {
  return allOf(tests.map(({ operator, operand }) => operator.compile(operand, rules)));
}

export function holdsOnMissing({ tests }: PlanCondition): boolean {
  return allHoldOnMissing(tests);
}

export function isRetyped(field: Pick<PlanField, 'path'>, rules: Rules): boolean {
  return rules['number-text'] === 'retyped' && field.path[0] === 'data' && field.path.length > 1;
}
