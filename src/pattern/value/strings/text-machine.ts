/**
 * Two automata that read a string once: a trie of beginnings, and a search for texts that end at the current character.
 */

export interface TrieNode {
  readonly children: Map<string, TrieNode>;
  /** Indices of the texts that end here. */
  readonly here: number[];
  /** Indices of the texts that continue below. */
  readonly below: number[];
  readonly id: number;
}

/** A trie of texts. Leaving the trie at a node rules out the texts in `below`. */
export function trieOf(texts: readonly (readonly [index: number, text: string])[]): TrieNode {
  let id = 0;
  const node = (): TrieNode => ({ children: new Map(), here: [], below: [], id: id++ });
  const root = node();
  for (const [index, text] of texts) {
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

export interface SearchNode {
  readonly children: Map<string, SearchNode>;
  /** Indices of the texts that end at this node. */
  readonly found: number[];
  /** The nearest node on the chain of `fail` with texts: the string ends with these too. */
  shorter: SearchNode | undefined;
  /** The node of the longest proper suffix that is also a prefix of a text. */
  fail: SearchNode | undefined;
  readonly id: number;
}

/** The automaton of Aho and Corasick. */
export function searchOf(texts: readonly (readonly [index: number, text: string])[]): SearchNode {
  let id = 0;
  const node = (): SearchNode => ({ children: new Map(), found: [], shorter: undefined, fail: undefined, id: id++ });
  const root = node();
  for (const [index, text] of texts) {
    let at = root;
    for (let i = 0; i < text.length; i++) {
      let next = at.children.get(text[i] as string);
      if (next === undefined) {
        next = node();
        at.children.set(text[i] as string, next);
      }
      at = next;
    }
    at.found.push(index);
  }
  const queue = [root];
  for (const at of queue) {
    for (const [character, child] of at.children) {
      child.fail = at === root ? root : stepSearch(at.fail as SearchNode, character);
      child.shorter = child.fail.found.length > 0 ? child.fail : child.fail.shorter;
      queue.push(child);
    }
  }
  return root;
}

export function stepSearch(from: SearchNode, character: string): SearchNode {
  let at: SearchNode = from;
  for (;;) {
    const next = at.children.get(character);
    if (next !== undefined) return next;
    if (at.fail === undefined) return at;
    at = at.fail;
  }
}

/** The texts that the string so far ends with. */
export function* foundAt(node: SearchNode | undefined): Generator<number> {
  for (let at = node; at !== undefined; at = at.shorter) yield* at.found;
}

/** The characters that lead to another node than the root. */
export function charactersOf(node: SearchNode, into: Set<string>): void {
  for (let at: SearchNode | undefined = node; at !== undefined; at = at.fail) {
    for (const character of at.children.keys()) into.add(character);
  }
}
