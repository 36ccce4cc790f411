/** Changes a string as little as possible so that it is in a set of strings. */
import { holdsAtom } from '../value/strings/atom.ts';
import type { Formula } from '../value/strings/formula.ts';
import { kindOf } from '../value/strings/kinds/index.ts';

/** The maximum number of alternatives. */
const MANY = 1000;
/** The maximum number of alternatives that are continued when several conditions must hold. */
const MANY_AT_ONCE = 8;
/** Longer strings are not changed. */
const LONGEST = 2000;

/** Candidates only: the caller checks that they are in the set. */
export function repairedStrings(formula: Formula, value: string): readonly string[] {
  return value.length > LONGEST ? [] : repaired(formula, value);
}

function repaired(formula: Formula, value: string): readonly string[] {
  if (typeof formula === 'boolean') return formula ? [value] : [];
  if (formula.kind === 'literal') {
    const { atom, negated } = formula;
    if (holdsAtom(atom, value) !== negated) return [value];
    return negated ? kindOf(atom).exclude(atom, value) : kindOf(atom).include(atom, value);
  }
  const parts = formula.parts.slice(0, MANY);
  if (formula.kind === 'or') return parts.flatMap((part) => repaired(part, value));
  let values: readonly string[] = [value];
  for (const part of parts) values = values.flatMap((one) => repaired(part, one)).slice(0, MANY_AT_ONCE);
  return values;
}
