/** Finds sets that add nothing to the union of the others. */
import { afford, type Budget } from './budget.ts';
import { neighbour } from './intervals.ts';
import { isIn, type NumberSet, numbersSurelyWithin } from './number-set.ts';
import type { Formula } from './strings/formula.ts';
import { kindOf } from './strings/kinds/index.ts';
import type { Texts } from './strings/kinds/kind.ts';
import { hasString, type StringSet, stringsSurelyWithin } from './strings.ts';
import { has, intersection, isEmpty, otherScalars, type Scalar, union, type ValueSet } from './value-set.ts';

export interface Superfluous {
  /** Ascending. All of them may be removed at once. */
  readonly indices: readonly number[];
  /** Whether the budget ended before each set was decided. */
  readonly unknown: boolean;
}

/** The maximum number of other sets whose gaps are tried: each gap is compared with all of them. */
const FEW = 8;

const NONE: Superfluous = { indices: [], unknown: false };

/**
 * Sets of a few values are counted value by value, so that ten thousand literals cost no more than reading them; every
 * other set is compared with the rest. From the last one on, so that of two equal sets the first one stays.
 */
export function superfluous(sets: readonly ValueSet[], budget: Budget): Superfluous {
  const values = sets.map(valuesOf);
  if (areApart(values)) return NONE;
  const found = new Set<number>();
  let unknown = false;
  for (let i = sets.length - 1; i >= 0; i--) {
    if (values[i] !== undefined) continue;
    if (!afford(budget, sets.length)) return { indices: ascending(found), unknown: true };
    const others = sets.filter((_, k) => k !== i && !found.has(k));
    const within = isWithin(sets[i] as ValueSet, others, budget);
    if (within === undefined) unknown = true;
    if (within === true) found.add(i);
  }
  const large = sets.filter((_, i) => values[i] === undefined && !found.has(i));
  if (!afford(budget, sets.length * large.length)) return { indices: ascending(found), unknown: true };
  const counts = new Map<string, number>();
  const count = (value: Scalar, change: number): number => {
    const key = keyOf(value);
    const changed = (counts.get(key) ?? 0) + change;
    counts.set(key, changed);
    return changed;
  };
  for (const some of values) for (const value of some ?? []) count(value, 1);
  const elsewhere = (value: Scalar): boolean => count(value, 0) > 1 || large.some((other) => has(other, value));
  for (let i = sets.length - 1; i >= 0; i--) {
    const some = values[i];
    if (some === undefined || sets[i]?.missing === true || !some.every(elsewhere)) continue;
    for (const value of some) count(value, -1);
    found.add(i);
  }
  return { indices: ascending(found), unknown };
}

function ascending(numbers: ReadonlySet<number>): number[] {
  return [...numbers].sort((a, b) => a - b);
}

/** Whether the lists are not empty and have no value in common. An empty list may be that of a missing member. */
function areApart(lists: readonly (readonly Scalar[] | undefined)[]): boolean {
  // Most values are strings, and making a key for each would dominate the cost.
  const texts = new Set<string>();
  const keys = new Set<string>();
  let count = 0;
  for (const list of lists) {
    if (list === undefined || list.length === 0) return false;
    for (const value of list) {
      if (typeof value === 'string') texts.add(value);
      else keys.add(keyOf(value));
    }
    count += list.length;
  }
  return texts.size + keys.size === count;
}

function keyOf(value: Scalar): string {
  if (typeof value === 'string') return `"${value}`;
  return typeof value === 'object' && value !== null ? value.number : String(value);
}

/** Whether each scalar of a set is in one of the others; undefined when the budget ends first. */
export function isWithin(set: ValueSet, others: readonly ValueSet[], budget: Budget): boolean | undefined {
  // Twice, since the others are searched for gaps too.
  if (!afford(budget, others.length * 2)) return undefined;
  const values = valuesOf(set);
  if (values !== undefined && afford(budget, values.length * others.length)) {
    return values.every((value) => others.some((other) => has(other, value)));
  }
  if (standsOut(set, others)) return false;
  let weight = weightOf(set);
  for (const other of others) weight += weightOf(other);
  if (!afford(budget, weight)) return undefined;
  if (others.some((other) => isSurelyWithin(set, other))) return true;
  // Parts of a union are compared with each other, and each literal with each part.
  const formulas = others.filter((other) => !isListed(other)).length;
  if (!afford(budget, weight * formulas)) return undefined;
  const left = intersection([set, otherScalars(union(others))]);
  // Elements of an array are compared as sent, so retyping hides no difference.
  return isEmpty({ ...left, missing: false, unmatchable: false }, budget);
}

function weightOf({ strings, numbers }: ValueSet): number {
  return 1 + strings.except.size + numbers.except.size;
}

/** Whether each scalar of a set is in another one; a sufficient test. */
function isSurelyWithin(set: ValueSet, other: ValueSet): boolean {
  if ((set.true && !other.true) || (set.false && !other.false) || (set.null && !other.null)) return false;
  return numbersSurelyWithin(set.numbers, other.numbers) && stringsSurelyWithin(set.strings, other.strings);
}

/** Whether a set has a scalar that no other set has; a sufficient test. */
function standsOut(set: ValueSet, others: readonly ValueSet[]): boolean {
  if (set.true && !others.some((other) => other.true)) return true;
  if (set.false && !others.some((other) => other.false)) return true;
  if (set.null && !others.some((other) => other.null)) return true;
  return numberStandsOut(set.numbers, others) || stringStandsOut(set.strings, others);
}

function numberStandsOut({ intervals }: NumberSet, others: readonly ValueSet[]): boolean {
  if (intervals.length === 0) return false;
  // A double has infinitely many texts, so exceptions cannot exhaust it.
  const isOutside = (value: number): boolean => !others.some(({ numbers }) => isIn(numbers.intervals, value));
  if (intervals.some(({ low, high }) => isOutside(low) || isOutside(high))) return true;
  const isGap = (value: number): boolean => isIn(intervals, value) && isOutside(value);
  return (
    others.length <= FEW &&
    others.some(({ numbers }) =>
      numbers.intervals.some(({ low, high }) => isGap(neighbour(low, -1)) || isGap(neighbour(high, 1))),
    )
  );
}

function stringStandsOut(strings: StringSet, others: readonly ValueSet[]): boolean {
  if (strings.formula === false && strings.except.size === 0) return false;
  const isOutside = (text: string): boolean =>
    hasString(strings, text) && !others.some((other) => hasString(other.strings, text));
  if (textsIn(strings).some(isOutside)) return true;
  return others.some((other) => textsBeside(other.strings, strings).some(isOutside));
}

/** A few strings that are probably in a set and in no other. */
function textsIn({ formula }: StringSet): readonly string[] {
  // NUL is assumed to occur in no other text.
  if (typeof formula === 'boolean') return formula ? ['\0'] : [];
  if (formula.kind !== 'literal') return [concatenated(formula.parts)];
  return kindOf(formula.atom).corners(formula.atom);
}

/** A few strings that a set with a negation excludes, built to be in another set. */
function textsBeside({ formula, except }: StringSet, { formula: wanted }: StringSet): readonly string[] {
  if (formula === true) return except.size === 0 ? [] : [...except].slice(0, 3);
  if (typeof formula === 'boolean' || formula.kind !== 'literal' || !formula.negated) return [];
  const left: Formula = { ...formula, negated: false };
  const own = piecesOf([left]).length === 0 ? [] : [...kindOf(formula.atom).candidates(formula.atom)];
  if (typeof wanted === 'boolean' || own.length === 0) return own;
  return [...own, concatenated(wanted.kind === 'literal' ? [left, wanted] : [left, ...wanted.parts])];
}

/** A string with the pieces of the positive literals, in an order in which they can follow each other. */
function concatenated(parts: readonly Formula[]): string {
  const pieces = piecesOf(parts);
  const texts = [
    ...pieces.map(({ begin }) => begin),
    ...pieces.flatMap((some) => some.parts),
    ...pieces.map(({ end }) => end),
  ];
  return texts.filter((text) => text !== '').join('\0');
}

function piecesOf(parts: readonly Formula[]): readonly Texts[] {
  return parts.flatMap((part) => {
    if (typeof part === 'boolean' || part.kind !== 'literal' || part.negated) return [];
    return kindOf(part.atom).pieces(part.atom) ?? [];
  });
}

/** All scalars of a set without formula and intervals; undefined for other sets. */
function valuesOf(set: ValueSet): readonly Scalar[] | undefined {
  if (!isListed(set)) return undefined;
  const values: Scalar[] = [...set.strings.except];
  for (const number of set.numbers.except) values.push({ number });
  if (set.true) values.push(true);
  if (set.false) values.push(false);
  if (set.null) values.push(null);
  return values;
}

function isListed({ strings, numbers }: ValueSet): boolean {
  return strings.formula === false && numbers.intervals.length === 0;
}
