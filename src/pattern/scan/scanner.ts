/**
 * Scans the text of an event once, along a trie of paths, and records the offsets of the values at these paths. Decodes
 * nothing and makes no objects; the caller interprets the values.
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

/** Called for each value once it is recorded; true ends the scan. */
export type OnValue = (slot: number) => boolean;

/** The largest number of a mark: marks are 32-bit integers, as small integers and in arrays. */
const LAST_GENERATION = 2 ** 31 - 1;

export class Scanner {
  private readonly root: ScanNode;
  private text: Text = emptyText;
  /**
   * Counts the members found, over all texts. INVARIANT: never beyond LAST_GENERATION; `begin` restarts it from 0 in
   * time.
   */
  private generation = 0;
  /** `generation` before the current text: smaller or equal marks are of older texts. */
  private before = 0;
  /** By slot: the number of the member that was recorded last; 0 is older than any text. */
  private marks = new Int32Array(8);
  /** By slot: the begin and end of the value of its path. Valid only for slots of the current text. */
  starts = new Int32Array(8);
  ends = new Int32Array(8);
  /** The recorded slots, each once; `count` of them. One that a later duplicate replaced is no longer present. */
  slots = new Int32Array(8);
  count = 0;
  /** The nodes of `slots`. */
  private readonly nodes: ScanNode[] = [];
  /** Whether a member was found again, so that the earlier one and everything below it do not count. */
  private hasDuplicates = false;
  private onValue: OnValue | undefined;
  private stopped = false;

  constructor(root: ScanNode) {
    this.root = root;
  }

  /** Grows the arrays to hold `size` slots. */
  reserve(size: number): void {
    if (size <= this.marks.length) return;
    const length = 2 ** Math.ceil(Math.log2(size));
    this.marks = grown(this.marks, length);
    this.starts = grown(this.starts, length);
    this.ends = grown(this.ends, length);
    this.slots = grown(this.slots, length);
  }

  has(slot: number): boolean {
    return (this.marks[slot] as number) > this.before;
  }

  /** Whether the last text had this member, with any value. */
  saw(node: ScanNode): boolean {
    return node.seen > this.before;
  }

  /**
   * Scans and checks the whole text; the last of duplicate members counts.
   * @throws MALFORMED for text that is not JSON, or not an object
   */
  scan(text: Text): void {
    this.begin(text, undefined);
    try {
      const { bytes, end } = text;
      if (skipSpace(bytes, this.walk(text)) !== end) throw MALFORMED;
    } finally {
      this.finish();
    }
  }

  /**
   * Scans text that is known to be JSON until `onValue` returns true.
   * @throws MALFORMED for text that is not JSON after all, if noticed
   */
  leap(text: Text, onValue: OnValue): void {
    this.begin(text, onValue);
    try {
      this.walk(text);
    } finally {
      this.finish();
    }
  }

  private begin(text: Text, onValue: OnValue | undefined): void {
    // A text has fewer members than bytes.
    if (this.generation > LAST_GENERATION - (text.end - text.start)) this.resetMarks();
    this.before = this.generation;
    this.text = text;
    this.count = 0;
    this.hasDuplicates = false;
    this.onValue = onValue;
    this.stopped = false;
  }

  private resetMarks(): void {
    this.marks.fill(0);
    this.root.resetMarks();
    this.generation = 0;
  }

  private walk({ bytes, start }: Text): number {
    const open = skipSpace(bytes, start);
    if (bytes[open] !== OPEN_OBJECT) throw MALFORMED;
    const end = this.object(bytes, open + 1, this.root, 1);
    if (this.hasDuplicates) this.dropReplaced();
    return end;
  }

  /** Drops all references to the event. */
  private finish(): void {
    this.text = emptyText;
    this.onValue = undefined;
  }

  /** `i` is behind the opening brace; `depth` counts this object. */
  private object(bytes: Uint8Array, i: number, node: ScanNode, depth: number): number {
    const checked = this.onValue === undefined;
    const { before } = this;
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
        if (child.seen > before) this.hasDuplicates = true;
        child.seen = ++this.generation;
        child.parentSeen = node.seen;
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
    let end: number;
    if (node.children.size > 0 && bytes[i] === OPEN_OBJECT) {
      if (depth === MAX_DEPTH) throw MALFORMED;
      end = this.object(bytes, i + 1, node, depth + 1);
      if (this.stopped) return end;
    } else {
      end =
        this.onValue === undefined ? skipValue(bytes, this.text.view, i, depth) : leapValue(bytes, this.text.view, i);
    }
    if (node.slot >= 0) this.file(node, i, end);
    return end;
  }

  private file(node: ScanNode, start: number, end: number): void {
    const { slot } = node;
    this.starts[slot] = start;
    this.ends[slot] = end;
    if ((this.marks[slot] as number) <= this.before) {
      this.slots[this.count] = slot;
      this.nodes[this.count++] = node;
    }
    this.marks[slot] = this.generation;
    if (this.onValue?.(slot) === true) this.stopped = true;
  }

  /**
   * Drops the slots recorded below an earlier duplicate of a member. Done once at the end: a text may have thousands of
   * duplicates above thousands of paths.
   */
  private dropReplaced(): void {
    const current = new Map<ScanNode, boolean>([[this.root, true]]);
    for (let i = 0; i < this.count; i++)
      if (!isCurrent(this.nodes[i] as ScanNode, current)) this.marks[this.slots[i] as number] = 0;
  }
}

/** Whether the member was found in the last occurrence of each member above it; `known` caches the results. */
function isCurrent(node: ScanNode, known: Map<ScanNode, boolean>): boolean {
  const undecided: ScanNode[] = [];
  let at = node;
  for (; !known.has(at); at = at.parent as ScanNode) undecided.push(at);
  let current = known.get(at) as boolean;
  for (const below of undecided.reverse()) {
    current &&= below.parentSeen === (below.parent as ScanNode).seen;
    known.set(below, current);
  }
  return current;
}

function grown(array: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length);
  larger.set(array);
  return larger;
}
