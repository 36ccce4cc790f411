/**
 * The values that a path may have: strings, numbers with their texts, literals, missing, and values for which no
 * condition holds (`unmatchable`: an object, an empty array, an array with other elements than scalars).
 */
import type { Budget } from './budget.ts';
import {
  anyNumber,
  complementOfNumbers,
  hasNumber,
  intersectionOfNumbers,
  type NumberSet,
  noNumber,
  numberOf,
  sampleNumbers,
  unionOfNumbers,
} from './number-set.ts';
import type { Found } from './strings/search.ts';
import {
  anyString,
  complementOfStrings,
  hasString,
  hasStringSurely,
  intersectionOfStrings,
  noString,
  type StringSet,
  sampleStrings,
  stringOf,
  unionOfStrings,
} from './strings.ts';

export interface ValueSet {
  readonly strings: StringSet;
  readonly numbers: NumberSet;
  readonly true: boolean;
  readonly false: boolean;
  readonly null: boolean;
  readonly missing: boolean;
  readonly unmatchable: boolean;
}

/** One scalar; a number is its text. */
export type Scalar = string | boolean | null | { readonly number: string };

const none = { true: false, false: false, null: false, missing: false, unmatchable: false };

export const nothing: ValueSet = { strings: noString, numbers: noNumber, ...none };
export const anyScalar: ValueSet = {
  ...nothing,
  strings: anyString,
  numbers: anyNumber,
  true: true,
  false: true,
  null: true,
};
export const onlyMissing: ValueSet = { ...nothing, missing: true };

export function setOf(scalar: Scalar): ValueSet {
  if (scalar === null) return { ...nothing, null: true };
  if (typeof scalar === 'boolean') return scalar ? { ...nothing, true: true } : { ...nothing, false: true };
  if (typeof scalar === 'string') return { ...nothing, strings: stringOf(scalar) };
  return { ...nothing, numbers: numberOf(scalar.number) };
}

export function union(sets: readonly ValueSet[]): ValueSet {
  if (sets.length === 1) return sets[0] as ValueSet;
  return {
    strings: unionOfStrings(sets.map(({ strings }) => strings)),
    numbers: unionOfNumbers(sets.map(({ numbers }) => numbers)),
    true: sets.some((set) => set.true),
    false: sets.some((set) => set.false),
    null: sets.some((set) => set.null),
    missing: sets.some((set) => set.missing),
    unmatchable: sets.some((set) => set.unmatchable),
  };
}

export function intersection(sets: readonly ValueSet[]): ValueSet {
  if (sets.length === 1) return sets[0] as ValueSet;
  return {
    strings: intersectionOfStrings(sets.map(({ strings }) => strings)),
    numbers: intersectionOfNumbers(sets.map(({ numbers }) => numbers)),
    true: sets.every((set) => set.true),
    false: sets.every((set) => set.false),
    null: sets.every((set) => set.null),
    missing: sets.every((set) => set.missing),
    unmatchable: sets.every((set) => set.unmatchable),
  };
}

export function complement(set: ValueSet): ValueSet {
  return {
    strings: complementOfStrings(set.strings),
    numbers: complementOfNumbers(set.numbers),
    true: !set.true,
    false: !set.false,
    null: !set.null,
    missing: !set.missing,
    unmatchable: !set.unmatchable,
  };
}

/** The scalars that are not in the set. */
export function otherScalars(set: ValueSet): ValueSet {
  return {
    strings: complementOfStrings(set.strings),
    numbers: complementOfNumbers(set.numbers),
    true: !set.true,
    false: !set.false,
    null: !set.null,
    missing: false,
    unmatchable: false,
  };
}

export function has(set: ValueSet, scalar: Scalar): boolean {
  if (scalar === null) return set.null;
  if (typeof scalar === 'boolean') return scalar ? set.true : set.false;
  return typeof scalar === 'string' ? hasString(set.strings, scalar) : hasNumber(set.numbers, scalar.number);
}

export interface SampleOptions {
  /** The set contains numbers after retyping; samples are the numbers to send. */
  readonly retyped?: boolean;
}

/**
 * Up to `wanted` different scalars of the set; `complete` when there are enough or no more. Strings come before numbers
 * and literals, and texts of the set before made-up words.
 */
export function sampleScalars(
  set: ValueSet,
  wanted: number,
  budget: Budget,
  { retyped = false }: SampleOptions = {},
): Found<Scalar> {
  const literals: Scalar[] = [...(set.true ? [true] : []), ...(set.false ? [false] : []), ...(set.null ? [null] : [])];
  const numbers = (): Found<Scalar> => {
    const { members, complete } = sampleNumbers(set.numbers, wanted, retyped, budget);
    return { members: members.map((number) => ({ number })), complete };
  };
  const strings = (): Found<Scalar> => sampleStrings(set.strings, wanted, budget);
  // If the set has all strings but only particular numbers, the numbers are the interesting part.
  const sources = isMeant(set) ? [numbers, strings] : [strings, numbers];
  const members: Scalar[] = [];
  let complete = true;
  for (const source of [...sources, () => ({ members: literals, complete: true })]) {
    if (members.length >= wanted) break;
    const found = source();
    for (const one of found.members.slice(0, wanted - members.length)) members.push(one);
    complete &&= found.complete;
  }
  return { members, complete: complete || members.length >= wanted };
}

function isMeant({ strings, numbers }: ValueSet): boolean {
  return (
    strings.formula === true && (numbers.except.size > 0 || numbers.intervals[0]?.low !== Number.NEGATIVE_INFINITY)
  );
}

/** The cost of a comparison: strings, numbers, intervals and parts of the formula. */
export function sizeOf({ strings, numbers }: ValueSet): number {
  const parts = typeof strings.formula === 'object' && 'parts' in strings.formula ? strings.formula.parts.length : 0;
  return 1 + strings.except.size + parts + numbers.except.size + numbers.intervals.length;
}

/** Undefined when the budget ends before the answer. */
export function isEmpty(set: ValueSet, budget: Budget, options: SampleOptions = {}): boolean | undefined {
  if (hasSurely(set, options)) return false;
  if (valuesAreNone(set)) return true;
  const { members, complete } = sampleScalars(set, 1, budget, options);
  return members.length > 0 ? false : complete ? true : undefined;
}

/** Whether the set has no scalar; a sufficient test. */
export function valuesAreNone(set: ValueSet): boolean {
  const { strings, numbers } = set;
  if (set.true || set.false || set.null || strings.formula !== false || strings.except.size > 0) return false;
  return numbers.intervals.length === 0 && numbers.except.size === 0 && numbers.others !== true;
}

/** Whether the set has a member; a test that is sufficient for most sets. */
function hasSurely(set: ValueSet, { retyped = false }: SampleOptions): boolean {
  if (set.missing || set.unmatchable || set.true || set.false || set.null) return true;
  const { strings, numbers } = set;
  // A double has infinitely many texts, so exceptions cannot exhaust an interval.
  if (!retyped && (numbers.intervals.length > 0 || numbers.except.size > 0 || numbers.others)) return true;
  return hasStringSurely(strings);
}
