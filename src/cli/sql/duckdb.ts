/** DuckDB 1.3 and later: functions of its JSON extension, which are exact about types. */
import { type Engine, UNWRITABLE } from './engine.ts';

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

const type = (v: string): string => `json_type(${v})`;

/** Names that its paths cannot quote make a JSON pointer, in which digits would be a place in an array. */
function pathOf(path: readonly string[]): string | undefined {
  if (path.some((name) => UNWRITABLE.test(name))) return undefined;
  if (path.some((name) => name === '' || /["\\*?]/.test(name))) {
    if (path.some((name) => /^[0-9]+$|^-$|^#/.test(name))) return undefined;
    return text(path.map((name) => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''));
  }
  return text(`$${path.map((name) => `."${name}"`).join('')}`);
}

function get(column: string, path: readonly string[]): string | undefined {
  const written = pathOf(path);
  return written === undefined ? undefined : `json_extract(${column}, ${written})`;
}

/** A JSON null would be an SQL NULL. */
const elements = (v: string): string =>
  `list_transform(from_json(${v}, '["JSON"]'), lambda y: coalesce(y, 'null'::JSON))`;

const anyOf = (list: string, name: string, test: (x: string) => string): string =>
  `coalesce(list_bool_or(list_transform(${list}, lambda ${name}: coalesce(${test(name)}, false))), false)`;

export const duckdb: Engine = {
  title: 'DuckDB',
  text,
  column: (name) => `"${name.replaceAll('"', '""')}"`,
  safe: (column) => `json_valid(${column}) AND NOT regexp_matches(${column}, '\\\\u([dD][89a-fA-F]|0000)')`,
  get,
  getIn: get,
  uniqueNames(column, path) {
    const object = path.length === 0 ? column : get(column, path);
    if (object === undefined) return undefined;
    const names = `json_keys(${object})`;
    return `coalesce(len(${names}) = len(list_distinct(${names})), true)`;
  },
  any: (v, name, test) => anyOf(elements(v), name, test),
  each: (v, name, test) =>
    anyOf(`CASE WHEN ${v} IS NULL THEN [] WHEN ${type(v)} = 'ARRAY' THEN ${elements(v)} ELSE [${v}] END`, name, test),
  isMissing: (v) => `${v} IS NULL`,
  isPresent: (v) => `${v} IS NOT NULL`,
  isArray: (v) => `${type(v)} = 'ARRAY'`,
  isObject: (v) => `${type(v)} = 'OBJECT'`,
  isString: (x) => `${type(x)} = 'VARCHAR'`,
  isNumber: (x) => `${type(x)} IN ('BIGINT', 'UBIGINT', 'HUGEINT', 'DOUBLE')`,
  isTrue: (x) => `(${type(x)} = 'BOOLEAN' AND ${x}::VARCHAR = 'true')`,
  isFalse: (x) => `(${type(x)} = 'BOOLEAN' AND ${x}::VARCHAR = 'false')`,
  isNull: (x) => `${type(x)} = 'NULL'`,
  string: (x) => `(${x}->>'$')`,
  double: (x) => `TRY_CAST(${x} AS DOUBLE)`,
  startsWith: (s, literal) => `starts_with(${s}, ${literal})`,
  endsWith: (s, literal) => `ends_with(${s}, ${literal})`,
  contains: (s, literal) => `contains(${s}, ${literal})`,
  lower: (s) => `lower(${s})`,
  hasMatch: (s, literal) => `regexp_matches(${s}, ${literal})`,
};
