/** Sorts matches by the order of addition. */

/** Sorts a few numbers; marks many as bits and reads them off, in linear time. */
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
