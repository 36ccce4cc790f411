/** All keys of one path with the items filed under them: one look-up finds every key that covers a value. */
import type { Key } from '../operators/keys.ts';
import { addressIn } from '../value/addresses.ts';
import { IntervalIndex } from './intervals.ts';
import { RadixTree } from './radix.ts';
import { SubstringIndex } from './substrings.ts';
import { type EventView, FALSE, LIST, NUMBER, type Scalar, STRING, TRUE, UNMATCHABLE } from './view.ts';

/** The item of one key. */
interface Cell<T> {
  get(): T | undefined;
  set(value: T): void;
  delete(): void;
}

export class FieldIndex<T> {
  // Created on demand: a set of many paths has an index for each, and most have one kind of key.
  private strings: Map<string, T> | undefined;
  /** Numbers by their text; those with the text that `JSON.stringify` gives are also filed under their value. */
  private numberTexts: Map<string, T> | undefined;
  private numberValues: Map<number, T> | undefined;
  private literals: Map<boolean | null, T> | undefined;
  private prefixes: RadixTree<T> | undefined;
  private suffixes: RadixTree<T> | undefined;
  private substrings: SubstringIndex<T> | undefined;
  private intervals: IntervalIndex<T> | undefined;
  private addresses: IntervalIndex<T> | undefined;
  private zeros = false;
  private present: T | undefined;

  get isEmpty(): boolean {
    return (
      !this.strings?.size &&
      !this.numberTexts?.size &&
      !this.literals?.size &&
      !this.prefixes?.size &&
      !this.suffixes?.size &&
      !this.substrings?.size &&
      !this.intervals?.size &&
      !this.addresses?.size &&
      this.present === undefined
    );
  }

  /** The item of a key. INVARIANT: never called with `except` keys, which have an index of their own. */
  cell(key: Key): Cell<T> {
    switch (key.kind) {
      case 'string':
        this.strings ??= new Map();
        return mapCell(this.strings, key.text);
      case 'number':
        return this.numberCell(key.text);
      case 'literal':
        this.literals ??= new Map();
        return mapCell(this.literals, key.value);
      case 'beginning':
        this.prefixes ??= new RadixTree(false);
        return mapCell(this.prefixes, key.text);
      case 'ending':
        this.suffixes ??= new RadixTree(true);
        return mapCell(this.suffixes, key.text);
      case 'substring':
        this.substrings ??= new SubstringIndex();
        return mapCell(this.substrings, key.text);
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

  private numberCell(text: string): Cell<T> {
    this.numberTexts ??= new Map();
    this.numberValues ??= new Map();
    const byText = mapCell(this.numberTexts, text);
    const value = Number(text);
    if (JSON.stringify(value) !== text) return byText;
    const byValue = mapCell(this.numberValues, value);
    return {
      get: byText.get,
      set: (item) => {
        byText.set(item);
        byValue.set(item);
      },
      delete: () => {
        byText.delete();
        byValue.delete();
      },
    };
  }

  /** Calls `found` for every key that covers a value at the slot, which must be present. */
  visit(view: EventView, slot: number, found: (item: T) => void): void {
    const kind = view.kinds[slot] as number;
    if (kind === UNMATCHABLE) return;
    if (kind === LIST) this.visitList(view.lists[slot] ?? [], found);
    else this.visitScalar(kind, view.strings[slot] as string, view.numbers[slot] as number, view.texts[slot], found);
  }

  visitScalar(kind: number, string: string, number: number, text: string | undefined, found: (item: T) => void): void {
    if (this.present !== undefined) found(this.present);
    this.visitEqual(kind, string, number, text, found);
    if (kind === STRING) this.visitString(string, found);
    else if (kind === NUMBER) this.intervals?.visit(number, found);
  }

  /** Visits all elements together, so that an item is found a bounded number of times. */
  private visitList(elements: readonly Scalar[], found: (item: T) => void): void {
    if (this.present !== undefined) found(this.present);
    const turn = {};
    const numbers: number[] = [];
    for (const { kind, string, number, text } of elements) {
      this.visitEqual(kind, string, number, text, found);
      if (kind === STRING) this.visitString(string, found, turn);
      else if (kind === NUMBER) numbers.push(number);
    }
    if (numbers.length > 0) this.intervals?.visitAny(numbers, found);
  }

  private visitEqual(
    kind: number,
    string: string,
    number: number,
    text: string | undefined,
    found: (item: T) => void,
  ): void {
    let item: T | undefined;
    if (kind === STRING) item = this.strings?.get(string);
    else if (kind === NUMBER) item = text === undefined ? this.numberValues?.get(number) : this.numberTexts?.get(text);
    else item = this.literals?.get(kind === TRUE ? true : kind === FALSE ? false : null);
    if (item !== undefined) found(item);
  }

  private visitString(string: string, found: (item: T) => void, turn?: object): void {
    this.prefixes?.visit(string, found);
    this.suffixes?.visit(string, found);
    this.substrings?.visit(string, found, turn);
    if (this.addresses === undefined) return;
    const address = addressIn(string, this.zeros);
    if (address >= 0) this.addresses.visit(address, found);
  }
}

interface MapLike<K, T> {
  get(key: K): T | undefined;
  set(key: K, value: T): unknown;
  delete(key: K): unknown;
}

function mapCell<K, T>(map: MapLike<K, T>, key: K): Cell<T> {
  return {
    get: () => map.get(key),
    set: (value) => {
      map.set(key, value);
    },
    delete: () => {
      map.delete(key);
    },
  };
}

function intervalCell<T>(index: IntervalIndex<T>, low: number, high: number): Cell<T> {
  return {
    get: () => index.get(low, high),
    set: (value) => index.set(low, high, value),
    delete: () => index.delete(low, high),
  };
}
