/** Spark 4: functions of its VARIANT type. It refuses duplicate members, so such rows pass. */
import { type Engine, UNWRITABLE } from './engine.ts';

/**
 * Without a quote or a backslash inside of a literal: whether a backslash escapes depends on a setting
 * (`spark.sql.parser.escapedStringLiterals`).
 */
function text(value: string): string {
  const parts = value.split(/(['\\])/).filter((part) => part !== '');
  const written = parts.map((part) => (part === "'" ? 'char(39)' : part === '\\' ? 'char(92)' : `'${part}'`));
  return written.length === 0 ? "''" : written.length === 1 ? (written[0] as string) : `concat(${written.join(', ')})`;
}

const parsed = (column: string): string => `try_parse_json(${column})`;
const schema = (v: string): string => `schema_of_variant(${v})`;

/** The path is a constant: a literal without escapes. */
function variantAt(variant: string, path: readonly string[]): string | undefined {
  const isOdd = (name: string): boolean =>
    name === '' || name === '*' || /['"\\[\]]/.test(name) || UNWRITABLE.test(name);
  if (path.some(isOdd)) return undefined;
  const names = path.map((name) => `["${name}"]`).join('');
  return `variant_get(${variant}, '$${names}', 'variant')`;
}

export const spark: Engine = {
  title: 'Spark 4',
  text,
  column: (name) => `\`${name.replaceAll('`', '``')}\``,
  safe: (column) =>
    `${parsed(column)} IS NOT NULL AND NOT ${column} rlike concat(char(92), char(92), 'u([dD][89a-fA-F]|0000)')`,
  get: (column, path) => variantAt(parsed(column), path),
  getIn: variantAt,
  uniqueNames: () => undefined,
  any: (v, name, test) =>
    `coalesce(exists(try_cast(${v} AS ARRAY<VARIANT>), ${name} -> coalesce(${test(name)}, false)), false)`,
  each(v, name, test) {
    const list = `CASE WHEN ${schema(v)} LIKE 'ARRAY%' THEN try_cast(${v} AS ARRAY<VARIANT>) ELSE array(${v}) END`;
    return `(${v} IS NOT NULL AND coalesce(exists(${list}, ${name} -> coalesce(${test(name)}, false)), false))`;
  },
  isMissing: (v) => `${v} IS NULL`,
  isPresent: (v) => `${v} IS NOT NULL`,
  isArray: (v) => `${schema(v)} LIKE 'ARRAY%'`,
  isObject: (v) => `${schema(v)} LIKE 'OBJECT%'`,
  isString: (x) => `${schema(x)} = 'STRING'`,
  isNumber: (x) => `${schema(x)} rlike '^(BIGINT|DECIMAL|DOUBLE|TINYINT|SMALLINT|INT|FLOAT)'`,
  isTrue: (x) => `(${schema(x)} = 'BOOLEAN' AND try_variant_get(${x}, '$', 'boolean'))`,
  isFalse: (x) => `(${schema(x)} = 'BOOLEAN' AND NOT try_variant_get(${x}, '$', 'boolean'))`,
  isNull: (x) => `${schema(x)} = 'VOID'`,
  string: (x) => `try_variant_get(${x}, '$', 'string')`,
  double: (x) => `try_variant_get(${x}, '$', 'double')`,
  startsWith: (s, literal) => `startswith(${s}, ${literal})`,
  endsWith: (s, literal) => `endswith(${s}, ${literal})`,
  contains: (s, literal) => `contains(${s}, ${literal})`,
  lower: (s) => `lower(${s})`,
  hasMatch: (s, literal) => `${s} rlike ${literal}`,
};
