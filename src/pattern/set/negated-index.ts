/** Who wants anything but some values: everybody on one path, less those that a value excludes. */
import type { Key } from '../operators/keys.ts';
import { FieldIndex } from './field-index.ts';
import { removeByOrder } from './order.ts';
import { type EventView, LIST, UNANSWERABLE } from './view.ts';

interface Marked {
  mark: number;
  /** Grows from one entry to the one added after it. */
  readonly order: number;
}

/** Counts the values that were looked up, in all indexes, so that a mark is never taken for an older one. */
let turn = 0;

export class NegatedIndex<E extends Marked> {
  /** INVARIANT: by ascending order, which is the order of addition; a walk over an array is the fastest there is. */
  private readonly entries: E[] = [];
  /** By inner key: who is out. One entry stands for itself, since most keys have one and a set of one is large. */
  private readonly excluded = new FieldIndex<E | Set<E>>();

  get isEmpty(): boolean {
    return this.entries.length === 0;
  }

  add(entry: E, keys: readonly Key[]): void {
    this.entries.push(entry);
    for (const key of innerKeys(keys)) {
      const shelf = this.excluded.shelf(key);
      const out = shelf.get();
      if (out === undefined) shelf.set(entry);
      else if (out instanceof Set) out.add(entry);
      else if (out !== entry) shelf.set(new Set([out, entry]));
    }
  }

  remove(entry: E, keys: readonly Key[]): void {
    removeByOrder(this.entries, entry);
    for (const key of innerKeys(keys)) {
      const shelf = this.excluded.shelf(key);
      const out = shelf.get();
      if (out instanceof Set) out.delete(entry);
      if (out === entry || (out instanceof Set && out.size === 0)) shelf.delete();
    }
  }

  /** Calls `found` for each entry that some value at the slot, which must be present, does not exclude. */
  visit(view: EventView, slot: number, found: (entry: E) => void): void {
    const kind = view.kinds[slot] as number;
    if (kind === UNANSWERABLE) return;
    if (kind === LIST) {
      this.visitList(view, slot, found);
      return;
    }
    const mark = ++turn;
    this.excluded.visit(view, slot, (out) => {
      if (out instanceof Set) for (const entry of out) entry.mark = mark;
      else out.mark = mark;
    });
    for (const entry of this.entries) if (entry.mark !== mark) found(entry);
  }

  /** An entry is out only when every element excludes it. */
  private visitList(view: EventView, slot: number, found: (entry: E) => void): void {
    const elements = view.lists[slot] ?? [];
    const counts = new Map<E, number>();
    for (const { kind, string, number, text } of elements) {
      const mark = ++turn;
      this.excluded.visitScalar(kind, string, number, text, (out) => {
        for (const entry of out instanceof Set ? out : [out]) {
          if (entry.mark !== mark) counts.set(entry, (counts.get(entry) ?? 0) + 1);
          entry.mark = mark;
        }
      });
    }
    for (const entry of this.entries) if (counts.get(entry) !== elements.length) found(entry);
  }
}

function innerKeys(keys: readonly Key[]): readonly Key[] {
  return keys.flatMap((key) => (key.kind === 'except' ? key.keys : []));
}
