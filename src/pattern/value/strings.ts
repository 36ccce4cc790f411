/**
 * Exact sets of strings: a formula about beginnings, endings, substrings and addresses, and the strings for which the
 * answer is the opposite. Plain strings are such exceptions, so that ten thousand of them never reach an automaton.
 */
import type { Budget } from './budget.ts';
import type { Atom } from './strings/atom.ts';
import { Automaton } from './strings/automaton.ts';
import { SetsByEnd } from './strings/by-end.ts';
import { candidates } from './strings/candidates.ts';
import { and, atomsOf, type Formula, followsSurely, holds, isEndless, literal, not, or } from './strings/formula.ts';
import { kindOf } from './strings/kinds/index.ts';
import { type Found, search } from './strings/search.ts';

export interface StringSet {
  readonly formula: Formula;
  readonly except: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

export const noString: StringSet = { formula: false, except: NONE };
export const anyString: StringSet = { formula: true, except: NONE };

export function stringOf(text: string): StringSet {
  return { formula: false, except: new Set([text]) };
}

export function stringsWhere(atom: Atom): StringSet {
  return { formula: literal(atom), except: NONE };
}

export function hasString({ formula, except }: StringSet, text: string): boolean {
  return holds(formula, text) !== except.has(text);
}

/** Whether the set has a member, by a sufficient test without search. */
export function hasStringSurely({ formula, except }: StringSet): boolean {
  if (typeof formula === 'boolean') return formula || except.size > 0;
  return isEndless(formula) || (formula.kind === 'literal' && except.size === 0);
}

/** Whether every member of one set is in another one, by a sufficient test without search. */
export function stringsSurelyWithin(set: StringSet, other: StringSet): boolean {
  const belongs = (text: string): boolean => hasString(other, text) || !hasString(set, text);
  return (
    followsSurely(set.formula, other.formula) && [...set.except].every(belongs) && [...other.except].every(belongs)
  );
}

export function complementOfStrings({ formula, except }: StringSet): StringSet {
  return { formula: not(formula), except };
}

export function unionOfStrings(sets: readonly StringSet[]): StringSet {
  // Plain strings are merged first: one by one, the set would be copied for each.
  const plain = new Set<string>();
  const rest = sets.filter(({ formula, except }) => {
    if (formula !== false) return true;
    for (const text of except) plain.add(text);
    return false;
  });
  if (rest.length === 0) return { formula: false, except: plain };
  const formula = or(rest.map((set) => set.formula));
  const except = new Set<string>();
  const sorted = new SetsByEnd(rest);
  for (const text of plain) if (!holds(formula, text)) except.add(text);
  const texts = new Set(rest.flatMap((set) => [...set.except]));
  for (const text of texts) {
    const isMember = plain.has(text) || sorted.has(text, hasString);
    if (isMember !== holds(formula, text)) except.add(text);
  }
  return { formula, except };
}

export function intersectionOfStrings(sets: readonly StringSet[]): StringSet {
  const finite = sets.find(({ formula }) => formula === false);
  if (finite !== undefined) {
    const others = sets.filter((set) => set !== finite);
    return { formula: false, except: new Set([...finite.except].filter((t) => others.every((s) => hasString(s, t)))) };
  }
  const formula = and(sets.map((set) => set.formula));
  const except = new Set<string>();
  for (const set of sets) {
    for (const text of set.except) {
      if (sets.every((one) => hasString(one, text)) !== holds(formula, text)) except.add(text);
    }
  }
  return { formula, except };
}

/** Up to `wanted` different members, the set's own texts first. */
export function sampleStrings({ formula, except }: StringSet, wanted: number, budget: Budget): Found<string> {
  const members = new Set<string>();
  for (const text of except) {
    if (members.size >= wanted) return { members: [...members], complete: true };
    if (!holds(formula, text)) members.add(text);
  }
  if (formula !== false) {
    for (const text of candidates(formula)) {
      if (members.size >= wanted) break;
      if (!except.has(text) && holds(formula, text)) members.add(text);
    }
  }
  if (members.size >= wanted || formula === false) return { members: [...members], complete: true };
  const atoms = atomsOf(formula);
  // Building the automaton costs the length of its texts.
  budget.steps -= atoms.reduce((sum, { atom }) => sum + kindOf(atom).characters(atom).length, 0);
  if (budget.steps < 0) return { members: [...members], complete: false };
  const known = new Set([...except, ...members]);
  const found = search(new Automaton(formula, except, budget), known, wanted - members.size, budget);
  return { members: [...members, ...found.members], complete: found.complete };
}
