/**
 * A machine for atoms whose reading may be at several places at once. Each atom is a graph of places; a state is the set of places that
 * each undecided atom may be at.
 */
import type { Machine, MachineOf } from './machine.ts';

/** A place of a graph. */
export interface GraphPlace {
  /** The places after a character. */
  readonly next: Map<string, number[]>;
  /** Whether any character stays here. */
  readonly stays: boolean;
  /** Whether the atom holds for a text that ends here. */
  readonly final: boolean;
}

/** The places, those before the first character, and the characters that lead anywhere. */
export interface Graph {
  readonly places: readonly GraphPlace[];
  readonly start: readonly number[];
}

interface State {
  /** Ascending places of each atom; an atom that is decided is absent. */
  readonly at: ReadonlyMap<number, readonly number[]>;
  readonly key: string;
}

/** `graphOf` is called once for each atom. */
export function manyPlacesMachine<A>(graphOf: (atom: A) => Graph): MachineOf<A> {
  return (atoms): Machine<State> => {
    const graphs = new Map(atoms.map(([index, atom]) => [index, graphOf(atom)]));
    const placesOf = (index: number): readonly GraphPlace[] => (graphs.get(index) as Graph).places;
    return {
      start: stateOf(new Map([...graphs].map(([index, { start }]) => [index, start]))),
      step({ at }, character, decided) {
        const next = new Map<number, readonly number[]>();
        for (const [index, some] of at) {
          const places = placesOf(index);
          const after = new Set<number>();
          for (const place of some) {
            const { stays, next: edges } = places[place] as GraphPlace;
            if (stays) after.add(place);
            for (const to of edges.get(character) ?? []) after.add(to);
          }
          const sorted = [...after].sort((a, b) => a - b);
          if (sorted.length === 0) decided.set(index, false);
          else if (sorted.some((place) => places[place]?.stays && places[place]?.final)) decided.set(index, true);
          else next.set(index, sorted);
        }
        return next.size === 0 ? undefined : stateOf(next);
      },
      key: ({ key }) => key,
      characters({ at }, into) {
        for (const [index, some] of at) {
          for (const place of some)
            for (const character of placesOf(index)[place]?.next.keys() ?? []) into.add(character);
        }
      },
      atEnd({ at }, into) {
        for (const [index, some] of at) if (some.some((place) => placesOf(index)[place]?.final)) into.add(index);
      },
    };
  };
}

function stateOf(at: State['at']): State {
  return { at, key: [...at].map(([index, some]) => `${index}:${some.join()}`).join(';') };
}

export function link(place: GraphPlace, character: string, to: number): void {
  const known = place.next.get(character);
  if (known === undefined) place.next.set(character, [to]);
  else if (!known.includes(to)) known.push(to);
}
