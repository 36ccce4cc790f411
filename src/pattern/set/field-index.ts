/** The keys of one path that are no plain values, with the items filed under them: finds every key that covers a value. */
import { addressIn } from '../value/addresses.ts';
import { foldedText } from '../value/folding.ts';
import { type Address, ipAddressIn } from '../value/ip-addresses.ts';
import { isComparable } from '../value/numbers.ts';
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
  private folded: FoldedIndex<T> | undefined;
  private ipAddresses: IpIndex<T> | undefined;
  private present: T | undefined;
  /** Whether the intervals are inexact: none of them covers a number that is compared by its text. */
  private inexact = false;

  get isEmpty(): boolean {
    return (
      !this.prefixes?.size &&
      !this.suffixes?.size &&
      !this.substrings?.size &&
      !this.intervals?.size &&
      !this.addresses?.size &&
      !this.folded?.size &&
      this.ipAddresses?.isEmpty !== false &&
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
      case 'folded':
      case 'folded-beginning':
      case 'folded-ending':
        this.folded ??= new FoldedIndex();
        return textCell(this.folded.of(key.kind), key.text);
      case 'interval':
        if (key.inexact) this.inexact = true;
        this.intervals ??= new IntervalIndex();
        return intervalCell(this.intervals, key.low, key.high);
      case 'addresses':
        this.zeros = key.zeros;
        this.addresses ??= new IntervalIndex();
        return intervalCell(this.addresses, key.first, key.last);
      case 'ip-addresses': {
        this.ipAddresses ??= new IpIndex();
        return this.ipAddresses.cell(key.first, key.last);
      }
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
    if (kind === LIST) {
      const numbers = view.numbersOf(slot);
      if (numbers === undefined) {
        this.collectList(view.list(slot), found);
        return;
      }
      if (this.present !== undefined) found.push(this.present);
      this.intervals?.collectAny(numbers.values, numbers.count, found);
      return;
    }
    if (this.present !== undefined) found.push(this.present);
    if (kind === STRING) {
      if (this.readsStrings) this.collectString(view.string(slot), found);
    } else if (kind === NUMBER) {
      if (this.intervals !== undefined && (!this.inexact || view.isByValue(slot)))
        this.intervals.collect(view.number(slot), found);
    }
  }

  /** Appends the item of every key that covers one element of a list. */
  collectScalar({ kind, string, number, text }: Scalar, found: T[]): void {
    if (this.present !== undefined) found.push(this.present);
    if (kind === STRING) this.collectString(string, found);
    else if (kind === NUMBER && !(this.inexact && text !== undefined && !isComparable(text)))
      this.intervals?.collect(number, found);
  }

  private get readsStrings(): boolean {
    return (
      this.prefixes !== undefined ||
      this.suffixes !== undefined ||
      this.substrings !== undefined ||
      this.addresses !== undefined ||
      this.folded !== undefined ||
      this.ipAddresses !== undefined
    );
  }

  /**
   * Visits all elements together, so that an item is found a bounded number of times. Of inexact intervals also for
   * numbers that are compared by their texts: most lists would be compared in vain to tell them apart.
   */
  private collectList(elements: readonly Scalar[], found: T[]): void {
    const turn = this.collectOthers(elements, found);
    for (const { kind, string } of elements) if (kind === STRING) this.collectString(string, found, turn);
  }

  /** Appends the items for a list with any values, and for its numbers. Returns the turn for its strings. */
  collectOthers(elements: readonly Scalar[], found: T[]): number | undefined {
    if (this.present !== undefined) found.push(this.present);
    const numbers: number[] = [];
    for (const { kind, number } of elements) if (kind === NUMBER) numbers.push(number);
    if (numbers.length > 0) this.intervals?.collectAny(Float64Array.from(numbers), numbers.length, found);
    return this.substrings?.nextTurn();
  }

  /** Whether it has folded texts, whose keys are inexact. */
  get isFolded(): boolean {
    return this.folded !== undefined;
  }

  /** Appends the item of every key that covers a string of a list; `turn` is that of the list. */
  collectString(string: string, found: T[], turn?: number): void {
    this.prefixes?.collect(string, found);
    this.suffixes?.collect(string, found);
    this.substrings?.collect(string, found, turn);
    if (this.folded !== undefined) this.folded.collect(foldedText(string), found);
    if (this.ipAddresses !== undefined) this.ipAddresses.collect(string, found);
    if (this.addresses === undefined) return;
    const address = addressIn(string, this.zeros);
    if (address >= 0) this.addresses.collect(address, found);
  }
}

/** Keys by folded texts. */
class FoldedIndex<T> {
  private readonly whole = new Map<string, T>();
  private beginnings: RadixTree<T> | undefined;
  private endings: RadixTree<T> | undefined;

  get size(): number {
    return this.whole.size + (this.beginnings?.size ?? 0) + (this.endings?.size ?? 0);
  }

  of(kind: 'folded' | 'folded-beginning' | 'folded-ending'): TextIndex<T> {
    if (kind === 'folded') return this.whole;
    if (kind === 'folded-ending') {
      this.endings ??= new RadixTree(true);
      return this.endings;
    }
    this.beginnings ??= new RadixTree(false);
    return this.beginnings;
  }

  collect(folded: string, found: T[]): void {
    const item = this.whole.get(folded);
    if (item !== undefined) found.push(item);
    this.beginnings?.collect(folded, found);
    this.endings?.collect(folded, found);
  }
}

/** Blocks of addresses of both families. */
class IpIndex<T> {
  private readonly v4 = new IntervalIndex<T>();
  private readonly v6 = new DigitIndex<T>(0);

  get isEmpty(): boolean {
    return this.v4.size === 0 && this.v6.isEmpty;
  }

  cell(first: Address, last: Address): Cell<T> {
    return typeof first === 'number'
      ? intervalCell(this.v4, first, last as number)
      : this.v6.cell(first, last as string);
  }

  collect(string: string, found: T[]): void {
    const address = ipAddressIn(string);
    if (typeof address === 'number') this.v4.collect(address, found);
    else if (address !== undefined) this.v6.collect(address, found);
  }
}

/** The hexadecimal digits of an IPv6 address that a double holds exactly. */
const EXACT_DIGITS = 13;
const ALL_DIGITS = 32;

/** Blocks of IPv6 addresses that agree in their first digits, by the next ones. */
class DigitIndex<T> {
  private readonly from: number;
  /** The blocks that these digits tell apart: all of the addresses with digits between two numbers. */
  private readonly blocks = new IntervalIndex<T>();
  /** By these digits: smaller blocks. */
  private readonly below = new Map<number, DigitIndex<T>>();

  constructor(from: number) {
    this.from = from;
  }

  /** An index below is removed with its last block. */
  get isEmpty(): boolean {
    return this.blocks.size === 0 && this.below.size === 0;
  }

  private digitsOf(address: string): number {
    return Number.parseInt(address.slice(this.from, this.from + EXACT_DIGITS), 16);
  }

  cell(first: string, last: string): Cell<T> {
    const low = this.digitsOf(first);
    const high = this.digitsOf(last);
    const next = this.from + EXACT_DIGITS;
    if (low !== high || next >= ALL_DIGITS) return intervalCell(this.blocks, low, high);
    let index = this.below.get(low);
    if (index === undefined) {
      index = new DigitIndex(next);
      this.below.set(low, index);
    }
    const { below } = this;
    const kept = index;
    const cell = kept.cell(first, last);
    return {
      get: cell.get,
      set: cell.set,
      delete() {
        cell.delete();
        if (kept.isEmpty) below.delete(low);
      },
    };
  }

  collect(address: string, found: T[]): void {
    const digits = this.digitsOf(address);
    this.blocks.collect(digits, found);
    this.below.get(digits)?.collect(address, found);
  }
}

interface TextIndex<T> {
  get(text: string): T | undefined;
  set(text: string, value: T): unknown;
  delete(text: string): unknown;
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
