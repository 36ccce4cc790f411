/** A trie that decides which texts a string begins with. */
import type { Machine, MachineOf } from './machine.ts';

interface TrieNode {
  readonly children: Map<string, TrieNode>;
  /** Indices of the texts that end here. */
  readonly here: number[];
  /** Indices of the texts that continue below. */
  readonly below: number[];
  readonly id: number;
}

export const beginningMachine: MachineOf<{ readonly text: string }> = (atoms): Machine<TrieNode> => ({
  start: trieOf(atoms),
  step(from, character, decided) {
    const next = from.children.get(character);
    for (const atom of from.below) decided.set(atom, false);
    // Texts below the next node are still undecided.
    for (const atom of next?.below ?? []) decided.delete(atom);
    for (const atom of next?.here ?? []) decided.set(atom, true);
    return next;
  },
  key: ({ id }) => id,
  characters({ children }, into) {
    for (const character of children.keys()) into.add(character);
  },
  atEnd: () => {},
});

function trieOf(atoms: readonly (readonly [index: number, atom: { readonly text: string }])[]): TrieNode {
  let id = 0;
  const node = (): TrieNode => ({ children: new Map(), here: [], below: [], id: id++ });
  const root = node();
  for (const [index, { text }] of atoms) {
    let at = root;
    for (let i = 0; i < text.length; i++) {
      at.below.push(index);
      let next = at.children.get(text[i] as string);
      if (next === undefined) {
        next = node();
        at.children.set(text[i] as string, next);
      }
      at = next;
    }
    at.here.push(index);
  }
  return root;
}
