/** Near misses: values just outside a set, which an event could have by mistake. */
import type { Budget } from '../value/budget.ts';
import { neighbour } from '../value/intervals.ts';
import { retype } from '../value/java-numbers.ts';
import { has, type Scalar, sampleScalars, type ValueSet } from '../value/value-set.ts';

/** Values of `wanted` that are one small change away from values of `missed`. */
export function nearScalars(missed: ValueSet, wanted: ValueSet, retyped: boolean, budget: Budget): Scalar[] {
  const { members } = sampleScalars(missed, 4, budget, { retyped });
  const near = new Map<string, Scalar>();
  for (const scalar of [...members.flatMap(changed), ...borders(missed)]) {
    const seen = typeof scalar === 'object' && scalar !== null && retyped ? { number: retype(scalar.number) } : scalar;
    if (has(wanted, seen)) near.set(JSON.stringify(scalar), scalar);
  }
  return [...near.values()];
}

function changed(scalar: Scalar): Scalar[] {
  if (typeof scalar === 'string') {
    const upper = scalar.toUpperCase();
    return [
      `${scalar}x`,
      `x${scalar}`,
      scalar.slice(0, -1),
      scalar.slice(1),
      upper === scalar ? scalar.toLowerCase() : upper,
    ];
  }
  if (typeof scalar !== 'object' || scalar === null) return [String(scalar), !scalar];
  const value = Number(scalar.number);
  const other = Number.isInteger(value) ? [{ number: String(value + 1) }, { number: String(value - 1) }] : [];
  return [...other, scalar.number].filter((one) => typeof one === 'string' || /^-?[0-9]+$/.test(one.number));
}

/** The doubles just outside the intervals of a set. */
function borders({ numbers }: ValueSet): Scalar[] {
  return numbers.intervals
    .flatMap(({ low, high }) => [neighbour(low, -1), neighbour(high, 1), Math.floor(low), Math.ceil(high)])
    .filter(Number.isFinite)
    .map((value) => ({ number: JSON.stringify(value) }));
}
