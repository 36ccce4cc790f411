/**
 * Generates pattern texts of the dialect `aws`: with all of its operators, `$or` at any depth, names that are repeated or contain dots, and the
 * second reading of `$or`.
 */
import fc from 'fast-check';
import { comparable } from '../aws/numbers.ts';
import { awsAccepts } from '../aws/reference.ts';
import { type Json, type Member, readJson, writeJson } from '../json.ts';
import { anyScalar, anyText, arrayNode, numberNode, numberText, objectNode, textNode } from './json-text.ts';

/** Turkish, Greek and German letters, ligatures and title case: forms that are longer, or that lead one way only. */
const FOLDING =
  'straße STRASSE ß ẞ SS ﬁ FI ﬃ FFI ſt st İ I ı i i̇ σ ς Σ ΌΣΟΣ όσος ᾳ ΑΙ ᾼ ΐ ŉ ǅ ǆ Ǆ K.PNG k.png K k Å å µ μ'
    .split(' ')
    .concat('Ⓐ', 'ⓐ', '𐐀', '𐐨');

const ADDRESSES = [
  ...['10.0.0.1', '010.0.0.1', '10.0.0.256', '255.255.255.255', '0.0.0.0', '10.0.0', '1.2.3.4.5', '0010.000.000.1'],
  ...['::', '::1', '0:0:0:0:0:0:0:1', '1::', '1:2:3:4:5:6:7::', '::2:3:4:5:6:7:8', '1:2:3:4:5:6:7:8', '1::2::3'],
  ...['2001:DB8::1', '2001:0db8:0000::0001', '00001::', '12345::', '::1%1', 'fe80::1', '1:2:3:4:5:6:7', ':::', ':'],
  ...['::ffff:a00:1', '::FFFF:0A00:0001', '0:0:0:0:0:ffff:a00:1', '::ffff:10.0.0.1', '::fffe:a00:1', '::ffff:0:0'],
];

/** Longer than what an engine reads at once, with the deciding unit at the beginning, in the middle and at the end. */
const LONG = ['a'.repeat(300), `${'ab'.repeat(80)}c${'é'.repeat(40)}`, `${'x'.repeat(127)}/${'x'.repeat(128)}`];

export const AWS_TEXTS = [
  ...FOLDING,
  ...ADDRESSES,
  ...LONG,
  ...['*', 'a*b', '\\', 'dir/', 'a/b/c', 'us-east-1', 'aws.s3', '12', '1.0', 'aab', 'abab'],
];

/** Some with bits behind the mask, one with the family of the other writing; the refused ones are left out below. */
const BLOCKS = [
  ...['10.0.0.0/8', '10.0.0.1/24', '10.0.0.0/31', '0.0.0.0/0', '010.0.0.0/08', '10.0.0.0/+8/', '255.255.255.254/31'],
  ...['10.0.0.7/29', '127.255.255.255/1', '10.0.0.1/0', '10.0.0.1/31//', '0.0.0.1/+00'],
  ...['::/0', '::1/127', '2001:db8::/32', '2001:DB8::F/64', '::ffff:a00:0/24', 'fe80::/10', '::ffff:a00:5/31'],
  ...['2001:db8::ffff/+113', '1:2:3:4:5:6:7:8/65', '::/1', 'ffff::/004', '0:0:0:0:0:ffff:0:0/0', '1::/127'],
];

/** Around the limits within which a text and its nearest double have one value. */
export const LIMITS = [
  ...[
    '9007199254740991',
    '9007199254740992',
    '9007199254740994',
    '123456789012345',
    '1234567890123456.7',
    '1e22',
    '1e23',
  ],
  ...['0.3', '0.30000000000000004', '0.1234567890123456', '0.12345678901234567', '1.7976931348623157e308', '-1e300'],
  ...['2.2250738585072014e-308', '4.9e-324', '1e-323', '0e999', '-0e-5', '5000000000', '-5000000000.000001', '1E+2'],
];

const TOP = ['detail', 'detail', 'detail', 'source', 'detail-type', 'resources', 'a', 'e'];
const NAMES = ['a', 'b', 'c', 'e', 'f', 'a', 'b', 'state'];
const ODD_NAMES = [
  ...['a.b', 'b.c', 'a.b.c', 'a.b', '中', '', '', '.', 'a.', '.a', 'data', '__proto__', 'toString', 'constructor'],
  ...['q"uote', 'prefix', '$or.a', '\ud83d', 'x'.repeat(70)],
];

export function awsPatternNode(): fc.Arbitrary<Json> {
  const whole = fc.oneof(
    { weight: 14, arbitrary: branch(2, TOP) },
    { weight: 2, arbitrary: fc.tuple(branch(1, TOP), absences()).map(([one, other]) => joined(one, other)) },
    { weight: 1, arbitrary: absences() },
    { weight: 2, arbitrary: namedOr() },
  );
  return whole.filter((node) => alternatives(node) <= MOST_ALTERNATIVES && awsAccepts(writeJson(node)));
}

/** Fields in one object that may stand in an array, some of them missing, before and behind the others. */
function absences(): fc.Arbitrary<Json> {
  const missing = operator('exists', { kind: 'boolean', value: false });
  const few = fc.oneof(
    { weight: 3, arbitrary: fc.constant([missing]) },
    { weight: 2, arbitrary: fc.constantFrom('x', 'y').map((own) => [textNode(own)]) },
    fc.constantFrom('x', 'y').map((own) => [textNode(own), missing]),
    fc.constant([operator('anything-but', textNode('x'))]),
  );
  const member = (names: readonly string[]): fc.Arbitrary<Member> =>
    fc.tuple(fc.constantFrom(...names), few.map(arrayNode));
  const inner = fc.array(member(['a', 'f', 'l', 'l.m']), { minLength: 2, maxLength: 3 }).map(objectNode);
  const outer = fc.tuple(inner, fc.array(member(['a', 'z', 'e.z']), { maxLength: 1 }));
  return outer.map(([own, beside]) => objectNode([['e', own], ...beside]));
}

function joined(one: Json, other: Json): Json {
  return objectNode([one, other].flatMap((node) => (node.kind === 'object' ? node.members : [])));
}

/** Patterns that are read with `$or` as a name, beside other fields and below them. */
function namedOr(): fc.Arbitrary<Json> {
  const members = fc.tuple(fc.constantFrom(...NO_DISJUNCTIONS), fc.oneof(branch(1, TOP), leaves(TOP)));
  return members.chain(([or, others]) =>
    fc.constantFrom(
      or,
      joined(or, others),
      joined(others, or),
      objectNode([['detail', or]]),
      joined(objectNode([['detail', or]]), others),
    ),
  );
}

const NO_DISJUNCTIONS = [
  ...['{"$or":["x","y"]}', '{"$or":[{"prefix":"x"},{"suffix":"y"}]}', '{"$or":{"a":["x"]}}', '{"$or":["x"]}'],
  ...['{"$or":[{"prefix":"a"},{"exists":false}]}', '{"$or":[{"numeric":["<",5]},1]}', '{"$or":{"$or":["x"]}}'],
  ...['{"$or":{"prefix":["x"],"a":{"$or":["y"]}}}', '{"$or":[{"anything-but":{"prefix":"x"}}]}'],
  ...['{"$or":[{"a":["x"]},{"b":["y"]}],"$or":["z"]}', '{"$or":["x"],"$or.a":["y"]}'],
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
    { weight: 5, arbitrary: fc.oneof(anyScalar(), text(), fc.constantFrom(...LIMITS).map(numberNode)) },
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
  const part = fc.constantFrom(
    '*',
    '*',
    'a',
    'b',
    'ab',
    '/',
    '.png',
    '\\*',
    '\\*',
    '\\\\',
    '?',
    'é',
    '😀',
    '"',
    '\ude00',
  );
  const sizes = fc.oneof({ weight: 8, arbitrary: fc.constant(6) }, fc.constant(40));
  // Two stars side by side are refused, one behind a literal star is not.
  const isKept = (own: string, i: number, all: readonly string[]): boolean => own !== '*' || all[i - 1] !== '*';
  return sizes
    .chain((maxLength) => fc.array(part, { minLength: 1, maxLength, size: 'max' }))
    .map((parts) => textNode(parts.filter(isKept).join('')));
}

function exclusion(): fc.Arbitrary<Json> {
  const numbers = fc
    .oneof(numberText(), fc.constantFrom(...LIMITS))
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
    .oneof(fc.constantFrom('0', '-0', '1', '5', '300', '3.0e2', '301.8', '-5', '0.1', ...LIMITS), numberText())
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
