/**
 * The access tree: every pattern is filed under the keys of its rarest group; where many patterns share a key, they are filed again
 * below it, under their next group. What a value does not lead to is never looked at.
 */
import { FieldIndex } from './field-index.ts';
import type { Group } from './group.ts';
import { NegatedIndex } from './negated-index.ts';
import { removeByOrder } from './order.ts';
import type { EventView } from './view.ts';

/** A pattern of the set. */
export interface Entry {
  /** Its place in the order of addition. */
  order: number;
  /** The group to be found by first, then what to be found by below it, and at the end what can only be asked. */
  readonly groups: readonly Group[];
  /** Whether every group that it is found by is decided by its keys. */
  readonly exact: boolean;
  /** The last event that reached it: two keys may lead to one pattern. */
  reached: number;
  /** For the index of what excludes it. */
  mark: number;
}

/** One pattern, several in the order of addition, or so many that they are filed again. */
type Posting = Entry | Entry[] | AccessNode;

/** So many patterns are tried one by one. */
const FEW = 32;

/** A pattern of ten thousand fields must not become a tree of ten thousand levels. */
const DEEPEST = 12;

/** What a visit of the tree needs, and what it finds. */
export interface Visit {
  readonly view: EventView;
  /** The number of the event. */
  readonly event: number;
  found(entry: Entry): void;
}

export class AccessNode {
  /** How many groups of its entries are decided by the way here. */
  private readonly level: number;
  private readonly indexes = new Map<number, FieldIndex<Posting>>();
  private readonly negated = new Map<number, NegatedIndex<Entry>>();
  /** Entries that have no group left to be found by. */
  private readonly rest = new Set<Entry>();

  constructor(level: number) {
    this.level = level;
  }

  get isEmpty(): boolean {
    return this.indexes.size === 0 && this.negated.size === 0 && this.rest.size === 0;
  }

  add(entry: Entry): void {
    const group = entry.groups[this.level];
    if (group === undefined || group.access === 'none') {
      this.rest.add(entry);
    } else if (group.access === 'negated') {
      const index = this.negated.get(group.slot.index) ?? new NegatedIndex<Entry>();
      this.negated.set(group.slot.index, index);
      index.add(entry, group.keys());
    } else {
      const index = this.indexes.get(group.slot.index) ?? new FieldIndex<Posting>();
      this.indexes.set(group.slot.index, index);
      for (const key of group.keys()) {
        const shelf = index.shelf(key);
        const before = shelf.get();
        const after = this.withEntry(before, entry);
        if (after !== before) shelf.set(after);
      }
    }
  }

  private withEntry(posting: Posting | undefined, entry: Entry): Posting {
    if (posting === undefined) return entry;
    if (posting instanceof AccessNode) {
      posting.add(entry);
      return posting;
    }
    if (!Array.isArray(posting)) return [posting, entry];
    posting.push(entry);
    // Patterns without another group to be found by stay side by side, however many they are: asked once for all, then for each new one.
    const candidates = posting.length === FEW + 1 ? posting : [entry];
    if (posting.length <= FEW || !candidates.some((each) => this.canBeFiledBelow(each))) return posting;
    const node = new AccessNode(this.level + 1);
    for (const each of posting) node.add(each);
    return node;
  }

  private canBeFiledBelow({ groups }: Entry): boolean {
    const next = groups[this.level + 1];
    return next !== undefined && next.access !== 'none' && this.level < DEEPEST;
  }

  remove(entry: Entry): void {
    const group = entry.groups[this.level];
    if (group === undefined || group.access === 'none') {
      this.rest.delete(entry);
    } else if (group.access === 'negated') {
      const index = this.negated.get(group.slot.index);
      index?.remove(entry, group.keys());
      if (index?.isEmpty) this.negated.delete(group.slot.index);
    } else {
      const index = this.indexes.get(group.slot.index);
      if (index === undefined) return;
      for (const key of group.keys()) {
        const shelf = index.shelf(key);
        const before = shelf.get();
        if (before === undefined) continue;
        const after = withoutEntry(before, entry);
        if (after === undefined) shelf.delete();
        else if (after !== before) shelf.set(after);
      }
      if (index.isEmpty) this.indexes.delete(group.slot.index);
    }
  }

  visit(visit: Visit): void {
    const { view } = visit;
    const found = (posting: Posting): void => this.visitPosting(posting, visit);
    if (this.indexes.size <= view.present.length) {
      for (const [slot, index] of this.indexes) if (view.kinds[slot] !== 0) index.visit(view, slot, found);
    } else {
      for (const slot of view.present) this.indexes.get(slot)?.visit(view, slot, found);
    }
    for (const [slot, index] of this.negated) {
      if (view.kinds[slot] !== 0) index.visit(view, slot, (entry) => tryEntry(entry, this.level + 1, visit));
    }
    for (const entry of this.rest) tryEntry(entry, this.level, visit);
  }

  private visitPosting(posting: Posting, visit: Visit): void {
    if (posting instanceof AccessNode) posting.visit(visit);
    else if (Array.isArray(posting)) for (const entry of posting) tryEntry(entry, this.level + 1, visit);
    else tryEntry(posting, this.level + 1, visit);
  }
}

function withoutEntry(posting: Posting, entry: Entry): Posting | undefined {
  if (posting instanceof AccessNode) {
    posting.remove(entry);
    return posting.isEmpty ? undefined : posting;
  }
  if (!Array.isArray(posting)) return posting === entry ? undefined : posting;
  removeByOrder(posting, entry);
  return posting.length > 1 ? posting : posting[0];
}

/** `decided`: how many of the groups the way here has decided, but for those whose keys only narrow. */
function tryEntry(entry: Entry, decided: number, { view, event, found }: Visit): void {
  if (entry.reached === event) return;
  entry.reached = event;
  const { groups } = entry;
  for (let i = decided; i < groups.length; i++) if (!(groups[i] as Group).holds(view, event)) return;
  if (!entry.exact) {
    for (let i = 0; i < decided; i++) {
      const group = groups[i] as Group;
      if (!group.exact && !group.holds(view, event)) return;
    }
  }
  found(entry);
}
