/** Whether the groups of an entry, each of which some value meets, are met by values that stand together. */
import { type Element, type FieldValues, holdsAlone, holdTogether, recordValue } from '../together.ts';
import type { Groups, Slot } from './groups.ts';
import { ABSENT } from './kinds.ts';
import type { EventView } from './view.ts';

/** A group with the values that the event has for it. */
interface Found {
  readonly values: FieldValues;
  readonly mayBeMissing: boolean;
  /** The array in whose elements alone it holds, or -1; `holding` then has these elements. */
  readonly array: number;
  readonly holding: ReadonlySet<Element>;
}

export class Join {
  private readonly groups: Groups;
  private readonly view: EventView;
  private readonly slots: readonly (Slot | undefined)[];
  /** By group, of one event: many entries share groups. */
  private readonly found = new Map<number, Found>();
  /** By slot, and by plain value there, of the same event. */
  private readonly plain = new Map<number, Map<number, FieldValues>>();
  private event = 0;

  constructor(groups: Groups, view: EventView, slots: readonly (Slot | undefined)[]) {
    this.groups = groups;
    this.view = view;
    this.slots = slots;
  }

  /** Whether groups hold together that hold, or may be missing, by themselves. `event` is the number of the event. */
  holds(ids: Int32Array, event: number): boolean {
    const { view, groups } = this;
    if (this.event !== event) this.clear(event);
    const scattered: number[] = [];
    for (const id of ids) if (view.places.has(groups.slotOf(id))) scattered.push(id);
    if (scattered.length === 0) return true;
    // The other groups hold, and leave all elements to choose from.
    if (scattered.length > 1) scattered.sort((a, b) => (this.pathOf(a) < this.pathOf(b) ? -1 : 1));
    const all = scattered.map((id) => this.foundAt(id));
    if (all.every(({ values }) => values.free)) return true;
    const [only] = all;
    if (all.length === 1 && only !== undefined) return holdsAlone(only.values, only.mayBeMissing);
    // The usual case: many entries share an array, and a set for each group saves walking it for each entry.
    if (only !== undefined && only.array >= 0 && all.every(({ array }) => array === only.array)) return meet(all);
    return holdTogether(
      all.map(({ values }) => values),
      all.map(({ mayBeMissing }) => mayBeMissing),
    );
  }

  /** Drops all references to the event. */
  clear(event = 0): void {
    this.event = event;
    if (this.found.size > 0) this.found.clear();
    if (this.plain.size > 0) this.plain.clear();
  }

  /** Paths are sorted as event-ruler sorts them: the order decides what is missing. */
  private pathOf(group: number): string {
    return this.slots[this.groups.slotOf(group)]?.name ?? '';
  }

  private foundAt(group: number): Found {
    let known = this.found.get(group);
    if (known === undefined) {
      const { groups } = this;
      const values = groups.isPlain(group) ? this.plainAt(groups.slotOf(group), group) : this.valuesOf(group);
      const mayBeMissing = groups.mayBeMissing(group);
      const array = mayBeMissing ? -1 : arrayOf(values);
      known = { values, mayBeMissing, array, holding: new Set(array < 0 ? [] : values.holding) };
      this.found.set(group, known);
    }
    return known;
  }

  private valuesOf(group: number): FieldValues {
    const { groups, view } = this;
    const slot = groups.slotOf(group);
    const values = newValues();
    if (view.kinds[slot] === ABSENT) return values;
    const elements = view.places.of(slot);
    const mayBeMissing = groups.mayBeMissing(group);
    for (const [i, holds] of groups.eachHolds(group, view).entries())
      recordValue(values, holds, mayBeMissing, elements[i]);
    return values;
  }

  /** The places of a plain value. All values of a slot are sorted at once, since an array may have thousands. */
  private plainAt(slot: number, group: number): FieldValues {
    const { view } = this;
    let byValue = this.plain.get(slot);
    if (byValue === undefined) {
      byValue = new Map();
      const elements = view.places.of(slot);
      for (const [i, value] of view.valuesOf(slot).entries()) {
        if (value < 0) continue;
        let values = byValue.get(value);
        if (values === undefined) {
          values = newValues();
          byValue.set(value, values);
        }
        recordValue(values, true, false, elements[i]);
      }
      this.plain.set(slot, byValue);
    }
    return byValue.get(group) ?? newValues();
  }
}

/** The number of the array of which all values stand directly in elements; -1 for others. */
function arrayOf({ free, holding }: FieldValues): number {
  const array = holding[0]?.array ?? -1;
  return !free && holding.every((element) => element.depth === 0 && element.array === array) ? array : -1;
}

/** Whether one element is in all groups. */
function meet(all: readonly Found[]): boolean {
  const fewest = all.reduce((a, b) => (b.holding.size < a.holding.size ? b : a)).holding;
  for (const element of fewest) if (all.every(({ holding }) => holding.has(element))) return true;
  return false;
}

function newValues(): FieldValues {
  return { free: false, present: false, holding: [], all: [] };
}
