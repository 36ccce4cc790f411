/**
 * The conditions of the dialect `aws`: which are accepted, and for which values they hold. Written from the definition of the language
 * (section 4), without code of the engine.
 */
import type { Json } from '../json.ts';
import { comparable } from './numbers.ts';
import {
  blockContains,
  endsIgnoringCase,
  fitsIgnoringCase,
  fitsWildcard,
  readAddress,
  readBlock,
  readWildcard,
  startsIgnoringCase,
} from './texts.ts';

/** A condition that was read. */
export interface Condition {
  /** As written. */
  readonly node: Json;
  /** `absent`: it holds for a missing field, and for no value. */
  readonly holds: Test | 'absent';
}

type Test = (value: Json) => boolean;

/** `old`: the operators of the second reading (section 2). */
export type Reading = 'new' | 'old';

export class Refused extends Error {}

type TextTest = (text: string) => boolean;

/** Whether one of the conditions holds for the value; undefined for a missing field. */
export function oneHolds(conditions: readonly Condition[], value: Json | undefined): boolean {
  return conditions.some(({ holds }) =>
    holds === 'absent' ? value === undefined : value !== undefined && holds(value),
  );
}

/** @throws Refused */
export function readCondition(node: Json, reading: Reading): Condition {
  return { node, holds: testOf(node, reading) };
}

function testOf(node: Json, reading: Reading): Test | 'absent' {
  if (node.kind === 'array') throw new Refused('a condition is no array');
  if (node.kind !== 'object') return equalTo(node);
  const [name, operand] = onlyMember(node);
  switch (name) {
    case 'exactly': {
      const text = stringOf(operand);
      return ofTexts((value) => value === text);
    }
    case 'prefix':
    case 'suffix':
    case 'equals-ignore-case':
    case 'wildcard':
      return ofTexts(textTest(name, operand));
    case 'anything-but':
      return exclusion(operand, reading);
    case 'numeric':
      return range(operand);
    case 'cidr':
      return block(operand);
    case 'exists':
      if (operand.kind !== 'boolean') throw new Refused('exists takes true or false');
      return operand.value ? () => true : 'absent';
    default:
      throw new Refused(`no operator ${name}`);
  }
}

function onlyMember(node: Json): readonly [string, Json] {
  const [first, ...others] = node.kind === 'object' ? node.members : [];
  if (first === undefined || others.length > 0) throw new Refused('one operator in an object');
  return first;
}

function stringOf(node: Json): string {
  if (node.kind !== 'string') throw new Refused('a string is wanted');
  return node.value;
}

function numberOf(node: Json): number {
  const value = node.kind === 'number' ? comparable(node.text) : undefined;
  if (value === undefined) throw new Refused('a comparable number is wanted');
  return value;
}

function ofTexts(test: TextTest): Test {
  return (value) => value.kind === 'string' && test(value.value);
}

function equalTo(literal: Json): Test {
  if (literal.kind === 'string') {
    const address = readAddress(literal.value);
    return ofTexts((text) => {
      const own = readAddress(text);
      if (address === undefined || own === undefined) return text === literal.value;
      return own.bits === address.bits && own.value === address.value;
    });
  }
  if (literal.kind === 'number') {
    const number = comparable(literal.text);
    return (value) =>
      value.kind === 'number' &&
      (number === undefined ? value.text === literal.text : comparable(value.text) === number);
  }
  return (value) =>
    value.kind === literal.kind &&
    (value.kind !== 'boolean' || literal.kind !== 'boolean' || value.value === literal.value);
}

/** The operators of a text that `anything-but` can negate. */
function textTest(name: string, operand: Json): TextTest {
  if ((name === 'prefix' || name === 'suffix') && operand.kind === 'object') {
    const [inner, innerOperand] = onlyMember(operand);
    if (inner !== 'equals-ignore-case') throw new Refused(`no operator ${inner} inside ${name}`);
    const wanted = stringOf(innerOperand);
    return (text) => (name === 'prefix' ? startsIgnoringCase(wanted, text) : endsIgnoringCase(wanted, text));
  }
  const wanted = stringOf(operand);
  switch (name) {
    case 'prefix':
      return (text) => text.startsWith(wanted);
    case 'suffix':
      return (text) => text.endsWith(wanted);
    case 'equals-ignore-case':
      return (text) => fitsIgnoringCase(wanted, text);
    default: {
      const parts = readWildcard(wanted);
      if (parts === undefined) throw new Refused('a wildcard has two stars side by side, or a wrong escape');
      return (text) => fitsWildcard(parts, text);
    }
  }
}

function exclusion(operand: Json, reading: Reading): Test {
  if (operand.kind === 'object') return innerExclusion(operand, reading);
  const items = operand.kind === 'array' ? operand.items : [operand];
  if (items.length === 0) throw new Refused('anything-but has an empty list');
  if (items.every((item) => item.kind === 'string')) {
    const texts = items.map(stringOf);
    return (value) => value.kind !== 'string' || !texts.includes(value.value);
  }
  const numbers = items.map(numberOf);
  return (value) => {
    const number = value.kind === 'number' ? comparable(value.text) : undefined;
    return number === undefined || !numbers.includes(number);
  };
}

function innerExclusion(node: Json, reading: Reading): Test {
  const [name, operand] = onlyMember(node);
  const known = ['prefix', 'suffix', 'equals-ignore-case', ...(reading === 'new' ? ['wildcard'] : [])];
  if (!known.includes(name)) throw new Refused(`no operator ${name} inside anything-but`);
  const isEnd = name === 'prefix' || name === 'suffix';
  if (reading === 'old' && isEnd && operand.kind === 'array')
    throw new Refused(`no list for ${name} inside anything-but`);
  const items = operand.kind === 'array' ? operand.items : [operand];
  if (items.length === 0) throw new Refused('anything-but has an empty list');
  const texts = items.map(stringOf);
  if (isEnd && texts.includes('')) throw new Refused(`an empty ${name} inside anything-but`);
  const tests = items.map((item) => textTest(name, item));
  return (value) => value.kind !== 'string' || !tests.some((test) => test(value.value));
}

const COMPARE: Readonly<Record<string, (x: number, limit: number) => boolean>> = {
  '=': (x, limit) => x === limit,
  '<': (x, limit) => x < limit,
  '<=': (x, limit) => x <= limit,
  '>': (x, limit) => x > limit,
  '>=': (x, limit) => x >= limit,
};

function range(operand: Json): Test {
  const items = operand.kind === 'array' ? operand.items : [];
  if (items.length !== 2 && items.length !== 4) throw new Refused('numeric takes one comparison or two');
  const comparisons = items.flatMap((item, i) =>
    i % 2 === 0 ? [{ symbol: stringOf(item), limit: numberOf(items[i + 1] as Json) }] : [],
  );
  for (const { symbol, limit } of comparisons) {
    if (!Object.hasOwn(COMPARE, symbol)) throw new Refused(`no comparison ${symbol}`);
    if (symbol.startsWith('>') && limit === Number.MAX_VALUE) throw new Refused('no number is greater');
    if (symbol.startsWith('<') && limit === -Number.MAX_VALUE) throw new Refused('no number is less');
  }
  const [low, high] = comparisons;
  if (low !== undefined && high !== undefined) {
    if (!low.symbol.startsWith('>') || !high.symbol.startsWith('<')) throw new Refused('a pair is > and then <');
    if (low.limit >= high.limit) throw new Refused('the bottom is less than the top');
  }
  return (value) => {
    const number = value.kind === 'number' ? comparable(value.text) : undefined;
    return number !== undefined && comparisons.every(({ symbol, limit }) => COMPARE[symbol]?.(number, limit) === true);
  };
}

function block(operand: Json): Test {
  const read = readBlock(stringOf(operand));
  if (read === undefined) throw new Refused('no block of addresses');
  return ofTexts((text) => {
    const address = readAddress(text);
    return address !== undefined && blockContains(read, address);
  });
}
