/** The automaton of Aho and Corasick: finds many texts in a string that is read once. Time is linear in both. */
export interface SearchNode<T> {
  /** The code unit on the way to this node; -1 at the root. */
  readonly code: number;
  /** The only child, or several by their code units: most nodes have one child or none, and a Map is large. */
  next: SearchNode<T> | Map<number, SearchNode<T>> | undefined;
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
  const newNode = (code: number): SearchNode<T> => {
    return { code, next: undefined, value: undefined, fail: undefined, shorter: undefined, id: count++ };
  };
  const root = newNode(-1);
  for (const [text, value] of texts) {
    let at = root;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      let next = childOf(at, code);
      if (next === undefined) {
        next = newNode(code);
        addChild(at, next);
      }
      at = next;
    }
    at.value = at.value === undefined ? value : merge(at.value, value);
  }
  // Breadth first: the target of a failure link is nearer to the root, and so is complete.
  const queue = [root];
  for (const at of queue) {
    for (const next of childrenOf(at)) {
      next.fail = at.fail === undefined ? root : stepSearch(at.fail, next.code);
      next.shorter = next.fail.value === undefined ? next.fail.shorter : next.fail;
      queue.push(next);
    }
  }
  return root;
}

function childOf<T>({ next }: SearchNode<T>, code: number): SearchNode<T> | undefined {
  if (next instanceof Map) return next.get(code);
  return next?.code === code ? next : undefined;
}

function addChild<T>(node: SearchNode<T>, child: SearchNode<T>): void {
  const { next } = node;
  if (next === undefined) node.next = child;
  else if (next instanceof Map) next.set(child.code, child);
  else
    node.next = new Map([
      [next.code, next],
      [child.code, child],
    ]);
}

export function childrenOf<T>({ next }: SearchNode<T>): Iterable<SearchNode<T>> {
  if (next instanceof Map) return next.values();
  return next === undefined ? [] : [next];
}

/** The node after one more code unit. */
export function stepSearch<T>(from: SearchNode<T>, code: number): SearchNode<T> {
  let at = from;
  for (;;) {
    const next = childOf(at, code);
    if (next !== undefined) return next;
    if (at.fail === undefined) return at;
    at = at.fail;
  }
}

/** The longest text that the string so far ends with: this node, or the first along `shorter`. */
export function foundAt<T>(node: SearchNode<T>): SearchNode<T> | undefined {
  return node.value === undefined ? node.shorter : node;
}
