/** The kinds of values that a field sees. */
import { OPEN_ARRAY, OPEN_OBJECT, QUOTE } from '../scan/bytes.ts';

export const ABSENT = 0;
export const STRING = 1;
export const NUMBER = 2;
export const TRUE = 3;
export const FALSE = 4;
export const NULL = 5;
/** A non-empty array of scalars. */
export const LIST = 6;
/** An object, an empty array, or an array with an object or an array in it: no condition can hold. */
export const UNMATCHABLE = 7;

/** By the first byte of a JSON value; LIST for any array. */
export const KIND_OF = new Uint8Array(256).fill(NUMBER);
for (const [byte, kind] of [
  [QUOTE, STRING],
  [OPEN_OBJECT, UNMATCHABLE],
  [OPEN_ARRAY, LIST],
  [0x74, TRUE],
  [0x66, FALSE],
  [0x6e, NULL],
] as const)
  KIND_OF[byte] = kind;
