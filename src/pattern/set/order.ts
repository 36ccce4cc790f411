/** Sorts matches by the order of addition. */
import { newInts } from '../scan/ints.ts';

/** Of small sets, which are used in turns with others: to make an array for each event costs more than to clear one. */
const scratch = newInts(1024);

/** The items by ascending place, below `size`, one for each place. Sorts a few; puts many where they belong, in linear time. */
export function inOrder<T>(items: readonly T[], places: Int32Array, size: number): T[] {
  if (items.length * 64 < size) {
    const indexes = Array.from(items.keys()).sort((a, b) => (places[a] as number) - (places[b] as number));
    return indexes.filter((i, k) => places[i] !== places[indexes[k - 1] ?? -1]).map((i) => items[i] as T);
  }
  // By place: one more than the index of its item.
  const indexes = size <= scratch.length ? scratch.fill(0, 0, size) : newInts(size);
  for (let i = 0; i < items.length; i++) indexes[places[i] as number] = i + 1;
  const ordered: T[] = [];
  for (let place = 0; place < size; place++) {
    const index = indexes[place] as number;
    if (index > 0) ordered.push(items[index - 1] as T);
  }
  return ordered;
}
