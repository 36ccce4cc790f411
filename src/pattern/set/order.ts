/** The order of addition: matches are put into it, and lists are kept in it. */

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

/** Takes an entry out of a list that is in ascending order. */
export function removeByOrder<E extends { readonly order: number }>(entries: E[], entry: E): void {
  let from = 0;
  let to = entries.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((entries[middle] as E).order < entry.order) from = middle + 1;
    else to = middle;
  }
  if (entries[from] === entry) entries.splice(from, 1);
}
