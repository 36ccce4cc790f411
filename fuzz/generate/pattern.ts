/** Texts of patterns that a dialect accepts, from the words of the property tests; about fifty times as fast as fast-check makes them. */
import {
  AWKWARD_STRINGS,
  arrayNode,
  NULL,
  numberNode,
  ODD_NUMBERS,
  objectNode,
  spell,
  textNode,
} from '../../test/support/arbitraries/json-text.ts';
import {
  ATTRIBUTES,
  BLOCKS,
  NAMES,
  NAMES_THAT_ARE_NO_JSONPATH,
  ONLY_ABSENT,
  UNKNOWN_ATTRIBUTES,
} from '../../test/support/arbitraries/pattern.ts';
import { type Json, type Member, writeJson } from '../../test/support/json.ts';
import { negatableOperators, textOperators } from '../../test/support/operator-lists.ts';
import type { DialectName } from '../../test/support/reference.ts';
import type { Random } from '../random.ts';

/** Halves of surrogate pairs, control characters, and characters that fold or compose. */
const UNITS = ['a', 'b', 'A', '/', '"', '\\', '\u0301', '\ud83d', '\ude00', '\u0000', '\u007f', 'é', 'ß', '中', '😀'];

export function anyText(random: Random): string {
  return random.weighted(
    [4, () => random.pick(AWKWARD_STRINGS)],
    [3, () => random.list(1, 4, () => random.pick(UNITS)).join('')],
    [1, () => `acs:oss:cn-hangzhou:1234567:${random.pick(['xls-papk', 'b'])}/${random.below(100)}.jpg`],
    // Longer than every cache and every step of the scanner takes at once.
    [1, () => random.pick(UNITS).repeat(60 + random.below(10))],
  );
}

function someText(random: Random): string {
  return anyText(random) || 'a';
}

export function numberText(random: Random): string {
  return random.weighted(
    [3, () => random.pick(ODD_NUMBERS)],
    [1, () => String(random.below(2000) - 1000)],
    [1, () => `${random.below(2 ** 32) - 2 ** 31}.${random.list(1, 9, () => random.pick(['0', '1', '9'])).join('')}`],
    [1, () => String((random.unit() - 0.5) * 10 ** (random.below(40) - 20))],
  );
}

export function anyScalar(random: Random): Json {
  return random.weighted<Json>(
    [4, () => textNode(anyText(random))],
    [3, () => numberNode(numberText(random))],
    [2, () => random.pick<Json>([NULL, { kind: 'boolean', value: true }, { kind: 'boolean', value: false }])],
  );
}

export function anyNode(random: Random, depth = 3): Json {
  if (depth === 0 || random.once(2)) return anyScalar(random);
  if (random.once(2)) return arrayNode(random.list(0, 4, () => anyNode(random, depth - 1)));
  return objectNode(random.list(0, 4, (): Member => [anyText(random), anyNode(random, depth - 1)]));
}

/** A pattern that the dialect accepts, perhaps with warnings. */
export function anyPattern(random: Random, dialect: DialectName): string {
  const node = patternNode(random, dialect);
  return random.once(4) ? spell(node, random.below) : writeJson(node);
}

function patternNode(random: Random, dialect: DialectName): Json {
  const name = (): string =>
    dialect === 'aliyun' && random.once(5) ? random.pick(UNKNOWN_ATTRIBUTES) : random.pick(ATTRIBUTES);
  const attributes = members(random, dialect, 0, 2, name, () => conditions(random, dialect));
  const data = random.weighted<Json | undefined>(
    [8, () => branch(random, dialect, 2)],
    [1, () => ONLY_ABSENT],
    [2, () => undefined],
  );
  const dataMember: Member[] = data === undefined ? [] : [['data', data]];
  return objectNode(random.once(2) ? [...dataMember, ...attributes] : [...attributes, ...dataMember]);
}

function branch(random: Random, dialect: DialectName, depth: number): Json {
  const names = dialect === 'aliyun' ? [...NAMES, ...NAMES_THAT_ARE_NO_JSONPATH] : NAMES;
  const child = (): Json =>
    depth > 0 && random.below(5) < 2 ? branch(random, dialect, depth - 1) : conditions(random, dialect);
  return objectNode(members(random, dialect, 1, 3, () => random.pick(names), child));
}

/** Members of different names; where the dialect lets the last one win, a name comes twice now and then. */
function members(
  random: Random,
  dialect: DialectName,
  least: number,
  most: number,
  name: () => string,
  value: () => Json,
): Member[] {
  const unique = [...new Map(random.list(least, most, (): Member => [name(), value()]))];
  const [first] = unique;
  return dialect === 'rocketmq' && first !== undefined && random.once(16) ? [[first[0], value()], ...unique] : unique;
}

function conditions(random: Random, dialect: DialectName): Json {
  return arrayNode(random.list(1, 3, () => condition(random, dialect)));
}

function condition(random: Random, dialect: DialectName): Json {
  return random.weighted<Json>(
    [5, () => anyScalar(random)],
    [7, () => objectNode([operator(random, dialect)])],
    [1, () => objectNode([['exists', { kind: 'boolean', value: random.once(2) }]])],
    [dialect === 'aliyun' ? 2 : 0, () => together(random, dialect)],
  );
}

function together(random: Random, dialect: DialectName): Json {
  const onlyText = random.once(2);
  const operators = new Map<string, Json>();
  while (operators.size < 2) {
    const [name, operand] = onlyText ? textOperator(random, dialect) : operator(random, dialect);
    operators.set(name, operand);
  }
  return objectNode([...operators]);
}

function operator(random: Random, dialect: DialectName): Member {
  return random.weighted<Member>(
    [dialect === 'aliyun' ? 3 : 2, () => textOperator(random, dialect)],
    [1, () => ['anything-but', exclusion(random)]],
    [1, () => ['numeric', range(random)]],
    [1, () => ['cidr', textNode(block(random))]],
  );
}

function textOperator(random: Random, dialect: DialectName): Member {
  return [random.pick(textOperators(dialect)), textNode(someText(random))];
}

function exclusion(random: Random): Json {
  return random.weighted<Json>(
    [1, () => anyScalar(random)],
    [1, () => arrayNode(random.list(0, 3, () => anyScalar(random)))],
    [1, () => objectNode([[random.pick(negatableOperators('aliyun')), textNode(someText(random))]])],
  );
}

const LIMITS = ['0', '-0', '1', '1.10', '5', '5.0000001', '5.0000002', '1e-7', '1e9', '-1e9', '301.8'];

function limit(random: Random): string {
  const text = random.once(2) ? random.pick(LIMITS) : numberText(random);
  return Math.abs(Number(text)) <= 1e9 ? text : '7';
}

function range(random: Random): Json {
  const comparison = (symbols: readonly string[], bound: string): Json[] => [
    textNode(random.pick(symbols)),
    numberNode(bound),
  ];
  const any = ['=', '!=', '<', '<=', '>', '>='];
  if (random.once(3)) return arrayNode(comparison(any, limit(random)));
  if (random.once(3)) return arrayNode([...comparison(any, limit(random)), ...comparison(any, limit(random))]);
  const [low, high] = [limit(random), limit(random)].sort((x, y) => Number(x) - Number(y)) as [string, string];
  return arrayNode([...comparison(['>', '>='], low), ...comparison(['<', '<='], high)]);
}

function block(random: Random): string {
  if (random.once(4)) {
    const base = Array.from({ length: 4 }, () => random.below(256)).join('.');
    return random.once(3) ? base : `${base}/${random.below(33)}`;
  }
  return random.pick(BLOCKS);
}
