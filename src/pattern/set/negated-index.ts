/** The entries of one path with a negated condition: visits all of them except those that a value excludes. */
import type { Key } from '../operators/keys.ts';
import { EntryList } from './entry-list.ts';
import { FieldIndex } from './field-index.ts';
import { type EventView, LIST, type Scalar, UNMATCHABLE } from './view.ts';

interface Excludable {
  readonly gone: boolean;
  /** The last event that reached or excluded it. */
  reached: number;
}

export class NegatedIndex<E extends Excludable> {
  private readonly entries = new EntryList<E>();
  /**
   * The excluded entries by inner key. A single entry is stored without a Set: most keys have one, and a Set is large.
   */
  private readonly excluded = new FieldIndex<E | Set<E>>();

  get isEmpty(): boolean {
    return this.entries.isEmpty;
  }

  add(entry: E, keys: readonly Key[]): void {
    this.entries.add(entry);
    for (const key of innerKeys(keys)) {
      const cell = this.excluded.cell(key);
      const out = cell.get();
      if (out === undefined) cell.set(entry);
      else if (out instanceof Set) out.add(entry);
      else if (out !== entry) cell.set(new Set([out, entry]));
    }
  }

  /** Removes an added entry, which must be marked as `gone`. */
  remove(entry: E, keys: readonly Key[]): void {
    this.entries.remove();
    for (const key of innerKeys(keys)) {
      const cell = this.excluded.cell(key);
      const out = cell.get();
      if (out instanceof Set) out.delete(entry);
      if (out === entry || (out instanceof Set && out.size === 0)) cell.delete();
    }
  }

  /**
   * Calls `found` for each entry that some value at the slot, which must be present, does not exclude. Excluded entries
   * are marked as reached by the event, since they cannot match by other keys either.
   */
  visit(view: EventView, slot: number, event: number, found: (entry: E) => void): void {
    const kind = view.kinds[slot] as number;
    if (kind === UNMATCHABLE) return;
    if (kind === LIST) {
      this.excludeByAll(view.lists[slot] ?? [], event);
    } else {
      this.excluded.visit(view, slot, (out) => {
        if (out instanceof Set) for (const entry of out) entry.reached = event;
        else out.reached = event;
      });
    }
    for (const entry of this.entries.living()) if (entry.reached !== event) found(entry);
  }

  /**
   * Marks entries that every element excludes. Counted by key first, so that entries that share a key are counted once.
   * INVARIANT: at most one key of an entry covers an element: a list has plain values, an inner operator one text.
   */
  private excludeByAll(elements: readonly Scalar[], event: number): void {
    const hits = new Map<E | Set<E>, number>();
    for (const { kind, string, number, text } of elements) {
      let excludes = false;
      this.excluded.visitScalar(kind, string, number, text, (out) => {
        excludes = true;
        hits.set(out, (hits.get(out) ?? 0) + 1);
      });
      if (!excludes) return;
    }
    const counts = new Map<E, number>();
    for (const [out, count] of hits) {
      for (const entry of out instanceof Set ? out : [out]) counts.set(entry, (counts.get(entry) ?? 0) + count);
    }
    for (const [entry, count] of counts) if (count === elements.length) entry.reached = event;
  }
}

function innerKeys(keys: readonly Key[]): readonly Key[] {
  return keys.flatMap((key) => (key.kind === 'except' ? key.keys : []));
}
