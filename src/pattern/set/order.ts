/** Sorts matches by the order of addition. */

/** The items by ascending place, below `size`, one for each place. Sorts a few; puts many where they belong, in linear time. */
export function inOrder<T>(items: readonly T[], places: readonly number[], size: number): T[] {
  if (places.length * 64 < size) {
    const indexes = Array.from(places.keys()).sort((a, b) => (places[a] as number) - (places[b] as number));
    return indexes.filter((i, k) => places[i] !== places[indexes[k - 1] ?? -1]).map((i) => items[i] as T);
  }
  // By place: one more than the index of its item.
  const indexes = new Int32Array(size);
  for (let i = 0; i < places.length; i++) indexes[places[i] as number] = i + 1;
  const ordered: T[] = [];
  for (const index of indexes) if (index > 0) ordered.push(items[index - 1] as T);
  return ordered;
}
