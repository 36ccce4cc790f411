/**
 * Patterns with one slip each, as authors who know another language write them: every valid operator and shape, from the operator table.
 */
import type { DialectName } from '../../src/index.ts';
import { resolveDialect, supportOf } from '../../src/pattern/dialect.ts';
import { operators } from '../../src/pattern/operators/index.ts';

/** Misspelt and foreign names of operators. */
export const WORDS: Readonly<Record<string, readonly unknown[]>> = {
  'eq equals EQ is == $eq StringEquals': ['a', 5, true, null],
  'in oneOf anyOf $in StringIn values': [['a'], ['a', 'b'], [1, 2]],
  'not ne neq notEquals != <> $ne anythingBut anything_but AnythingBut': ['a', ['a', 'b'], 5, { prefix: 'a' }],
  'notIn nin $nin not-in': [['a', 'b'], [1]],
  'startsWith starts_with begins-with beginsWith StringBeginsWith startswith Prefix hasPrefix': ['a', ['a', 'b'], 5],
  'endsWith ends_with ends-with StringEndsWith Suffix': ['a', ['a', 'b']],
  'includes contain has containsString substring Contains': ['a', ['a', 'b']],
  'regex regexp matches match': ['^a', 'a$', '^a$', 'a', '^a.*b$', '.*a.*', '^(a|b)$', 'a\\.b'],
  'like ilike': ['a%', '%a', '%a%', 'a%b', 'a', 'a_b', '%'],
  'wildcard glob shellstyle': ['a*', '*a', '*a*', 'a*b', 'a', '*', 'a?b', 'aba*aba', ['a*', 'b*']],
  'equals-ignore-case equalsIgnoreCase': ['a', ['a', 'b']],
  'gt gte lt lte > >= < <= $gt greaterThan NumberGreaterThanOrEquals': [5, 5.5, '5', 5e9, 'x'],
  'between range NumberInRange notBetween': [[1, 2], [1.5, 2], [1], ['1', '2'], [[1, 2]], '1..2', { gte: 1, lt: 2 }],
  'ip ipAddress subnet': ['10.0.0.0/8', ['10.0.0.0/8', '10.0.0.1'], 'x'],
  'exist present isPresent defined': [true, false, 'x'],
  'doesNotExist missing absent': [true, false],
  'prefx suffx sufix contans numric cdir exsts anythng-but': ['a', true, ['>', 1], '10.0.0.1'],
};

/** Operands of a wrong form. */
const OPERANDS: readonly unknown[] = [
  '',
  'a',
  ['a'],
  ['a', 'b'],
  ['a', 'ab'],
  [],
  5,
  true,
  null,
  'true',
  {},
  { a: 1 },
  'a*',
  '*a',
];
const NUMERIC: readonly unknown[] = [
  ...[
    '> 5',
    '>=5',
    '5',
    '> 1 and < 5',
    { gt: 1 },
    { '>': 1, '<': 5 },
    [5],
    ['>', '5'],
    ['==', 5],
    ['gt', 5],
    ['=>', 5],
  ],
  ...[
    ['>', 0, 5],
    [0, 5],
    [
      ['>', 0],
      ['<', 5],
    ],
    ['>', 5e9],
    ['=', 5e9],
    ['>', 0, '<', 5e9],
    ['=', 1628577790000],
    [5, '>'],
    ['between', 1, 5],
    ['range', [1, 5]],
    ['in', 1, 5],
    ['!=', 1, 5],
    ['notInRange', 1, 5],
    ['>=', 5e9, '<=', 5e9],
    ['>', 1, 'and', '<', 5],
  ],
  ...['1..5', 'between 1 and 5', { between: [1, 5] }, { $gt: 5 }, { in: [1, 5] }],
];
const BLOCKS: readonly unknown[] = [
  ...[
    '10.0.0.0-10.0.0.255',
    '10.0.0.1-10.0.0.9',
    '10.0.0.0/255.255.255.0',
    '10.0.0.*',
    '10.0.*.*',
    '10.0.0/24',
    '10.0.0.5/24',
  ],
  ...[' 10.0.0.0/8 ', '010.0.0.1', '::1', '2001:db8::/32', '10.0.0.0/33', ['10.0.0.0/8', '11.0.0.0/8'], 'localhost'],
];

const conditions = (dialect: DialectName): unknown[] => {
  const { rules } = resolveDialect(dialect);
  const names = [...operators.keys()].filter((name) => supportOf(rules, name) !== 'refused');
  return [
    ...Object.entries(WORDS).flatMap(([words, operands]) =>
      words.split(' ').flatMap((word) => operands.map((operand) => ({ [word]: operand }))),
    ),
    ...names.flatMap((name) => OPERANDS.map((operand) => ({ [name]: operand }))),
    ...NUMERIC.map((numeric) => ({ numeric })),
    ...BLOCKS.map((cidr) => ({ cidr })),
    ...['a*', '*.jpg', 'a*b', '*', 'a:*:b', 'a?', 300, 'x'].flatMap((one) => [
      one,
      { 'anything-but': one },
      { 'anything-but': [one] },
    ]),
    [['a', 'b']],
    [],
    {},
  ];
};

/** Texts of patterns with one slip each, alone and beside other conditions and operators. */
export function slips(dialect: DialectName): string[] {
  const all = conditions(dialect);
  const beside = all.flatMap((one, i) =>
    i % 3 === 0 && typeof one === 'object' && one !== null && !Array.isArray(one) ? [{ ...one, suffix: 'z' }] : [],
  );
  const inside = all.flatMap((one, i) => (i % 3 === 1 && typeof one === 'object' ? [{ 'anything-but': one }] : []));
  const layouts = [
    (condition: string) => `{"data":{"s":[${condition}]}}`,
    (condition: string) =>
      `{ "type": [ "k", ${condition} ],\n  "data": { "a\\"\\u0062": { "": [true, ${condition}, {"exists":false}] } } }`,
  ];
  const texts = [...all, ...beside, ...inside].map((condition) => JSON.stringify(condition));
  return [
    ...texts.map((text, i) => (layouts[i % 2] as (typeof layouts)[0])(text)),
    ...SHAPES,
    ...NUMBERS,
    ...JSON_SLIPS,
  ];
}

/** Number texts that JSON.stringify would change. */
const NUMBERS = [
  '300.0',
  '3e2',
  '-0',
  '1E2',
  '9224851642388483',
  '-9007199254740993',
  '1e400',
  '1e-400',
  '0.10',
  '1e23',
  '12345678901.0',
].flatMap((number) => [
  `{"data":{"n":[${number}]}}`,
  `{"data":{"n":[1, ${number} ,{"anything-but":[${number}]}]}}`,
  `{"data":{"n":[{"anything-but":${number}}]}}`,
  `{"data":{"n":[{"numeric":["=",${number}]}]}}`,
]);

const SHAPES = [
  ...[
    '{"source":"a"}',
    '{"source":{"prefix":"a"}}',
    '{"source":null}',
    '{"source":{}}',
    '{"source":[]}',
    '{"data":{}}',
  ],
  ...['{"data":{"a":{}}}', '{"data":{"a":{"b":{}},"c":["x"]}}', '{"data":{"a":5}}', '{"data":{"a":{"prefix":"x"}}}'],
  ...[
    '{"data":{"a":{"anything-but":{"prefix":"x"}}}}',
    '{"data":{"a":{"startsWith":"x"}}}',
    '{"data":[{"a":["x"]}]}',
    '{"data":"{\\"a\\":[1]}"}',
  ],
  ...['{"data":["x"]}', '[{"source":["a"]}]', '"{\\"source\\":[\\"a\\"]}"', 'null', '"acs.oss"', '[]', ''],
  ...[
    '{"Source":["a"]}',
    '{"detail":{"a":["x"]}}',
    '{"detail-type":["x"]}',
    '{"detail":["x"]}',
    '{"detail":{"a":["x"]},"data":{"b":["y"]}}',
  ],
  ...[
    '{"data.a":["x"]}',
    '{"data.a":["x"],"data":{"a":["y"]}}',
    '{"data.a":["x"],"data":{"b":["y"]}}',
    '{"$.data.a.b":["x"]}',
    '{"$.source":["x"]}',
  ],
  ...[
    '{"data":{"a.b":["x"]}}',
    '{"data":{"a.b":["x"],"a":{"c":["y"]}}}',
    '{"data":{"a.b":["x"],"a":{"b":["y"]}}}',
    '{"data":{"a.b":["x"],"a":["y"]}}',
  ],
  ...[
    '{"data":{"$.data.a":["x"]}}',
    '{"data":{"c":{"$.a.b":["x"]}}}',
    '{"data":{"c":{"$.c.b":["x"]}}}',
    '{"data":{"a[0].b":["x"]}}',
    '{"data":{"a[*]":["x"]}}',
  ],
  ...[
    '{"state":["x"]}',
    '{"state":["x"],"data":{"state":["y"]}}',
    '{"order":{"state":["x"]}}',
    '{"data":{"a":["x"]},"data":{"b":["y"]}}',
  ],
  ...[
    '{"source":["a"],"source":["a","b"]}',
    '{"source":["a"],"type":["t"],"source":"b"}',
    '{"data":{"a":{"b":["x"]},"a":{"b":["y"]}}}',
  ],
  ...[
    '{"$or":[{"type":["a"]},{"type":["b"]}]}',
    '{"type":["c"],"$or":[{"type":["a"]},{"type":["b"]}]}',
    '{"data":{"$or":[{"a":["x"]},{"b":["y"]}]}}',
  ],
  ...[
    '{"source":[{"anything-but":"a"},{"anything-but":["b","c"]}]}',
    '{"source":["a",{"anything-but":"a"}]}',
    '{"source":[{"prefix":"a"},{"anything-but":{"prefix":"a"}}]}',
  ],
  ...[
    '{"data":{"n":[{"numeric":[">",5]},{"anything-but":[6,7]}]}}',
    '{"source":["oss"]}',
    '{"source":["ACS.OSS","b"]}',
    '{"time":[{"numeric":[">",5]}]}',
    '{"id":[5]}',
  ],
  ...[
    '{"source":["a","a",{"prefix":"a"}]}',
    '{"source":["a",{"exists":true},{"exists":false}],"type":[{"exists":false},{"exists":true}]}',
  ],
  `{${' '.repeat(2100)}"source":["a"]}`,
  // Names with escapes, and names that are equal once they are read.
  ...[
    '{"d\\u0061ta_base6\\u0034":["x"],"da\\u0074a":{"a":["y"]}}',
    '{"st\\u0061te":["x"],"data":{"\\u0073tate":["y"]}}',
    '{"\\u0053ource":["x"],"s\\u006furce":["y"]}',
    '{"source":["a"],"s\\u006furce":["b"]}',
    '{"data":{"a":{"a.b":[""],"a.b":[{"exists":false},0],"a":[{"suffix":"x"}]}}}',
    '{"data":{"a":["x"],"a.b":["y"],"a.b":[{"exists":false}]}}',
    '{"source":[{"exists":true},{"exists":false}],"source":[{"exists":false},{"exists":true}]}',
    '{"source":["a"],"type":["b"],"type":[]}',
    '{"data":{"a\\u002eb":["x"],"\\u0061":{"b":["y"]}}}',
    '{"data\\u002e\\u0061":["x"],"d\\u0061ta":{"b":["y"]}}',
    '{"$\\u0061nd":[{"\\u0073ource":["a"]},{"type":["b"]}]}',
    '{"data":{"\\"":["x"],"\\u0022":["y"]}}',
  ],
  // Operators in the place of fields.
  ...[
    '{"$and":[{"source":["a"]},{"type":["b"]}],"subject":["c"]}',
    '{"$nor":[{"source":["a"]},{"data":{"s":["b"]}}]}',
    '{"anything-but":{"source":["a","b"]}}',
    '{"prefix":{"type":"a","data":{"s":"b"}}}',
    '{"data":{"s":{"$gt":5,"$lt":9}}}',
    '{"data":{"s":{"$in":["a",{"prefix":"b"}]}}}',
    '{"data":{"s":{"anything-but":["a"]},"t":["b"]}}',
    '{"data":{"s":{"numeric":[">",5]}}}',
    '{"source":{"$or":["a","b"]}}',
    '{"data":{"s":[{"prefix":{"prefix":"a"}},{"contains":{"anything-but":"a"}}]}}',
    '{"data":{"n":[{"numeric":["!=",5]},{"numeric":["!=",6]}]}}',
    '{"data":{"n":["a",{"numeric":["<",5]},{"numeric":[">",3]}]}}',
  ],
];

const JSON_SLIPS = [
  ...[
    "{'source':['a']}",
    '{"source":["a",]}',
    '{"source":["a"],}',
    '{source:["a"]}',
    '// why\n{"source":["a"]}',
    '{"source":["a"] /* x */}',
  ],
  ...[
    '{"source":["a"]',
    '{"source":[“a”]}',
    '{"source":["a" "b"]}',
    '{"data":{"x":[True,None]}}',
    '{\\"source\\":[\\"a\\"]}',
    '\ufeff{"source":["a"]}',
    '{"source":[acs.oss]}',
  ],
];
