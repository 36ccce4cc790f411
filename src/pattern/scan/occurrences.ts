/**
 * Finds every value at the requested paths of a text, where arrays are transparent: through arrays at any depth,
 * through members whose names have dots, and in all duplicates. Decodes nothing.
 */
import { MAX_DEPTH } from '../json/read.ts';
import { type Element, elementOf } from '../together.ts';
import {
  CLOSE_ARRAY,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  leapString,
  leapValue,
  MALFORMED,
  nameEnd,
  OPEN_ARRAY,
  OPEN_OBJECT,
  QUOTE,
  skipSpace,
} from './bytes.ts';
import { stringAt } from './decode.ts';
import type { Mode } from './engine.ts';
import { type Ints, newInts, withIndex } from './ints.ts';
import type { Paths } from './paths.ts';
import { checkObject, scanAll } from './scan.ts';
import { loadMore, type Text } from './text.ts';
import type { ScanNode } from './trie.ts';
import type { AllTables } from './wasm/all-tables.ts';

/** Results that are no offset: the window ends, or something malformed follows; and all values are found. */
const CUT = -1;
const FOUND = -2;

export class Occurrences {
  /** In the order of the text: the slot, begin and end of each value, `count` of them. */
  slots: Ints = newInts(16);
  starts: Ints = newInts(16);
  ends: Ints = newInts(16);
  /** Each number that a double stands for, if the engine has decoded it; NaN for all other values. */
  numbers: Float64Array<ArrayBuffer> = undecoded(16);
  /** The innermost element of an array at a shared node that each value stands in; shorter if the last ones have none. */
  readonly elements: (Element | undefined)[] = [];
  count = 0;
  /** The tables of the walk here; another engine has its own. */
  private own: {
    readonly slots: Ints;
    readonly starts: Ints;
    readonly ends: Ints;
    readonly numbers: Float64Array<ArrayBuffer>;
  };
  private arrays = 0;
  /** The number of arrays around the current value. */
  private nesting = 0;
  /** The slots that can have no more values, and how many of them end the scan. */
  private settled = 0;
  private goal = 0;
  private scans = 0;
  private readonly emptyNames: boolean;

  /** `emptyNames`: whether a member whose name is empty is looked into. */
  constructor(emptyNames = true) {
    this.emptyNames = emptyNames;
    this.own = this.tables();
  }

  private tables(): typeof this.own {
    const { slots, starts, ends, numbers } = this;
    return { slots, starts, ends, numbers };
  }

  /**
   * `checked` text is read and checked as a whole. `trusted` text is read until every path was met: in an object where
   * two members have the same path, the second one may be overlooked.
   * @throws MALFORMED for text that is not a JSON object; for trusted text, if that is noticed
   */
  find(text: Text, paths: Paths, mode: Mode): void {
    const tables = scanAll(text, paths, mode, this.emptyNames);
    if (tables !== undefined) {
      this.take(tables);
      return;
    }
    if (mode === 'checked') checkObject(text);
    const { slots, starts, ends, numbers } = this.own;
    this.slots = slots;
    this.starts = starts;
    this.ends = ends;
    this.numbers = numbers;
    while (this.walk(text, paths, mode) === CUT) if (!loadMore()) throw MALFORMED;
  }

  /** Takes over what another engine has found. */
  private take({ count, head, slots, starts, ends, numbers, within, arrays, indexes, around }: AllTables): void {
    this.slots = slots;
    this.starts = starts;
    this.ends = ends;
    this.numbers = numbers;
    this.clear();
    this.count = count;
    const elements: Element[] = [];
    for (let k = 0; k < (head[0] as number); k++)
      elements.push(elementOf(arrays[k] as number, indexes[k] as number, elementAt(elements, around[k] as number)));
    if (elements.length === 0) return;
    for (let k = 0; k < count; k++) this.elements.push(elementAt(elements, within[k] as number));
  }

  /** Drops all references to the event. Called after the values are read. */
  clear(): void {
    this.count = 0;
    if (this.elements.length > 0) this.elements.length = 0;
  }

  /** Each window is walked from the beginning of the text: together they are not much longer than the last one. */
  private walk(text: Text, paths: Paths, mode: Mode): number {
    this.clear();
    this.scans++;
    this.arrays = 0;
    this.nesting = 0;
    this.settled = 0;
    this.goal = mode === 'trusted' ? paths.size : Number.POSITIVE_INFINITY;
    const open = skipSpace(text.bytes, text.start);
    if (open === text.end) return CUT;
    if (text.bytes[open] !== OPEN_OBJECT) throw MALFORMED;
    const end = this.object(text, open + 1, paths.root, undefined, 1);
    // The next window is as large as this one had to be.
    const last = this.count - 1;
    paths.reach = end === FOUND && last >= 0 ? (this.ends[last] as number) - text.start : text.end - text.start;
    return end;
  }

  /** `i` is behind the opening brace; `depth` counts this object. */
  private object(text: Text, i: number, node: ScanNode, element: Element | undefined, depth: number): number {
    const { bytes, view } = text;
    let { settled } = this;
    i = skipSpace(bytes, i) | 0;
    if (bytes[i] === CLOSE_OBJECT) return i + 1;
    for (;;) {
      if (bytes[i] !== QUOTE) return CUT;
      const start = ++i;
      i = nameEnd(view, i) | 0;
      let child: ScanNode | undefined;
      if (i >= 0 && bytes[i] === QUOTE) {
        child = node.find(bytes, start, i++);
      } else {
        i = leapString(bytes, view, start) | 0;
        if (i < 0) return CUT;
        child = this.named(node, stringAt(text, start, i - 1));
      }
      let c = bytes[i] as number;
      if (c <= 0x20) {
        i = skipSpace(bytes, i) | 0;
        c = bytes[i] as number;
      }
      if (c !== COLON) return CUT;
      c = bytes[++i] as number;
      if (c <= 0x20) i = skipSpace(bytes, i) | 0;
      if (child === undefined || (!this.emptyNames && bytes[start] === QUOTE)) {
        i = leapValue(bytes, view, i) | 0;
        if (i < 0) return CUT;
      } else {
        if (child.seen === this.scans && this.nesting === 0) this.goal = Number.POSITIVE_INFINITY;
        child.seen = this.scans;
        i = this.value(text, i, child, element, depth) | 0;
        if (i < 0) return i;
        if (this.nesting === 0) {
          settled += child.below;
          this.settled = settled;
          if (settled >= this.goal) return FOUND;
        }
      }
      c = bytes[i] as number;
      if (c <= 0x20) {
        i = skipSpace(bytes, i) | 0;
        c = bytes[i] as number;
      }
      if (c === CLOSE_OBJECT) return i + 1;
      if (c !== COMMA) return CUT;
      c = bytes[++i] as number;
      if (c <= 0x20) i = skipSpace(bytes, i) | 0;
    }
  }

  /** The node of a name with dots, escapes or characters beyond ASCII. A name with dots is a path of several steps. */
  private named(node: ScanNode, name: string): ScanNode | undefined {
    if (!name.includes('.')) return node.children.get(name);
    const child = node.at(name.split('.'));
    // The same path may be met again.
    if (child !== undefined) this.goal = Number.POSITIVE_INFINITY;
    return child;
  }

  private value(text: Text, i: number, node: ScanNode, element: Element | undefined, depth: number): number {
    const c = text.bytes[i];
    if (c === OPEN_OBJECT && node.children.size > 0) {
      if (depth === MAX_DEPTH) throw MALFORMED;
      return this.object(text, i + 1, node, element, depth + 1);
    }
    if (c === OPEN_ARRAY) return this.array(text, i, node, element, depth);
    const end = leapValue(text.bytes, text.view, i) | 0;
    if (end < 0) return CUT;
    if (node.slot >= 0 && c !== OPEN_OBJECT) this.record(node.slot, i, end, element);
    return end;
  }

  private array(text: Text, i: number, node: ScanNode, element: Element | undefined, depth: number): number {
    const { bytes } = text;
    if (depth === MAX_DEPTH) throw MALFORMED;
    const { shared } = node;
    const array = shared ? this.arrays++ : 0;
    i = skipSpace(bytes, i + 1) | 0;
    if (bytes[i] === CLOSE_ARRAY) return i + 1;
    this.nesting++;
    for (let index = 0; ; index++) {
      const isInside = shared && (bytes[i] === OPEN_OBJECT || bytes[i] === OPEN_ARRAY);
      i = this.value(text, i, node, isInside ? elementOf(array, index, element) : element, depth + 1);
      if (i < 0) return i;
      i = skipSpace(bytes, i) | 0;
      if (bytes[i] === CLOSE_ARRAY) break;
      if (bytes[i] !== COMMA) return CUT;
      i = skipSpace(bytes, i + 1) | 0;
    }
    this.nesting--;
    return i + 1;
  }

  private record(slot: number, start: number, end: number, element: Element | undefined): void {
    const { count } = this;
    if (count === this.slots.length) {
      this.slots = withIndex(this.slots, 2 * count);
      this.starts = withIndex(this.starts, 2 * count);
      this.ends = withIndex(this.ends, 2 * count);
      this.numbers = undecoded(this.slots.length);
      this.own = this.tables();
    }
    this.slots[count] = slot;
    this.starts[count] = start;
    this.ends[count] = end;
    if (element !== undefined) {
      while (this.elements.length < count) this.elements.push(undefined);
      this.elements.push(element);
    }
    this.count = count + 1;
  }
}

/** `no`: one more than the index of an element, or 0 for none. */
function elementAt(elements: readonly Element[], no: number): Element | undefined {
  return no === 0 ? undefined : elements[no - 1];
}

function undecoded(length: number): Float64Array<ArrayBuffer> {
  return new Float64Array(length).fill(Number.NaN);
}
