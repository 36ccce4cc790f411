/** The order of addition, into which matches are put. */

/** Few places are sorted; many are marked as bits and read off again, which does not care how many there are. */
export function inOrder(places: readonly number[], size: number): number[] {
  if (places.length * 64 < size) return [...places].sort((a, b) => a - b);
  const words = new Uint32Array((size + 31) >> 5);
  for (const place of places) words[place >> 5] = (words[place >> 5] as number) | (1 << (place & 31));
  const ordered: number[] = [];
  for (let w = 0; w < words.length; w++) {
    for (let word = words[w] as number; word !== 0; word &= word - 1) {
      ordered.push((w << 5) + 31 - Math.clz32(word & -word));
    }
  }
  return ordered;
}
