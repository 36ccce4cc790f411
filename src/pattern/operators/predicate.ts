/** Compiled conditions with one test for each kind of value. */
import type { JsonScalar } from '../json/node.ts';

/** A compiled condition on scalars. Objects, arrays and missing members are handled by the callers. */
export interface Predicate {
  readonly string: (value: string) => boolean;
  /** `text` is the number as sent; undefined means the text that `JSON.stringify` gives. */
  readonly number: (value: number, text: string | undefined) => boolean;
  readonly true: boolean;
  readonly false: boolean;
  readonly null: boolean;
}

/** Tests of strings take one argument and tests of numbers two; a test of strings ignores the second. */
type Test<V> = (value: V, text: string | undefined) => boolean;

export const never = (): boolean => false;
export const always = (): boolean => true;

/** Holds for nothing; operators override the kinds that they accept. */
export const nothing: Predicate = { string: never, number: never, true: false, false: false, null: false };

export function anyOf(predicates: readonly Predicate[]): Predicate {
  return {
    string: someOf<string>(predicates.map((p) => p.string)) as Predicate['string'],
    number: someOf<number>(predicates.map((p) => p.number)),
    true: predicates.some((p) => p.true),
    false: predicates.some((p) => p.false),
    null: predicates.some((p) => p.null),
  };
}

export function allOf(predicates: readonly Predicate[]): Predicate {
  return {
    string: everyOf<string>(predicates.map((p) => p.string)) as Predicate['string'],
    number: everyOf<number>(predicates.map((p) => p.number)),
    true: predicates.every((p) => p.true),
    false: predicates.every((p) => p.false),
    null: predicates.every((p) => p.null),
  };
}

export function not(predicate: Predicate): Predicate {
  return {
    string: inverse<string>(predicate.string) as Predicate['string'],
    number: inverse<number>(predicate.number),
    true: !predicate.true,
    false: !predicate.false,
    null: !predicate.null,
  };
}

function inverse<V>(test: Test<V>): Test<V> {
  if (test === never) return always;
  if (test === always) return never;
  return (value, text) => !test(value, text);
}

function someOf<V>(all: readonly Test<V>[]): Test<V> {
  if (all.includes(always)) return always;
  const [first, second, ...rest] = all.filter((test) => test !== never);
  if (first === undefined) return never;
  if (second === undefined) return first;
  if (rest.length === 0) return (value, text) => first(value, text) || second(value, text);
  const tests = [first, second, ...rest];
  return (value, text) => {
    for (const test of tests) if (test(value, text)) return true;
    return false;
  };
}

function everyOf<V>(all: readonly Test<V>[]): Test<V> {
  if (all.includes(never)) return never;
  const [first, second, ...rest] = all.filter((test) => test !== always);
  if (first === undefined) return always;
  if (second === undefined) return first;
  if (rest.length === 0) return (value, text) => first(value, text) && second(value, text);
  const tests = [first, second, ...rest];
  return (value, text) => {
    for (const test of tests) if (!test(value, text)) return false;
    return true;
  };
}

/** Evaluates a predicate on a scalar node; a number has its text. */
export function holdsFor(predicate: Predicate, node: JsonScalar): boolean {
  switch (node.kind) {
    case 'string':
      return predicate.string(node.value);
    case 'number':
      return predicate.number(node.value, node.text);
    case 'boolean':
      return node.value ? predicate.true : predicate.false;
    case 'null':
      return predicate.null;
  }
}
