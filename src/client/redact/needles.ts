/** Finds many texts in one text with the algorithm of Aho and Corasick. Time is linear in both. */

export interface Needle {
  readonly text: string;
  /** Whether it counts only as a whole word. */
  readonly alone: boolean;
}

interface Node {
  readonly next: Map<number, Node>;
  /** The node of the longest proper suffix of this node's text that is a prefix of a needle. */
  fail: Node | undefined;
  needle: Needle | undefined;
  /** The nearest node along `fail` at which a needle ends. */
  shorter: Node | undefined;
}

export class Needles {
  private readonly root: Node = node();

  constructor(needles: readonly Needle[]) {
    for (const needle of needles) {
      let at = this.root;
      for (let i = 0; i < needle.text.length; i++) {
        const unit = needle.text.charCodeAt(i);
        const next = at.next.get(unit) ?? node();
        at.next.set(unit, next);
        at = next;
      }
      // Of two equal texts, keep the one that counts everywhere.
      if (at !== this.root && at.needle?.alone !== false) at.needle = needle;
    }
    this.link();
  }

  /** All occurrences as `[start, end)`, ordered by their ends. */
  *find(text: string): Iterable<readonly [start: number, end: number, needle: Needle]> {
    let at = this.root;
    for (let i = 0; i < text.length; i++) {
      at = this.step(at, text.charCodeAt(i));
      for (let found: Node | undefined = at; found !== undefined; found = found.shorter) {
        if (found.needle !== undefined) yield [i + 1 - found.needle.text.length, i + 1, found.needle];
      }
    }
  }

  private step(from: Node, unit: number): Node {
    for (let at: Node | undefined = from; at !== undefined; at = at.fail) {
      const next = at.next.get(unit);
      if (next !== undefined) return next;
    }
    return this.root;
  }

  private link(): void {
    const queue = [this.root];
    for (const at of queue) {
      for (const [unit, next] of at.next) {
        next.fail = at.fail === undefined ? this.root : this.step(at.fail, unit);
        next.shorter = next.fail.needle === undefined ? next.fail.shorter : next.fail;
        queue.push(next);
      }
    }
  }
}

function node(): Node {
  return { next: new Map(), fail: undefined, needle: undefined, shorter: undefined };
}
