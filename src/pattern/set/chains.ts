/**
 * The values of a text at slots that have several, where arrays are transparent. Most are numbers that are only compared,
 * so that an object is made for a value only where one is needed.
 */
import { type Ints, newInts, withIndex } from '../scan/ints.ts';
import type { Occurrences } from '../scan/occurrences.ts';
import type { Text } from '../scan/text.ts';
import { isComparable } from '../value/numbers.ts';
import { NUMBER } from './kinds.ts';
import { type Scalar, scalarAt } from './scalars.ts';

/** Numbers, the first `count` places of an array that is used again for the next event. */
export interface Numbers {
  values: Float64Array<ArrayBuffer>;
  count: number;
}

const UNREAD = 0;
const NUMERIC = 1;
const MIXED = 2;

/** A longer array is not kept for the next event. */
const KEPT = 4096;

export class Chains {
  private text: Text | undefined;
  private found: Occurrences | undefined;
  /** By slot: its first and its last value, how many there are, and whether all of them are numbers. */
  private firsts: Ints = newInts(8);
  private lasts: Ints = newInts(8);
  private counts: Ints = newInts(8);
  private states: Ints = newInts(8);
  private readonly lists: Numbers[] = [];
  /** By value: the next one of the same slot. */
  private nexts: Ints = newInts(16);

  addSlot(slot: number): void {
    this.firsts = withIndex(this.firsts, slot);
    this.lasts = withIndex(this.lasts, slot);
    this.counts = withIndex(this.counts, slot);
    this.states = withIndex(this.states, slot);
    this.lists[slot] = { values: new Float64Array(0), count: 0 };
  }

  begin(text: Text, found: Occurrences): void {
    this.text = text;
    this.found = found;
    if (found.count > this.nexts.length) this.nexts = newInts(2 * found.count);
  }

  clear(): void {
    this.text = undefined;
    this.found = undefined;
    if (this.nexts.length > KEPT) this.nexts = newInts(16);
  }

  /** The first value of a slot. */
  start(slot: number, value: number): void {
    this.firsts[slot] = value;
    this.lasts[slot] = value;
    this.counts[slot] = 1;
    this.states[slot] = UNREAD;
  }

  append(slot: number, value: number): void {
    this.nexts[this.lasts[slot] as number] = value;
    this.lasts[slot] = value;
    (this.counts[slot] as number)++;
  }

  count(slot: number): number {
    return this.counts[slot] as number;
  }

  /** The values of a slot in their order if doubles stand for all of them; otherwise undefined. */
  numbers(slot: number): Numbers | undefined {
    if (this.states[slot] === UNREAD) this.states[slot] = this.readNumbers(slot) ? NUMERIC : MIXED;
    return this.states[slot] === NUMERIC ? this.lists[slot] : undefined;
  }

  private readNumbers(slot: number): boolean {
    const { found, nexts } = this;
    if (found === undefined) return false;
    const { numbers } = found;
    const into = this.lists[slot] as Numbers;
    const count = this.counts[slot] as number;
    if (into.values.length < count || into.values.length > KEPT) into.values = new Float64Array(2 * count);
    const { values } = into;
    let at = this.firsts[slot] as number;
    for (let i = 0; i < count; i++) {
      const number = numbers[at] as number;
      if (Number.isNaN(number)) return false;
      values[i] = number;
      at = nexts[at] as number;
    }
    into.count = count;
    return true;
  }

  /** The values of a slot in their order. */
  scalars(slot: number): Scalar[] {
    const scalars: Scalar[] = [];
    const { text, found, nexts } = this;
    if (text === undefined || found === undefined) return scalars;
    let at = this.firsts[slot] as number;
    for (let i = this.counts[slot] as number; i > 0; i--) {
      const number = found.numbers[at] as number;
      if (Number.isNaN(number))
        scalars.push(byValue(scalarAt(text, found.starts[at] as number, found.ends[at] as number)));
      else scalars.push({ kind: NUMBER, string: '', number, text: undefined });
      at = nexts[at] as number;
    }
    return scalars;
  }
}

/** A number for which a double stands is compared by its value alone. */
function byValue(scalar: Scalar): Scalar {
  return scalar.text !== undefined && isComparable(scalar.text) ? { ...scalar, text: undefined } : scalar;
}
