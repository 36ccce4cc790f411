/** The entries of one path with a negated condition: visits all of them except those that a value excludes. */
import { EntryList } from './entry-list.ts';
import { FieldIndex } from './field-index.ts';
import type { FiledKey } from './groups.ts';
import { NONE } from './interned.ts';
import { LIST, UNMATCHABLE } from './kinds.ts';
import type { PairTable } from './pair-table.ts';
import type { Scalar } from './scalars.ts';
import type { EventView } from './view.ts';

interface Excludable {
  readonly gone: boolean;
  /** The last event that reached or excluded it. */
  reached: number;
}

/** The entries that one key excludes. A single entry is stored without a Set: most keys have one, and a Set is large. */
export type Excluded<E> = E | Set<E>;

export class NegatedIndex<E extends Excludable> {
  readonly entries = new EntryList<E>();
  /** The number of this index, and with it in `values` the entries that plain values exclude. */
  readonly no: number;
  private readonly values: PairTable<Excluded<E>>;
  private readonly others = new FieldIndex<Excluded<E>>();
  private readonly found: Excluded<E>[] = [];

  /** `no` is not the number of another index or node. */
  constructor(no: number, values: PairTable<Excluded<E>>) {
    this.no = no;
    this.values = values;
  }

  get isEmpty(): boolean {
    return this.entries.isEmpty;
  }

  add(entry: E, keys: readonly FiledKey[]): void {
    this.entries.add(entry);
    for (const key of innerKeys(keys)) {
      const out = typeof key === 'number' ? this.values.get(this.no, key) : this.others.cell(key).get();
      if (out instanceof Set) {
        out.add(entry);
      } else if (out !== entry) {
        const both = out === undefined ? entry : new Set([out, entry]);
        if (typeof key === 'number') this.values.set(this.no, key, both);
        else this.others.cell(key).set(both);
      }
    }
  }

  /** Removes an added entry, which must be marked as `gone`. */
  remove(entry: E, keys: readonly FiledKey[]): void {
    this.entries.remove();
    for (const key of innerKeys(keys)) {
      const out = typeof key === 'number' ? this.values.get(this.no, key) : this.others.cell(key).get();
      if (out instanceof Set) out.delete(entry);
      if (out !== entry && !(out instanceof Set && out.size === 0)) continue;
      if (typeof key === 'number') this.values.delete(this.no, key);
      else this.others.cell(key).delete();
    }
  }

  /**
   * Marks the entries that all values at the slot exclude as reached by the event, since they cannot match by other keys
   * either. Returns whether the other entries may match. The slot must be present.
   */
  exclude(view: EventView, slot: number, event: number): boolean {
    const kind = view.kinds[slot] as number;
    if (kind === UNMATCHABLE) return false;
    if (kind === LIST) {
      this.excludeByAll(view.list(slot), view.listValues(slot), event);
      return true;
    }
    const value = view.value(slot);
    if (value >= 0) mark(this.values.get(this.no, value), event);
    const { found } = this;
    this.others.collect(view, slot, found);
    while (found.length > 0) mark(found.pop(), event);
    return true;
  }

  /**
   * Marks entries that every element excludes. Counted by key first, so that entries that share a key are counted once.
   * INVARIANT: at most one key of an entry covers an element: a list has plain values, an inner operator one text.
   */
  private excludeByAll(elements: readonly Scalar[], values: readonly number[], event: number): void {
    const hits = new Map<Excluded<E>, number>();
    const { found } = this;
    for (let i = 0; i < elements.length; i++) {
      const value = values[i] ?? NONE;
      const out = value < 0 ? undefined : this.values.get(this.no, value);
      if (out !== undefined) found.push(out);
      this.others.collectScalar(elements[i] as Scalar, found);
      if (found.length === 0) return;
      for (let out = found.pop(); out !== undefined; out = found.pop()) hits.set(out, (hits.get(out) ?? 0) + 1);
    }
    const counts = new Map<E, number>();
    for (const [out, count] of hits) {
      for (const entry of out instanceof Set ? out : [out]) counts.set(entry, (counts.get(entry) ?? 0) + count);
    }
    for (const [entry, count] of counts) if (count === elements.length) entry.reached = event;
  }
}

function mark<E extends Excludable>(out: Excluded<E> | undefined, event: number): void {
  if (out === undefined) return;
  if (out instanceof Set) for (const entry of out) entry.reached = event;
  else out.reached = event;
}

function innerKeys(keys: readonly FiledKey[]): readonly FiledKey[] {
  return keys.flatMap((key) => (typeof key !== 'number' && key.kind === 'except' ? key.keys : []));
}
