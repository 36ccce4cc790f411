/** Evaluates a field on a value in the text. Scalars are decoded only if a condition can hold for their kind. */
import type { FieldTest } from '../field.ts';
import { never, type Predicate } from '../operators/predicate.ts';
import { CLOSE_ARRAY, OPEN_ARRAY, OPEN_OBJECT, QUOTE, skipSpace, skipValue } from './bytes.ts';
import { numberText, plainInteger, stringAt } from './decode.ts';
import type { Text } from './text.ts';

/** `start` and `end` delimit a JSON value; `member` is the predicate for a value that is the member itself. */
export function valueHolds(test: FieldTest, member: Predicate, text: Text, start: number, end: number): boolean {
  switch (text.bytes[start]) {
    case OPEN_OBJECT:
      return false;
    case OPEN_ARRAY:
      return someElement(test.predicate, text, start);
    default:
      return scalarHolds(member, text, start, end);
  }
}

/** The verdict on an array, as in event.ts. */
function someElement(predicate: Predicate, text: Text, start: number): boolean {
  const { bytes, view } = text;
  let holds = false;
  for (let i = skipSpace(bytes, start + 1); bytes[i] !== CLOSE_ARRAY; ) {
    if (bytes[i] === OPEN_OBJECT || bytes[i] === OPEN_ARRAY) return false;
    const end = skipValue(bytes, view, i, 0);
    holds ||= scalarHolds(predicate, text, i, end);
    i = skipSpace(bytes, end);
    if (bytes[i] === CLOSE_ARRAY) break;
    i = skipSpace(bytes, i + 1);
  }
  return holds;
}

function scalarHolds(predicate: Predicate, text: Text, start: number, end: number): boolean {
  switch (text.bytes[start]) {
    case QUOTE:
      return predicate.string !== never && predicate.string(stringAt(text, start + 1, end - 1));
    case 0x74:
      return predicate.true;
    case 0x66:
      return predicate.false;
    case 0x6e:
      return predicate.null;
    default:
      return predicate.number !== never && numberHolds(predicate, text, start, end);
  }
}

function numberHolds(predicate: Predicate, text: Text, start: number, end: number): boolean {
  const integer = plainInteger(text.bytes, start, end);
  if (integer !== undefined) return predicate.number(integer, undefined);
  const digits = numberText(text, start, end);
  return predicate.number(Number(digits), digits);
}
