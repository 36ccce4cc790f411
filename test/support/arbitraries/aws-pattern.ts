/**
 * Generates pattern texts of the dialect `aws`: with all of its operators, `$or` at any depth, names that are repeated or contain dots, and the
 * second reading of `$or`.
 */
import fc from 'fast-check';
import { comparable } from '../aws/numbers.ts';
import { awsAccepts } from '../aws/reference.ts';
import { type Json, type Member, readJson, writeJson } from '../json.ts';
import { anyScalar, anyText, arrayNode, numberNode, numberText, objectNode, textNode } from './json-text.ts';

export const AWS_TEXTS = [
  ...['straße', 'STRASSE', 'ß', 'SS', 'ﬁ', 'FI', 'İ', 'i̇', 'σ', 'ς', 'Σ', 'ǅ', 'ǆ', 'K.PNG', 'k.png', '\u212a', 'k'],
  ...[
    '10.0.0.1',
    '010.0.0.1',
    '10.0.0.256',
    '255.255.255.255',
    '::1',
    '0:0:0:0:0:0:0:1',
    '::ffff:a00:1',
    '2001:DB8::1',
  ],
  ...['*', 'a*b', '\\', 'dir/', 'a/b/c', 'us-east-1', 'aws.s3', ':', '12', '1.0', 'aab', 'abab'],
];

const BLOCKS = [
  ...['10.0.0.0/8', '10.0.0.1/24', '10.0.0.0/31', '0.0.0.0/0', '010.0.0.0/08', '10.0.0.0/+8/', '255.255.255.254/31'],
  ...['::/0', '::1/127', '2001:db8::/32', '2001:DB8::F/64', '::ffff:10.0.0.0/8', '::ffff:a00:0/24', 'fe80::/10'],
];

const TOP = ['detail', 'detail', 'detail', 'source', 'detail-type', 'resources', 'a', 'e'];
const NAMES = ['a', 'b', 'c', 'e', 'f', 'a', 'b', 'state'];
const ODD_NAMES = [
  ...[
    'a.b',
    'b.c',
    'a.b.c',
    'a.b',
    '中',
    '',
    '.',
    'a.',
    '.a',
    'data',
    '__proto__',
    'toString',
    'constructor',
    'q"uote',
  ],
  ...['prefix', '$or.a', '\ud83d'],
];

export function awsPatternNode(): fc.Arbitrary<Json> {
  const whole = fc.oneof(
    { weight: 14, arbitrary: branch(2, TOP) },
    { weight: 1, arbitrary: fc.constantFrom(...NAMED_OR) },
  );
  return whole.filter((node) => alternatives(node) <= MOST_ALTERNATIVES && awsAccepts(writeJson(node)));
}

/** Patterns that are read with `$or` as a name. */
const NAMED_OR = [
  ...['{"$or":["x","y"]}', '{"$or":[{"prefix":"x"},{"suffix":"y"}]}', '{"$or":{"a":["x"]}}', '{"a":["b"],"$or":["x"]}'],
  ...['{"detail":{"$or":[{"prefix":"a"},{"exists":false}]}}', '{"$or":[{"numeric":["<",5]},1],"a":["x"]}'],
].map(readJson);

const MOST_ALTERNATIVES = 40;

/** Of the first reading; 1 for anything without branches. */
function alternatives(node: Json): number {
  if (node.kind !== 'object') return 1;
  return node.members.reduce((product, [name, value]) => {
    if (name !== '$or' || value.kind !== 'array') return product * alternatives(value);
    return (
      product *
      Math.max(
        1,
        value.items.map(alternatives).reduce((sum, count) => sum + count, 0),
      )
    );
  }, 1);
}

/** Few names, so that fields often share the beginning of their paths, and paths are mentioned twice. */
function branch(depth: number, names: readonly string[]): fc.Arbitrary<Json> {
  const name = fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...names) }, fc.constantFrom(...ODD_NAMES));
  const below =
    depth === 0
      ? field()
      : fc.oneof({ weight: 3, arbitrary: field() }, { weight: 3, arbitrary: branch(depth - 1, NAMES) });
  const plain = fc.tuple(name, below);
  const disjunction = fc
    .array(depth === 0 ? leaves(names) : branch(depth - 1, names), { minLength: 2, maxLength: 3 })
    .map((branches): Member => ['$or', arrayNode(branches)]);
  const member = fc.oneof({ weight: 8, arbitrary: plain }, { weight: 1, arbitrary: disjunction });
  return fc.array(member, { minLength: 1, maxLength: 3 }).map(objectNode);
}

function leaves(names: readonly string[]): fc.Arbitrary<Json> {
  return fc.array(fc.tuple(fc.constantFrom(...names), field()), { minLength: 1, maxLength: 2 }).map(objectNode);
}

function field(): fc.Arbitrary<Json> {
  return fc.array(condition(), { minLength: 1, maxLength: 3 }).map(arrayNode);
}

function condition(): fc.Arbitrary<Json> {
  return fc.oneof(
    { weight: 5, arbitrary: fc.oneof(anyScalar(), text()) },
    { weight: 2, arbitrary: fc.boolean().map((value) => operator('exists', { kind: 'boolean', value })) },
    { weight: 1, arbitrary: text().map((node) => operator('exactly', node)) },
    { weight: 6, arbitrary: textOperator() },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom('prefix', 'suffix'), ignoreCase())
        .map(([name, inner]) => operator(name, inner)),
    },
    { weight: 4, arbitrary: exclusion().map((operand) => operator('anything-but', operand)) },
    { weight: 3, arbitrary: range().map((operand) => operator('numeric', operand)) },
    {
      weight: 2,
      arbitrary: fc
        .constantFrom(...BLOCKS)
        .map((block) => operator('cidr', textNode(block)))
        .filter(isAccepted),
    },
  );
}

function isAccepted(condition: Json): boolean {
  return awsAccepts(writeJson(objectNode([['a', arrayNode([condition])]])));
}

function operator(name: string, operand: Json): Json {
  return objectNode([[name, operand]]);
}

function text(): fc.Arbitrary<Json> {
  return fc.oneof(anyText(), { weight: 2, arbitrary: fc.constantFrom(...AWS_TEXTS) }).map(textNode);
}

function ignoreCase(): fc.Arbitrary<Json> {
  return text().map((node) => operator('equals-ignore-case', node));
}

function textOperator(): fc.Arbitrary<Json> {
  return fc.oneof(
    fc
      .tuple(fc.constantFrom('prefix', 'suffix', 'equals-ignore-case'), text())
      .map(([name, operand]) => operator(name, operand)),
    wildcard().map((operand) => operator('wildcard', operand)),
  );
}

function wildcard(): fc.Arbitrary<Json> {
  const part = fc.constantFrom('*', '*', 'a', 'b', 'ab', '/', '.png', '\\*', '\\\\', '?', 'é', '😀');
  return fc
    .array(part, { minLength: 1, maxLength: 6 })
    .map((parts) => textNode(parts.join('').replace(/\*{2,}/g, '*')));
}

function exclusion(): fc.Arbitrary<Json> {
  const numbers = numberText()
    .filter((number) => comparable(number) !== undefined)
    .map(numberNode);
  const inner = fc.oneof(
    fc.tuple(
      fc.constantFrom('prefix', 'suffix', 'equals-ignore-case'),
      oneOrSome(text().filter((node) => writeJson(node) !== '""')),
    ),
    fc.tuple(fc.constant('wildcard'), oneOrSome(wildcard())),
  );
  return fc.oneof(oneOrSome(text()), oneOrSome(numbers), {
    weight: 2,
    arbitrary: inner.map(([name, operand]) => operator(name, operand)),
  });
}

function oneOrSome(item: fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  return fc.oneof(item, fc.array(item, { minLength: 1, maxLength: 3 }).map(arrayNode));
}

function range(): fc.Arbitrary<Json> {
  const limit = fc
    .oneof(fc.constantFrom('0', '-0', '1', '5', '300', '3.0e2', '301.8', '1e300', '-5', '0.1'), numberText())
    .filter((number) => comparable(number) !== undefined);
  const one = fc
    .tuple(fc.constantFrom('=', '<', '<=', '>', '>='), limit)
    .map(([symbol, number]) => [textNode(symbol), numberNode(number)]);
  const two = fc
    .tuple(fc.constantFrom('>', '>='), limit, fc.constantFrom('<', '<='), limit)
    .filter(([, low, , high]) => Number(low) !== Number(high))
    .map(([low, a, high, b]) => {
      const [bottom, top] = Number(a) < Number(b) ? [a, b] : [b, a];
      return [textNode(low), numberNode(bottom), textNode(high), numberNode(top)];
    });
  return fc
    .oneof(one, two)
    .map(arrayNode)
    .filter((operand) => isAccepted(operator('numeric', operand)));
}

/** Conditions that are refused in both readings. */
export const BROKEN_AWS_CONDITIONS = [
  ...['{}', '[]', '["a"]', '{"Prefix":"a"}', '{"contains":"a"}', '{"regex":"a"}', '{"constructor":"a"}', '{"":"a"}'],
  ...[
    '{"prefix":"a","suffix":"b"}',
    '{"prefix":"a","prefix":"a"}',
    '{"exactly":5}',
    '{"prefix":5}',
    '{"prefix":["a"]}',
  ],
  ...['{"prefix":{"equals-ignore-case":["a"]}}', '{"suffix":{"prefix":"a"}}', '{"suffix":{}}', '{"prefix":null}'],
  ...['{"equals-ignore-case":["a"]}', '{"equals-ignore-case":1}', '{"wildcard":["a"]}', '{"wildcard":"a**"}'],
  ...['{"wildcard":"\\\\a"}', '{"wildcard":"a\\\\"}', '{"anything-but":[]}', '{"anything-but":["a",1]}'],
  ...['{"anything-but":null}', '{"anything-but":true}', '{"anything-but":[["a"]]}', '{"anything-but":{}}'],
  ...['{"anything-but":{"prefix":""}}', '{"anything-but":{"suffix":[""]}}', '{"anything-but":{"prefix":[]}}'],
  ...['{"anything-but":{"exists":true}}', '{"anything-but":{"numeric":["=",1]}}', '{"anything-but":9007199254740993}'],
  ...['{"anything-but":{"prefix":"a","suffix":"b"}}', '{"anything-but":{"prefix":{"equals-ignore-case":"a"}}}'],
  ...['{"anything-but":{"wildcard":"**"}}', '{"anything-but":{"anything-but":"a"}}', '{"numeric":5}', '{"numeric":[]}'],
  ...['{"numeric":["!=",1]}', '{"numeric":["==",1]}', '{"numeric":["<",1,">",0]}', '{"numeric":[">",1,"<",1]}'],
  ...['{"numeric":["=",1,"<",2]}', '{"numeric":[">",1,"<",5,"=",3]}', '{"numeric":[">","1"]}', '{"numeric":[">"]}'],
  ...['{"numeric":[">",1.7976931348623157e308]}', '{"numeric":["<",9007199254740993]}', '{"cidr":"10.0.0.0/32"}'],
  ...['{"cidr":"::/128"}', '{"cidr":"10.0.0.1"}', '{"cidr":"10.0.0.256/8"}', '{"cidr":"fe80::1%1/64"}', '{"cidr":1}'],
  ...[
    '{"cidr":"10.0.0.0/-1"}',
    '{"cidr":"::ffff:10.0.0.0/8"}',
    '{"cidr":"localhost/8"}',
    '{"exists":1}',
    '{"exists":null}',
  ],
].map(readJson);

export const BROKEN_AWS_LEAVES = ['[]', '{}', '"a"', '5', 'null', 'true', '{"a":{}}', '{"a":[]}'].map(readJson);
