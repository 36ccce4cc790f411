/** The keys of one path that are no plain values, with the items filed under them: finds every key that covers a value. */
import { addressIn } from '../value/addresses.ts';
import type { OtherKey } from './groups.ts';
import { IntervalIndex } from './intervals.ts';
import { LIST, NUMBER, STRING, UNMATCHABLE } from './kinds.ts';
import { RadixTree } from './radix.ts';
import type { Scalar } from './scalars.ts';
import { SubstringIndex } from './substrings.ts';
import type { EventView } from './view.ts';

/** The item of one key. */
interface Cell<T> {
  get(): T | undefined;
  set(value: T): void;
  delete(): void;
}

export class FieldIndex<T> {
  // Created on demand: a set of many paths has an index for each, and most have one kind of key.
  private prefixes: RadixTree<T> | undefined;
  private suffixes: RadixTree<T> | undefined;
  private substrings: SubstringIndex<T> | undefined;
  private intervals: IntervalIndex<T> | undefined;
  private addresses: IntervalIndex<T> | undefined;
  private zeros = false;
  private present: T | undefined;

  get isEmpty(): boolean {
    return (
      !this.prefixes?.size &&
      !this.suffixes?.size &&
      !this.substrings?.size &&
      !this.intervals?.size &&
      !this.addresses?.size &&
      this.present === undefined
    );
  }

  /** The item of a key. INVARIANT: never called with `except` keys, which have an index of their own. */
  cell(key: OtherKey): Cell<T> {
    switch (key.kind) {
      case 'beginning':
        this.prefixes ??= new RadixTree(false);
        return textCell(this.prefixes, key.text);
      case 'ending':
        this.suffixes ??= new RadixTree(true);
        return textCell(this.suffixes, key.text);
      case 'substring':
        this.substrings ??= new SubstringIndex();
        return textCell(this.substrings, key.text);
      case 'interval':
        this.intervals ??= new IntervalIndex();
        return intervalCell(this.intervals, key.low, key.high);
      case 'addresses':
        this.zeros = key.zeros;
        this.addresses ??= new IntervalIndex();
        return intervalCell(this.addresses, key.first, key.last);
      case 'present':
      case 'except':
        return {
          get: () => this.present,
          set: (value) => {
            this.present = value;
          },
          delete: () => {
            this.present = undefined;
          },
        };
    }
  }

  /** Appends to `found` the item of every key that covers a value at the slot, which must be present. */
  collect(view: EventView, slot: number, found: T[]): void {
    const kind = view.kinds[slot] as number;
    if (kind === UNMATCHABLE) return;
    if (this.present !== undefined) found.push(this.present);
    if (kind === STRING) {
      if (this.readsStrings) this.collectString(view.string(slot), found);
    } else if (kind === NUMBER) {
      this.intervals?.collect(view.number(slot), found);
    } else if (kind === LIST) {
      this.collectList(view.lists[slot] ?? [], found);
    }
  }

  /** Appends the item of every key that covers one element of a list. */
  collectScalar({ kind, string, number }: Scalar, found: T[]): void {
    if (this.present !== undefined) found.push(this.present);
    if (kind === STRING) this.collectString(string, found);
    else if (kind === NUMBER) this.intervals?.collect(number, found);
  }

  private get readsStrings(): boolean {
    return (
      this.prefixes !== undefined ||
      this.suffixes !== undefined ||
      this.substrings !== undefined ||
      this.addresses !== undefined
    );
  }

  /** Visits all elements together, so that an item is found a bounded number of times. */
  private collectList(elements: readonly Scalar[], found: T[]): void {
    const turn = this.substrings?.nextTurn();
    const numbers: number[] = [];
    for (const { kind, string, number } of elements) {
      if (kind === STRING) this.collectString(string, found, turn);
      else if (kind === NUMBER) numbers.push(number);
    }
    if (numbers.length > 0) this.intervals?.collectAny(numbers, found);
  }

  private collectString(string: string, found: T[], turn?: number): void {
    this.prefixes?.collect(string, found);
    this.suffixes?.collect(string, found);
    this.substrings?.collect(string, found, turn);
    if (this.addresses === undefined) return;
    const address = addressIn(string, this.zeros);
    if (address >= 0) this.addresses.collect(address, found);
  }
}

interface TextIndex<T> {
  get(text: string): T | undefined;
  set(text: string, value: T): void;
  delete(text: string): void;
}

function textCell<T>(index: TextIndex<T>, text: string): Cell<T> {
  return {
    get: () => index.get(text),
    set: (value) => index.set(text, value),
    delete: () => index.delete(text),
  };
}

function intervalCell<T>(index: IntervalIndex<T>, low: number, high: number): Cell<T> {
  return {
    get: () => index.get(low, high),
    set: (value) => index.set(low, high, value),
    delete: () => index.delete(low, high),
  };
}
