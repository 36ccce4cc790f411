/**
 * An index of many atoms that tests whether one of them holds for a text, or follows from another atom, without trying
 * each.
 */
import { type Atom, type Kind, kindOf } from './kinds/index.ts';
import type { ManyAtoms } from './kinds/kind.ts';

export class AtomIndex {
  private readonly indexes: ReadonlyMap<Kind, ManyAtoms<Atom>>;

  constructor(atoms: readonly Atom[]) {
    const byKind = new Map<Kind, Atom[]>();
    for (const atom of atoms) {
      const kind = kindOf(atom);
      const some = byKind.get(kind);
      if (some === undefined) byKind.set(kind, [atom]);
      else some.push(atom);
    }
    this.indexes = new Map([...byKind].map(([kind, some]) => [kind, kind.index(some)]));
  }

  /** Whether one of the atoms holds for a text. */
  holdsFor(text: string): boolean {
    for (const index of this.indexes.values()) if (index.holds(text)) return true;
    return false;
  }

  /** Whether one of the atoms holds for each text for which another atom holds; a sufficient test. */
  followsFrom(atom: Atom): boolean {
    const own = kindOf(atom);
    const texts = own.implies(atom);
    for (const [kind, index] of this.indexes) if (index.follow(texts, kind === own ? atom : undefined)) return true;
    return false;
  }
}
