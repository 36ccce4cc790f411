/** Everything that a set derives from its patterns: it files them, and finds those that an event matches. */
import type { Rules } from '../dialect.ts';
import { isRetyped } from '../field.ts';
import type { PlanCondition, PlanField } from '../plan.ts';
import type { Mode } from '../scan/engine.ts';
import type { TextReader } from '../scan/event-text.ts';
import { Paths } from '../scan/paths.ts';
import { resume, scan } from '../scan/scan.ts';
import type { Text } from '../scan/text.ts';
import { AccessTree, filingDepth, type Hits } from './access.ts';
import { Entry } from './entry.ts';
import { Groups, type Slot } from './groups.ts';
import { inOrder } from './order.ts';
import { rarestFirst } from './rarity.ts';
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
  private readonly tree: AccessTree;
  private event = 0;
  /** The ids and places of the entries that the event matches, and whether they were found in order. */
  private ids: Id[] = [];
  private orders: number[] = [];
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
    this.view = new EventView(this.groups.values, this.paths);
    this.tree = new AccessTree(this.groups, this.view);
  }

  /** The groups of a pattern, which is to be filed. Of many patterns all are counted first: see `file`. */
  groupsOf(fields: readonly PlanField[]): number[] {
    return fields.map((field) => this.groups.take(this.slotOf(field), field));
  }

  private slotOf({ path, rootRequired }: PlanField): Slot {
    const known = this.paths.slotOf(path);
    if (known >= 0) return this.slots[known] as Slot;
    const index = this.freeSlots.pop() ?? this.slots.length;
    const root = rootRequired ? this.paths.watch(path[0] as string) : -1;
    const slot = { index, path, root, uses: 0 };
    this.slots[index] = slot;
    this.paths.open(path, index);
    this.view.addSlot(index, isRetyped({ path }, this.rules));
    return slot;
  }

  /** Files a pattern by its rarest group. `size` is the size of the set with this pattern. */
  file(id: Id, source: string, groups: readonly number[], size: number): Entry<Id> {
    const ordered = rarestFirst(groups, this.groups, size);
    const exact = ordered.every((id) => this.groups.isExact(id) || this.groups.accessOf(id) !== 'index');
    const depth = filingDepth(ordered, this.groups);
    const entry = new Entry(id, source, this.end++, ordered.length, depth, exact);
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
    entry.order = -1;
    this.tree.remove(entry);
    for (const group of this.tree.lists.of(entry)) this.release(group);
    this.tree.lists.remove(entry, this.entries());
    if (this.end > 1024 && this.end > 2 * size) this.renumber();
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
    for (const entry of this.entries()) if (!entry.gone) entry.order = this.end++;
  }

  /** The ids of the patterns that a parsed event matches. @throws TypeError for a BigInt that a pattern reads */
  matches(event: object): Id[] {
    try {
      this.view.fillFromObject(event);
      return this.search();
    } finally {
      this.view.clear();
    }
  }

  /** The ids of the patterns that the event in a text matches. @throws MALFORMED */
  read(text: Text, mode: Mode): Id[] {
    const { paths, view } = this;
    // Without fields nothing is read, and the paths still have the values of an earlier event.
    if (mode === 'trusted' && paths.size === 0) return this.search();
    let outcome = scan(text, paths, mode);
    while (outcome === 'paused' && paths.count < paths.size) outcome = resume();
    try {
      view.fillFromText(text);
      return this.search();
    } finally {
      view.clear();
    }
  }

  private search(): Id[] {
    this.ids = [];
    this.ascending = true;
    // Setting the length of an array, even an empty one, is a call of the runtime.
    if (this.orders.length > 0) this.orders.length = 0;
    this.tree.search(this.nextEvent(), this);
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
    const { orders } = this;
    if (orders.length > 0 && order < (orders[orders.length - 1] as number)) this.ascending = false;
    orders.push(order);
    this.ids.push(id);
  }

  /** Numbers the events. All marks are reset before the numbers run out. */
  private nextEvent(): number {
    if (this.event >= LAST_EVENT) {
      for (const entry of this.entries()) entry.reached = 0;
      this.groups.resetMarks();
      this.event = 0;
    }
    return ++this.event;
  }
}
