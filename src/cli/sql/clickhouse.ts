/** ClickHouse: JSONExtract functions over a column of strings. */
import { type Engine, UNWRITABLE } from './engine.ts';

const text = (value: string): string => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

function argumentsOf(path: readonly string[]): string | undefined {
  if (path.some((name) => name === '' || UNWRITABLE.test(name))) return undefined;
  return path.map((name) => `, ${text(name)}`).join('');
}

function get(json: string, path: readonly string[]): string | undefined {
  const names = argumentsOf(path);
  return names === undefined ? undefined : `JSONExtractRaw(${json}${names})`;
}

export const clickhouse: Engine = {
  title: 'ClickHouse',
  text,
  column: (name) => `\`${name.replaceAll('\\', '\\\\').replaceAll('`', '\\`')}\``,
  // It loses digits of long integers, and writes numbers with exponents as such when it takes an object out of another.
  safe: (column) =>
    `isValidJSON(${column}) AND NOT match(${column}, '\\\\\\\\u([dD][89a-fA-F]|0000)|[0-9]{19}|[,:[][^-0-9"]*-?[0-9.]+[eE][+]?[0-9]')`,
  get,
  getIn: get,
  uniqueNames(column, path) {
    const names = argumentsOf(path);
    if (names === undefined) return undefined;
    const keys = `JSONExtractKeys(${column}${names})`;
    return `length(${keys}) = length(arrayDistinct(${keys}))`;
  },
  any: (v, name, test) => `arrayExists(${name} -> ${test(name)}, JSONExtractArrayRaw(${v}))`,
  each(v, name, test) {
    const list = `multiIf(${v} = '', emptyArrayString(), startsWith(${v}, '['), JSONExtractArrayRaw(${v}), [${v}])`;
    return `arrayExists(${name} -> ${test(name)}, ${list})`;
  },
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
