/**
 * The access tree. Every pattern is filed under the keys of its rarest group; where many patterns share a key, they are
 * filed again below it under their next group, within the filing budget of each. Matching visits only the parts that
 * the values of the event lead to.
 */
import { type Entry, GroupLists } from './entry.ts';
import { EntryList } from './entry-list.ts';
import { FieldIndex } from './field-index.ts';
import type { FiledKey, Groups } from './groups.ts';
import type { Join } from './join.ts';
import { ABSENT, LIST, STRING, UNMATCHABLE } from './kinds.ts';
import { type Excluded, NegatedIndex } from './negated-index.ts';
import { PairTable } from './pair-table.ts';
import type { Scalar } from './scalars.ts';
import type { EventView } from './view.ts';

/** One pattern, several in the order of addition, or a subtree of many. */
export type Posting = Entry | Several | AccessNode;

/**
 * WIDTH items for each pattern: it, and the plain value that it needs next with its slot, or -1 twice. An event rules
 * most of them out by these numbers, and reads no pattern that it rules out: each would miss the processor's cache.
 */
export type Several = (Entry | number)[];
export const WIDTH = 3;

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
export function filingDepth(ids: readonly number[], groups: Groups): number {
  const unable = ids.findIndex((id) => groups.accessOf(id) === 'none');
  const most = Math.min(unable < 0 ? ids.length : unable, DEEPEST);
  if (most < 2) return most;
  const counts = ids.map((id) => keyCount(groups.keysOf(id)));
  const budget = SMALL_BUDGET + counts.reduce((sum, count) => sum + count, 0);
  let places = 1;
  let filings = 0;
  for (let depth = 0; depth < most; depth++) {
    places *= counts[depth] as number;
    filings += places;
    if (filings > budget) return Math.max(depth, 1);
  }
  return most;
}

/** The number of index entries for a pattern filed by these keys. */
function keyCount(keys: readonly FiledKey[]): number {
  return keys.reduce(
    (sum: number, key) => sum + (typeof key !== 'number' && key.kind === 'except' ? key.keys.length : 0),
    keys.length,
  );
}

/** What a node has filed for one path; its plain values are in the table of the tree. */
interface SlotIndex {
  readonly slot: number;
  /** The number of plain values. */
  values: number;
  others: FieldIndex<Posting> | undefined;
  negated: NegatedIndex<Entry> | undefined;
}

export class AccessNode {
  readonly no: number;
  /** The number of groups that are decided on the way to this node. */
  readonly level: number;
  readonly slots = new Map<number, SlotIndex>();
  /** Entries that are not filed by a further group. */
  rest: EntryList<Entry> | undefined;
  /** The last search: many elements of an array may lead to one node. */
  visited = 0;

  constructor(no: number, level: number) {
    this.no = no;
    this.level = level;
  }

  /** The slots at which patterns are filed by keys that are no plain values. */
  get otherSlots(): number[] {
    const indexes = [...this.slots.values()];
    return indexes
      .filter(({ others, negated }) => others !== undefined || negated !== undefined)
      .map(({ slot }) => slot);
  }

  get isEmpty(): boolean {
    return this.slots.size === 0 && (this.rest?.isEmpty ?? true);
  }
}

/** Receives the entries that an event matches. */
export interface Hits {
  add(entry: Entry): void;
}

export class AccessTree {
  private readonly groups: Groups;
  private readonly view: EventView;
  private readonly join: Join;
  readonly lists = new GroupLists();
  /** By node and value. */
  private readonly postings = new PairTable<Posting>();
  /** By negated index and value. */
  private readonly excluded = new PairTable<Excluded<Entry>>();
  /** Numbers of nodes and negated indexes. */
  private count = 0;
  private readonly freeNumbers: number[] = [];
  readonly root: AccessNode;
  /** Postings that are found and not yet visited. */
  private readonly found: Posting[] = [];
  private searches = 0;
  private event = 0;
  private hits: Hits | undefined;

  constructor(groups: Groups, view: EventView, join: Join) {
    this.groups = groups;
    this.view = view;
    this.join = join;
    this.root = this.newNode(0);
  }

  private newNumber(): number {
    return this.freeNumbers.pop() ?? this.count++;
  }

  private newNode(level: number): AccessNode {
    return new AccessNode(this.newNumber(), level);
  }

  /** Gives back memory that was reserved for more patterns. */
  trim(): void {
    this.lists.trim();
    this.postings.trim();
    this.excluded.trim();
  }

  add(entry: Entry): void {
    this.addTo(this.root, entry);
  }

  private addTo(node: AccessNode, entry: Entry): void {
    const group = this.groupOf(node, entry);
    if (group < 0) {
      node.rest ??= new EntryList();
      node.rest.add(entry);
      return;
    }
    const slot = this.groups.slotOf(group);
    let index = node.slots.get(slot);
    if (index === undefined) {
      index = { slot, values: 0, others: undefined, negated: undefined };
      node.slots.set(slot, index);
    }
    if (this.groups.accessOf(group) === 'negated') {
      index.negated ??= new NegatedIndex(this.newNumber(), this.excluded);
      index.negated.add(entry, this.groups.keysOf(group));
      return;
    }
    for (const key of this.groups.keysOf(group)) {
      if (typeof key === 'number') {
        const before = this.postings.get(node.no, key);
        if (before === undefined) index.values++;
        const after = this.withEntry(node, before, entry);
        if (after !== before) this.postings.set(node.no, key, after);
      } else {
        index.others ??= new FieldIndex();
        const cell = index.others.cell(key);
        const before = cell.get();
        const after = this.withEntry(node, before, entry);
        if (after !== before) cell.set(after);
      }
    }
  }

  /** The group by which a node files an entry, or -1. */
  private groupOf({ level }: AccessNode, entry: Entry): number {
    return level < entry.depth ? (this.lists.groups[entry.at + level] as number) : -1;
  }

  private withEntry(node: AccessNode, posting: Posting | undefined, entry: Entry): Posting {
    if (posting === undefined) return entry;
    if (posting instanceof AccessNode) {
      this.addTo(posting, entry);
      return posting;
    }
    const decided = node.level + 1;
    if (!Array.isArray(posting)) return this.itemsOf(posting, decided).concat(this.itemsOf(entry, decided));
    posting.push(...this.itemsOf(entry, decided));
    if (posting.length <= FEW * WIDTH) return posting;
    const below = this.newNode(decided);
    for (let i = 0; i < posting.length; i += WIDTH) {
      const each = posting[i] as Entry;
      this.addTo(below, each);
      const next = this.groupOf(below, each);
      if (next >= 0) this.groups.forgetKeys(next);
    }
    return below;
  }

  private itemsOf(entry: Entry, decided: number): Several {
    const next = decided < entry.count ? (this.lists.groups[entry.at + decided] as number) : -1;
    return next < 0 || !this.groups.isPlain(next) ? [entry, -1, -1] : [entry, next, this.groups.slotOf(next)];
  }

  /** The entry must be marked as `gone`. */
  remove(entry: Entry): void {
    this.removeFrom(this.root, entry);
  }

  private removeFrom(node: AccessNode, entry: Entry): void {
    const group = this.groupOf(node, entry);
    if (group < 0) {
      node.rest?.remove();
      return;
    }
    const slot = this.groups.slotOf(group);
    const index = node.slots.get(slot);
    if (index === undefined) return;
    if (this.groups.accessOf(group) === 'negated') {
      index.negated?.remove(entry, this.groups.keysOf(group));
      if (index.negated?.isEmpty) {
        this.freeNumbers.push(index.negated.no);
        index.negated = undefined;
      }
    } else {
      for (const key of this.groups.keysOf(group)) this.removeKey(node, index, key, entry);
      if (index.others?.isEmpty) index.others = undefined;
    }
    if (index.values === 0 && index.others === undefined && index.negated === undefined) node.slots.delete(slot);
  }

  private removeKey(node: AccessNode, index: SlotIndex, key: FiledKey, entry: Entry): void {
    if (typeof key === 'number') {
      const before = this.postings.get(node.no, key);
      if (before === undefined) return;
      const after = this.withoutEntry(before, entry);
      if (after === before) return;
      if (after !== undefined) {
        this.postings.set(node.no, key, after);
      } else {
        this.postings.delete(node.no, key);
        index.values--;
      }
    } else {
      const cell = index.others?.cell(key);
      const before = cell?.get();
      if (cell === undefined || before === undefined) return;
      const after = this.withoutEntry(before, entry);
      if (after === undefined) cell.delete();
      else if (after !== before) cell.set(after);
    }
  }

  private withoutEntry(posting: Posting, entry: Entry): Posting | undefined {
    if (posting instanceof AccessNode) {
      this.removeFrom(posting, entry);
      if (!posting.isEmpty) return posting;
      this.freeNumbers.push(posting.no);
      return undefined;
    }
    if (!Array.isArray(posting)) return posting === entry ? undefined : posting;
    posting.splice(posting.indexOf(entry), WIDTH);
    return posting.length > WIDTH ? posting : (posting[0] as Entry);
  }

  /** Calls `visit` with the number of a node, a plain value, and what is filed under it there. */
  eachPlainPosting(visit: (node: number, value: number, posting: Posting) => void): void {
    this.postings.each(visit);
  }

  /** Adds to `hits` every entry that the event in the view matches, once. `event` is its number. */
  search(event: number, hits: Hits): void {
    this.event = event;
    this.hits = hits;
    this.searches++;
    try {
      this.visit(this.root);
    } finally {
      this.hits = undefined;
      // Left over only if something threw. Setting the length of an array, even an empty one, is a call of the runtime.
      if (this.found.length > 0) this.found.length = 0;
    }
  }

  private visit(node: AccessNode): void {
    const { view } = this;
    if (node.visited === this.searches) return;
    node.visited = this.searches;
    if (node.slots.size <= view.count) {
      for (const index of node.slots.values()) if (view.kinds[index.slot] !== ABSENT) this.visitSlot(node, index);
    } else {
      for (let i = 0; i < view.count; i++) {
        const index = node.slots.get(view.present[i] as number);
        if (index !== undefined) this.visitSlot(node, index);
      }
    }
    if (node.rest !== undefined) for (const entry of node.rest.living()) this.try(entry, node.level);
  }

  private visitSlot(node: AccessNode, { slot, values, others, negated }: SlotIndex): void {
    const { view, found } = this;
    const kind = view.kinds[slot];
    if (kind === UNMATCHABLE) return;
    if (values > 0) {
      if (kind === LIST) for (const value of view.listValues(slot)) this.visitValue(node, value);
      else this.visitValue(node, view.value(slot));
    }
    if (others !== undefined) {
      const base = found.length;
      if (kind === LIST && others.isFolded) this.visitElements(node, slot, others);
      else others.collect(view, slot, found);
      while (found.length > base) this.visitPosting(found.pop() as Posting, node.level + 1);
    }
    if (negated?.exclude(view, slot, this.event))
      for (const entry of negated.entries.living()) this.try(entry, node.level + 1);
  }

  /**
   * Visits what each string of a list leads to by itself, so that a group which is found by an inexact key is evaluated
   * for that string first: for all of them, as many groups as there are strings would take quadratic time.
   */
  private visitElements(node: AccessNode, slot: number, others: FieldIndex<Posting>): void {
    const { view, found } = this;
    const base = found.length;
    const list = view.list(slot);
    const turn = others.collectOthers(list, found);
    for (let i = 0; i < list.length; i++) {
      const { kind, string } = list[i] as Scalar;
      if (kind !== STRING) continue;
      others.collectString(string, found, turn);
      if (found.length === base) continue;
      view.tryFirst(slot, string);
      while (found.length > base) this.visitPosting(found.pop() as Posting, node.level + 1);
    }
    view.tryFirst(-1, '');
  }

  private visitValue(node: AccessNode, value: number): void {
    if (value < 0) return;
    const posting = this.postings.get(node.no, value);
    if (posting !== undefined) this.visitPosting(posting, node.level + 1);
  }

  private visitPosting(posting: Posting, decided: number): void {
    if (posting instanceof AccessNode) this.visit(posting);
    else if (Array.isArray(posting)) this.trySeveral(posting, decided);
    else this.try(posting, decided);
  }

  private trySeveral(several: Several, decided: number): void {
    const { view } = this;
    for (let i = 0; i < several.length; i += WIDTH) {
      const slot = several[i + 2] as number;
      if (slot < 0 || view.hasValue(slot, several[i + 1] as number)) this.try(several[i] as Entry, decided);
    }
  }

  /** `decided`: the number of groups decided on the way; groups with inexact keys are still evaluated. */
  private try(entry: Entry, decided: number): void {
    const { event, groups, view } = this;
    if (entry.reached === event) return;
    entry.reached = event;
    const ids = this.lists.groups;
    const { at, count } = entry;
    for (let i = at + decided; i < at + count; i++) if (!groups.holds(ids[i] as number, view, event)) return;
    if (!entry.exact)
      for (let i = at; i < at + decided; i++)
        if (!groups.isProven(ids[i] as number, view) && !groups.holds(ids[i] as number, view, event)) return;
    // One field that is met somewhere in an array is met; several must be met together.
    if (view.places.count > 1 && !this.join.holds(this.lists.of(entry), event)) return;
    this.hits?.add(entry);
  }
}
