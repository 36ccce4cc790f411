/** Everything that a set derives from its patterns: it files them, and finds those that an event matches. */
import type { Rules } from '../dialect.ts';
import { isRetyped } from '../field.ts';
import type { Alternative, PlanCondition, PlanField } from '../plan.ts';
import type { Mode } from '../scan/engine.ts';
import type { TextReader } from '../scan/event-text.ts';
import { grownInts, type Ints, newInts } from '../scan/ints.ts';
import { Occurrences } from '../scan/occurrences.ts';
import { Paths } from '../scan/paths.ts';
import { resume, scan } from '../scan/scan.ts';
import type { Text } from '../scan/text.ts';
import type { ScanNode } from '../scan/trie.ts';
import { AccessTree, filingDepth, type Hits } from './access.ts';
import { Entry } from './entry.ts';
import { FiledKeys } from './filed-keys.ts';
import { fillFromObject } from './from-object.ts';
import { Groups, type Slot } from './groups.ts';
import { Join } from './join.ts';
import { inOrder } from './order.ts';
import { rarestFirst } from './rarity.ts';
import { fillTransparently } from './transparent.ts';
import { EventView } from './view.ts';

/** The largest small integer: larger marks would be heap objects. */
const LAST_EVENT = 2 ** 31 - 1;

export class SetIndex<Id> implements TextReader<Id[]>, Hits {
  private readonly rules: Rules;
  private readonly entries: () => Iterable<Entry<Id>>;
  /** One more than the largest `order`. */
  private end = 0;
  private readonly slots: (Slot | undefined)[] = [];
  private readonly freeSlots: number[] = [];
  readonly paths = new Paths();
  private readonly groups: Groups;
  private readonly view: EventView;
  private readonly join: Join;
  private readonly tree: AccessTree;
  private readonly keys: FiledKeys;
  /** The entries of patterns with several alternatives beyond the first one, by the first one. */
  private readonly others = new Map<Entry<Id>, readonly Entry<Id>[]>();
  /** The values of a text where arrays are transparent. */
  private readonly found: Occurrences | undefined;
  private event = 0;
  /** The ids and places of the entries that the event matches, and whether they were found in order. */
  private ids: Id[] = [];
  private orders: Ints = newInts(64);
  private ascending = true;

  /** `read` reads conditions from their text; `entries` are those of the set, in the order of addition. */
  constructor(
    rules: Rules,
    read: (conditions: string) => readonly PlanCondition[],
    entries: () => Iterable<Entry<Id>>,
  ) {
    this.rules = rules;
    this.entries = entries;
    this.groups = new Groups(this.slots, rules, read);
    this.view = new EventView(this.groups.values, this.paths, rules['equal-numbers'] === 'by-value');
    this.join = new Join(this.groups, this.view, this.slots);
    this.tree = new AccessTree(this.groups, this.view, this.join);
    this.keys = new FiledKeys(this.groups, this.tree);
    this.found = rules.arrays === 'transparent' ? new Occurrences() : undefined;
  }

  /**
   * The groups of each alternative of a pattern, which is to be filed. Of many patterns all are counted first: see
   * `file`.
   */
  groupsOf(alternatives: readonly Alternative[]): number[][] {
    return alternatives.map(({ fields }) => {
      const groups = fields.map((field) => this.groups.take(this.slotOf(field), field));
      if (this.found !== undefined && fields.length > 1) this.share(fields);
      return groups;
    });
  }

  /** Marks the nodes that several fields lead through. */
  private share(fields: readonly PlanField[]): void {
    const passed = new Set<ScanNode>();
    for (const { path } of fields) {
      let node: ScanNode | undefined = this.paths.root;
      for (const step of path) {
        node = node?.children.get(step);
        if (node === undefined || node.shared) continue;
        if (passed.has(node)) this.paths.share(node);
        else passed.add(node);
      }
    }
  }

  private slotOf({ path, rootRequired }: PlanField): Slot {
    const known = this.paths.slotOf(path);
    if (known >= 0) return this.slots[known] as Slot;
    const index = this.freeSlots.pop() ?? this.slots.length;
    const root = rootRequired ? this.paths.watch(path[0] as string) : -1;
    const slot = { index, path, name: path.join('.'), root, uses: 0 };
    this.slots[index] = slot;
    this.paths.open(path, index);
    this.view.addSlot(index, isRetyped({ path }, this.rules));
    return slot;
  }

  /**
   * Files each alternative of a pattern by its rarest group. `size` is the size of the set with this pattern. Returns
   * the entry that stands for the pattern.
   */
  file(id: Id, source: string, alternatives: readonly (readonly number[])[], size: number): Entry<Id> {
    this.keys.change(size);
    const order = this.end++;
    const [first, ...others] = alternatives;
    const entry = this.fileOne(id, source, order, first ?? [], size);
    if (others.length > 0) {
      const more = others.map((groups) => this.fileOne(id, source, order, groups, size));
      this.others.set(entry, more);
    }
    return entry;
  }

  /** An entry with a place in the order of addition that is not filed. */
  reserve(id: Id, source: string): Entry<Id> {
    return new Entry(id, source, this.end++, 0, 0, true);
  }

  private fileOne(id: Id, source: string, order: number, groups: readonly number[], size: number): Entry<Id> {
    const ordered = rarestFirst(groups, this.groups, size);
    const exact = ordered.every((id) => this.groups.isExact(id) || this.groups.accessOf(id) !== 'index');
    const depth = filingDepth(ordered, this.groups);
    const entry = new Entry(id, source, order, ordered.length, depth, exact);
    this.tree.lists.add(entry, ordered);
    this.tree.add(entry);
    for (const group of groups) this.groups.forgetKeys(group);
    return entry;
  }

  /** Gives back memory that was reserved for more patterns. */
  trim(): void {
    this.groups.trim();
    this.tree.trim();
  }

  /** Removes one of `size` patterns. */
  unfile(entry: Entry<Id>, size: number): void {
    this.keys.change(size - 1);
    const all = [entry, ...(this.others.get(entry) ?? [])];
    for (const one of all) one.order = -1;
    for (const one of all) {
      this.tree.remove(one);
      for (const group of this.tree.lists.of(one)) this.release(group);
      this.tree.lists.remove(one, this.all());
    }
    this.others.delete(entry);
    if (this.end > 1024 && this.end > 2 * size) this.renumber();
  }

  /** The entries of all alternatives. */
  private *all(): Iterable<Entry<Id>> {
    for (const entry of this.entries()) {
      yield entry;
      if (this.others.size > 0) yield* this.others.get(entry) ?? [];
    }
  }

  private release(group: number): void {
    const slot = this.slots[this.groups.slotOf(group)] as Slot;
    this.groups.release(group);
    if (--slot.uses > 0) return;
    this.slots[slot.index] = undefined;
    this.freeSlots.push(slot.index);
    this.paths.close(slot.path);
  }

  /** Closes the gaps of deleted entries. */
  private renumber(): void {
    this.end = 0;
    for (const entry of this.entries()) {
      if (entry.gone) continue;
      entry.order = this.end++;
      for (const other of this.others.get(entry) ?? []) other.order = entry.order;
    }
  }

  /** The ids of the patterns that a parsed event matches. @throws TypeError for a BigInt that a pattern reads */
  matches(event: object): Id[] {
    try {
      if (this.found === undefined) fillFromObject(this.view, this.paths.root, event);
      else fillTransparently(this.view, this.paths.root, event);
      return this.search();
    } finally {
      this.clear();
    }
  }

  /** Drops all references to the event. */
  private clear(): void {
    const { found, join, view } = this;
    view.clear();
    if (found === undefined) return;
    found.clear();
    join.clear();
  }

  /** The ids of the patterns that the event in a text matches. @throws MALFORMED */
  read(text: Text, mode: Mode): Id[] {
    const { paths, view } = this;
    // Without fields nothing is read, and the paths still have the values of an earlier event.
    if (mode === 'trusted' && paths.size === 0) return this.search();
    if (this.found !== undefined) return this.readAll(text, mode, this.found);
    let outcome = scan(text, paths, mode, this.keys);
    if (outcome === 'answered') return this.answered();
    while (outcome === 'paused' && paths.count < paths.size) outcome = resume();
    try {
      view.fillFromText(text);
      return this.search();
    } finally {
      view.clear();
    }
  }

  private readAll(text: Text, mode: Mode, found: Occurrences): Id[] {
    try {
      found.find(text, this.paths, mode);
      this.view.fillFromOccurrences(text, found);
      return this.search();
    } finally {
      this.clear();
    }
  }

  /** The ids of the patterns that the scan has found. */
  private answered(): Id[] {
    const { keys } = this;
    if (keys.count === 0) return [];
    this.begin();
    for (let i = 0; i < keys.count; i++) this.add(keys.hit(i));
    return this.collected();
  }

  private search(): Id[] {
    this.begin();
    this.tree.search(this.nextEvent(), this);
    return this.collected();
  }

  private begin(): void {
    this.ids = [];
    this.ascending = true;
  }

  private collected(): Id[] {
    const { ids, orders } = this;
    this.ids = [];
    if (this.ascending) return ids;
    return inOrder(ids, orders, this.end);
  }

  /**
   * Called for each match. Ids are collected here while the entry is in the processor's cache: a second look-up of tens
   * of thousands would miss it.
   */
  add(entry: Entry): void {
    const { id, order } = entry as Entry<Id>;
    const { ids, orders } = this;
    const count = ids.length;
    // Not ascending where another alternative of the same pattern was found before: it is left out at the end.
    if (count > 0 && order <= (orders[count - 1] as number)) this.ascending = false;
    if (count === orders.length) this.orders = grownInts(orders, 2 * count);
    this.orders[count] = order;
    ids.push(id);
  }

  /** Numbers the events. All marks are reset before the numbers run out. */
  private nextEvent(): number {
    if (this.event >= LAST_EVENT) {
      for (const entry of this.all()) entry.reached = 0;
      this.groups.resetMarks();
      this.event = 0;
    }
    return ++this.event;
  }
}
