/** Arrays of 32-bit integers, of which all tables consist: made here alone, so that an engine can move tables into its memory. */

export type Ints = Int32Array<ArrayBuffer>;

/** Zeros. */
export function newInts(length: number): Ints {
  return new Int32Array(length);
}

/** A longer copy of an array, with zeros behind its values. */
export function grownInts(array: Ints, length: number): Ints {
  const longer = newInts(length);
  longer.set(array);
  return longer;
}

/** The array itself, or a longer copy that has this index. */
export function withIndex(array: Ints, index: number): Ints {
  return index < array.length ? array : grownInts(array, Math.max(8, index + 1 + (array.length >> 2)));
}

/** A copy without what lies behind this length. */
export function trimmed(array: Ints, length: number): Ints {
  return length < array.length ? array.slice(0, length) : array;
}
