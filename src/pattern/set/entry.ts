/** A pattern of the set. */
import { grownInts, newInts, trimmed } from '../scan/ints.ts';

const EXACT = 16;
const DEPTH = 15;
const COUNT_SHIFT = 5;

/** Small, since a set may have hundreds of thousands: its groups are in the list of `GroupLists`. */
export class Entry<Id = unknown> {
  readonly id: Id;
  /** As given; an object as JSON text. Enough to explain with, and the smallest form. */
  readonly source: string;
  /** Its index in the order of addition; -1 once it is deleted from the set, though possibly still in an index. */
  order: number;
  /** Where its groups begin. */
  at = 0;
  /** The last event that reached or excluded it: two keys may lead to the same pattern. */
  reached = 0;
  /** `count`, `depth` and `exact`. */
  private readonly shape: number;

  constructor(id: Id, source: string, order: number, count: number, depth: number, exact: boolean) {
    this.id = id;
    this.source = source;
    this.order = order;
    this.shape = (count << COUNT_SHIFT) | (exact ? EXACT : 0) | depth;
  }

  get gone(): boolean {
    return this.order < 0;
  }

  /** The number of its groups. */
  get count(): number {
    return this.shape >> COUNT_SHIFT;
  }

  /** The maximum number of groups to file the pattern under, one below the other: at most 15. */
  get depth(): number {
    return this.shape & DEPTH;
  }

  /** Whether the keys decide every group that the pattern is filed by. */
  get exact(): boolean {
    return (this.shape & EXACT) !== 0;
  }
}

/** The groups of all entries in one array: those of an entry in the order of filing, the ones without keys last. */
export class GroupLists {
  groups = newInts(16);
  private end = 0;
  private garbage = 0;

  add(entry: Entry, groups: readonly number[]): void {
    if (this.end + groups.length > this.groups.length)
      this.groups = grownInts(this.groups, this.end + groups.length + (this.end >> 2));
    entry.at = this.end;
    for (const group of groups) this.groups[this.end++] = group;
  }

  trim(): void {
    this.groups = trimmed(this.groups, this.end);
  }

  of(entry: Entry): Int32Array {
    return this.groups.subarray(entry.at, entry.at + entry.count);
  }

  /** Of an entry that is marked as `gone`. The lists of all `entries` may move. */
  remove({ count }: Entry, entries: Iterable<Entry>): void {
    this.garbage += count;
    if (this.garbage < 1024 || 2 * this.garbage < this.end) return;
    const old = this.groups;
    this.groups = newInts(Math.max(16, this.end - this.garbage));
    this.end = 0;
    this.garbage = 0;
    for (const entry of entries) {
      if (entry.gone) continue;
      this.groups.set(old.subarray(entry.at, entry.at + entry.count), this.end);
      entry.at = this.end;
      this.end += entry.count;
    }
  }
}
