/** Scans and checks a whole text; the last of duplicate members counts. */
import { MAX_DEPTH } from '../../json/read.ts';
import {
  CLOSE_OBJECT,
  COLON,
  COMMA,
  MALFORMED,
  OPEN_OBJECT,
  plainEnd,
  QUOTE,
  skipSpace,
  skipString,
  skipValue,
} from '../bytes.ts';
import { stringAt } from '../decode.ts';
import { Paths } from '../paths.ts';
import type { Text } from '../text.ts';
import type { ScanNode } from '../trie.ts';

const none = new Paths();
let text: Text;
let paths = none;
/** The number of the last member of an earlier text. */
let before = 0;
/** Whether a member was found again, so that the earlier one and everything below it do not count. */
let hasDuplicates = false;

/** @throws MALFORMED for text that is not JSON, or not an object */
export function checkText(source: Text, along: Paths): void {
  text = source;
  paths = along;
  const { bytes, start, end } = source;
  // A text has fewer members than bytes.
  before = along.begin(end - start);
  hasDuplicates = false;
  try {
    const open = skipSpace(bytes, start);
    if (bytes[open] !== OPEN_OBJECT) throw MALFORMED;
    if (skipSpace(bytes, readObject(bytes, open + 1, along.root, 1)) !== end) throw MALFORMED;
    if (hasDuplicates) dropReplaced(along);
  } finally {
    paths = none;
  }
}

/** `i` is behind the opening brace; `depth` counts this object. */
function readObject(bytes: Uint8Array, i: number, node: ScanNode, depth: number): number {
  const { view } = text;
  i = skipSpace(bytes, i) | 0;
  let c = bytes[i] as number;
  if (c === CLOSE_OBJECT) return i + 1;
  for (;;) {
    if (c !== QUOTE) throw MALFORMED;
    const start = ++i;
    i = plainEnd(view, i) | 0;
    c = bytes[i] as number;
    let child: ScanNode | undefined;
    if (c === QUOTE) {
      child = node.find(bytes, start, i++);
    } else {
      i = skipString(bytes, view, i) | 0;
      child = node.children.get(stringAt(text, start, i - 1));
    }
    c = bytes[i] as number;
    if (c <= 0x20) {
      i = skipSpace(bytes, i) | 0;
      c = bytes[i] as number;
    }
    if (c !== COLON) throw MALFORMED;
    c = bytes[++i] as number;
    if (c <= 0x20) {
      i = skipSpace(bytes, i) | 0;
      c = bytes[i] as number;
    }
    if (child !== undefined) i = readMember(bytes, i, node, child, depth) | 0;
    else if (c === QUOTE) i = skipString(bytes, view, i + 1) | 0;
    else i = skipValue(bytes, view, i, depth) | 0;
    c = bytes[i] as number;
    if (c <= 0x20) {
      i = skipSpace(bytes, i) | 0;
      c = bytes[i] as number;
    }
    if (c === CLOSE_OBJECT) return i + 1;
    if (c !== COMMA) throw MALFORMED;
    c = bytes[++i] as number;
    if (c <= 0x20) {
      i = skipSpace(bytes, i) | 0;
      c = bytes[i] as number;
    }
  }
}

/** `i` is the offset of the value of the member `child`. */
function readMember(bytes: Uint8Array, i: number, node: ScanNode, child: ScanNode, depth: number): number {
  if (child.seen > before) hasDuplicates = true;
  child.seen = paths.next();
  child.parentSeen = node.seen;
  if (child.watched >= 0) paths.see(child.watched);
  let end: number;
  if (child.children.size > 0 && bytes[i] === OPEN_OBJECT) {
    if (depth === MAX_DEPTH) throw MALFORMED;
    end = readObject(bytes, i + 1, child, depth + 1);
  } else {
    end = skipValue(bytes, text.view, i, depth);
  }
  if (child.slot >= 0) paths.record(child.slot, i, end);
  return end;
}

/**
 * Drops the slots recorded below an earlier duplicate of a member. Done once at the end: a text may have thousands of
 * duplicates above thousands of paths.
 */
function dropReplaced(along: Paths): void {
  const current = new Map<ScanNode, boolean>([[along.root, true]]);
  for (let i = 0; i < along.count; i++) {
    const slot = along.slots[i] as number;
    if (!isCurrent(along.nodeOf(slot), current)) along.drop(slot);
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
