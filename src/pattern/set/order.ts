/** Puts the places of matches into ascending order. */

/** Few places are sorted; many are marked as bits and read off again, which does not care how many there are. */
export function inOrder(places: number[], size: number): ArrayLike<number> {
  if (isAscending(places)) return places;
  if (places.length * 64 < size) return Uint32Array.from(places).sort();
  const words = new Uint32Array((size + 31) >> 5);
  for (const place of places) words[place >> 5] = (words[place >> 5] as number) | (1 << (place & 31));
  let next = 0;
  for (let w = 0; w < words.length; w++) {
    for (let word = words[w] as number; word !== 0; word &= word - 1) {
      places[next++] = (w << 5) + 31 - Math.clz32(word & -word);
    }
  }
  return places;
}

function isAscending(places: readonly number[]): boolean {
  for (let i = 1; i < places.length; i++) if ((places[i] as number) < (places[i - 1] as number)) return false;
  return true;
}
