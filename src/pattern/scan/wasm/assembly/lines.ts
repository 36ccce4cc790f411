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

/** The places in a task of what `../tests-table.ts` writes into it. */
const TRIE: usize = 0;
const TESTS: usize = 4;
const NEEDED: usize = 8;
const CLUE: usize = 12;
const CLUE_SIZE: usize = 16;
const CHECKED: usize = 20;
const LONGEST: usize = 24;
const WANTED: usize = 28;
const KEEPS: usize = 32;
/** Those of the results: numbers of lines, and addresses behind lines. */
const LINES: usize = 36;
const MATCHED: usize = 40;
const KEPT: usize = 44;
const DECIDED: usize = 48;

/**
 * Judges lines from `i` to `end` up to the first ones that their bytes do not decide, and returns the address behind
 * those. Of the decided lines it counts those with the wanted verdict, and moves them together from `i` on if they are to
 * be kept. Left undecided are lines that may be no event, those of more than `longest` bytes, and those that match when
 * `most` have matched. The byte behind the lines is another one during the call, and 96 more must be readable.
 */
export function judgeLines(i: usize, end: usize, task: usize, most: u32): usize {
  const trie: usize = load<u32>(task, TRIE);
  const tests: usize = load<u32>(task, TESTS);
  const needed = load<u32>(task, NEEDED);
  const clue: usize = load<u32>(task, CLUE);
  const clueSize = load<u32>(task, CLUE_SIZE);
  const checked = load<u32>(task, CHECKED) !== 0;
  const longest = load<u32>(task, LONGEST);
  const wanted = load<u32>(task, WANTED);
  const keeps = load<u32>(task, KEEPS) !== 0;
  const seeksClue = checked && clueSize !== 0;
  let lines: u32 = 0;
  let matched: u32 = 0;
  let kept = i;
  /** The first of neighbouring lines that are not moved yet, or 0. */
  let from: usize = 0;
  let decided = i;
  let isOpen = false;
  while (i < end) {
    const stop = seeksClue ? lineEndAndClue(i, end, clue, clueSize) : lineEnd(i, end);
    let verdict = UNDECIDED;
    if (stop - i <= longest) {
      const replaced = load<u8>(stop);
      store<u8>(stop, 0);
      verdict = judge(i, stop, trie, checked, tests, needed, !seeksClue || hasClue);
      store<u8>(stop, replaced);
    }
    const matches = verdict === wanted;
    if (verdict === UNDECIDED || (matches && matched === most)) {
      isOpen = true;
    } else {
      if (isOpen) break;
      lines++;
      if (matches) {
        matched++;
        if (keeps && from === 0) from = i;
      } else if (from !== 0) {
        kept = moved(from, i, kept);
        from = 0;
      }
    }
    i = stop < end ? stop + 1 : end;
    if (!isOpen) decided = i;
  }
  if (from !== 0) kept = moved(from, decided, kept);
  store<u32>(task, lines, LINES);
  store<u32>(task, matched, MATCHED);
  store<u32>(task, u32(kept), KEPT);
  store<u32>(task, u32(decided), DECIDED);
  return i;
}

/** Moves bytes to a lower address, and returns the address behind them. */
function moved(from: usize, end: usize, to: usize): usize {
  if (from !== to) memory.copy(to, from, end - from);
  return to + (end - from);
}

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
