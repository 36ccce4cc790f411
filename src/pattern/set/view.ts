/**
 * The values of one event at the paths of a set, by slot. Filled once for each event, from an object or from text, and
 * read by every index and condition. Arrays, objects and missing members have the meaning of event.ts. Of a text only
 * what is read is decoded; plain values are looked up by their bytes.
 */
import { never, type Predicate } from '../operators/predicate.ts';
import { numberText, plainInteger, stringAt } from '../scan/decode.ts';
import { type Ints, withIndex } from '../scan/ints.ts';
import type { Occurrences } from '../scan/occurrences.ts';
import type { Paths } from '../scan/paths.ts';
import type { Text } from '../scan/text.ts';
import type { Element } from '../together.ts';
import { retype } from '../value/java-numbers.ts';
import { isComparable } from '../value/numbers.ts';
import type { Numbers } from './chains.ts';
import { ESCAPED, type Interned, NONE } from './interned.ts';
import { ABSENT, FALSE, KIND_OF, LIST, NULL, NUMBER, STRING, TRUE, UNMATCHABLE } from './kinds.ts';
import { Lists } from './lists.ts';
import { Places } from './places.ts';
import { accepts, elementsAt, literalOf, literalText, plainOf, type Scalar, scalarsOf } from './scalars.ts';
import { scalarTag, stringTag } from './tags.ts';

/** The value was not looked up yet; other numbers below 0 mean that no pattern of the set has it. */
const UNREAD = -10;

/** INVARIANT: cleared before an event is filled in. */
export class EventView {
  /** The plain values of the set's patterns. */
  private readonly known: Interned;
  private readonly paths: Paths;
  /** The text of the event, or undefined for an object. */
  private text: Text | undefined;
  /** By slot. */
  kinds: Ints = new Int32Array(8);
  private values: Ints = new Int32Array(8);
  /** Undefined for one that is not decoded. */
  private readonly strings: (string | undefined)[] = [];
  /** NaN for one that is not decoded. */
  private readonly numbers: number[] = [];
  private readonly texts: (string | undefined)[] = [];
  private readonly lists: Lists;
  /** Where the values of a text with transparent arrays, or of an object, stand. */
  readonly places = new Places();
  private readonly retyped: boolean[] = [];
  /** The slots that are not absent, `count` of them. */
  present: Ints = new Int32Array(8);
  count = 0;
  /** Whether the object has each watched member, with any value. */
  private readonly roots: boolean[] = [];

  /** Whether equal numbers are equal by value: see `setNumber`. */
  private readonly byValue: boolean;

  constructor(known: Interned, paths: Paths, byValue: boolean) {
    this.known = known;
    this.paths = paths;
    this.byValue = byValue;
    this.lists = new Lists(known, byValue);
  }

  /** `retyped`: whether a number that is the member itself (not an element) is retyped. */
  addSlot(slot: number, retyped: boolean): void {
    this.kinds = withIndex(this.kinds, slot);
    this.values = withIndex(this.values, slot);
    this.present = withIndex(this.present, slot);
    this.strings[slot] = undefined;
    this.numbers[slot] = Number.NaN;
    this.texts[slot] = undefined;
    this.lists.addSlot(slot);
    this.places.addSlot(slot);
    this.retyped[slot] = retyped;
  }

  /** Must be called after each event: drops all references to it. */
  clear(): void {
    for (let i = 0; i < this.count; i++) {
      const slot = this.present[i] as number;
      const kind = this.kinds[slot];
      this.kinds[slot] = ABSENT;
      if (kind === STRING) this.strings[slot] = undefined;
      else if (kind === NUMBER) this.texts[slot] = undefined;
      else if (kind === LIST) this.lists.drop(slot);
    }
    this.places.clear();
    this.lists.clear();
    this.count = 0;
    this.text = undefined;
    if (this.roots.length > 0) this.roots.fill(false);
  }

  private put(slot: number, kind: number): void {
    // First, so that a slot is cleared even if the rest throws: an exhausted stack may throw anywhere.
    this.present[this.count++] = slot;
    this.kinds[slot] = kind;
    this.values[slot] = UNREAD;
  }

  private putList(slot: number, list: readonly Scalar[] | undefined): void {
    if (list === undefined || list.length === 0) {
      this.put(slot, UNMATCHABLE);
      return;
    }
    this.lists.set(slot, list);
    this.put(slot, LIST);
  }

  /** The object has a watched member. */
  seeRoot(watched: number): void {
    this.roots[watched] = true;
  }

  /** The value of an object at a slot. */
  putValue(slot: number, value: unknown): void {
    switch (typeof value) {
      case 'string':
        this.strings[slot] = value;
        this.put(slot, STRING);
        return;
      case 'number':
        if (Number.isFinite(value)) this.setNumber(slot, value, undefined);
        this.put(slot, Number.isFinite(value) ? NUMBER : NULL);
        return;
      case 'boolean':
        this.put(slot, value ? TRUE : FALSE);
        return;
      default:
        if (value === null) this.put(slot, NULL);
        else if (Array.isArray(value)) this.putList(slot, scalarsOf(value));
        else this.put(slot, UNMATCHABLE);
    }
  }

  private setNumber(slot: number, number: number, text: string | undefined): void {
    if (this.byValue) {
      // A number keeps its text only if no double stands for it: it then equals nothing but the same text.
      this.texts[slot] = text === undefined || isComparable(text) ? undefined : text;
      this.numbers[slot] = number;
      return;
    }
    // Unchanged by retyping: see event.ts.
    if (this.retyped[slot] === true && (text !== undefined || (number | 0) !== number)) {
      const retyped = retype(text ?? JSON.stringify(number));
      this.texts[slot] = retyped;
      this.numbers[slot] = Number(retyped);
    } else {
      this.texts[slot] = text;
      this.numbers[slot] = number;
    }
  }

  /** Fills in the values that a scan has recorded. */
  fillFromText(text: Text): void {
    const { paths } = this;
    this.text = text;
    for (let i = 0; i < paths.count; i++) {
      const slot = paths.slots[i] as number;
      if (!paths.has(slot)) continue;
      const start = paths.starts[slot] as number;
      const kind = KIND_OF[text.bytes[start] as number] as number;
      if (kind === LIST) {
        this.putList(slot, elementsAt(text, start));
      } else {
        if (kind === NUMBER) this.numbers[slot] = Number.NaN;
        this.put(slot, kind);
      }
    }
  }

  /** Fills in all values of a text where arrays are transparent. */
  fillFromOccurrences(text: Text, found: Occurrences): void {
    const { places } = this;
    const { chains } = this.lists;
    const { starts, ends } = this.paths;
    const { count, elements, numbers } = found;
    this.text = text;
    chains.begin(text, found);
    for (let k = 0; k < count; k++) {
      const slot = found.slots[k] as number;
      const element = k < elements.length ? elements[k] : undefined;
      if (this.kinds[slot] !== ABSENT) {
        chains.append(slot, k);
        this.kinds[slot] = LIST;
      } else {
        const start = found.starts[k] as number;
        starts[slot] = start;
        ends[slot] = found.ends[k] as number;
        const kind = KIND_OF[text.bytes[start] as number] as number;
        if (kind === NUMBER) this.numbers[slot] = numbers[k] as number;
        this.put(slot, kind);
        chains.start(slot, k);
      }
      places.add(slot, chains.count(slot) - 1, element);
    }
  }

  /** Adds a value to those at a slot where arrays are transparent. */
  addScalar(slot: number, scalar: Scalar, element: Element | undefined): void {
    const kind = this.kinds[slot] as number;
    let index = 0;
    if (kind === ABSENT) {
      this.putValue(slot, scalar.kind === NUMBER ? scalar.number : plainOf(scalar));
    } else {
      if (kind !== LIST) this.widen(slot);
      index = this.lists.append(slot, scalar);
    }
    this.places.add(slot, index, element);
  }

  /** Makes a list of the single value at a slot. */
  private widen(slot: number): void {
    this.lists.set(slot, [this.scalar(slot)]);
    this.strings[slot] = undefined;
    this.texts[slot] = undefined;
    this.kinds[slot] = LIST;
  }

  /** The values of a list, in their order. */
  list(slot: number): readonly Scalar[] {
    return this.lists.scalars(slot);
  }

  /** The values of a list as numbers, if doubles stand for all of them and the event is a text; otherwise undefined. */
  numbersOf(slot: number): Numbers | undefined {
    return this.lists.numbers(slot);
  }

  /** The numbers of the plain values at a slot that is present, as `listValues`. */
  valuesOf(slot: number): readonly number[] {
    return this.kinds[slot] === LIST ? this.listValues(slot) : [this.value(slot)];
  }

  /** Whether the predicate holds for the values at a slot that is present, in their order. */
  eachHolds(slot: number, predicate: Predicate): boolean[] {
    if (this.kinds[slot] !== LIST) return [this.holds(slot, predicate)];
    return this.list(slot).map((scalar) => accepts(predicate, scalar));
  }

  /** The single value at a slot that is present and no list. */
  private scalar(slot: number): Scalar {
    const kind = this.kinds[slot] as number;
    if (kind === STRING) return { kind, string: this.string(slot), number: 0, text: undefined };
    if (kind === NUMBER) {
      const number = this.number(slot);
      return { kind, string: '', number, text: this.texts[slot] };
    }
    return literalOf(kind);
  }

  /** Whether the number at a slot that has one is compared by its value. */
  isByValue(slot: number): boolean {
    this.number(slot);
    return this.texts[slot] === undefined;
  }

  /** Tries a string of a list before the others; none with the slot -1. */
  tryFirst(slot: number, string: string): void {
    this.lists.tryFirst(slot, string);
  }

  /** Whether there are only numbers at a slot that is present, and doubles stand for all of them. */
  hasDoubles(slot: number): boolean {
    const kind = this.kinds[slot];
    return kind === LIST ? this.lists.hasDoubles(slot) : kind === NUMBER && this.isByValue(slot);
  }

  /** Whether the event has a watched member, with any value. */
  hasRoot(watched: number): boolean {
    return this.text === undefined ? this.roots[watched] === true : this.paths.saw(watched);
  }

  /** The string at a slot that has one. */
  string(slot: number): string {
    const known = this.strings[slot];
    if (known !== undefined) return known;
    const { starts, ends } = this.paths;
    const string = stringAt(this.text as Text, (starts[slot] as number) + 1, (ends[slot] as number) - 1);
    this.strings[slot] = string;
    return string;
  }

  /** The number at a slot that has one. */
  number(slot: number): number {
    const known = this.numbers[slot] as number;
    if (!Number.isNaN(known)) return known;
    const text = this.text as Text;
    const start = this.paths.starts[slot] as number;
    const end = this.paths.ends[slot] as number;
    const integer = plainInteger(text.bytes, start, end);
    if (integer !== undefined) {
      this.setNumber(slot, integer, undefined);
    } else {
      const digits = numberText(text, start, end);
      this.setNumber(slot, Number(digits), digits);
    }
    return this.numbers[slot] as number;
  }

  /** The number of the plain value at a slot that is present; below 0 if no pattern has it there. */
  value(slot: number): number {
    const known = this.values[slot] as number;
    if (known !== UNREAD) return known;
    const value = this.lookUp(slot, this.kinds[slot] as number);
    this.values[slot] = value;
    return value;
  }

  private lookUp(slot: number, kind: number): number {
    const { known } = this;
    if (kind === STRING) {
      if (this.strings[slot] === undefined) {
        const start = (this.paths.starts[slot] as number) + 1;
        const { view } = this.text as Text;
        const value = known.findBytes(stringTag(slot), view, start, (this.paths.ends[slot] as number) - 1 - start);
        if (value !== ESCAPED) return value;
      }
      return known.findString(stringTag(slot), this.string(slot));
    }
    if (kind !== NUMBER) return known.findString(scalarTag(slot), literalText(kind));
    const number = this.number(slot);
    const text = this.texts[slot];
    if (text === undefined && this.byValue) return NONE;
    return known.findString(scalarTag(slot), text ?? JSON.stringify(number));
  }

  /** The numbers of the elements of a list, as `value`; fewer if the last ones have none. */
  listValues(slot: number): readonly number[] {
    return this.lists.values(slot);
  }

  /** Whether a slot has a plain value, itself or in its list. */
  hasValue(slot: number, value: number): boolean {
    const kind = this.kinds[slot] as number;
    if (kind === ABSENT || kind === UNMATCHABLE) return false;
    return kind === LIST ? this.listValues(slot).includes(value) : this.value(slot) === value;
  }

  /** Whether the predicate holds for some value at a slot that is present. */
  holds(slot: number, predicate: Predicate): boolean {
    switch (this.kinds[slot]) {
      case STRING:
        return predicate.string !== never && predicate.string(this.string(slot));
      case NUMBER:
        return predicate.number !== never && predicate.number(this.number(slot), this.texts[slot]);
      case TRUE:
        return predicate.true;
      case FALSE:
        return predicate.false;
      case NULL:
        return predicate.null;
      case LIST:
        return this.lists.someHolds(slot, predicate);
      default:
        return false;
    }
  }
}
