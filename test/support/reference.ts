/**
 * The judge of events: a slow and obvious interpreter of the language definition, with which every strategy of the engine must agree. It
 * must never import from the engine.
 */
import { awsMatches } from './aws/reference.ts';
import { javaNumberText } from './java-number.ts';
import type { Json } from './json.ts';
import { isScalar, memberOf, membersOf, readJson, writeJson } from './json.ts';

/** Those in which a pattern is one list of fields. */
export type DialectName = 'aliyun' | 'rocketmq';

/** All that are judged: `aws` has an interpreter of its own. */
export type AnyDialect = DialectName | 'aws';

/** The path of member names that leads to a field's value in an event, and the conditions of which one must hold. */
export interface Field {
  /** The names in the pattern; `path` differs from them where the dialect reads a dot as a step. */
  readonly written: readonly string[];
  readonly path: readonly string[];
  readonly conditions: readonly Json[];
}

/**
 * Whether the event matches the pattern, which the dialect must accept; for another one the result is undefined. Throws a SyntaxError if a
 * text is not JSON and a TypeError if the event is not an object.
 */
export function referenceMatches(patternText: string, eventText: string, dialect: AnyDialect): boolean {
  if (dialect === 'aws') return awsMatches(patternText, eventText);
  const event = readJson(eventText);
  if (event.kind !== 'object') throw new TypeError('an event is a JSON object');
  const pattern = readJson(patternText);
  if (last.pattern !== pattern || last.dialect !== dialect)
    last = { pattern, dialect, fields: fieldsOf(pattern, dialect) };
  return last.fields.every((field) => fieldHolds(field, event, dialect));
}

/** Most callers try one pattern with many events. */
let last: { readonly pattern?: Json; readonly dialect?: DialectName; readonly fields: readonly Field[] } = {
  fields: [],
};

/** The fields of an accepted pattern, in its order. */
export function fieldsOf(pattern: Json, dialect: DialectName): Field[] {
  return leavesOf(pattern, []).map(({ written, conditions }) => {
    const split = dialect === 'rocketmq' && written.length > 1;
    return { written, path: split ? written.flatMap((name) => name.split('.')) : written, conditions };
  });
}

function leavesOf(node: Json, written: readonly string[]): Omit<Field, 'path'>[] {
  if (node.kind === 'array') return [{ written, conditions: node.items }];
  return membersOf(node).flatMap(([name, value]) => leavesOf(value, [...written, name]));
}

/** Whether one of the field's conditions holds for the value at its path in the event. */
export function fieldHolds(field: Field, event: Json, dialect: DialectName): boolean {
  // Even `exists: false` fails under data when the event has no data at all.
  if (field.path[0] === 'data' && memberOf(event, 'data') === undefined) return false;
  const found = valueAt(field.path, event, dialect);
  return field.conditions.some((condition) => conditionHolds(condition, found, dialect));
}

function valueAt(path: readonly string[], event: Json, dialect: DialectName): Json | undefined {
  let found: Json | undefined = event;
  for (const name of path) found = found && memberOf(found, name);
  if (dialect === 'aliyun' || path.length === 1 || found?.kind !== 'number') return found;
  return { kind: 'number', text: javaNumberText(found.text) };
}

function conditionHolds(condition: Json, found: Json | undefined, dialect: DialectName): boolean {
  if (found === undefined) return isExistsFalse(condition);
  const values = found.kind === 'array' ? found.items : [found];
  return values.every(isScalar) && values.some((value) => holdsFor(condition, value, dialect));
}

function isExistsFalse(condition: Json): boolean {
  const operand = memberOf(condition, 'exists');
  return operand?.kind === 'boolean' && !operand.value;
}

function holdsFor(condition: Json, value: Json, dialect: DialectName): boolean {
  if (condition.kind !== 'object') return equals(condition, value, dialect);
  return membersOf(condition).every(([operator, operand]) => operatorHolds(operator, operand, value, dialect));
}

function operatorHolds(operator: string, operand: Json, value: Json, dialect: DialectName): boolean {
  switch (operator) {
    case 'exists':
      return operand.kind === 'boolean' && operand.value;
    case 'prefix':
      return value.kind === 'string' && value.value.startsWith(textOf(operand));
    case 'suffix':
      return value.kind === 'string' && value.value.endsWith(textOf(operand));
    case 'contains':
      return value.kind === 'string' && value.value.includes(textOf(operand));
    case 'anything-but':
      return operand.kind === 'array'
        ? !operand.items.some((item) => equals(item, value, dialect))
        : !holdsFor(operand, value, dialect);
    case 'numeric':
      return value.kind === 'number' && operand.kind === 'array' && numericHolds(operand.items, Number(value.text));
    case 'cidr':
      return value.kind === 'string' && cidrHolds(textOf(operand), value.value, dialect);
    default:
      throw new Error(`not an accepted pattern: operator ${operator}`);
  }
}

function equals(a: Json, b: Json, dialect: DialectName): boolean {
  const asText = dialect === 'rocketmq' && a.kind !== 'null' && b.kind !== 'null';
  return (asText || a.kind === b.kind) && textOf(a) === textOf(b);
}

/** The text by which two scalars of one kind are equal: the text of a string, or a number as written. */
function textOf(scalar: Json): string {
  return scalar.kind === 'string' ? scalar.value : writeJson(scalar);
}

function numericHolds([symbol, limit, ...others]: readonly Json[], x: number): boolean {
  if (symbol === undefined || limit === undefined) return true;
  return compare(x, textOf(symbol), Number(textOf(limit))) && numericHolds(others, x);
}

function compare(x: number, symbol: string, n: number): boolean {
  const equal = Math.abs(x - n) <= 1e-7;
  switch (symbol) {
    case '=':
      return equal;
    case '!=':
      return !equal;
    case '<':
      return x < n && !equal;
    case '<=':
      return x < n || equal;
    case '>':
      return x > n && !equal;
    case '>=':
      return x > n || equal;
    default:
      throw new Error(`not an accepted pattern: comparison ${symbol}`);
  }
}

function cidrHolds(block: string, text: string, dialect: DialectName): boolean {
  const [base = '', bits] = block.split('/');
  const address = addressOf(text, dialect);
  const start = addressOf(base, dialect);
  if (address === undefined || start === undefined) return false;
  if (bits === undefined) return address === start;
  const size = 2 ** (32 - Number(bits));
  const first = Math.floor(start / size) * size;
  const last = first + size - 1;
  return dialect === 'rocketmq' ? first < address && address < last : first <= address && address <= last;
}

/** The 32 bits of a dotted quad; the Java engine reads leading zeros, in up to three digits. */
function addressOf(text: string, dialect: DialectName): number | undefined {
  const part = dialect === 'rocketmq' ? /^\d{1,3}$/ : /^(0|[1-9]\d{0,2})$/;
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((digits) => part.test(digits) && Number(digits) <= 255)) return undefined;
  return parts.reduce((bits, digits) => bits * 256 + Number(digits), 0);
}
