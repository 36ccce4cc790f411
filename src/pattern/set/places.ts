/** Where the values of an event stand, if it matters in which element of an array that is. */
import type { Element } from '../together.ts';

const NONE: readonly (Element | undefined)[] = [];

export class Places {
  /** By slot: the elements of its values, as many as there are values; none if no value stands in an element that matters. */
  private readonly elements: (readonly (Element | undefined)[])[] = [];
  /** The slots that have such a value. */
  private readonly slots: number[] = [];

  addSlot(slot: number): void {
    this.elements[slot] = NONE;
  }

  /** The number of slots of which a value stands in an element that matters. */
  get count(): number {
    return this.slots.length;
  }

  clear(): void {
    if (this.slots.length === 0) return;
    for (const slot of this.slots) this.elements[slot] = NONE;
    this.slots.length = 0;
  }

  /** Records the element, or none, of the value with this index. Called for all values of a slot in their order. */
  add(slot: number, index: number, element: Element | undefined): void {
    let elements = this.elements[slot] as (Element | undefined)[];
    if (elements === NONE) {
      if (element === undefined) return;
      elements = new Array(index).fill(undefined);
      this.elements[slot] = elements;
      this.slots.push(slot);
    }
    elements.push(element);
  }

  /** Whether a value of the slot stands in an element that matters. */
  has(slot: number): boolean {
    return this.elements[slot] !== NONE;
  }

  /** Where the values of such a slot stand, in their order. */
  of(slot: number): readonly (Element | undefined)[] {
    return this.elements[slot] as readonly (Element | undefined)[];
  }
}
