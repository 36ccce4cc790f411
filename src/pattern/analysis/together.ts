/** Events that several patterns match at once: what only one of them speaks of is solved once for that pattern. */
import type { Budget } from '../value/budget.ts';
import type { Witness } from './answer.ts';
import { type Claim, type Solution, solve } from './solve.ts';
import type { Subject } from './subject.ts';
import { eventText, type Tree } from './tree.ts';

type Members = ReadonlyMap<string, Tree>;

/** What stands at one top-level member of the events of one pattern. */
const solved = new WeakMap<Subject, Map<string, Solution<Members>>>();

/** An event, smallest first, that all the subjects match and for which the `failing` claim is fulfilled. */
export function solveTogether(
  subjects: readonly Subject[],
  search: { readonly budget: Budget; readonly arrays: boolean },
  failing?: Claim,
): Solution<Witness> {
  const roots = new Set(subjects.flatMap(({ fields }) => fields.map(({ path }) => path[0] as string)));
  const failingRoot = failing?.field.path[0];
  if (failingRoot !== undefined) roots.add(failingRoot);
  const event = new Map<string, Tree>();
  let unknown = false;
  for (const root of roots) {
    const speaking = subjects.filter(({ fields }) => fields.some(({ path }) => path[0] === root));
    const [only] = speaking;
    const found =
      only !== undefined && speaking.length === 1 && root !== failingRoot
        ? solveRoot(only, root, search)
        : solve(
            [...speaking.flatMap((s) => claimsAt(s, root)), ...(root === failingRoot && failing ? [failing] : [])],
            {
              ...search,
            },
          );
    // What cannot be is stronger than what is not known.
    if (found === 'none') return 'none';
    if (found === 'unknown') unknown = true;
    else for (const [name, tree] of found.value) event.set(name, tree);
  }
  return unknown ? 'unknown' : { value: eventText(event, roots) };
}

function claimsAt({ fields }: Subject, root: string): Claim[] {
  return fields.filter(({ path }) => path[0] === root).map((field) => ({ field, holds: true }));
}

function solveRoot(subject: Subject, root: string, search: { budget: Budget; arrays: boolean }): Solution<Members> {
  let known = solved.get(subject);
  if (known === undefined) {
    known = new Map();
    solved.set(subject, known);
  }
  const key = `${search.arrays}${root}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = solve(claimsAt(subject, root), search);
  // Another question may have a larger budget.
  if (found !== 'unknown') known.set(key, found);
  return found;
}
