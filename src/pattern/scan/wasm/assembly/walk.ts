/** Walks an object along the trie, and records where the values of the requested paths are, or tests them. */
import { CLOSE_OBJECT, COLON, COMMA, OPEN_OBJECT, QUOTE, skipSpace } from './characters';
import { hasEscapes, isObjectText } from './check';
import { MAX_DEPTH } from './containers';
import { lookUp, UNDECIDED as NO_HITS } from './keys';
import { leapString } from './leap';
import { afterSpace, begin, CUT, foreign, isForeign, NOT_MINE, nameEnd, shortNameEnd, valueEnd } from './members';
import { FAILS, HOLDS, holdsOnMissing, TEST, UNDECIDED, verdictOn } from './tests';
import { find, hasChildren, lengthsOf, mark, mayHave, recordsOf, rootOf, slotCount, slotOf, watchedOf } from './trie';

/** The number of the current text. It may come round: a node that seems to be marked already is not this engine's. */
let text: u32 = 0;
let textStart: usize = 0;
let isChecked: bool = false;
let next: usize = 0;
let count: u32 = 0;
/** Slots that are not found yet. */
let missing: u32 = 0;
/** The tests of the slots, or 0 where values are recorded; and the verdict on the values found so far. */
let tests: usize = 0;
let verdict: u32 = HOLDS;
/** With tests: the members without which an event fails and that are not found yet. */
let required: u32 = 0;
/** Whether the walk ended since all is found. */
let isDone: bool = false;

/**
 * Records the values in the text from `start` to `end`, which is followed by a zero byte. `checked`: all of it must be a
 * JSON object; otherwise it is known to be one, and the walk stops at the last slot. `whole`: the text does not go on
 * behind `end`; otherwise a token that touches the end is not there yet. Returns the number of records; NOT_MINE; or, for a
 * text that ends too soon, CUT - the number of records.
 */
export function scan(start: usize, end: usize, trie: usize, checked: bool, whole: bool): i32 {
  if (checked && !isObjectText(start, end)) return NOT_MINE;
  tests = 0;
  verdict = HOLDS;
  return walk(start, end, trie, checked, whole);
}

/** `answer` returns ANSWERED - the number of hits. */
const ANSWERED: i32 = -8;
const CHECKED: u32 = 1;
const WHOLE: u32 = 2;

/**
 * The patterns of a set that a text matches, as hits of `keys`. Returns ANSWERED - their number; the number of records,
 * as `scan`, where JavaScript must judge them; NOT_MINE; or CUT.
 */
export function answer(start: usize, end: usize, trie: usize, options: u32, keys: usize): i32 {
  const checked = (options & CHECKED) !== 0;
  if (checked && !isObjectText(start, end)) return NOT_MINE;
  tests = 0;
  verdict = HOLDS;
  const records = walk(start, end, trie, checked, (options & WHOLE) !== 0);
  if (records < 0) return records === NOT_MINE ? NOT_MINE : CUT;
  const hits = lookUp(keys, start, recordsOf(trie), records);
  return hits === NO_HITS ? records : ANSWERED - hits;
}

/**
 * The verdict of tests on a whole text, as `scan` reads it. `needed`: the number of slots and watched members without
 * which an event fails. `mayHold`: false if no value holds unless it has an escape. Trusted text is read up to the first
 * value that does not hold.
 */
export function judge(
  start: usize,
  end: usize,
  trie: usize,
  checked: bool,
  slotTests: usize,
  needed: u32,
  mayHold: bool,
): u32 {
  if (checked) {
    if (!isObjectText(start, end)) return UNDECIDED;
    if (!mayHold && !hasEscapes) return FAILS;
  }
  tests = slotTests;
  verdict = HOLDS;
  required = needed;
  if (walk(start, end, trie, checked, true) === NOT_MINE) return UNDECIDED;
  return required > 0 && !isDone ? FAILS : verdict;
}

function walk(start: usize, end: usize, trie: usize, checked: bool, whole: bool): i32 {
  begin(end, checked, whole);
  text++;
  textStart = start;
  isChecked = checked;
  isDone = false;
  next = recordsOf(trie);
  count = 0;
  missing = slotCount(trie);
  const open = skipSpace(start);
  const behind = load<u8>(open) === OPEN_OBJECT ? object(open + 1, rootOf(trie), 1) : 0;
  if (behind !== 0 || isDone) return count;
  return isForeign || whole ? NOT_MINE : CUT - i32(count);
}

/** `":"` and `,"`, lowest byte first: most members have no white space, and many values are strings. */
const BEFORE_STRING: u32 = 0x223a22;
const BEFORE_NAME: u16 = 0x222c;

/** `i` is behind the opening brace; `depth` counts this object. The address behind it, or 0 if the walk ended before. */
function object(i: usize, node: usize, depth: u32): usize {
  i = skipSpace(i);
  if (load<u8>(i) === CLOSE_OBJECT) return i + 1;
  if (load<u8>(i) !== QUOTE) return 0;
  i++;
  const lengths = lengthsOf(node);
  while (true) {
    const name = i;
    i = shortNameEnd(i);
    if (load<u8>(i) !== QUOTE) i = nameEnd(name);
    if (i === 0) return 0;
    const length = u32(i - name);
    const child = mayHave(lengths, length) ? find(node, name, length) : 0;
    if ((load<u32>(i) & 0xffffff) === BEFORE_STRING) {
      i += 2;
      i = child === 0 ? leapString(i + 1) : value(i, child, depth);
    } else {
      i = afterSpace(i + 1);
      if (load<u8>(i) !== COLON) return 0;
      i = afterSpace(i + 1);
      i = child === 0 ? valueEnd(i) : value(i, child, depth);
    }
    if (i === 0) return 0;
    if (load<u16>(i) === BEFORE_NAME) {
      i += 2;
      continue;
    }
    i = afterSpace(i);
    const c = load<u8>(i);
    if (c === CLOSE_OBJECT) return i + 1;
    if (c !== COMMA) return 0;
    i = afterSpace(i + 1);
    if (load<u8>(i) !== QUOTE) return 0;
    i++;
  }
}

/** The value of a requested path, or of a member above one. */
function value(i: usize, node: usize, depth: u32): usize {
  if (!mark(node, text)) return foreign();
  const watched = watchedOf(node);
  if (watched >= 0) {
    if (tests === 0) record(-1 - watched, i, i);
    else required--;
  }
  let end: usize = 0;
  if (load<u8>(i) === OPEN_OBJECT && hasChildren(node)) {
    if (depth === MAX_DEPTH) return foreign();
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

function record(slot: i32, start: usize, end: usize): void {
  store<i32>(next, slot);
  store<u32>(next, u32(start - textStart), 4);
  store<u32>(next, u32(end - textStart), 8);
  next += 12;
  count++;
}
