/** The automaton of Aho and Corasick: finds many texts in a string that is read once. Time is linear in both. */
export interface SearchNode<T> {
  readonly next: Map<number, SearchNode<T>>;
  /** Belongs to the text that ends at this node; undefined where none does. */
  value: T | undefined;
  /** The node of the longest proper suffix that is in the automaton; undefined at the root. */
  fail: SearchNode<T> | undefined;
  /** The nearest node along `fail` where a text ends: the string ends with this text too. */
  shorter: SearchNode<T> | undefined;
  readonly id: number;
}

/** Texts are not empty. `merge` joins the values of equal texts. */
export function searchOf<T>(
  texts: Iterable<readonly [text: string, value: T]>,
  merge: (before: T, value: T) => T,
): SearchNode<T> {
  let count = 0;
  const newNode = (): SearchNode<T> => {
    return { next: new Map(), value: undefined, fail: undefined, shorter: undefined, id: count++ };
  };
  const root = newNode();
  for (const [text, value] of texts) {
    let at = root;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      let next = at.next.get(code);
      if (next === undefined) {
        next = newNode();
        at.next.set(code, next);
      }
      at = next;
    }
    at.value = at.value === undefined ? value : merge(at.value, value);
  }
  // Breadth first: the target of a failure link is nearer to the root, and so is complete.
  const queue = [root];
  for (const at of queue) {
    for (const [code, next] of at.next) {
      next.fail = at.fail === undefined ? root : stepSearch(at.fail, code);
      next.shorter = next.fail.value === undefined ? next.fail.shorter : next.fail;
      queue.push(next);
    }
  }
  return root;
}

/** The node after one more code unit. */
export function stepSearch<T>(from: SearchNode<T>, code: number): SearchNode<T> {
  let at = from;
  for (;;) {
    const next = at.next.get(code);
    if (next !== undefined) return next;
    if (at.fail === undefined) return at;
    at = at.fail;
  }
}

/** The longest text that the string so far ends with: this node, or the first along `shorter`. */
export function foundAt<T>(node: SearchNode<T>): SearchNode<T> | undefined {
  return node.value === undefined ? node.shorter : node;
}
