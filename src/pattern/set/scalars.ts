/** The elements of arrays. */
import type { Predicate } from '../operators/predicate.ts';
import { CLOSE_ARRAY, OPEN_ARRAY, OPEN_OBJECT, skipSpace, skipValue } from '../scan/bytes.ts';
import { numberText, plainInteger, stringAt } from '../scan/decode.ts';
import type { Text } from '../scan/text.ts';
import { FALSE, KIND_OF, NULL, NUMBER, STRING, TRUE } from './kinds.ts';

/** One value, as an element of an array. */
export interface Scalar {
  readonly kind: number;
  readonly string: string;
  readonly number: number;
  /** Of a number: as sent; undefined for the text that `JSON.stringify` gives. */
  readonly text: string | undefined;
}

const TRUE_SCALAR: Scalar = { kind: TRUE, string: '', number: 0, text: undefined };
const FALSE_SCALAR: Scalar = { kind: FALSE, string: '', number: 0, text: undefined };
const NULL_SCALAR: Scalar = { kind: NULL, string: '', number: 0, text: undefined };

/** Up to this many elements are not checked for duplicates. */
const FEW_EQUAL = 8;

/** Removes duplicates, so that equal elements are looked up once. */
export function distinct(list: readonly Scalar[]): readonly Scalar[] {
  if (list.length <= FEW_EQUAL) return list;
  const strings = new Set<string>();
  const others = new Set<number | string | Scalar>();
  return list.filter((scalar) => {
    const { kind, string, number, text } = scalar;
    // Each literal is a single object.
    const value = kind === NUMBER ? (text ?? number) : scalar;
    const before = strings.size + others.size;
    if (kind === STRING) strings.add(string);
    else others.add(value);
    return strings.size + others.size > before;
  });
}

/** The scalar of a kind that has one value. */
export function literalOf(kind: number): Scalar {
  return kind === TRUE ? TRUE_SCALAR : kind === FALSE ? FALSE_SCALAR : NULL_SCALAR;
}

/** The scalar of a value that is not an object; values that JSON cannot represent become null. */
export function scalarOf(value: unknown): Scalar {
  switch (typeof value) {
    case 'string':
      return { kind: STRING, string: value, number: 0, text: undefined };
    case 'number':
      return Number.isFinite(value) ? { kind: NUMBER, string: '', number: value, text: undefined } : NULL_SCALAR;
    case 'boolean':
      return value ? TRUE_SCALAR : FALSE_SCALAR;
    case 'bigint':
      throw new TypeError('a BigInt is not JSON data');
    default:
      return NULL_SCALAR;
  }
}

/** Undefined when an element is an object or an array. */
export function scalarsOf(elements: readonly unknown[]): readonly Scalar[] | undefined {
  const scalars: Scalar[] = [];
  for (const element of elements) {
    if (typeof element === 'object' && element !== null) return undefined;
    scalars.push(scalarOf(element));
  }
  return scalars;
}

/** The elements of an array in a text; undefined when one of them is an object or an array. */
export function elementsAt(text: Text, start: number): readonly Scalar[] | undefined {
  const { bytes, view } = text;
  const scalars: Scalar[] = [];
  for (let i = skipSpace(bytes, start + 1); bytes[i] !== CLOSE_ARRAY; ) {
    if (bytes[i] === OPEN_OBJECT || bytes[i] === OPEN_ARRAY) return undefined;
    const end = skipValue(bytes, view, i, 0);
    scalars.push(scalarAt(text, i, end));
    i = skipSpace(bytes, end);
    if (bytes[i] === CLOSE_ARRAY) break;
    i = skipSpace(bytes, i + 1);
  }
  return scalars;
}

/** The scalar at a place of a text. */
export function scalarAt(text: Text, start: number, end: number): Scalar {
  switch (KIND_OF[text.bytes[start] as number]) {
    case STRING:
      return { kind: STRING, string: stringAt(text, start + 1, end - 1), number: 0, text: undefined };
    case TRUE:
      return TRUE_SCALAR;
    case FALSE:
      return FALSE_SCALAR;
    case NULL:
      return NULL_SCALAR;
  }
  const integer = plainInteger(text.bytes, start, end);
  if (integer !== undefined) return { kind: NUMBER, string: '', number: integer, text: undefined };
  const digits = numberText(text, start, end);
  return { kind: NUMBER, string: '', number: Number(digits), text: digits };
}

/** Whether the predicate holds for a value. */
export function accepts(predicate: Predicate, { kind, string, number, text }: Scalar): boolean {
  switch (kind) {
    case STRING:
      return predicate.string(string);
    case NUMBER:
      return predicate.number(number, text);
    case TRUE:
      return predicate.true;
    case FALSE:
      return predicate.false;
    default:
      return predicate.null;
  }
}

/** The value of a scalar that is no number. */
export function plainOf({ kind, string }: Scalar): string | boolean | null {
  return kind === STRING ? string : kind === NULL ? null : kind === TRUE;
}

/** The JSON text of a kind that has one value. */
export function literalText(kind: number): string {
  return kind === TRUE ? 'true' : kind === FALSE ? 'false' : 'null';
}

/** Whether it is a number that is compared by its value. */
export function isDouble({ kind, text }: Scalar): boolean {
  return kind === NUMBER && text === undefined;
}
