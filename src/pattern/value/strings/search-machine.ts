/** A search that decides which texts a string contains and ends with. */
import { childrenOf, foundAt, type SearchNode, searchOf, stepSearch } from '../text-search.ts';
import type { Machine, MachineOf } from './machine.ts';

interface Sought {
  readonly kind: 'ending' | 'substring';
  readonly text: string;
}

type Node = SearchNode<readonly number[]>;

export const searchMachine: MachineOf<Sought> = (sought): Machine<Node> => {
  const anywhere = new Set(sought.flatMap(([index, atom]) => (atom.kind === 'substring' ? [index] : [])));
  return {
    start: searchOf(
      sought.map(([index, { text }]) => [text, [index]]),
      (before, more) => [...before, ...more],
    ),
    step(from, character, decided) {
      const next = stepSearch(from, character.charCodeAt(0));
      for (let at = foundAt(next); at?.value !== undefined; at = at.shorter) {
        for (const atom of at.value) if (anywhere.has(atom)) decided.set(atom, true);
      }
      return next;
    },
    key: ({ id }) => id,
    characters(node, into) {
      for (let at: Node | undefined = node; at !== undefined; at = at.fail) {
        for (const { code } of childrenOf(at)) into.add(String.fromCharCode(code));
      }
    },
    atEnd(node, into) {
      for (let at = foundAt(node); at?.value !== undefined; at = at.shorter) {
        for (const atom of at.value) into.add(atom);
      }
    },
  };
};
