/**
 * Tests of values by their bytes, as `tests-table.ts` writes them into the memory. What they cannot decide is left to
 * the predicates.
 *
 * Test: verdicts as pairs of bits (see below), the number of texts, the address of the texts.
 * Text: its kind, the verdict for a string that has it, its length, its address.
 */
import { BACKSLASH, LETTER_F, LETTER_N, LETTER_T, OPEN_ARRAY, OPEN_OBJECT, QUOTE } from './characters';

/** Verdicts on a value or a text. */
export const FAILS: u32 = 0;
export const HOLDS: u32 = 1;
export const UNDECIDED: u32 = 2;

/** In bytes. */
export const TEST: usize = 12;
const TEXT: usize = 16;

/** The bits of the verdicts on other values, and on strings that have none of the texts. */
const TRUE: u32 = 0;
const FALSE: u32 = 2;
const NULL: u32 = 4;
const NUMBER: u32 = 6;
const STRING: u32 = 8;
const MISSING: u32 = 10;

/** The kinds of texts. */
const EXACT: u32 = 0;
const BEGINNING: u32 = 1;

export function holdsOnMissing(test: usize): bool {
  return verdictAt(test, MISSING) === HOLDS;
}

/** The verdict on the value from `i` to `end`, with 8 readable bytes behind it. */
export function verdictOn(test: usize, i: usize, end: usize): u32 {
  const c = load<u8>(i);
  if (c === QUOTE) return verdictOnString(test, i + 1, end - 1);
  if (c === OPEN_OBJECT) return FAILS;
  if (c === OPEN_ARRAY) return UNDECIDED;
  if (c === LETTER_T) return verdictAt(test, TRUE);
  if (c === LETTER_F) return verdictAt(test, FALSE);
  return verdictAt(test, c === LETTER_N ? NULL : NUMBER);
}

function verdictAt(test: usize, bits: u32): u32 {
  return (load<u32>(test) >> bits) & 3;
}

/** No text has a character that JSON escapes, so that a string without escapes has it if and only if its bytes do. */
function verdictOnString(test: usize, i: usize, end: usize): u32 {
  let other = verdictAt(test, STRING);
  const count = load<u32>(test, 4);
  if (count === 0) return other;
  const hasEscapes = hasBackslash(i, end);
  const length = u32(end - i);
  let text: usize = load<u32>(test, 8);
  for (const last = text + usize(count) * TEXT; text < last; text += TEXT) {
    const kind = load<u32>(text);
    const size = load<u32>(text, 8);
    if (kind === EXACT ? size !== length : size > length) continue;
    // What is before the escapes of a string is as it is written.
    if (hasEscapes && kind !== BEGINNING) continue;
    const place = kind === EXACT || kind === BEGINNING ? i : end - size;
    if (!areSame(load<u32>(text, 12), place, size)) continue;
    const verdict = load<u32>(text, 4);
    if (verdict !== UNDECIDED) return verdict;
    other = UNDECIDED;
  }
  return hasEscapes ? UNDECIDED : other;
}

function hasBackslash(i: usize, end: usize): bool {
  for (; i < end; i += 16) {
    let marks = u32(i8x16.bitmask(i8x16.eq(v128.load(i), i8x16.splat(BACKSLASH))));
    if (end - i < 16) marks &= (1 << u32(end - i)) - 1;
    if (marks !== 0) return true;
  }
  return false;
}

/** Reads up to seven bytes behind both. */
export function areSame(a: usize, b: usize, size: u32): bool {
  for (; size > 8; size -= 8) {
    if (load<u64>(a) !== load<u64>(b)) return false;
    a += 8;
    b += 8;
  }
  return size === 0 || (load<u64>(a) ^ load<u64>(b)) << ((8 - size) << 3) === 0;
}
