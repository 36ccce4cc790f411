/** A valid pattern: its fields and conditions as written. */
import type { Dialect } from './dialect.ts';
import type { Range } from './json/node.ts';
import type { Test } from './operators/operator.ts';

/** A valid pattern. Only `parsePattern` makes one; the brand lets `compilePattern` accept it without reading it again. */
export interface Pattern {
  readonly dialect: Dialect;
  readonly extensions: readonly string[];
  /** In source order; all of them must hold. */
  readonly fields: readonly Field[];
}

export interface Field {
  /** Member names from the root, as written. */
  readonly path: readonly string[];
  /** RFC 6901, into the pattern. */
  readonly pointer: string;
  /** Of the array of conditions; absent when the pattern was given as an object. */
  readonly range?: Range;
  /** One of them must hold. */
  readonly conditions: readonly Condition[];
}

export interface Condition {
  readonly pointer: string;
  readonly range?: Range;
  /** All of them must hold for the same value; more than one only for several operators in one object. */
  readonly tests: readonly Test[];
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
