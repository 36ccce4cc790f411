/** Which intervals does a number lie in? A centered interval tree: linear in memory, a look-up costs log n and what it finds. */
import { Buckets, type Part } from './buckets.ts';

export interface IntervalItem<T> {
  readonly low: number;
  readonly high: number;
  value: T;
  gone: boolean;
}

interface Node<T> {
  readonly center: number;
  /** The intervals that hold the center, by their low ends, and by their high ends from above. */
  readonly byLow: readonly IntervalItem<T>[];
  readonly byHigh: readonly IntervalItem<T>[];
  readonly below: Node<T> | undefined;
  readonly above: Node<T> | undefined;
}

interface Tree<T> extends Part<IntervalItem<T>> {
  readonly root: Node<T> | undefined;
}

export class IntervalIndex<T> {
  private readonly buckets = new Buckets<IntervalItem<T>, Tree<T>>((items) => ({ items, root: buildNode(items) }));
  /** One item for each interval, however many conditions name it; by the low end, and mostly alone there. */
  private readonly known = new Map<number, IntervalItem<T> | IntervalItem<T>[]>();
  size = 0;

  private find(low: number, high: number): IntervalItem<T> | undefined {
    const same = this.known.get(low);
    if (same === undefined || !Array.isArray(same)) return same?.high === high ? same : undefined;
    return same.find((item) => item.high === high);
  }

  get(low: number, high: number): T | undefined {
    return this.find(low, high)?.value;
  }

  set(low: number, high: number, value: T): void {
    const known = this.find(low, high);
    if (known !== undefined) {
      known.value = value;
      return;
    }
    const item = { low, high, value, gone: false };
    const same = this.known.get(low);
    if (same === undefined) this.known.set(low, item);
    else if (Array.isArray(same)) same.push(item);
    else this.known.set(low, [same, item]);
    this.buckets.add(item);
    this.size++;
  }

  delete(low: number, high: number): void {
    const item = this.find(low, high);
    if (item === undefined) return;
    const same = this.known.get(low);
    if (Array.isArray(same) && same.length > 1) same.splice(same.indexOf(item), 1);
    else this.known.delete(low);
    this.buckets.remove(item);
    this.size--;
  }

  visit(value: number, found: (item: T) => void): void {
    this.buckets.settle();
    for (const item of this.buckets.waiting) if (item.low <= value && value <= item.high) found(item.value);
    for (const { root } of this.buckets.parts) visitNode(root, value, found);
  }
}

function visitNode<T>(root: Node<T> | undefined, value: number, found: (item: T) => void): void {
  for (let node = root; node !== undefined; ) {
    if (value < node.center) {
      for (const item of node.byLow) {
        if (item.low > value) break;
        if (!item.gone) found(item.value);
      }
      node = node.below;
    } else {
      for (const item of node.byHigh) {
        if (item.high < value) break;
        if (!item.gone) found(item.value);
      }
      node = node.above;
    }
  }
}

function buildNode<T>(items: readonly IntervalItem<T>[]): Node<T> | undefined {
  if (items.length === 0) return undefined;
  const lows = Float64Array.from(items, (item) => item.low).sort();
  // The center is the low end of one interval, so that each node holds at least one and the tree ends.
  const center = lows[lows.length >> 1] as number;
  const here = items.filter((item) => item.low <= center && center <= item.high);
  return {
    center,
    byLow: here.toSorted((a, b) => (a.low < b.low ? -1 : a.low > b.low ? 1 : 0)),
    byHigh: here.toSorted((a, b) => (a.high > b.high ? -1 : a.high < b.high ? 1 : 0)),
    below: buildNode(items.filter((item) => item.high < center)),
    above: buildNode(items.filter((item) => item.low > center)),
  };
}
