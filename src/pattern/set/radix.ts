/**
 * A radix tree: finds the texts that a string begins with; with `fromEnd`, those that it ends with, read backwards. Most
 * nodes are leaves, and most branches have few children, so that both are small.
 *
 * Positions count the code units from the root in reading order: the way to a node is `text` up to the end of the node,
 * for any text below it.
 */
interface Leaf<T> {
  readonly text: string;
  value: T;
}

type Node<T> = Leaf<T> | Branch<T>;

/** More children are in a Map. */
const FEW = 16;

/** INVARIANT: the root aside, it has two children, or a value and one child. */
class Branch<T> {
  readonly text: string;
  /** The position of its end. */
  readonly to: number;
  value: T | undefined = undefined;
  /** The first code units of the children, in the order of `few`. */
  private units = '';
  private few: readonly Node<T>[] = [];
  private many: Map<number, Node<T>> | undefined = undefined;

  constructor(text: string, to: number) {
    this.text = text;
    this.to = to;
  }

  /** The number of children. */
  get size(): number {
    return this.many?.size ?? this.few.length;
  }

  child(unit: number): Node<T> | undefined {
    if (this.many !== undefined) return this.many.get(unit);
    const { units, few } = this;
    for (let i = 0; i < units.length; i++) if (units.charCodeAt(i) === unit) return few[i];
    return undefined;
  }

  firstChild(): Node<T> | undefined {
    return this.many === undefined ? this.few[0] : this.many.values().next().value;
  }

  /** Adds or replaces a child. */
  put(unit: number, child: Node<T>): void {
    const i = this.units.indexOf(String.fromCharCode(unit));
    if (this.many !== undefined) {
      this.many.set(unit, child);
    } else if (i >= 0) {
      this.few = this.few.with(i, child);
    } else if (this.few.length < FEW) {
      // In place or with a spread, an array would get places in reserve.
      this.few = this.few.concat(child);
      this.units += String.fromCharCode(unit);
    } else {
      this.many = new Map(this.few.map((one, k) => [this.units.charCodeAt(k), one]));
      this.many.set(unit, child);
      this.few = [];
      this.units = '';
    }
  }

  remove(unit: number): void {
    if (this.many !== undefined) {
      this.many.delete(unit);
      return;
    }
    const i = this.units.indexOf(String.fromCharCode(unit));
    this.few = this.few.toSpliced(i, 1);
    this.units = this.units.slice(0, i) + this.units.slice(i + 1);
  }
}

function endOf<T>(node: Node<T>): number {
  return node instanceof Branch ? node.to : node.text.length;
}

export class RadixTree<T> {
  private readonly root = new Branch<T>('', 0);
  private readonly fromEnd: boolean;
  size = 0;

  constructor(fromEnd: boolean) {
    this.fromEnd = fromEnd;
  }

  /** The code unit at a position. */
  private unit(text: string, i: number): number {
    return text.charCodeAt(this.fromEnd ? text.length - 1 - i : i);
  }

  /** The first position from `i` to `end` where two texts differ, or `end`. */
  private common(one: string, other: string, i: number, end: number): number {
    if (this.fromEnd) {
      const last = one.length - 1;
      const otherLast = other.length - 1;
      while (i < end && one.charCodeAt(last - i) === other.charCodeAt(otherLast - i)) i++;
    } else {
      while (i < end && one.charCodeAt(i) === other.charCodeAt(i)) i++;
    }
    return i;
  }

  get(text: string): T | undefined {
    let node: Node<T> = this.root;
    for (let i = 0; i < text.length; ) {
      const child: Node<T> | undefined = node instanceof Branch ? node.child(this.unit(text, i)) : undefined;
      if (child === undefined) return undefined;
      const end = endOf(child);
      if (this.common(child.text, text, i, end) < end) return undefined;
      node = child;
      i = end;
    }
    return node.value;
  }

  set(text: string, value: T): void {
    let parent = this.root;
    while (parent.to < text.length) {
      const unit = this.unit(text, parent.to);
      const child = parent.child(unit);
      if (child === undefined) {
        parent.put(unit, { text, value });
        this.size++;
        return;
      }
      const end = endOf(child);
      const common = this.common(child.text, text, parent.to, Math.min(end, text.length));
      if (child instanceof Branch && common === end) {
        parent = child;
      } else if (!(child instanceof Branch) && common === end && end === text.length) {
        child.value = value;
        return;
      } else {
        const branch = new Branch<T>(child.text, common);
        if (!(child instanceof Branch) && common === end) branch.value = child.value;
        else branch.put(this.unit(child.text, common), child);
        parent.put(unit, branch);
        parent = branch;
      }
    }
    if (parent.value === undefined) this.size++;
    parent.value = value;
  }

  delete(text: string): void {
    let above = this.root;
    let parent = this.root;
    while (parent.to < text.length) {
      const unit = this.unit(text, parent.to);
      const child = parent.child(unit);
      if (child === undefined) return;
      const end = endOf(child);
      if (this.common(child.text, text, parent.to, end) < end) return;
      if (!(child instanceof Branch)) {
        if (end < text.length) return;
        parent.remove(unit);
        this.size--;
        this.tidy(parent, above, text);
        return;
      }
      above = parent;
      parent = child;
    }
    if (parent.value === undefined) return;
    parent.value = undefined;
    this.size--;
    this.tidy(parent, above, text);
  }

  /** Replaces a branch that needs none: `text` leads through it. */
  private tidy(branch: Branch<T>, above: Branch<T>, text: string): void {
    const { to, value, size } = branch;
    if (branch === this.root) return;
    const unit = this.unit(text, above.to);
    if (size === 0 && value !== undefined)
      above.put(unit, { text: this.fromEnd ? text.slice(text.length - to) : text.slice(0, to), value });
    else if (size === 1 && value === undefined) above.put(unit, branch.firstChild() as Node<T>);
  }

  /** Appends to `found` the value of each text that `string` begins with (or ends with), shortest first. */
  collect(string: string, found: T[]): void {
    for (let branch = this.root; ; ) {
      if (branch.value !== undefined) found.push(branch.value);
      const child: Node<T> | undefined =
        branch.to < string.length ? branch.child(this.unit(string, branch.to)) : undefined;
      if (child === undefined) return;
      const end = endOf(child);
      if (end > string.length || this.common(child.text, string, branch.to, end) < end) return;
      if (!(child instanceof Branch)) {
        found.push(child.value);
        return;
      }
      branch = child;
    }
  }
}
