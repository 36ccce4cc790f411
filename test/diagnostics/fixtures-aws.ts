/** Findings of the dialect `aws`: one row for each condition of a finding that only this dialect reports, or reports otherwise. */
import type { Code, Severity } from '../../src/index.ts';
import type { Fixture } from './fixtures.ts';

type Row = readonly [
  code: Code,
  severity: Severity,
  pattern: string,
  pointer: string,
  message: string,
  hint?: string | undefined,
  besides?: readonly Code[],
];

const ONE_BRANCH = 'write at least two objects in the list of `$or`, each with the fields of one alternative';
const TEN = Array.from({ length: 10 }, (_, i) => `"a${i}":{"$or":[{"x":["1"]},{"y":["2"]}]}`);
const MANY = Array.from({ length: 257 }, (_, i) => `"${i}":[1]`);

const rows: readonly Row[] = [
  // Alternatives.
  [
    'or-not-branches',
    'error',
    '{"$or":[{"a":["x"]},«"y"»]}',
    '/$or/1',
    '`$or` is a list of at least two objects of fields, not a list with a string',
    ONE_BRANCH,
  ],
  [
    'or-not-branches',
    'error',
    '{«"$or"»:[{"a":["x"]}]}',
    '/$or',
    '`$or` is a list of at least two objects of fields, not a list of one',
    ONE_BRANCH,
  ],
  [
    'operator-in-branch',
    'error',
    '{"$or":[{"a":["x"]},{«"numeric"»:["y"]}]}',
    '/$or/1/numeric',
    'no field inside `$or` may be named `numeric`, which is an operator',
    'write the field that it is for, and its conditions in a list',
  ],
  [
    'or-as-name',
    'warning',
    '{«"$or"»:[{"prefix":"x"},{"suffix":"y"}]}',
    '/$or',
    '`$or` is read as the name of a field here, not as alternatives, because no field inside `$or` may be named `prefix`, which is an operator',
  ],
  [
    'or-as-name',
    'warning',
    '{«"$or"»:{"a":["x"]}}',
    '/$or',
    '`$or` is read as the name of a field here, not as alternatives, because `$or` is a list of at least two objects of fields, not an object',
  ],
  [
    'too-many-combinations',
    'error',
    `{"b":["x"],${TEN.join().replace('"$or":[{"x":["1"]},{"y":["2"]}]', '"$or":«[{"x":["1"]},{"y":["2"]}]»')}}`,
    '/a0/$or',
    'the branches of `$or` make 1024 combinations, and the service takes at most 1000',
    'divide the pattern, or write the values of one field in one list',
  ],
  [
    'too-many-paths',
    'error',
    `«{${MANY.join()}}»`,
    '',
    'the pattern has 257 fields that must hold together, and the engine takes at most 256',
    undefined,
    ['long-pattern'],
  ],
  // Paths.
  [
    'path-twice',
    'warning',
    '{"a":{"b":«["x"]»},"a.b":["y"]}',
    '/a/b',
    'a later field has the path `a.b` too, and only the last one counts',
    'leave it out',
  ],
  ['empty-name', 'warning', '{"a":{«""»:["x"]}}', '/a/', 'an empty name makes a path that hardly any event has'],
  ['empty-object', 'error', '«{}»', '', 'an empty object holds no field'],
  // Operators.
  [
    'duplicate-name',
    'error',
    '{"a":[{"prefix":"x",«"prefix"»:"y"}]}',
    '/a/0/prefix',
    'the name `prefix` occurs more than once and one of them would silently win',
    'write one member',
  ],
  [
    'wildcard-syntax',
    'error',
    '{"a":[{"wildcard":«"x**"»}]}',
    '/a/0/wildcard',
    '`x**` has two stars side by side, at 1',
    'write "x*", with one star',
  ],
  [
    'wildcard-syntax',
    'error',
    '{"a":[{"wildcard":«"x\\\\y"»}]}',
    '/a/0/wildcard',
    '`x\\y` has a backslash that escapes neither a star nor a backslash, at 1',
    'write "x\\\\\\\\y", if the event holds a backslash',
  ],
  [
    'affix-inner',
    'error',
    '{"a":[{"prefix":«{"wildcard":"x*"}»}]}',
    '/a/0/prefix',
    'the operand of `prefix` is a string or one `equals-ignore-case`, not `wildcard`',
  ],
  [
    'anything-but-kind',
    'error',
    '{"a":[{"anything-but":«[1,"x"]»}]}',
    '/a/0/anything-but',
    '`anything-but` excludes strings or numbers, not a list of strings and numbers',
    'write one condition for strings and filter the numbers in the target, or the other way round',
  ],
  [
    'anything-but-kind',
    'error',
    '{"a":[{"anything-but":«null»}]}',
    '/a/0/anything-but',
    '`anything-but` excludes only strings and numbers, not `null`',
    'no condition excludes a literal: list the values that may pass',
  ],
  [
    'anything-but-empty-list',
    'error',
    '{"a":[{"anything-but":«[]»}]}',
    '/a/0/anything-but',
    'an empty list excludes nothing, so every present plain value passes',
    'write {"exists": true}',
  ],
  [
    'undocumented-condition',
    'info',
    '{"a":[{"exactly":«"x"»}]}',
    '/a/0/exactly',
    '`exactly` is not in the documentation',
    'write "x"',
  ],
  // The engine.
  [
    'absence-order',
    'info',
    '{"detail":{"items":{"a":«[{"exists":false}]»,"b":["x"]}}}',
    '/detail/items/a',
    'in an array of objects `detail.items.a` must be missing in all elements, because paths are taken in order and it comes before `detail.items.b`',
  ],
  [
    'engine-accident',
    'warning',
    '{"a":«["k",{"numeric":["<",1]}]»}',
    '/a',
    'the engine may answer otherwise here: it may lose a plain text beside ranges',
  ],
  [
    'engine-accident',
    'warning',
    '{"a":«[{"wildcard":"*a"},{"equals-ignore-case":"b"}]»}',
    '/a',
    'the engine may answer otherwise here: a wildcard that begins with a star and a text whose case is ignored run into each other',
  ],
  [
    'engine-accident',
    'warning',
    '{"$or":[{"a":["x"]},{"a":«["x","y"]»}]}',
    '/$or/1/a',
    'the engine may answer otherwise here: it may lose a combination that shares a condition with another one',
  ],
  [
    'complex-wildcards',
    'warning',
    '{"a":«[{"wildcard":"*:*:*:*:*:event-bus/*"}]»}',
    '/a',
    'the wildcards of this field have the complexity 11, and the service refuses some from 10 on',
  ],
  // Numbers.
  [
    'numeric-order',
    'error',
    '{"a":[{"numeric":«["<",5,">",0]»}]}',
    '/a/0/numeric',
    'these bounds are refused: two comparisons are one of > and >=, then one of < and <=',
    'write the lower bound first: [">", 0, "<=", 5]',
  ],
  [
    'numeric-order',
    'error',
    '{"a":[{"numeric":«[">=",5,"<=",5]»}]}',
    '/a/0/numeric',
    'these bounds are refused: the lower bound 5 is not less than the upper bound 5',
    'one number is written as ["=", 5]',
  ],
  [
    'number-not-comparable',
    'error',
    '{"a":[{"numeric":["=",«9007199254740993»]}]}',
    '/a/0/numeric/1',
    'no double has the value of `9007199254740993`, so it cannot be compared',
    'write 9007199254740992, or a number with at most 15 digits',
  ],
  [
    'number-beyond-double',
    'warning',
    '{"a":[«9007199254740993»]}',
    '/a/0',
    'no double has the value of `9007199254740993`, so only the same text is equal to it',
  ],
  [
    'number-undocumented',
    'warning',
    '{"a":[{"numeric":[">",«6000000000»]}]}',
    '/a/0/numeric/1',
    'the documentation takes numbers from -5e9 to 5e9 with 15 digits, 6 of them decimals, not `6000000000`',
  ],
  // Addresses.
  [
    'address-literal',
    'info',
    '{"ip":[«"10.0.0.1"»]}',
    '/ip/0',
    '`10.0.0.1` is an address, and every spelling of it is equal here',
  ],
  [
    'block-syntax',
    'error',
    '{"ip":[{"cidr":«"10.0.0.1/32"»}]}',
    '/ip/0/cidr',
    '`10.0.0.1/32` is not a block of addresses: after the slash comes a number of bits from 0 to 31',
    'write "10.0.0.1", which every spelling of the address is equal to',
  ],
];

export const fixturesOfAws: readonly Fixture[] = rows.map(
  ([code, severity, pattern, pointer, message, hint, besides]) => ({
    code,
    severity,
    pattern,
    pointer,
    message,
    dialect: 'aws',
    ...(hint === undefined ? {} : { hint }),
    ...(besides === undefined ? {} : { besides }),
  }),
);
