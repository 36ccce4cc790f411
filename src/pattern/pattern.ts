/** A valid pattern: its fields and conditions as written. */
import type { Dialect } from './dialect.ts';
import type { Range } from './json/node.ts';
import type { Test } from './operators/operator.ts';

/** A valid pattern. Only `parsePattern` makes one; the brand lets `compilePattern` accept it without reading it again. */
export interface Pattern {
  /** The dialect in which it was read. */
  readonly dialect: Dialect;
  /** The extension attributes that were declared when it was read. */
  readonly extensions: readonly string[];
  /** In source order; all of them must hold, or those of one combination of the branches of `$or`. */
  readonly fields: readonly Field[];
}

/** A field of a pattern: a path of member names with its conditions. */
export interface Field {
  /** Member names from the root, as written, without `$or`. */
  readonly path: readonly string[];
  /** The way to the field in the pattern where it leads through `$or`: member names, and the index of the branch behind each `$or`. */
  readonly steps?: readonly (string | number)[];
  /** RFC 6901, into the pattern. */
  readonly pointer: string;
  /** Of the array of conditions; absent when the pattern was given as an object. */
  readonly range?: Range;
  /** One of them must hold. */
  readonly conditions: readonly Condition[];
  /** Whether one of them holds for an event without the field, as `{"exists": false}` does. */
  readonly mayBeMissing: boolean;
}

/** A plain value, or an object with one operator or several. `printCondition` gives its text. */
export interface Condition {
  /** RFC 6901, into the pattern. */
  readonly pointer: string;
  /** Absent when the pattern was given as an object. */
  readonly range?: Range;
}

/** The tests are a private field, so that the public type and what is printed of a pattern are plain data. */
class ReadCondition implements Condition {
  readonly pointer: string;
  declare readonly range?: Range;
  readonly #tests: readonly Test[];

  constructor(pointer: string, range: Range | undefined, tests: readonly Test[]) {
    this.pointer = pointer;
    if (range !== undefined) this.range = range;
    this.#tests = tests;
  }

  static testsOf(value: unknown): readonly Test[] | undefined {
    return typeof value === 'object' && value !== null && #tests in value ? value.#tests : undefined;
  }
}

export function makeCondition(pointer: string, range: Range | undefined, tests: readonly Test[]): Condition {
  return new ReadCondition(pointer, range, tests);
}

/**
 * The tests of a condition; all of them must hold for the same value. There is more than one only where operators share one object.
 * @throws TypeError for a value that is not a condition of a pattern
 */
export function testsOf(condition: Condition): readonly Test[] {
  const tests = ReadCondition.testsOf(condition);
  if (tests === undefined) throw new TypeError('not a condition of a pattern');
  return tests;
}

export function isCondition(value: unknown): value is Condition {
  return ReadCondition.testsOf(value) !== undefined;
}

const brand = new WeakSet<object>();

export function brandPattern(pattern: Pattern): Pattern {
  brand.add(pattern);
  return pattern;
}

/** Whether `parsePattern` made the value. */
export function isPattern(value: unknown): value is Pattern {
  return typeof value === 'object' && value !== null && brand.has(value);
}
