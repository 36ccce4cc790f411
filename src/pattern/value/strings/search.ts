/** Breadth-first search for strings that an automaton accepts, shortest first. */
import { type Budget, spend } from '../budget.ts';
import type { Automaton, State } from './automaton.ts';

export interface Found<T> {
  readonly members: readonly T[];
  /** Whether enough were found or no more exist; false when the budget ended first. */
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
  // One string for each state is usually enough.
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
  /** The first character and the state after it; absent for the empty text. */
  readonly first?: { readonly character: string; readonly key: string };
}

/** For each state that can reach acceptance, the shortest string that does. */
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
 * All accepted strings, by the length of their beginnings, each beginning completed with its shortest ending.
 * Beginnings of one length give different strings and longer ones longer strings, so that the exceptions run out.
 */
function enumerate(
  visited: ReadonlyMap<string, Visited>,
  endings: ReadonlyMap<string, Ending>,
  offer: (text: string) => boolean,
  budget: Budget,
): boolean {
  // `fresh`: false for a beginning that follows its own shortest ending, which would give the same string again.
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
