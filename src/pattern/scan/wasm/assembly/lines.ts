/** Finds the ends of lines. */
import { equal, hasEqual } from './block';
import { LINE_FEED } from './characters';

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
