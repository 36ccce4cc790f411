/**
 * Walks an object along the trie where arrays are transparent, and records every value at the requested paths: through
 * arrays at any depth, through names with dots, and in all duplicates. As `../../occurrences.ts`, which has the meaning.
 */
import {
  CLOSE_ARRAY,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  DOT,
  MINUS,
  NINE,
  OPEN_ARRAY,
  OPEN_OBJECT,
  QUOTE,
  skipSpace,
} from './characters';
import { isObjectText } from './check';
import { MAX_DEPTH } from './containers';
import { decimal } from './decimal';
import { isContainer } from './leap';
import { afterSpace, begin, CUT, foreign, isForeign, NOT_MINE, nameEnd, valueEnd } from './members';
import { belowOf, find, hasChildren, isShared, mark, rootOf, slotCount, slotOf } from './trie';

/** The tables for the results have no place for more. */
const FULL: i32 = -3;

/** Bits of `options`. */
const CHECKED: u32 = 1;
const WHOLE: u32 = 2;
const SKIPS_EMPTY_NAMES: u32 = 4;

let text: u32 = 0;
let skipsEmptyNames: bool = false;
/** The tables, and the number of places in each. */
let tables: usize = 0;
let most: u32 = 0;
let count: u32 = 0;
let elements: u32 = 0;
let arrays: u32 = 0;
/** The number of arrays around the current value. */
let nesting: u32 = 0;
/** The slots that can have no more values, and how many of them end the walk. */
let settled: u32 = 0;
let goal: u32 = 0;
let isDone: bool = false;
let isFull: bool = false;

const ENDLESS: u32 = u32.MAX_VALUE;

/**
 * Returns the number of values, or NOT_MINE, CUT or FULL. Their tables lie at `out`, behind the number of elements and
 * eight bytes: the numbers as doubles, or NaN; the slots; the begins and ends as addresses; 1 + the element, or 0. Then
 * those of the elements: their arrays, their indexes, and 1 + the element around, or 0. `size` is the number of places
 * in each, and even.
 */
export function scanAll(start: usize, end: usize, trie: usize, options: u32, out: usize, size: u32): i32 {
  const isChecked = (options & CHECKED) !== 0;
  const isWhole = (options & WHOLE) !== 0;
  if (isChecked && !isObjectText(start, end)) return NOT_MINE;
  begin(end, isChecked, isWhole);
  text++;
  skipsEmptyNames = (options & SKIPS_EMPTY_NAMES) !== 0;
  tables = out + 8;
  most = size;
  count = 0;
  elements = 0;
  arrays = 0;
  nesting = 0;
  settled = 0;
  goal = isChecked ? ENDLESS : slotCount(trie);
  isDone = false;
  isFull = false;
  const open = skipSpace(start);
  const behind = load<u8>(open) === OPEN_OBJECT ? object(open + 1, rootOf(trie), 0, 1) : 0;
  store<u32>(out, elements);
  store<u32>(out, u32(isDone), 4);
  if (isFull) return FULL;
  if (behind !== 0 || isDone) return count;
  return isForeign || isWhole ? NOT_MINE : CUT;
}

/** `i` is behind the opening brace; `depth` counts this object. The address behind it, or 0 if the walk ended before. */
function object(i: usize, node: usize, element: u32, depth: u32): usize {
  let mine = settled;
  i = skipSpace(i);
  if (load<u8>(i) === CLOSE_OBJECT) return i + 1;
  while (true) {
    if (load<u8>(i) !== QUOTE) return 0;
    const name = ++i;
    i = nameEnd(i);
    if (i === 0) return 0;
    const isEmpty = i === name;
    let child = named(node, name, i);
    if (isEmpty && skipsEmptyNames) child = 0;
    i = afterSpace(i + 1);
    if (load<u8>(i) !== COLON) return 0;
    i = afterSpace(i + 1);
    if (child === 0) {
      i = valueEnd(i);
      if (i === 0) return 0;
    } else {
      if (!mark(child, text) && nesting === 0) goal = ENDLESS;
      i = value(i, child, element, depth);
      if (i === 0) return 0;
      if (nesting === 0) {
        mine += belowOf(child);
        settled = mine;
        isDone = mine >= goal;
        if (isDone) return 0;
      }
    }
    i = afterSpace(i);
    const c = load<u8>(i);
    if (c === CLOSE_OBJECT) return i + 1;
    if (c !== COMMA) return 0;
    i = afterSpace(i + 1);
  }
}

/** The node of a name, which with dots is a path of several steps; 0 if there is none. */
function named(node: usize, name: usize, end: usize): usize {
  const dot = dotIn(name, end);
  if (dot === end) return find(node, name, u32(end - name));
  node = find(node, name, u32(dot - name));
  for (let from = dot + 1; node !== 0; ) {
    const to = dotIn(from, end);
    node = find(node, from, u32(to - from));
    if (to === end) break;
    from = to + 1;
  }
  // The same path may be met again.
  if (node !== 0) goal = ENDLESS;
  return node;
}

/** The address of the first dot, or the end. */
function dotIn(from: usize, end: usize): usize {
  for (let i = from; i < end; i += 16) {
    const dots = i8x16.bitmask(i8x16.eq(v128.load(i), i8x16.splat(DOT)));
    if (dots !== 0) return min(i + usize(ctz(dots)), end);
  }
  return end;
}

function value(i: usize, node: usize, element: u32, depth: u32): usize {
  const c = load<u8>(i);
  if (c === OPEN_OBJECT && hasChildren(node)) {
    if (depth === MAX_DEPTH) return foreign();
    return object(i + 1, node, element, depth + 1);
  }
  if (c === OPEN_ARRAY) return array(i, node, element, depth);
  const end = valueEnd(i);
  if (end === 0) return 0;
  const slot = slotOf(node);
  if (slot >= 0 && c !== OPEN_OBJECT && !record(slot, i, end, element)) return 0;
  return end;
}

function array(i: usize, node: usize, element: u32, depth: u32): usize {
  if (depth === MAX_DEPTH) return foreign();
  const shared = isShared(node);
  const number = arrays;
  if (shared) arrays++;
  i = afterSpace(i + 1);
  if (load<u8>(i) === CLOSE_ARRAY) return i + 1;
  nesting++;
  for (let index: u32 = 0; ; index++) {
    let inner = element;
    if (shared && isContainer(load<u8>(i))) {
      if (elements === most) {
        isFull = true;
        return 0;
      }
      const at = tables + (usize(most) * 24 + (usize(elements) << 2));
      store<u32>(at, number);
      store<u32>(at + (usize(most) << 2), index);
      store<u32>(at + (usize(most) << 3), element);
      inner = ++elements;
    }
    i = value(i, node, inner, depth + 1);
    if (i === 0) return 0;
    i = afterSpace(i);
    const c = load<u8>(i);
    if (c === CLOSE_ARRAY) break;
    if (c !== COMMA) return 0;
    i = afterSpace(i + 1);
  }
  nesting--;
  return i + 1;
}

function record(slot: i32, start: usize, end: usize, element: u32): bool {
  if (count === most) {
    isFull = true;
    return false;
  }
  const c = load<u8>(start);
  const size = usize(most);
  store<f64>(tables + (usize(count) << 3), c <= NINE && c >= MINUS ? decimal(start, end) : NaN);
  const at = tables + ((size << 3) + (usize(count) << 2));
  store<i32>(at, slot);
  store<u32>(at + (size << 2), u32(start));
  store<u32>(at + (size << 3), u32(end));
  store<u32>(at + size * 12, element);
  count++;
  return true;
}
