/** Looks for strings that an automaton accepts, shortest first, until enough are found, none is left or the budget ends. */
import { type Budget, spend } from '../budget.ts';
import type { Automaton, State } from './automaton.ts';

export interface Found<T> {
  readonly members: readonly T[];
  /** Whether there are enough, or no more; false when the budget ended before that. */
  readonly complete: boolean;
}

interface Visited {
  readonly state: State;
  readonly from: Visited | undefined;
  readonly character: string;
  readonly accepting: boolean;
  readonly next: { readonly state: State; readonly character: string }[];
}

/** Up to `wanted` accepted strings that are not in `except`. */
export function search(
  automaton: Automaton,
  except: ReadonlySet<string>,
  wanted: number,
  budget: Budget,
): Found<string> {
  const found = new Set<string>();
  const offer = (text: string): boolean => {
    if (!except.has(text)) found.add(text);
    return found.size >= wanted;
  };
  const result = (complete: boolean): Found<string> => ({ members: [...found], complete });
  // One string for each state is mostly enough.
  const visited = new Map<string, Visited>();
  const visit = (state: State, from: Visited | undefined, character: string): Visited => {
    return { state, from, character, accepting: automaton.accepts(state), next: [] };
  };
  const start = visit(automaton.start, undefined, '');
  visited.set(start.state.key, start);
  for (const at of visited.values()) {
    if (at.accepting && offer(textOf(at))) return result(true);
    for (const character of automaton.charactersOf(at.state)) {
      if (!spend(budget)) return result(false);
      const state = automaton.step(at.state, character);
      if (state === undefined) continue;
      if (!visited.has(state.key)) visited.set(state.key, visit(state, at, character));
      at.next.push({ state, character });
    }
  }
  const endings = shortestEndings(visited);
  if (!endings.has(start.state.key)) return result(true);
  return result(enumerate(visited, endings, offer, budget));
}

function textOf(visited: Visited): string {
  const characters: string[] = [];
  for (let at: Visited | undefined = visited; at !== undefined; at = at.from) characters.push(at.character);
  return characters.reverse().join('');
}

interface Ending {
  readonly text: string;
  /** Its first character, and the state behind it; absent where the text is empty. */
  readonly first?: { readonly character: string; readonly key: string };
}

/** For each state from which a string can be accepted: the shortest one. */
function shortestEndings(visited: ReadonlyMap<string, Visited>): Map<string, Ending> {
  const before = new Map<string, [key: string, character: string][]>();
  for (const [key, { next }] of visited) {
    for (const { state, character } of next) {
      const list = before.get(state.key);
      if (list === undefined) before.set(state.key, [[key, character]]);
      else list.push([key, character]);
    }
  }
  const endings = new Map<string, Ending>();
  for (const [key, { accepting }] of visited) if (accepting) endings.set(key, { text: '' });
  for (const [key, { text }] of endings) {
    for (const [from, character] of before.get(key) ?? []) {
      if (!endings.has(from)) endings.set(from, { text: character + text, first: { character, key } });
    }
  }
  return endings;
}

/**
 * All accepted strings, by the length of their beginnings, each beginning with its shortest ending. Beginnings of one length
 * have different endings, and longer ones longer strings, so that a set of exceptions runs out.
 */
function enumerate(
  visited: ReadonlyMap<string, Visited>,
  endings: ReadonlyMap<string, Ending>,
  offer: (text: string) => boolean,
  budget: Budget,
): boolean {
  // `fresh`: a beginning that goes on along its own shortest ending would only give the same string, which may be long.
  let level: (readonly [text: string, key: string, fresh: boolean])[] = [
    ['', visited.keys().next().value as string, true],
  ];
  while (level.length > 0) {
    const longer: (readonly [string, string, boolean])[] = [];
    for (const [text, key, fresh] of level) {
      if (!spend(budget)) return false;
      const { text: ending, first } = endings.get(key) as Ending;
      if (fresh && offer(text + ending)) return true;
      for (const { state, character } of visited.get(key)?.next ?? []) {
        if (!endings.has(state.key)) continue;
        longer.push([text + character, state.key, first?.key !== state.key || first.character !== character]);
      }
    }
    level = longer;
  }
  return true;
}
