/** Statements about a string, and cheap sufficient tests for implication and disjointness of two. */
import { type Atom, kindOf } from './kinds/index.ts';

export type { Atom } from './kinds/index.ts';

export function keyOf(atom: Atom): string {
  return `${atom.kind}:${kindOf(atom).key(atom)}`;
}

/** Whether `b` holds for each string for which `a` holds; a sufficient test. */
export function implies(a: Atom, b: Atom): boolean {
  return kindOf(b).follows(b, kindOf(a).implies(a), same(a, b));
}

/** Whether no string satisfies both; a sufficient test. */
export function disjoint(a: Atom, b: Atom): boolean {
  const [kindA, kindB] = [kindOf(a), kindOf(b)];
  return kindA.excludes(a, kindB.implies(b), same(b, a)) || kindB.excludes(b, kindA.implies(a), same(a, b));
}

function same(atom: Atom, other: Atom): Atom | undefined {
  return atom.kind === other.kind ? atom : undefined;
}

export function holdsAtom(atom: Atom, text: string): boolean {
  return kindOf(atom).holds(atom, text);
}
