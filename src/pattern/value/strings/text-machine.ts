/** Two machines that read a string once: which texts it begins with, and which texts end at the present character. */

export interface TrieNode {
  readonly children: Map<string, TrieNode>;
  /** The texts that end here. */
  readonly here: number[];
  /** The texts that go on below. */
  readonly below: number[];
  readonly id: number;
}

/** A trie of texts; `below` tells what a step aside makes impossible. */
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
  /** The texts that are the string so far, from the root on. */
  readonly found: number[];
  /** The next node on the way of `fail` that has texts too: the string ends with them as well. */
  shorter: SearchNode | undefined;
  /** The node of the longest ending that is the beginning of a text too. */
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

/** The characters that lead anywhere but to the root. */
export function charactersOf(node: SearchNode, into: Set<string>): void {
  for (let at: SearchNode | undefined = node; at !== undefined; at = at.fail) {
    for (const character of at.children.keys()) into.add(character);
  }
}
