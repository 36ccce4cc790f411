/** Leaps over values of text that is known to be JSON: looks only for their ends. Each result is the address behind the value, or 0 if the text ends before it. */
import { equal, escapedBytes, escapesNext, hasEqual, prefixXor } from './block';
import { BACKSLASH, CLOSE_OBJECT, FOLD, isDelimiter, OPEN_ARRAY, OPEN_OBJECT, QUOTE } from './characters';

export function isContainer(c: u8): bool {
  return c === OPEN_OBJECT || c === OPEN_ARRAY;
}

/** `i` is behind the opening quote. */
export function leapString(i: usize): usize {
  while (true) {
    const bytes = v128.load(i);
    const ends = i8x16.bitmask(
      v128.or(
        v128.or(i8x16.eq(bytes, i8x16.splat(QUOTE)), i8x16.eq(bytes, i8x16.splat(BACKSLASH))),
        i8x16.eq(bytes, i8x16.splat(0)),
      ),
    );
    if (ends === 0) {
      i += 16;
      continue;
    }
    i += ctz(ends);
    const c = load<u8>(i);
    if (c === QUOTE) return i + 1;
    if (c === 0 || load<u8>(i, 1) === 0) return 0;
    i += 2;
  }
}

/** A number or a literal. Its end may be the end of the text. */
export function leapScalar(i: usize): usize {
  while (!isDelimiter(load<u8>(i))) i++;
  return i;
}

/**
 * `i` is at the opening bracket. Brackets of both kinds are counted alike. 0 also for what is found not to be JSON: a zero
 * byte, which the text has at its end, and a backslash outside of strings, which would make this leap go astray.
 */
export function leapContainer(i: usize): usize {
  let escapeC: u64 = 0;
  let stringC: u64 = 0;
  let depth: i32 = 0;
  const fold = i8x16.splat(FOLD);
  while (true) {
    const a = v128.load(i);
    const b = v128.load(i, 16);
    const c = v128.load(i, 32);
    const d = v128.load(i, 48);
    // What may still belong to the container.
    let live: u64 = -1;
    if (hasEqual(a, b, c, d, 0)) {
      const zeros = equal(a, b, c, d, 0);
      live = (zeros & -zeros) - 1;
    }
    let quotes = equal(a, b, c, d, QUOTE);
    let backslashes: u64 = 0;
    if (escapeC !== 0 || hasEqual(a, b, c, d, BACKSLASH)) {
      backslashes = equal(a, b, c, d, BACKSLASH) & live;
      quotes &= ~escapedBytes(backslashes, escapeC);
      escapeC = escapesNext;
    }
    const strings = prefixXor(quotes) ^ stringC;
    stringC = u64(i64(strings) >> 63);
    if ((backslashes & ~strings) !== 0) return 0;
    const outside = live & ~strings;
    const aFolded = v128.or(a, fold);
    const bFolded = v128.or(b, fold);
    const cFolded = v128.or(c, fold);
    const dFolded = v128.or(d, fold);
    let opening = equal(aFolded, bFolded, cFolded, dFolded, OPEN_OBJECT) & outside;
    let closing = equal(aFolded, bFolded, cFolded, dFolded, CLOSE_OBJECT) & outside;
    const closed = i32(popcnt(closing));
    if (depth <= closed) {
      // The container may end in this block.
      for (; closing !== 0; closing &= closing - 1) {
        const before = (closing & -closing) - 1;
        depth += i32(popcnt(opening & before)) - 1;
        opening &= ~before;
        if (depth === 0) return i + usize(ctz(closing)) + 1;
      }
      depth += i32(popcnt(opening));
    } else {
      depth += i32(popcnt(opening)) - closed;
    }
    if (live !== -1) return 0;
    i += 64;
  }
}
