/** Walks an object along the trie, and records where the values of the requested paths are, or tests them. */
import { BACKSLASH, CLOSE_OBJECT, COLON, COMMA, OPEN_OBJECT, QUOTE, SPACE, skipSpace } from './characters';
import { isObjectText } from './check';
import { containerEnd, MAX_DEPTH } from './containers';
import { isContainer, leapContainer, leapScalar, leapString } from './leap';
import { FAILS, HOLDS, holdsOnMissing, TEST, UNDECIDED, verdictOn } from './tests';
import { skipMultibyte } from './tokens';
import { find, hasChildren, mark, recordsOf, rootOf, slotCount, slotOf, watchedOf } from './trie';

/** Results of `scan` that are not a number of records. `CUT`: the text ended too soon, after CUT - RESULT records. */
const NOT_MINE: i32 = -1;
const CUT: i32 = -2;

/** The number of the current text. It may come round: a node that seems to be marked already is not this engine's. */
let text: u32 = 0;
let textStart: usize = 0;
let textEnd: usize = 0;
let isChecked: bool = false;
let isWhole: bool = false;
let next: usize = 0;
let count: u32 = 0;
/** Slots that are not found yet. */
let missing: u32 = 0;
/** The tests of the slots, or 0 where values are recorded; and the verdict on the values found so far. */
let tests: usize = 0;
let verdict: u32 = HOLDS;
/** With tests: the members without which an event fails and that are not found yet. */
let required: u32 = 0;
/** Whether the walk ended since the other engine must scan the text, or since all is found. */
let isForeign: bool = false;
let isDone: bool = false;

/**
 * Records the values in the text from `start` to `end`, which is followed by a zero byte. `checked`: all of it must be a
 * JSON object; otherwise it is known to be one, and the walk stops at the last slot. `whole`: the text does not go on
 * behind `end`; otherwise a token that touches the end is not there yet.
 */
export function scan(start: usize, end: usize, trie: usize, checked: bool, whole: bool): i32 {
  if (checked && !isObjectText(start, end)) return NOT_MINE;
  tests = 0;
  verdict = HOLDS;
  return walk(start, end, trie, checked, whole);
}

/**
 * The verdict of tests on a whole text, as `scan` reads it. `needed`: the number of slots and watched members without
 * which an event fails. Trusted text is read up to the first value that does not hold.
 */
export function judge(start: usize, end: usize, trie: usize, checked: bool, slotTests: usize, needed: u32): u32 {
  if (checked && !isObjectText(start, end)) return UNDECIDED;
  tests = slotTests;
  verdict = HOLDS;
  required = needed;
  if (walk(start, end, trie, checked, true) === NOT_MINE) return UNDECIDED;
  return required > 0 && !isDone ? FAILS : verdict;
}

function walk(start: usize, end: usize, trie: usize, checked: bool, whole: bool): i32 {
  text++;
  textStart = start;
  textEnd = end;
  isChecked = checked;
  isWhole = whole;
  isForeign = false;
  isDone = false;
  next = recordsOf(trie);
  count = 0;
  missing = slotCount(trie);
  const open = skipSpace(start);
  const behind = load<u8>(open) === OPEN_OBJECT ? object(open + 1, rootOf(trie), 1) : 0;
  if (behind !== 0 || isDone) return count;
  return isForeign || whole ? NOT_MINE : CUT - i32(count);
}

/** `i` is behind the opening brace; `depth` counts this object. The address behind it, or 0 if the walk ended before. */
function object(i: usize, node: usize, depth: u32): usize {
  i = skipSpace(i);
  if (load<u8>(i) === CLOSE_OBJECT) return i + 1;
  while (true) {
    if (load<u8>(i) !== QUOTE) return 0;
    const name = ++i;
    i = nameEnd(i);
    if (i === 0) return 0;
    const child = find(node, name, u32(i - name));
    i = afterSpace(i + 1);
    if (load<u8>(i) !== COLON) return 0;
    i = afterSpace(i + 1);
    i = child === 0 ? valueEnd(i) : value(i, child, depth);
    if (i === 0) return 0;
    i = afterSpace(i);
    const c = load<u8>(i);
    if (c === CLOSE_OBJECT) return i + 1;
    if (c !== COMMA) return 0;
    i = afterSpace(i + 1);
  }
}

/** Most tokens have no white space before them. */
function afterSpace(i: usize): usize {
  return load<u8>(i) <= SPACE ? skipSpace(i) : i;
}

/** The address of the quote behind a name. Names with escapes are left to the other engine. */
function nameEnd(i: usize): usize {
  while (true) {
    const bytes = v128.load(i);
    const ends = i8x16.bitmask(
      v128.or(
        v128.or(i8x16.eq(bytes, i8x16.splat(QUOTE)), i8x16.eq(bytes, i8x16.splat(BACKSLASH))),
        // Controls, and bytes beyond ASCII, which are negative.
        i8x16.lt_s(bytes, i8x16.splat(SPACE)),
      ),
    );
    if (ends === 0) {
      i += 16;
      continue;
    }
    i += ctz(ends);
    const c = load<u8>(i);
    if (c === QUOTE) return i;
    if (c < 0x80) {
      isForeign = c === BACKSLASH;
      return 0;
    }
    i = skipMultibyte(i);
    if (i === 0) return 0;
  }
}

/** The value of a requested path, or of a member above one. */
function value(i: usize, node: usize, depth: u32): usize {
  if (!mark(node, text)) {
    isForeign = true;
    return 0;
  }
  const watched = watchedOf(node);
  if (watched >= 0) {
    if (tests === 0) record(-1 - watched, i, i);
    else required--;
  }
  let end: usize = 0;
  if (load<u8>(i) === OPEN_OBJECT && hasChildren(node)) {
    isForeign = depth === MAX_DEPTH;
    if (isForeign) return 0;
    end = object(i + 1, node, depth + 1);
  } else {
    end = valueEnd(i);
  }
  if (end === 0) return 0;
  const slot = slotOf(node);
  if (slot >= 0) {
    if (tests === 0) record(slot, i, end);
    else apply(tests + usize(slot) * TEST, i, end);
    missing--;
    isDone = !isChecked && (missing === 0 || verdict !== HOLDS);
    if (isDone) return 0;
  }
  return end;
}

/** All tests must hold; of checked text that fails no test can change the verdict. */
function apply(test: usize, i: usize, end: usize): void {
  if (!holdsOnMissing(test)) required--;
  if (verdict !== FAILS) {
    const one = verdictOn(test, i, end);
    if (one !== HOLDS) verdict = one;
  }
}

function valueEnd(i: usize): usize {
  const c = load<u8>(i);
  if (c === QUOTE) return leapString(i + 1);
  if (isContainer(c)) {
    const end = isChecked ? containerEnd(i) : 0;
    return end === 0 ? leapContainer(i) : end;
  }
  const end = leapScalar(i);
  return end === textEnd && !isWhole ? 0 : end;
}

function record(slot: i32, start: usize, end: usize): void {
  store<i32>(next, slot);
  store<u32>(next, u32(start - textStart), 4);
  store<u32>(next, u32(end - textStart), 8);
  next += 12;
  count++;
}
