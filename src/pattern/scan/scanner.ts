/**
 * Walks the text of an event once, along a trie of paths, and files where the values of these paths stand. Nothing is
 * decoded and no object is made. What the values mean is the business of whoever asked.
 */
import { MAX_DEPTH } from '../json/read.ts';
import {
  CLOSE_OBJECT,
  COLON,
  COMMA,
  leapValue,
  MALFORMED,
  OPEN_OBJECT,
  plainEnd,
  QUOTE,
  skipSpace,
  skipString,
  skipValue,
} from './bytes.ts';
import { emptyText, stringAt, type Text } from './text.ts';
import type { ScanNode } from './trie.ts';

/** Told of each value as soon as it is filed; true ends the walk. */
export type OnValue = (slot: number) => boolean;

export class Scanner {
  private readonly root: ScanNode;
  private text: Text = emptyText;
  /** Counts the texts; what is marked with an older number is not there. */
  private generation = 0;
  private marks = new Int32Array(8);
  private listed = new Int32Array(8);
  /** By slot: where the value of its path begins and ends. Only for slots that are there. */
  starts = new Int32Array(8);
  ends = new Int32Array(8);
  /** The slots that were filed, each once; `count` of them. One that a later duplicate took away is not there any more. */
  slots = new Int32Array(8);
  count = 0;
  private onValue: OnValue | undefined;
  private stopped = false;

  constructor(root: ScanNode) {
    this.root = root;
  }

  /** Makes room for slots below `size`. */
  reserve(size: number): void {
    if (size <= this.marks.length) return;
    const length = 2 ** Math.ceil(Math.log2(size));
    this.marks = grown(this.marks, length);
    this.listed = grown(this.listed, length);
    this.starts = grown(this.starts, length);
    this.ends = grown(this.ends, length);
    this.slots = grown(this.slots, length);
  }

  has(slot: number): boolean {
    return this.marks[slot] === this.generation;
  }

  /** Whether the last text had this member, whatever its value. */
  saw(node: ScanNode): boolean {
    return node.seen === this.generation;
  }

  /**
   * Checks the whole text, and lets the last of duplicate members count.
   * @throws MALFORMED for text that is not JSON, or no object
   */
  scan(text: Text): void {
    this.begin(text, undefined);
    const { bytes, start, end } = text;
    const open = skipSpace(bytes, start);
    if (bytes[open] !== OPEN_OBJECT) throw MALFORMED;
    const close = skipSpace(bytes, this.object(bytes, open + 1, this.root, 1));
    if (close !== end) throw MALFORMED;
  }

  /**
   * For text that is known to be JSON: it is read only as far as `onValue` wants.
   * @throws MALFORMED where it is not JSON after all and that was noticed
   */
  leap(text: Text, onValue: OnValue): void {
    this.begin(text, onValue);
    const { bytes, start } = text;
    const open = skipSpace(bytes, start);
    if (bytes[open] !== OPEN_OBJECT) throw MALFORMED;
    this.object(bytes, open + 1, this.root, 1);
  }

  private begin(text: Text, onValue: OnValue | undefined): void {
    this.text = text;
    this.generation++;
    this.count = 0;
    this.onValue = onValue;
    this.stopped = false;
  }

  /** `i` is behind the opening brace; `depth` counts this object. */
  private object(bytes: Uint8Array, i: number, node: ScanNode, depth: number): number {
    const checked = this.onValue === undefined;
    const { view } = this.text;
    i = skipSpace(bytes, i);
    let c = bytes[i] as number;
    if (c === CLOSE_OBJECT) return i + 1;
    for (;;) {
      if (c !== QUOTE) throw MALFORMED;
      const start = ++i;
      i = plainEnd(view, i);
      c = bytes[i] as number;
      let child: ScanNode | undefined;
      if (c === QUOTE) {
        child = node.find(bytes, start, i++);
      } else {
        i = skipString(bytes, view, i);
        child = node.children.get(stringAt(this.text, start, i - 1));
      }
      c = bytes[i] as number;
      if (c <= 0x20) {
        i = skipSpace(bytes, i);
        c = bytes[i] as number;
      }
      if (c !== COLON) throw MALFORMED;
      c = bytes[++i] as number;
      if (c <= 0x20) i = skipSpace(bytes, i);
      if (child !== undefined) {
        i = this.value(bytes, i, child, depth);
        if (this.stopped) return i;
      } else {
        i = checked ? skipValue(bytes, view, i, depth) : leapValue(bytes, view, i);
      }
      c = bytes[i] as number;
      if (c <= 0x20) {
        i = skipSpace(bytes, i);
        c = bytes[i] as number;
      }
      if (c === CLOSE_OBJECT) return i + 1;
      if (c !== COMMA) throw MALFORMED;
      c = bytes[++i] as number;
      if (c <= 0x20) {
        i = skipSpace(bytes, i);
        c = bytes[i] as number;
      }
    }
  }

  private value(bytes: Uint8Array, i: number, node: ScanNode, depth: number): number {
    if (node.seen === this.generation) this.forget(node);
    node.seen = this.generation;
    let end: number;
    if (node.children.size > 0 && bytes[i] === OPEN_OBJECT) {
      if (depth === MAX_DEPTH) throw MALFORMED;
      end = this.object(bytes, i + 1, node, depth + 1);
      if (this.stopped) return end;
    } else {
      end =
        this.onValue === undefined ? skipValue(bytes, this.text.view, i, depth) : leapValue(bytes, this.text.view, i);
    }
    if (node.slot >= 0) this.file(node.slot, i, end);
    return end;
  }

  private file(slot: number, start: number, end: number): void {
    this.starts[slot] = start;
    this.ends[slot] = end;
    this.marks[slot] = this.generation;
    if (this.listed[slot] !== this.generation) {
      this.listed[slot] = this.generation;
      this.slots[this.count++] = slot;
    }
    if (this.onValue?.(slot) === true) this.stopped = true;
  }

  /** A duplicate member takes everything with it that an earlier one of its name had. */
  private forget(node: ScanNode): void {
    if (node.slot >= 0) this.marks[node.slot] = 0;
    for (const child of node.children.values()) {
      child.seen = 0;
      this.forget(child);
    }
  }
}

function grown(array: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length);
  larger.set(array);
  return larger;
}
