/**
 * The access tree. Every pattern is filed under the keys of its rarest group; where many patterns share a key, they are
 * filed again below it under their next group, within the filing budget of each. Matching visits only the parts that
 * the values of the event lead to.
 */
import { EntryList } from './entry-list.ts';
import { FieldIndex } from './field-index.ts';
import type { Group } from './group.ts';
import { NegatedIndex } from './negated-index.ts';
import type { EventView } from './view.ts';

/** A pattern of the set. */
export interface Entry {
  /** Its index in the order of addition. */
  order: number;
  /** The groups in the order of filing; those without keys come last. */
  readonly groups: readonly Group[];
  /** Whether the keys decide every group that the pattern is filed by. */
  readonly exact: boolean;
  /** The maximum number of groups to file the pattern under, one below the other. */
  readonly depth: number;
  /** The last event that reached or excluded it: two keys may lead to the same pattern. */
  reached: number;
  /** Deleted from the set, but possibly still in a list. */
  gone: boolean;
}

/** One pattern, several in the order of addition, or a subtree of many. */
type Posting = Entry | Entry[] | AccessNode;

/** Up to this many patterns are tried one by one. */
const FEW = 32;

/** A pattern of ten thousand fields must not become a tree of ten thousand levels. */
const DEEPEST = 12;

/** The number of filings that every pattern may have, in addition to one for each of its keys. */
const SMALL_BUDGET = 8;

/**
 * The number of groups that a pattern may be filed under. Filed under one group below another, it has an entry for each
 * combination of their keys: four lists of 25 values would be 390,625 entries. Beyond the budget the pattern is tried
 * instead.
 */
export function filingDepth(groups: readonly Group[]): number {
  const unable = groups.findIndex(({ access }) => access === 'none');
  const most = Math.min(unable < 0 ? groups.length : unable, DEEPEST);
  if (most < 2) return most;
  const budget = SMALL_BUDGET + groups.reduce((sum, group) => sum + group.keyCount, 0);
  let places = 1;
  let filings = 0;
  for (let depth = 0; depth < most; depth++) {
    places *= (groups[depth] as Group).keyCount;
    filings += places;
    if (filings > budget) return Math.max(depth, 1);
  }
  return most;
}

/** The input and output of a visit. */
export interface Visit {
  readonly view: EventView;
  /** The number of the event. */
  readonly event: number;
  /** A new object for each visit, instead of a counter that could overflow. */
  readonly token: object;
  found(entry: Entry): void;
}

export class AccessNode {
  /** The number of groups that are decided on the way to this node. */
  private readonly level: number;
  private readonly indexes = new Map<number, FieldIndex<Posting>>();
  private readonly negated = new Map<number, NegatedIndex<Entry>>();
  /** Entries that are not filed by a further group. */
  private readonly rest = new EntryList<Entry>();
  /** The last visit: many elements of an array may lead to one node. */
  private visited: object | undefined;

  constructor(level: number) {
    this.level = level;
  }

  get isEmpty(): boolean {
    return this.indexes.size === 0 && this.negated.size === 0 && this.rest.isEmpty;
  }

  add(entry: Entry): void {
    const group = this.groupOf(entry);
    if (group === undefined) {
      this.rest.add(entry);
    } else if (group.access === 'negated') {
      const index = this.negated.get(group.slot.index) ?? new NegatedIndex<Entry>();
      this.negated.set(group.slot.index, index);
      index.add(entry, group.keys());
    } else {
      const index = this.indexes.get(group.slot.index) ?? new FieldIndex<Posting>();
      this.indexes.set(group.slot.index, index);
      for (const key of group.keys()) {
        const cell = index.cell(key);
        const before = cell.get();
        const after = this.withEntry(before, entry);
        if (after !== before) cell.set(after);
      }
    }
  }

  /** The group by which this node files the entry. */
  private groupOf({ groups, depth }: Entry): Group | undefined {
    return this.level < depth ? groups[this.level] : undefined;
  }

  private withEntry(posting: Posting | undefined, entry: Entry): Posting {
    if (posting === undefined) return entry;
    if (posting instanceof AccessNode) {
      posting.add(entry);
      return posting;
    }
    if (!Array.isArray(posting)) return [posting, entry];
    posting.push(entry);
    if (posting.length <= FEW) return posting;
    const node = new AccessNode(this.level + 1);
    for (const each of posting) {
      node.add(each);
      each.groups[this.level + 1]?.forgetKeys();
    }
    return node;
  }

  /** The entry must be marked as `gone`. */
  remove(entry: Entry): void {
    const group = this.groupOf(entry);
    if (group === undefined) {
      this.rest.remove();
    } else if (group.access === 'negated') {
      const index = this.negated.get(group.slot.index);
      index?.remove(entry, group.keys());
      if (index?.isEmpty) this.negated.delete(group.slot.index);
    } else {
      const index = this.indexes.get(group.slot.index);
      if (index === undefined) return;
      for (const key of group.keys()) {
        const cell = index.cell(key);
        const before = cell.get();
        if (before === undefined) continue;
        const after = withoutEntry(before, entry);
        if (after === undefined) cell.delete();
        else if (after !== before) cell.set(after);
      }
      if (index.isEmpty) this.indexes.delete(group.slot.index);
    }
  }

  visit(visit: Visit): void {
    const { view, event, token } = visit;
    if (this.visited === token) return;
    this.visited = token;
    const found = (posting: Posting): void => this.visitPosting(posting, visit);
    if (this.indexes.size <= view.present.length) {
      for (const [slot, index] of this.indexes) if (view.kinds[slot] !== 0) index.visit(view, slot, found);
    } else {
      for (const slot of view.present) this.indexes.get(slot)?.visit(view, slot, found);
    }
    for (const [slot, index] of this.negated) {
      if (view.kinds[slot] !== 0) index.visit(view, slot, event, (entry) => tryEntry(entry, this.level + 1, visit));
    }
    for (const entry of this.rest.living()) tryEntry(entry, this.level, visit);
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
  posting.splice(posting.indexOf(entry), 1);
  return posting.length > 1 ? posting : posting[0];
}

/** `decided`: the number of groups decided on the way; groups with inexact keys are still evaluated. */
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
