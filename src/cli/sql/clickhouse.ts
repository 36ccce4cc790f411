/** ClickHouse: JSONExtract functions over a column of strings. */
import { type Engine, UNWRITABLE } from './engine.ts';

const text = (value: string): string => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

function argumentsOf(path: readonly string[]): string | undefined {
  if (path.some((name) => name === '' || UNWRITABLE.test(name))) return undefined;
  return path.map((name) => `, ${text(name)}`).join('');
}

export const clickhouse: Engine = {
  title: 'ClickHouse',
  text,
  column: (name) => `\`${name.replaceAll('\\', '\\\\').replaceAll('`', '\\`')}\``,
  // It loses digits of long integers.
  safe: (column) => `isValidJSON(${column}) AND NOT match(${column}, '\\\\\\\\u([dD][89a-fA-F]|0000)|[0-9]{19}')`,
  get(column, path) {
    const names = argumentsOf(path);
    return names === undefined ? undefined : `JSONExtractRaw(${column}${names})`;
  },
  uniqueNames(column, path) {
    const names = argumentsOf(path);
    if (names === undefined) return undefined;
    const keys = `JSONExtractKeys(${column}${names})`;
    return `length(${keys}) = length(arrayDistinct(${keys}))`;
  },
  any: (v, test) => `arrayExists(x -> ${test('x')}, JSONExtractArrayRaw(${v}))`,
  isMissing: (v) => `${v} = ''`,
  isPresent: (v) => `${v} != ''`,
  isArray: (v) => `startsWith(${v}, '[')`,
  isObject: (v) => `startsWith(${v}, '{')`,
  isString: (x) => `startsWith(${x}, '"')`,
  isNumber: (x) => `match(${x}, '^-?[0-9]')`,
  isTrue: (x) => `${x} = 'true'`,
  isFalse: (x) => `${x} = 'false'`,
  isNull: (x) => `${x} = 'null'`,
  string: (x) => `JSONExtractString(${x})`,
  double: (x) => `toFloat64OrZero(${x})`,
  startsWith: (s, literal) => `startsWith(${s}, ${literal})`,
  endsWith: (s, literal) => `endsWith(${s}, ${literal})`,
  contains: (s, literal) => `(position(${s}, ${literal}) > 0)`,
  lower: (s) => `lower(${s})`,
  hasMatch: (s, literal) => `match(${s}, ${literal})`,
};
