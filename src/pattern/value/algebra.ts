/**
 * The functions that make value sets, in one object, which is passed to the operators: they depend only on its type, so
 * that a matcher does not load them.
 */
import { numbersIn } from './number-set.ts';
import { stringsWhere } from './strings.ts';
import { anyScalar, nothing, onlyMissing, otherScalars, setOf, union } from './value-set.ts';

export const algebra = { anyScalar, nothing, numbersIn, onlyMissing, otherScalars, setOf, stringsWhere, union };

export type Algebra = typeof algebra;
