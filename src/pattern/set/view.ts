/**
 * The values of one event at the paths of a set, by slot. Filled once for each event, from an object or from text, and
 * read by every index and condition. Arrays, objects and missing members have the meaning of event.ts.
 */
import { isMissing, isSteppable, memberValue } from '../event.ts';
import type { Predicate } from '../operators/predicate.ts';
import { CLOSE_ARRAY, OPEN_ARRAY, OPEN_OBJECT, QUOTE, skipSpace, skipValue } from '../scan/bytes.ts';
import { numberText, plainInteger, stringAt } from '../scan/decode.ts';
import type { Paths } from '../scan/paths.ts';
import type { Text } from '../scan/text.ts';
import type { ScanNode } from '../scan/trie.ts';
import { retype } from '../value/java-numbers.ts';

export const ABSENT = 0;
export const STRING = 1;
export const NUMBER = 2;
export const TRUE = 3;
export const FALSE = 4;
export const NULL = 5;
/** A non-empty array of scalars. */
export const LIST = 6;
/** An object, an empty array, or an array with an object or an array in it: no condition can hold. */
export const UNMATCHABLE = 7;

/** One value, as an element of an array. */
export interface Scalar {
  readonly kind: number;
  readonly string: string;
  readonly number: number;
  /** Of a number: as sent; undefined for the text that `JSON.stringify` gives. */
  readonly text: string | undefined;
}

const NO_SCALARS: readonly Scalar[] = [];

/** INVARIANT: cleared before an event is filled in. */
export class EventView {
  readonly kinds: number[] = [];
  readonly strings: string[] = [];
  readonly numbers: number[] = [];
  readonly texts: (string | undefined)[] = [];
  readonly lists: (readonly Scalar[])[] = [];
  /** The slots that are not absent. */
  readonly present: number[] = [];
  /** Whether the event has each watched member, with any value. */
  readonly roots: boolean[] = [];
  private readonly retyped: boolean[] = [];

  /** `retyped`: whether a number that is the member itself (not an element) is retyped. */
  addSlot(slot: number, retyped: boolean): void {
    this.kinds[slot] = ABSENT;
    this.strings[slot] = '';
    this.numbers[slot] = 0;
    this.texts[slot] = undefined;
    this.lists[slot] = NO_SCALARS;
    this.retyped[slot] = retyped;
  }

  /** Must be called after each event: drops all references to it. */
  clear(): void {
    for (const slot of this.present) {
      const kind = this.kinds[slot];
      this.kinds[slot] = ABSENT;
      if (kind === STRING) this.strings[slot] = '';
      else if (kind === NUMBER) this.texts[slot] = undefined;
      else if (kind === LIST) this.lists[slot] = NO_SCALARS;
    }
    this.present.length = 0;
    this.roots.fill(false);
  }

  private put(slot: number, kind: number): void {
    // First, so that a slot is cleared even if the rest throws: an exhausted stack may throw anywhere.
    this.present.push(slot);
    this.kinds[slot] = kind;
  }

  private putNumber(slot: number, number: number, text: string | undefined): void {
    // Unchanged by retyping: see event.ts.
    if (this.retyped[slot] === true && (text !== undefined || (number | 0) !== number)) {
      const retyped = retype(text ?? JSON.stringify(number));
      this.texts[slot] = retyped;
      this.numbers[slot] = Number(retyped);
    } else {
      this.texts[slot] = text;
      this.numbers[slot] = number;
    }
    this.put(slot, NUMBER);
  }

  private putList(slot: number, list: readonly Scalar[] | undefined): void {
    if (list === undefined || list.length === 0) {
      this.put(slot, UNMATCHABLE);
      return;
    }
    this.lists[slot] = distinct(list);
    this.put(slot, LIST);
  }

  /** @throws TypeError for a BigInt at or above a requested path */
  fillFromObject(root: ScanNode, event: object): void {
    this.walk(root, event, true);
  }

  private walk(node: ScanNode, object: object, isRoot: boolean): void {
    if (node.children.size <= FEW) {
      for (const [name, child] of node.children) this.see(child, memberValue(object, name), isRoot);
      return;
    }
    for (const name of Object.keys(object)) {
      const child = node.children.get(name);
      if (child !== undefined) this.see(child, (object as Record<string, unknown>)[name], isRoot);
    }
  }

  private see(node: ScanNode, value: unknown, isRoot: boolean): void {
    if (isMissing(value)) return;
    if (typeof value === 'bigint') throw new TypeError('a BigInt is not JSON data');
    if (isRoot && node.watched >= 0) this.roots[node.watched] = true;
    if (node.children.size > 0 && isSteppable(value)) this.walk(node, value, false);
    if (node.slot < 0) return;
    this.putValue(node.slot, value);
  }

  private putValue(slot: number, value: unknown): void {
    switch (typeof value) {
      case 'string':
        this.strings[slot] = value;
        this.put(slot, STRING);
        return;
      case 'number':
        if (Number.isFinite(value)) this.putNumber(slot, value, undefined);
        else this.put(slot, NULL);
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

  /** Fills in the values that a scan has recorded. */
  fillFromText(paths: Paths, text: Text): void {
    for (let i = 0; i < paths.watchedCount; i++) this.roots[i] = paths.saw(i);
    for (let i = 0; i < paths.count; i++) {
      const slot = paths.slots[i] as number;
      if (paths.has(slot)) this.read(slot, text, paths.starts[slot] as number, paths.ends[slot] as number);
    }
  }

  private read(slot: number, text: Text, start: number, end: number): void {
    switch (text.bytes[start]) {
      case QUOTE:
        this.strings[slot] = stringAt(text, start + 1, end - 1);
        this.put(slot, STRING);
        return;
      case OPEN_OBJECT:
        this.put(slot, UNMATCHABLE);
        return;
      case OPEN_ARRAY:
        this.putList(slot, elementsAt(text, start));
        return;
      case 0x74:
        this.put(slot, TRUE);
        return;
      case 0x66:
        this.put(slot, FALSE);
        return;
      case 0x6e:
        this.put(slot, NULL);
        return;
      default:
        this.readNumber(slot, text, start, end);
    }
  }

  private readNumber(slot: number, text: Text, start: number, end: number): void {
    const integer = plainInteger(text.bytes, start, end);
    if (integer !== undefined) {
      this.putNumber(slot, integer, undefined);
      return;
    }
    const digits = numberText(text, start, end);
    this.putNumber(slot, Number(digits), digits);
  }

  /** Whether the predicate holds for some value at a slot that is present. */
  holds(slot: number, predicate: Predicate): boolean {
    const kind = this.kinds[slot] as number;
    if (kind === UNMATCHABLE) return false;
    if (kind === LIST)
      return (this.lists[slot] as readonly Scalar[]).some((s) =>
        accepts(predicate, s.kind, s.string, s.number, s.text),
      );
    return accepts(predicate, kind, this.strings[slot] as string, this.numbers[slot] as number, this.texts[slot]);
  }
}

/**
 * A node with at most this many children looks up each; otherwise the members of the event are looked up among the
 * children.
 */
const FEW = 16;

function accepts(
  predicate: Predicate,
  kind: number,
  string: string,
  number: number,
  text: string | undefined,
): boolean {
  switch (kind) {
    case STRING:
      return predicate.string(string);
    case NUMBER:
      return predicate.number(number, text);
    case TRUE:
      return predicate.true;
    case FALSE:
      return predicate.false;
    default:
      return predicate.null;
  }
}

const TRUE_SCALAR: Scalar = { kind: TRUE, string: '', number: 0, text: undefined };
const FALSE_SCALAR: Scalar = { kind: FALSE, string: '', number: 0, text: undefined };
const NULL_SCALAR: Scalar = { kind: NULL, string: '', number: 0, text: undefined };

/** Up to this many elements are not checked for duplicates. */
const FEW_EQUAL = 8;

/** Removes duplicates, so that equal elements are looked up once. */
function distinct(list: readonly Scalar[]): readonly Scalar[] {
  if (list.length <= FEW_EQUAL) return list;
  const strings = new Set<string>();
  const others = new Set<number | string | Scalar>();
  return list.filter((scalar) => {
    const { kind, string, number, text } = scalar;
    // Each literal is a single object.
    const value = kind === NUMBER ? (text ?? number) : scalar;
    const before = strings.size + others.size;
    if (kind === STRING) strings.add(string);
    else others.add(value);
    return strings.size + others.size > before;
  });
}

/** The scalar of a value that is not an object; values that JSON cannot represent become null. */
function scalarOf(value: unknown): Scalar {
  switch (typeof value) {
    case 'string':
      return { kind: STRING, string: value, number: 0, text: undefined };
    case 'number':
      return Number.isFinite(value) ? { kind: NUMBER, string: '', number: value, text: undefined } : NULL_SCALAR;
    case 'boolean':
      return value ? TRUE_SCALAR : FALSE_SCALAR;
    case 'bigint':
      throw new TypeError('a BigInt is not JSON data');
    default:
      return NULL_SCALAR;
  }
}

/** Undefined when an element is an object or an array. */
function scalarsOf(elements: readonly unknown[]): readonly Scalar[] | undefined {
  const scalars: Scalar[] = [];
  for (const element of elements) {
    if (typeof element === 'object' && element !== null) return undefined;
    scalars.push(scalarOf(element));
  }
  return scalars;
}

function elementsAt(text: Text, start: number): readonly Scalar[] | undefined {
  const { bytes, view } = text;
  const scalars: Scalar[] = [];
  for (let i = skipSpace(bytes, start + 1); bytes[i] !== CLOSE_ARRAY; ) {
    if (bytes[i] === OPEN_OBJECT || bytes[i] === OPEN_ARRAY) return undefined;
    const end = skipValue(bytes, view, i, 0);
    scalars.push(scalarAt(text, i, end));
    i = skipSpace(bytes, end);
    if (bytes[i] === CLOSE_ARRAY) break;
    i = skipSpace(bytes, i + 1);
  }
  return scalars;
}

function scalarAt(text: Text, start: number, end: number): Scalar {
  switch (text.bytes[start]) {
    case QUOTE:
      return { kind: STRING, string: stringAt(text, start + 1, end - 1), number: 0, text: undefined };
    case 0x74:
      return TRUE_SCALAR;
    case 0x66:
      return FALSE_SCALAR;
    case 0x6e:
      return NULL_SCALAR;
  }
  const integer = plainInteger(text.bytes, start, end);
  if (integer !== undefined) return { kind: NUMBER, string: '', number: integer, text: undefined };
  const digits = numberText(text, start, end);
  return { kind: NUMBER, string: '', number: Number(digits), text: digits };
}
