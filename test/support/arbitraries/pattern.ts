/** Generates pattern texts: those that a dialect accepts, and those with one broken place. */
import fc from 'fast-check';
import type { Json, Member } from '../json.ts';
import { readJson, writeJson } from '../json.ts';
import { negatableOperators, textOperators } from '../operator-lists.ts';
import type { AnyDialect, DialectName } from '../reference.ts';
import { awsPatternNode, BROKEN_AWS_CONDITIONS, BROKEN_AWS_LEAVES } from './aws-pattern.ts';
import {
  anyScalar,
  anyText,
  arrayNode,
  choices,
  chooser,
  numberNode,
  numberText,
  objectNode,
  spell,
  textNode,
} from './json-text.ts';

export const ATTRIBUTES = ['source', 'type', 'subject', 'id', 'time', 'specversion', 'aliyunregionid', 'aliyuneventid'];
export const UNKNOWN_ATTRIBUTES = ['custom', 'Source', '', '__proto__', 'constructor', 'a.b', 'data_base64'];

export const NAMES = [
  ...[
    'a',
    'b',
    'c',
    'state',
    'x-y',
    'a.b',
    'b.c',
    'a.b.c',
    '中',
    'é',
    '😀',
    '\ud83d',
    'q"uote',
    "it's",
    'back\\slash',
    '$',
    '@',
  ],
  ...['data', 'length', '__proto__', 'constructor', 'toString', 'hasOwnProperty', '\u0000', '~1', 'a/b', '0'],
];
export const NAMES_THAT_ARE_NO_JSONPATH = ['', ' ', 'k k', '*', 'a[0]', 'f()', 'a..b', '.', 'a.', '.a'];

export const BLOCKS = [
  ...['10.0.0.0/24', '10.0.0.5/24', '10.0.0.0/8', '192.168.1.0/30', '128.0.0.0/1', '0.0.0.0/0', '255.255.255.255/32'],
  ...[
    '10.0.0.0/31',
    '10.0.0.1/32',
    '172.16.0.0/12',
    '1.2.3.4/09',
    '10.0.0.1',
    '0.0.0.0',
    '255.255.255.255',
    '224.0.0.1',
  ],
];

/** An object that an event without the members matches, but one without data does not. */
export const ONLY_ABSENT = readJson('{"a":[{"exists":false}],"b":{"c":[{"exists":false}]}}');

/** Texts of patterns that the dialect accepts, some of them with warnings. */
export function filterPattern(dialect: AnyDialect): fc.Arbitrary<string> {
  const plain = fc.constant<number[]>([]);
  const layout = fc.oneof({ weight: 3, arbitrary: plain }, { weight: 1, arbitrary: choices() });
  return fc.tuple(patternNode(dialect), layout).map(([node, picked]) => spell(node, chooser(picked)));
}

function patternNode(dialect: AnyDialect): fc.Arbitrary<Json> {
  if (dialect === 'aws') return awsPatternNode();
  const known = fc.constantFrom(...ATTRIBUTES);
  const name =
    dialect === 'aliyun' ? fc.oneof({ weight: 4, arbitrary: known }, fc.constantFrom(...UNKNOWN_ATTRIBUTES)) : known;
  const attributes = members(name, conditions(dialect), dialect, { minLength: 0, maxLength: 2 });
  const data = fc.oneof(
    { weight: 8, arbitrary: branch(dialect, 2) },
    { weight: 1, arbitrary: fc.constant(ONLY_ABSENT) },
    { weight: 2, arbitrary: fc.constant(undefined) },
  );
  return fc.tuple(attributes, data, fc.boolean()).map(([fields, node, dataFirst]) => {
    const dataMember: Member[] = node ? [['data', node]] : [];
    return objectNode(dataFirst ? [...dataMember, ...fields] : [...fields, ...dataMember]);
  });
}

/** Objects of one level repeat few names, so that fields of one pattern often share the beginning of their paths. */
function branch(dialect: DialectName, depth: number): fc.Arbitrary<Json> {
  const names = dialect === 'aliyun' ? [...NAMES, ...NAMES_THAT_ARE_NO_JSONPATH] : NAMES;
  const leaf = conditions(dialect);
  const child =
    depth === 0 ? leaf : fc.oneof({ weight: 3, arbitrary: leaf }, { weight: 2, arbitrary: branch(dialect, depth - 1) });
  return members(fc.constantFrom(...names), child, dialect, { minLength: 1, maxLength: 3 }).map(objectNode);
}

/** Members with distinct names, except that a name may be repeated where the dialect lets the last one win. */
function members(
  name: fc.Arbitrary<string>,
  value: fc.Arbitrary<Json>,
  dialect: DialectName,
  lengths: { readonly minLength: number; readonly maxLength: number },
): fc.Arbitrary<Member[]> {
  const unique = fc.uniqueArray(fc.tuple(name, value), { ...lengths, selector: ([own]) => own });
  if (dialect === 'aliyun') return unique;
  const none = fc.constant(undefined);
  const overridden = fc.oneof({ weight: 15, arbitrary: none }, { weight: 1, arbitrary: value });
  return fc
    .tuple(unique, overridden)
    .map(([list, early]) => (list[0] && early ? [[list[0][0], early], ...list] : list));
}

function conditions(dialect: DialectName): fc.Arbitrary<Json> {
  return fc.array(condition(dialect), { minLength: 1, maxLength: 3 }).map(arrayNode);
}

function condition(dialect: DialectName): fc.Arbitrary<Json> {
  const exists = fc.boolean().map((value): Json => objectNode([['exists', { kind: 'boolean', value }]]));
  const single = fc.oneof(...operators(dialect)).map((member) => objectNode([member]));
  const shared: fc.WeightedArbitrary<Json>[] = [
    { weight: 5, arbitrary: anyScalar() },
    { weight: 7, arbitrary: single },
    { weight: 1, arbitrary: exists },
  ];
  if (dialect === 'rocketmq') return fc.oneof(...shared);
  return fc.oneof(...shared, { weight: 1, arbitrary: together(textMembers(dialect)) }, together(operators(dialect)));
}

function together(choice: fc.Arbitrary<Member>[]): fc.Arbitrary<Json> {
  return fc
    .uniqueArray(fc.oneof(...choice), { minLength: 2, maxLength: 3, selector: ([name]) => name })
    .map(objectNode);
}

function operators(dialect: DialectName): fc.Arbitrary<Member>[] {
  return [
    ...textMembers(dialect),
    exclusion().map((operand): Member => ['anything-but', operand]),
    range().map((operand): Member => ['numeric', operand]),
    block().map((operand): Member => ['cidr', textNode(operand)]),
  ];
}

function textMembers(dialect: DialectName): fc.Arbitrary<Member>[] {
  return textOperators(dialect).map((name) => someText().map((text): Member => [name, textNode(text)]));
}

function someText(): fc.Arbitrary<string> {
  return anyText().filter((text) => text !== '');
}

function exclusion(): fc.Arbitrary<Json> {
  const nested = fc.tuple(fc.constantFrom(...negatableOperators('aliyun')), someText());
  return fc.oneof(
    anyScalar(),
    fc.array(anyScalar(), { maxLength: 3 }).map(arrayNode),
    nested.map(([name, text]) => objectNode([[name, textNode(text)]])),
  );
}

function range(): fc.Arbitrary<Json> {
  const symbol = fc.constantFrom('=', '!=', '<', '<=', '>', '>=').map(textNode);
  const near = fc.constantFrom('0', '-0', '1', '1.10', '5', '5.0000001', '5.0000002', '1e-7', '1e9', '-1e9', '301.8');
  const limit = fc
    .oneof(
      near,
      numberText().filter((text) => Math.abs(Number(text)) <= 1e9),
    )
    .map(numberNode);
  const comparison = fc.tuple(symbol, limit);
  const interval = fc.tuple(
    fc.constantFrom('>', '>=').map(textNode),
    limit,
    fc.constantFrom('<', '<=').map(textNode),
    limit,
  );
  return fc
    .oneof(
      comparison,
      interval.map(([low, a, high, b]) => (numberOf(a) <= numberOf(b) ? [low, a, high, b] : [low, b, high, a])),
      fc.tuple(comparison, comparison).map((pair) => pair.flat()),
    )
    .map(arrayNode);
}

function numberOf(node: Json): number {
  return node.kind === 'number' ? Number(node.text) : Number.NaN;
}

function block(): fc.Arbitrary<string> {
  const bits = fc.option(fc.nat(32), { nil: undefined });
  const random = fc.tuple(fc.ipV4(), bits).map(([base, n]) => (n === undefined ? base : `${base}/${n}`));
  return fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...BLOCKS) }, { weight: 1, arbitrary: random });
}

const BROKEN_CONDITIONS = [
  ...[
    '{}',
    '[]',
    '["a"]',
    '[["a"]]',
    '{"Prefix":"a"}',
    '{"wildcard":"a*"}',
    '{"equals-ignore-case":"a"}',
    '{"__proto__":"a"}',
  ],
  ...[
    '{"constructor":"a"}',
    '{"":"a"}',
    '{"regex":"a"}',
    '{"$or":[]}',
    '{"prefix":""}',
    '{"prefix":5}',
    '{"prefix":null}',
  ],
  ...['{"prefix":["a"]}', '{"suffix":""}', '{"suffix":true}', '{"suffix":{}}', '{"contains":""}', '{"contains":["a"]}'],
  ...[
    '{"exists":"true"}',
    '{"exists":null}',
    '{"exists":1}',
    '{"exists":true,"prefix":"a"}',
    '{"anything-but":[["a"]]}',
  ],
  ...['{"anything-but":[{"prefix":"a"}]}', '{"anything-but":{}}', '{"anything-but":{"prefix":""}}'],
  ...[
    '{"anything-but":{"contains":"a"}}',
    '{"anything-but":{"prefix":"a","suffix":"b"}}',
    '{"anything-but":{"exists":true}}',
  ],
  ...['{"anything-but":{"prefix":["a"]}}', '{"anything-but":{"anything-but":"a"}}', '{"numeric":5}', '{"numeric":[]}'],
  ...['{"numeric":[">"]}', '{"numeric":[">",1,"<"]}', '{"numeric":[">",1,"<",5,"=",3]}', '{"numeric":["=>",5]}'],
  ...['{"numeric":[5,">"]}', '{"numeric":[">","5"]}', '{"numeric":[">",null]}', '{"numeric":[">",1000000001]}'],
  ...['{"numeric":["<",-1e10]}', '{"numeric":["<",1e400]}', '{"numeric":["toString",1]}', '{"numeric":{">":1}}'],
  ...[
    '{"cidr":5}',
    '{"cidr":""}',
    '{"cidr":"10.0.0.0/33"}',
    '{"cidr":"10.0.0/24"}',
    '{"cidr":"10.0.0.256"}',
    '{"cidr":"/8"}',
  ],
  ...[
    '{"cidr":"010.0.0.1/8"}',
    '{"cidr":"10.0.0.0/"}',
    '{"cidr":"10.0.0.0/-1"}',
    '{"cidr":"10.0.0.0/024"}',
    '{"cidr":null}',
  ],
  ...['{"cidr":"10.0.0.0/8/8"}', '{"cidr":"2001:db8::/32"}', '{"cidr":"10.0.0.0-10.0.0.9"}', '{"cidr":" 10.0.0.1"}'],
  ...['{"cidr":["10.0.0.0/8"]}', '{"cidr":"localhost"}', '{"cidr":"10.0.0.0/1e1"}', '{"cidr":"10.0.0.+1"}'],
].map(readJson);

/** Accepted, but barely: a checker that refuses one of these is too strict. */
const BORDERLINE_CONDITIONS = [
  ...['{"numeric":[">",1000000000]}', '{"numeric":["<",-1e9]}', '{"numeric":[">",5,"<",1]}', '{"cidr":"10.0.0.9/08"}'],
  ...['{"cidr":"0.0.0.0/00"}', '{"anything-but":[]}', '{"anything-but":null}', '{"prefix":" "}'],
].map(readJson);

const BROKEN_LEAVES = ['[]', '{}', '"acs.oss"', '5', 'null', 'true', '{"prefix":[]}'].map(readJson);
const BROKEN_MEMBERS = [
  ...['{"data":{}}', '{"data":["x"]}', '{"data":"x"}', '{"data":null}', '{"data":{"a":{}}}', '{"data":{"a":{"b":{}}}}'],
  ...['{"data":{"a":["x"],"b":"x"}}', '{"source":{"a":["x"]}}', '{"source":{}}', '{"source":[]}', '{"source":"x"}'],
];
const BROKEN_MEMBERS_OF_ROCKETMQ = [
  ...['{"custom":["x"]}', '{"Source":["x"]}', '{"":["x"]}', '{"__proto__":["x"]}', '{"data":{"k k":["x"]}}'],
  ...['{"data":{"":["x"]}}', '{"data":{"a..b":["x"]}}', '{"data":{"a.":["x"]}}', '{"data":{".a":["x"]}}'],
  ...['{"data":{"*":["x"]}}', '{"data":{"a[0]":["x"]}}', '{"data":{"f()":["x"]}}'],
];
const NOT_OBJECTS = ['[]', 'null', '"x"', '5', 'true', '[{"source":["a"]}]'].map(readJson);

/** A change of a pattern in one place; `where` picks the place. */
type Break = (pattern: Json, where: number) => Json;

/** JSON texts that were accepted patterns before one place was changed; most of them are refused. */
export function brokenPattern(dialect: AnyDialect): fc.Arbitrary<string> {
  return fc
    .tuple(patternNode(dialect), breakOf(dialect), fc.nat())
    .map(([pattern, change, where]) => writeJson(change(pattern, where)));
}

function breakOf(dialect: AnyDialect): fc.Arbitrary<Break> {
  if (dialect === 'aws') {
    return fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...BROKEN_AWS_CONDITIONS).map(addCondition) },
      { weight: 4, arbitrary: fc.constantFrom(...BROKEN_AWS_LEAVES).map(replaceLeaf) },
      { weight: 1, arbitrary: fc.constantFrom(...NOT_OBJECTS).map((node) => () => node) },
    );
  }
  const ofRocketmq = dialect === 'rocketmq';
  const refused = ofRocketmq ? ['{"contains":"a"}', '{"prefix":"a","suffix":"b"}'].map(readJson) : [];
  const brokenMembers = ofRocketmq ? [...BROKEN_MEMBERS, ...BROKEN_MEMBERS_OF_ROCKETMQ] : BROKEN_MEMBERS;
  return fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...BROKEN_CONDITIONS, ...refused).map(addCondition) },
    { weight: 1, arbitrary: fc.constantFrom(...BORDERLINE_CONDITIONS).map(addCondition) },
    { weight: 4, arbitrary: fc.constantFrom(...BROKEN_LEAVES).map(replaceLeaf) },
    { weight: 3, arbitrary: fc.constantFrom(...brokenMembers).map(replaceMember) },
    { weight: 1, arbitrary: fc.constantFrom(...NOT_OBJECTS).map((node) => () => node) },
    // Under rocketmq a repeated name is only a warning.
    ...(ofRocketmq ? [] : [{ weight: 2, arbitrary: fc.constant<Break>(repeatMember) }]),
  );
}

function addCondition(broken: Json): Break {
  return (pattern, where) =>
    changeLeaf(pattern, where, (leaf) => {
      const items = leaf.kind === 'array' ? leaf.items : [];
      return arrayNode(items.toSpliced(where % (items.length + 1), 0, broken));
    });
}

function replaceLeaf(broken: Json): Break {
  return (pattern, where) => changeLeaf(pattern, where, () => broken);
}

function replaceMember(text: string): Break {
  const [broken] = membersAsWritten(readJson(text));
  return (pattern) =>
    objectNode([...membersAsWritten(pattern).filter(([name]) => name !== broken?.[0]), ...(broken ? [broken] : [])]);
}

function repeatMember(pattern: Json, where: number): Json {
  const list = membersAsWritten(pattern);
  const again = list[where % list.length] ?? (['source', arrayNode([textNode('a')])] as const);
  return objectNode(list.length === 0 ? [again, again] : [...list, again]);
}

/** Changes one leaf; a pattern without any gets a field first. */
function changeLeaf(pattern: Json, where: number, change: (leaf: Json) => Json): Json {
  const count = countLeaves(pattern);
  if (count === 0) return objectNode([['source', change(arrayNode([textNode('a')]))]]);
  let left = where % count;
  const walk = (node: Json): Json => {
    if (node.kind === 'object') return objectNode(node.members.map(([name, value]) => [name, walk(value)]));
    return left-- === 0 ? change(node) : node;
  };
  return walk(pattern);
}

function countLeaves(node: Json): number {
  if (node.kind !== 'object') return 1;
  return node.members.reduce((count, [, value]) => count + countLeaves(value), 0);
}

function membersAsWritten(node: Json): readonly Member[] {
  return node.kind === 'object' ? node.members : [];
}
