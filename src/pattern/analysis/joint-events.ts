/**
 * Finds events that several patterns match, or that one pattern matches and a field of another one does not. Top-level
 * members with fields in only one pattern are solved once for that pattern.
 */
import type { Witness } from './answer.ts';
import { type Claim, claimTree } from './claims.ts';
import { IncrementalSolver } from './incremental.ts';
import { type Search, type Solution, solvePlaces } from './solve.ts';
import type { Subject, SubjectField } from './subject.ts';
import { eventText, type Members, type Tree } from './tree.ts';

/** The claims of one pattern by top-level member, and cached solutions for each member. */
interface Roots {
  readonly claims: ReadonlyMap<string, readonly Claim[]>;
  readonly solved: Map<string, Solution<Members>>;
}

const rootsOf = new WeakMap<Subject, Roots>();

/** A small event that all the subjects match. */
export function solveTogether(
  subjects: readonly Subject[],
  search: Pick<Search, 'budget' | 'arrays'>,
): Solution<Witness> {
  const speaking = new Map<string, Subject[]>();
  for (const subject of subjects) {
    for (const root of rootsIn(subject).claims.keys()) {
      const list = speaking.get(root);
      if (list === undefined) speaking.set(root, [subject]);
      else list.push(subject);
    }
  }
  const event = new Map<string, Tree>();
  let unknown = false;
  for (const [root, some] of speaking) {
    const [only] = some;
    const found =
      only !== undefined && some.length === 1
        ? solveRoot(only, root, search)
        : solvePlaces(claimTree(some.flatMap((one) => claimsAt(one, root))), search);
    // An impossible member decides, even if others are unknown.
    if (found === 'none') return 'none';
    if (found === 'unknown') unknown = true;
    else for (const [name, tree] of found.value) event.set(name, tree);
  }
  return unknown
    ? 'unknown'
    : { value: eventText(event, new Set(speaking.keys()), (subjects[0] as Subject).pattern.dialect) };
}

/** Incremental solutions for the events of one pattern in which one more field must fail. */
const failing = new WeakMap<Subject, IncrementalSolver>();

/** An event that a subject matches, and for which a field of another one does not hold. */
export function solveFailing(subject: Subject, field: SubjectField, budget: Search['budget']): Solution<Witness> {
  let changed = failing.get(subject);
  if (changed === undefined) {
    changed = new IncrementalSolver(claimTree(subject.fields.map((one) => ({ field: one, holds: true }))), {
      arrays: true,
    });
    failing.set(subject, changed);
  }
  const found = changed.solve(field, (claims) => [...claims, { field, holds: false }], budget);
  if (typeof found === 'string') return found;
  const spoken = new Set(rootsIn(subject).claims.keys()).add(field.path[0] as string);
  return { value: eventText(found.value, spoken, subject.pattern.dialect) };
}

/** Drops cached results that are incomplete because the budget of one question ended. */
export function endQuestion(subject: Subject): void {
  if (failing.get(subject)?.unknown) failing.delete(subject);
}

function rootsIn(subject: Subject): Roots {
  const known = rootsOf.get(subject);
  if (known !== undefined) return known;
  const claims = new Map<string, Claim[]>();
  for (const field of subject.fields) {
    const root = field.path[0] as string;
    const list = claims.get(root);
    if (list === undefined) claims.set(root, [{ field, holds: true }]);
    else list.push({ field, holds: true });
  }
  const roots = { claims, solved: new Map() };
  rootsOf.set(subject, roots);
  return roots;
}

function claimsAt(subject: Subject, root: string): readonly Claim[] {
  return rootsIn(subject).claims.get(root) ?? [];
}

function solveRoot(subject: Subject, root: string, search: Pick<Search, 'budget' | 'arrays'>): Solution<Members> {
  const { solved } = rootsIn(subject);
  const key = `${search.arrays}${root}`;
  const before = solved.get(key);
  if (before !== undefined) return before;
  const found = solvePlaces(claimTree(claimsAt(subject, root)), search);
  // Not cached if unknown: another question may have a larger budget.
  if (found !== 'unknown') solved.set(key, found);
  return found;
}
