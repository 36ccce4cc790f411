/** Finds the ends of lines, and judges lines. */
import { bitmap, equal, hasEqual } from './block';
import { LINE_FEED } from './characters';
import { areSame, UNDECIDED } from './tests';
import { judge } from './walk';

/**
 * Writes the addresses of the line feeds from `i` to `end` to `out`, the first `most` of them, and returns their number.
 * Reads up to 63 bytes behind the end.
 */
export function lineFeeds(i: usize, end: usize, out: usize, most: u32): u32 {
  let count: u32 = 0;
  for (; i < end; i += 64) {
    const a = v128.load(i);
    const b = v128.load(i, 16);
    const c = v128.load(i, 32);
    const d = v128.load(i, 48);
    // Most blocks have none.
    if (!hasEqual(a, b, c, d, LINE_FEED)) continue;
    let feeds = equal(a, b, c, d, LINE_FEED);
    if (end - i < 64) feeds &= (u64(1) << u64(end - i)) - 1;
    for (; feeds !== 0; feeds &= feeds - 1) {
      if (count === most) return count;
      store<u32>(out + (count << 2), u32(i + usize(ctz(feeds))));
      count++;
    }
  }
  return count;
}

/**
 * Judges lines from `i` to `end`, which are events or are left undecided. Writes runs of neighbouring lines with one
 * verdict to `out`, at most `most`: the verdict, the address behind the last line feed, the number of lines. Returns the
 * number of runs, after which lines may be left. A line of more than `longest` bytes is left undecided. `clue`: bytes that
 * some value of an event that does not fail has, unless it has an escape; `clueSize` of them, at most 32, or 0. The byte
 * behind the lines is another one during the call, and 96 more must be readable.
 */
export function judgeLines(
  i: usize,
  end: usize,
  trie: usize,
  checked: bool,
  tests: usize,
  needed: u32,
  longest: u32,
  clue: usize,
  clueSize: u32,
  out: usize,
  most: u32,
): u32 {
  const runs = out;
  let last: u32 = u32.MAX_VALUE;
  out -= RUN;
  while (i < end) {
    const stop = clueSize === 0 || !checked ? lineEnd(i, end) : lineEndAndClue(i, end, clue, clueSize);
    let verdict = UNDECIDED;
    if (stop - i <= longest) {
      const replaced = load<u8>(stop);
      store<u8>(stop, 0);
      verdict = judge(i, stop, trie, checked, tests, needed, clueSize === 0 || hasClue);
      store<u8>(stop, replaced);
    }
    i = stop < end ? stop + 1 : end;
    if (verdict !== last) {
      if (out + RUN === runs + usize(most) * RUN) break;
      last = verdict;
      out += RUN;
      store<u32>(out, verdict);
      store<u32>(out, 0, 8);
    }
    store<u32>(out, u32(i), 4);
    store<u32>(out, load<u32>(out, 8) + 1, 8);
  }
  return u32((out + RUN - runs) / RUN);
}

/** In bytes. */
const RUN: usize = 12;

/** The address of the first line feed, or the end. */
function lineEnd(i: usize, end: usize): usize {
  for (; i < end; i += 64) {
    const a = v128.load(i);
    const b = v128.load(i, 16);
    const c = v128.load(i, 32);
    const d = v128.load(i, 48);
    if (hasEqual(a, b, c, d, LINE_FEED)) {
      const at = i + usize(ctz(equal(a, b, c, d, LINE_FEED)));
      return at < end ? at : end;
    }
  }
  return end;
}

/** Whether the bytes that `lineEndAndClue` passed last may have the clue. */
let hasClue: bool = false;

/** As `lineEnd`; looks for the clue on the way, and some bytes behind the line. */
function lineEndAndClue(i: usize, end: usize, clue: usize, size: u32): usize {
  const last = usize(size - 1);
  const first = i8x16.splat(load<i8>(clue));
  const final = i8x16.splat(load<i8>(clue + last));
  hasClue = false;
  for (; i < end; i += 64) {
    const a = v128.load(i);
    const b = v128.load(i, 16);
    const c = v128.load(i, 32);
    const d = v128.load(i, 48);
    if (!hasClue) {
      const behind = i + last;
      const inA = v128.and(i8x16.eq(a, first), i8x16.eq(v128.load(behind), final));
      const inB = v128.and(i8x16.eq(b, first), i8x16.eq(v128.load(behind, 16), final));
      const inC = v128.and(i8x16.eq(c, first), i8x16.eq(v128.load(behind, 32), final));
      const inD = v128.and(i8x16.eq(d, first), i8x16.eq(v128.load(behind, 48), final));
      if (v128.any_true(v128.or(v128.or(inA, inB), v128.or(inC, inD)))) {
        for (let places = bitmap(inA, inB, inC, inD); places !== 0 && !hasClue; places &= places - 1)
          hasClue = areSame(clue, i + usize(ctz(places)), size);
      }
    }
    if (hasEqual(a, b, c, d, LINE_FEED)) {
      const at = i + usize(ctz(equal(a, b, c, d, LINE_FEED)));
      return at < end ? at : end;
    }
  }
  return end;
}
