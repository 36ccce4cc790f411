/** The contract of an SQL engine: how texts, names and JSON are written in it. `v` and `x` are SQL expressions of JSON values. */

export interface Engine {
  /** For people. */
  readonly title: string;
  /** A string literal. The text has no NUL and no lone surrogate. */
  text(value: string): string;
  /** The column as an expression. */
  column(name: string): string;
  /** Whether the JSON of a column can be read, without what the engine reads in another way than the matcher. */
  safe(column: string): string;
  /** The value at a path; undefined for a name that the engine cannot express. */
  get(column: string, path: readonly string[]): string | undefined;
  /** The value at a path of a JSON value; undefined where `get` is. */
  getIn(v: string, path: readonly string[]): string | undefined;
  /** Whether an object, the value at a path, has each name once. Engines take the first of duplicate members, the matcher the last. */
  uniqueNames(column: string, path: readonly string[]): string | undefined;
  /** Whether a test holds for one element of an array. `name`: of the element, another one than those around it; not `y`. */
  any(v: string, name: string, test: (x: string) => string): string;
  /** The same for the elements of an array, for any other value itself, and for none if it is missing. */
  each(v: string, name: string, test: (x: string) => string): string;
  isMissing(v: string): string;
  isPresent(v: string): string;
  isArray(v: string): string;
  isObject(v: string): string;
  isString(x: string): string;
  isNumber(x: string): string;
  isTrue(x: string): string;
  isFalse(x: string): string;
  isNull(x: string): string;
  /** The text of a string. */
  string(x: string): string;
  /** The number as a double. */
  double(x: string): string;
  startsWith(s: string, literal: string): string;
  endsWith(s: string, literal: string): string;
  contains(s: string, literal: string): string;
  /** In lower case, at least the letters of ASCII. */
  lower(s: string): string;
  /** Whether a text has a match of a regular expression, a literal. */
  hasMatch(s: string, literal: string): string;
}

/** Lone surrogates and NUL, which no engine keeps. */
export const UNWRITABLE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|\0/;
