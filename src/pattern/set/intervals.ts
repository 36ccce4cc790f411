/**
 * A centered interval tree: finds the intervals that contain a number. Linear memory; a look-up costs O(log n +
 * results).
 */
import { Buckets, type Part } from './buckets.ts';

export interface IntervalItem<T> {
  readonly low: number;
  readonly high: number;
  value: T;
  gone: boolean;
}

interface Node<T> {
  readonly center: number;
  /** The intervals that contain the center, by ascending low end, and by descending high end. */
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
  /**
   * One item for each interval, however many conditions have it, by the low end and, if that is not unique, by the high
   * end.
   */
  private readonly known = new Map<number, IntervalItem<T> | Map<number, IntervalItem<T>>>();

  get size(): number {
    return this.buckets.size;
  }

  private find(low: number, high: number): IntervalItem<T> | undefined {
    const same = this.known.get(low);
    if (same instanceof Map) return same.get(high);
    return same?.high === high ? same : undefined;
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
    else if (same instanceof Map) same.set(high, item);
    else this.known.set(low, new Map([same, item].map((each) => [each.high, each])));
    this.buckets.add(item);
  }

  delete(low: number, high: number): void {
    const item = this.find(low, high);
    if (item === undefined) return;
    const same = this.known.get(low);
    if (same instanceof Map) same.delete(high);
    if (!(same instanceof Map) || same.size === 0) this.known.delete(low);
    this.buckets.remove(item);
  }

  /** Appends to `found` the item of each interval that contains the value. */
  collect(value: number, found: T[]): void {
    this.buckets.settle();
    for (const item of this.buckets.waiting)
      if (!item.gone && item.low <= value && value <= item.high) found.push(item.value);
    for (const { root } of this.buckets.parts) collectNode(root, value, found);
  }

  /**
   * Appends the item of each interval that contains one of the first `count` values: once or twice, however many of them
   * it contains.
   */
  collectAny(values: Float64Array, count: number, found: T[]): void {
    this.buckets.settle();
    const { parts, waiting } = this.buckets;
    // Of few intervals there is no part, and comparing costs less than to sort.
    if (parts.length === 0) {
      collectFew(waiting, values, count, found);
      return;
    }
    const sorted = values.slice(0, count).sort();
    for (const item of waiting) {
      const at = firstFrom(sorted, item.low, 0, sorted.length);
      if (!item.gone && at < sorted.length && (sorted[at] as number) <= item.high) found.push(item.value);
    }
    for (const { root } of parts) collectSorted(root, sorted, 0, sorted.length, found);
  }
}

function collectFew<T>(items: readonly IntervalItem<T>[], values: Float64Array, count: number, found: T[]): void {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < count; i++) {
    const value = values[i] as number;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  for (const { low, high, value, gone } of items) {
    if (gone || low > most || high < least) continue;
    let contains = low <= least || high >= most;
    for (let i = 0; i < count && !contains; i++) {
      const each = values[i] as number;
      contains = low <= each && each <= high;
    }
    if (contains) found.push(value);
  }
}

function collectNode<T>(root: Node<T> | undefined, value: number, found: T[]): void {
  for (let node = root; node !== undefined; ) {
    if (value < node.center) {
      for (const item of node.byLow) {
        if (item.low > value) break;
        if (!item.gone) found.push(item.value);
      }
      node = node.below;
    } else {
      for (const item of node.byHigh) {
        if (item.high < value) break;
        if (!item.gone) found.push(item.value);
      }
      node = node.above;
    }
  }
}

/**
 * Of the values below the center, the largest is in every interval here that contains any of them; of the others, the
 * smallest.
 */
function collectSorted<T>(node: Node<T> | undefined, sorted: Float64Array, from: number, to: number, found: T[]): void {
  if (node === undefined || from === to) return;
  const middle = firstFrom(sorted, node.center, from, to);
  if (middle > from) {
    const largest = sorted[middle - 1] as number;
    for (const item of node.byLow) {
      if (item.low > largest) break;
      if (!item.gone) found.push(item.value);
    }
    collectSorted(node.below, sorted, from, middle, found);
  }
  if (middle < to) {
    const smallest = sorted[middle] as number;
    for (const item of node.byHigh) {
      if (item.high < smallest) break;
      if (!item.gone) found.push(item.value);
    }
    collectSorted(node.above, sorted, middle, to, found);
  }
}

/** The index of the first value that is not below a bound. */
function firstFrom(sorted: Float64Array, bound: number, from: number, to: number): number {
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] as number) < bound) from = middle + 1;
    else to = middle;
  }
  return from;
}

function buildNode<T>(items: readonly IntervalItem<T>[]): Node<T> | undefined {
  if (items.length === 0) return undefined;
  const lows = Float64Array.from(items, (item) => item.low).sort();
  // The center is the low end of one interval, so each node contains at least one and the recursion ends.
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
