/**
 * The values at slots that have several: the elements of an array, and all values at a path where arrays are transparent.
 * Objects, numbers and the numbers of plain values are made when a test first needs them.
 */
import type { Predicate } from '../operators/predicate.ts';
import { type Ints, withIndex } from '../scan/ints.ts';
import { Chains, type Numbers } from './chains.ts';
import { type Interned, NONE } from './interned.ts';
import { NUMBER, STRING } from './kinds.ts';
import { accepts, distinct, isDouble, literalText, type Scalar } from './scalars.ts';
import { scalarTag, stringTag } from './tags.ts';

const NO_SCALARS: readonly Scalar[] = [];
const NO_IDS: readonly number[] = [];

const UNKNOWN = 0;
const NO = 1;
const YES = 2;

export class Lists {
  /** The plain values of the set's patterns. */
  private readonly known: Interned;
  /** Whether equal numbers are equal by value. */
  private readonly byValue: boolean;
  /** The lists of a text where arrays are transparent; those in `lists` are made of them. */
  readonly chains = new Chains();
  private readonly lists: (readonly Scalar[])[] = [];
  /** The numbers of the elements; undefined until they are looked up. */
  private readonly ids: (readonly number[] | undefined)[] = [];
  /** Whether a list has only numbers for which doubles stand, as NO or YES; UNKNOWN before the first test. */
  private doubles: Ints = new Int32Array(8);
  /** The list that is looked up now, and the string of it that is: it is tried before the others. */
  private firstOf = -1;
  private first = '';

  constructor(known: Interned, byValue: boolean) {
    this.known = known;
    this.byValue = byValue;
  }

  addSlot(slot: number): void {
    this.doubles = withIndex(this.doubles, slot);
    this.chains.addSlot(slot);
    this.drop(slot);
  }

  /** Drops the values at a slot. */
  drop(slot: number): void {
    this.lists[slot] = NO_SCALARS;
    this.ids[slot] = undefined;
    this.doubles[slot] = UNKNOWN;
  }

  /** Drops what belongs to no slot. */
  clear(): void {
    this.tryFirst(-1, '');
    if (this.byValue) this.chains.clear();
  }

  /** The values at a slot. */
  set(slot: number, list: readonly Scalar[]): void {
    this.lists[slot] = distinct(list);
  }

  /** Adds a value to those that `set` gave, where arrays are transparent. Returns its index. */
  append(slot: number, scalar: Scalar): number {
    return (this.lists[slot] as Scalar[]).push(scalar) - 1;
  }

  /** The values in their order. */
  scalars(slot: number): readonly Scalar[] {
    let list = this.lists[slot] as readonly Scalar[];
    if (list === NO_SCALARS) {
      list = this.chains.scalars(slot);
      this.lists[slot] = list;
    }
    return list;
  }

  /** The values as numbers, if doubles stand for all of them and the event is a text; otherwise undefined. */
  numbers(slot: number): Numbers | undefined {
    return this.lists[slot] === NO_SCALARS ? this.chains.numbers(slot) : undefined;
  }

  /** The numbers of the plain values; fewer if the last ones have none. */
  values(slot: number): readonly number[] {
    let ids = this.ids[slot];
    if (ids === undefined) {
      // No pattern has a number by its text for which a double stands.
      ids = this.numbers(slot) === undefined ? this.scalars(slot).map((scalar) => this.idOf(slot, scalar)) : NO_IDS;
      this.ids[slot] = ids;
    }
    return ids;
  }

  private idOf(slot: number, { kind, string, number, text }: Scalar): number {
    const { known } = this;
    if (kind === STRING) return known.findString(stringTag(slot), string);
    if (kind !== NUMBER) return known.findString(scalarTag(slot), literalText(kind));
    if (text === undefined && this.byValue) return NONE;
    return known.findString(scalarTag(slot), text ?? JSON.stringify(number));
  }

  /** Whether there are only numbers, and doubles stand for all of them. */
  hasDoubles(slot: number): boolean {
    if (this.doubles[slot] === UNKNOWN) {
      const all = this.numbers(slot) !== undefined || this.scalars(slot).every(isDouble);
      this.doubles[slot] = all ? YES : NO;
    }
    return this.doubles[slot] === YES;
  }

  /** Tries a string of a list before the others; none with the slot -1. */
  tryFirst(slot: number, string: string): void {
    this.firstOf = slot;
    this.first = string;
  }

  /** Whether the predicate holds for some value. */
  someHolds(slot: number, predicate: Predicate): boolean {
    const numbers = this.numbers(slot);
    if (this.firstOf === slot && predicate.string(this.first)) return true;
    if (numbers === undefined) return this.scalars(slot).some((scalar) => accepts(predicate, scalar));
    const { values, count } = numbers;
    for (let i = 0; i < count; i++) if (predicate.number(values[i] as number, undefined)) return true;
    return false;
  }
}
