/**
 * A radix tree: finds the texts that a string begins with. Each branching point is a node, whose label is a slice of a
 * stored text. With `fromEnd`, texts that a string ends with, read backwards.
 */
interface Node<T> {
  /** The label: `text` from `from` to `to`, in reading order. */
  text: string;
  from: number;
  to: number;
  value: T | undefined;
  children: Map<number, Node<T>> | undefined;
}

export class RadixTree<T> {
  private readonly root: Node<T> = { text: '', from: 0, to: 0, value: undefined, children: undefined };
  private readonly fromEnd: boolean;
  size = 0;

  constructor(fromEnd: boolean) {
    this.fromEnd = fromEnd;
  }

  /** The code unit at an index in reading order. */
  private at(text: string, i: number): number {
    return text.charCodeAt(this.fromEnd ? text.length - 1 - i : i);
  }

  /** The length of the common part of a node's label and a string from index `i` on. */
  private common(node: Node<T>, text: string, i: number): number {
    const { text: label, from, to } = node;
    const length = Math.min(to - from, text.length - i);
    let k = 0;
    while (k < length && this.at(label, from + k) === this.at(text, i + k)) k++;
    return k;
  }

  get(text: string): T | undefined {
    let node: Node<T> | undefined = this.root;
    for (let i = 0; i < text.length; ) {
      node = node.children?.get(this.at(text, i));
      if (node === undefined || this.common(node, text, i) < node.to - node.from) return undefined;
      i += node.to - node.from;
    }
    return node.value;
  }

  set(text: string, value: T): void {
    let node = this.root;
    for (let i = 0; i < text.length; ) {
      node.children ??= new Map();
      const first = this.at(text, i);
      const child = node.children.get(first);
      if (child === undefined) {
        const leaf: Node<T> = { text, from: i, to: text.length, value: undefined, children: undefined };
        node.children.set(first, leaf);
        node = leaf;
        break;
      }
      const common = this.common(child, text, i);
      node = common < child.to - child.from ? this.split(node.children, first, child, common) : child;
      i += common;
    }
    if (node.value === undefined) this.size++;
    node.value = value;
  }

  /** Inserts a node between a parent and its child, `common` code units after the parent. */
  private split(siblings: Map<number, Node<T>>, first: number, child: Node<T>, common: number): Node<T> {
    const { text, from } = child;
    const middle: Node<T> = { text, from, to: from + common, value: undefined, children: new Map() };
    child.from += common;
    middle.children?.set(this.at(text, child.from), child);
    siblings.set(first, middle);
    return middle;
  }

  delete(text: string): void {
    let parent: Node<T> | undefined;
    let node = this.root;
    for (let i = 0; i < text.length; ) {
      const child = node.children?.get(this.at(text, i));
      if (child === undefined || this.common(child, text, i) < child.to - child.from) return;
      parent = node;
      node = child;
      i += child.to - child.from;
    }
    if (node.value === undefined) return;
    this.size--;
    node.value = undefined;
    if (node.children !== undefined) {
      this.joinOnly(node);
    } else if (parent !== undefined) {
      // INVARIANT: a node without value has at least two children, unless it is the root, so nothing further up
      // changes.
      parent.children?.delete(this.at(node.text, node.from));
      if (parent.children?.size === 0) parent.children = undefined;
      this.joinOnly(parent);
    }
  }

  private joinOnly(node: Node<T>): void {
    if (node.children?.size === 1 && node.value === undefined && node !== this.root) this.join(node);
  }

  /** Merges a node that has one child and no value with that child. */
  private join(node: Node<T>): void {
    const [child] = (node.children as Map<number, Node<T>>).values();
    const { text, from, to, value, children } = child as Node<T>;
    const length = node.to - node.from;
    Object.assign(node, { text, from: from - length, to, value, children });
  }

  /** Appends to `found` the value of each text that `string` begins with (or ends with), shortest first. */
  collect(string: string, found: T[]): void {
    let node: Node<T> | undefined = this.root;
    for (let i = 0; ; ) {
      if (node.value !== undefined) found.push(node.value);
      if (i >= string.length) return;
      node = node.children?.get(this.at(string, i));
      if (node === undefined || this.common(node, string, i) < node.to - node.from) return;
      i += node.to - node.from;
    }
  }
}
