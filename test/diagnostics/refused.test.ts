/** The "refused" column of section 3 and the shapes of section 1: each refused text with its code. */
import { describe, expect, it } from 'vitest';
import { type Code, type DialectName, parsePattern } from '../../src/index.ts';

type Row = readonly [condition: string, aliyun: Code | 'accepted', rocketmq?: Code | 'accepted'];

/** Without a second code both dialects give the first. */
const CONDITIONS: readonly Row[] = [
  ...['prefix', 'suffix'].flatMap((name): Row[] => [
    [`{"${name}":"a"}`, 'accepted'],
    [`{"${name}":" "}`, 'accepted'],
    [`{"${name}":""}`, 'empty-operand'],
    [`{"${name}":5}`, 'operand-type'],
    [`{"${name}":null}`, 'operand-type'],
    [`{"${name}":["a"]}`, 'operand-type'],
    [`{"${name}":{"a":"b"}}`, 'operand-type'],
  ]),
  ['{"contains":"a"}', 'accepted', 'unsupported-operator'],
  ['{"contains":""}', 'empty-operand', 'unsupported-operator'],
  ['{"contains":5}', 'operand-type', 'unsupported-operator'],
  ...['"a"', '5', 'true', 'null', '""', '["a",5,true,null]'].map((x): Row => [`{"anything-but":${x}}`, 'accepted']),
  ['{"anything-but":[["a"]]}', 'anything-but-list-item'],
  ['{"anything-but":[{"prefix":"a"}]}', 'anything-but-list-item'],
  ['{"anything-but":{"prefix":"a"}}', 'accepted'],
  ['{"anything-but":{"suffix":"a"}}', 'accepted'],
  ['{"anything-but":{"prefix":""}}', 'empty-operand'],
  ['{"anything-but":{"suffix":5}}', 'operand-type'],
  ...['contains', 'anything-but', 'cidr', 'exists', 'numeric', 'Prefix', 'constructor'].map(
    (name): Row => [`{"anything-but":{"${name}":"a"}}`, 'anything-but-inner'],
  ),
  ['{"anything-but":{"prefix":"a","suffix":"b"}}', 'anything-but-inner'],
  ['{"anything-but":{}}', 'anything-but-inner'],
  ...['=', '!=', '<', '<=', '>', '>='].map((op): Row => [`{"numeric":["${op}",5]}`, 'accepted']),
  ['{"numeric":[">",5,"<",1]}', 'accepted'],
  ['{"numeric":[">",1000000000,"<",-1000000000]}', 'accepted'],
  ['{"numeric":5}', 'operand-type'],
  ['{"numeric":"<5"}', 'operand-type'],
  ['{"numeric":[]}', 'numeric-length'],
  ['{"numeric":["<",5,">"]}', 'numeric-length'],
  ['{"numeric":["<",5,">",1,"=",3]}', 'numeric-length'],
  ...['==', '=>', '<>', '≤', '', 'LT', 'toString'].map((op): Row => [`{"numeric":["${op}",5]}`, 'numeric-comparison']),
  ['{"numeric":[null,5]}', 'numeric-comparison'],
  ...['"5"', 'null', 'true', '[5]', '{}'].map((n): Row => [`{"numeric":["<",${n}]}`, 'numeric-number']),
  ...['1000000001', '-1000000001', '1e10', '1e400', '1000000000.1'].map(
    (n): Row => [`{"numeric":["<",${n}]}`, 'numeric-range'],
  ),
  ['{"cidr":"10.0.0.0/24"}', 'accepted'],
  ['{"cidr":"10.0.0.1"}', 'accepted'],
  ['{"cidr":"0.0.0.0/0"}', 'accepted'],
  ['{"cidr":"10.0.0.0/08"}', 'accepted'],
  ['{"cidr":5}', 'operand-type'],
  ['{"cidr":null}', 'operand-type'],
  ...[
    '',
    '10',
    '10.0.0',
    '10.0.0.0.0',
    '10.0.0.256',
    '10.0.0.-1',
    ' 10.0.0.1',
    '10.0.0.1 ',
    '10.0.0.a',
    'localhost',
    '０.0.0.0',
  ].map((text): Row => [`{"cidr":"${text}"}`, 'cidr-syntax']),
  ...['/', '/33', '/024', '/-1', '/a', '/8/8', '/ 8', '/1e1'].map(
    (mask): Row => [`{"cidr":"10.0.0.0${mask}"}`, 'cidr-syntax'],
  ),
  // Section 5: "leading zeros refused" in the one dialect, "010.0.0.1 reads as 10.0.0.1" in the other.
  ['{"cidr":"010.0.0.1"}', 'cidr-syntax', 'accepted'],
  ['{"cidr":"010.000.000.001/8"}', 'cidr-syntax', 'accepted'],
  ['{"cidr":"0010.0.0.1"}', 'cidr-syntax'],
  ...['::1', '2001:db8::/32', '::ffff:10.0.0.1'].map((text): Row => [`{"cidr":"${text}"}`, 'cidr-ipv6']),
  ['{"exists":true}', 'accepted'],
  ['{"exists":false}', 'accepted'],
  ...['"true"', 'null', '1', '[true]', '{}'].map((b): Row => [`{"exists":${b}}`, 'operand-type']),
  ['{"prefix":"a","suffix":"b"}', 'accepted', 'combined-operators'],
  ['{"prefix":"a","anything-but":"ab","cidr":"10.0.0.1"}', 'accepted', 'combined-operators'],
  ['{"exists":true,"prefix":"a"}', 'uncombinable-operator'],
  ['{"prefix":"a","exists":false}', 'uncombinable-operator'],
  ['{}', 'empty-condition'],
  ['[]', 'nested-array'],
  ['["a"]', 'nested-array'],
  ['[["a"]]', 'nested-array'],
  ['{"Prefix":"a"}', 'unknown-operator'],
  ['{"":"a"}', 'unknown-operator'],
  ['{"plain value":"a"}', 'unknown-operator'],
  ['{"wildcard":"a*"}', 'foreign-operator'],
  ['{"regex":"a"}', 'foreign-operator'],
  ...['"a"', '""', 'true', 'false', 'null', '5', '-0', '1e400', '300.0'].map((plain): Row => [plain, 'accepted']),
];

/** Whole patterns. */
const SHAPES: readonly Row[] = [
  ['{}', 'accepted'],
  ['', 'empty-text'],
  [' \n', 'empty-text'],
  ['[]', 'pattern-not-object'],
  ['null', 'pattern-not-object'],
  ['"{}"', 'pattern-in-string'],
  ['"[]"', 'pattern-not-object'],
  ['{"source":["a"]} x', 'invalid-json'],
  ["{'source':['a']}", 'invalid-json'],
  ['{"source":["a"],}', 'invalid-json'],
  ['{"source":"a"}', 'attribute-not-array'],
  ['{"source":null}', 'attribute-not-array'],
  ['{"source":{"a":["x"]}}', 'attribute-not-array'],
  ['{"source":{}}', 'attribute-not-array'],
  ['{"source":[]}', 'empty-conditions'],
  ['{"data":{}}', 'empty-object'],
  ['{"data":[]}', 'data-not-object'],
  ['{"data":["x"]}', 'data-not-object'],
  ['{"data":null}', 'data-not-object'],
  ['{"data":"x"}', 'data-not-object'],
  ['{"data":{"a":{}}}', 'empty-object'],
  ['{"data":{"a":[]}}', 'empty-conditions'],
  ['{"data":{"a":"x"}}', 'field-not-array'],
  ['{"data":{"a":null}}', 'field-not-array'],
  ['{"data":{"a":{"b":5}}}', 'field-not-array'],
  ['{"data":{"a":{"prefix":"x"}}}', 'field-not-array'],
  ['{"data":{"a":{"prefix":["x"]}}}', 'accepted'],
  ['{"data":{"a":{"exists":{"b":["x"]}}}}', 'accepted'],
  ['{"other":["a"]}', 'accepted', 'unknown-key'],
  ['{"Data":{"a":["x"]}}', 'attribute-not-array'],
  ['{"source":["a"],"source":["b"]}', 'duplicate-name', 'accepted'],
  ['{"data":{"a":["x"],"a":["y"]}}', 'duplicate-name', 'accepted'],
  ['{"source":[{"prefix":"a","prefix":"b"}]}', 'duplicate-name', 'accepted'],
  ['{"source":[{"anything-but":{"prefix":"a","prefix":"b"}}]}', 'duplicate-name', 'accepted'],
  ...['a b', '*', 'a[0]', ']', 'f()', ')', '', '.', 'a.', '.a', 'a..b'].map(
    (name): Row => [`{"data":{"${name}":["x"]}}`, 'accepted', 'unreadable-name'],
  ),
  ...['a.b', 'a-b', '$', '@', "it's", '中', 'a\\tb', '__proto__'].map(
    (name): Row => [`{"data":{"${name}":["x"]}}`, 'accepted'],
  ),
  ...['specversion', 'id', 'type', 'source', 'datacontenttype', 'dataschema', 'subject', 'time'].map(
    (key): Row => [`{"${key}":["x"]}`, 'accepted'],
  ),
  ...['accountid', 'originalaccountid', 'publishtime', 'eventbusname', 'regionid', 'publishaddr', 'eventid'].map(
    (key): Row => [`{"aliyun${key}":["x"]}`, 'accepted'],
  ),
];

function errorsOf(text: string, dialect: DialectName): readonly Code[] {
  return parsePattern(text, { dialect })
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);
}

const expected = (code: Code | 'accepted'): Code[] => (code === 'accepted' ? [] : [code]);

describe.each<DialectName>(['aliyun', 'rocketmq'])('under %s', (dialect) => {
  const codeOf = ([, aliyun, rocketmq = aliyun]: Row) => (dialect === 'aliyun' ? aliyun : rocketmq);
  const rows = (table: readonly Row[]) => table.map((row) => [row[0], codeOf(row)] as const);

  it.each(rows(CONDITIONS))('refuses the condition %s: %s', (condition, code) => {
    expect(errorsOf(`{"source":[${condition}]}`, dialect)).toEqual(expected(code));
    expect(errorsOf(`{"data":{"a":{"b":["x",${condition}]}}}`, dialect)).toEqual(expected(code));
  });

  // `Data` is an unknown key with a wrong value: two errors in the dialect where an unknown key is an error.
  it.each(rows(SHAPES).filter(([text]) => dialect === 'aliyun' || !text.includes('"Data"')))(
    'refuses the pattern %s: %s',
    (text, code) => {
      expect(errorsOf(text, dialect)).toEqual(expected(code));
    },
  );
});

describe('several errors', () => {
  it('are all reported, in source order', () => {
    const text = `{
      "source": "acs.oss",
      "Type": ["a"],
      "data": {
        "a": {},
        "b": [{"prefix": ""}, {"nope": 1}, {"numeric": ["<", "5", "==", 1]}],
        "c": [["x"], 300.0]
      }
    }`;
    expect(parsePattern(text).diagnostics.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      'attribute-not-array /source',
      'unknown-key /Type',
      'empty-object /data/a',
      'empty-operand /data/b/0/prefix',
      'unknown-operator /data/b/1/nope',
      'numeric-number /data/b/2/numeric/1',
      'numeric-comparison /data/b/2/numeric/2',
      'nested-array /data/c/0',
      'number-text /data/c/1',
    ]);
  });

  it('in one operator object are reported for each operator', () => {
    expect(errorsOf('{"source":[{"prefix":"","cidr":"x"}]}', 'aliyun')).toEqual(['empty-operand', 'cidr-syntax']);
    expect(errorsOf('{"source":[{"nope":1,"cidr":"x"}]}', 'aliyun')).toEqual(['unknown-operator', 'cidr-syntax']);
  });
});

describe('the warnings of section 4 of the language', () => {
  const warnings = (text: string, dialect: DialectName = 'aliyun') =>
    parsePattern(text, { dialect })
      .diagnostics.filter(({ severity }) => severity !== 'error')
      .map(({ code }) => code);
  const prefixes = (count: number) => Array.from({ length: count }, (_, i) => `{"prefix":"${i}"}`).join();

  it.each<[string, string, readonly Code[]]>([
    ['five operators are not many', `{"type":[${prefixes(5)}]}`, []],
    ['six are', `{"type":[${prefixes(6)}]}`, ['many-operators']],
    ['plain values are not counted', `{"type":["a","b","c","d",${prefixes(5)}]}`, []],
    ['2048 characters are not long', `{"source":["${'x'.repeat(2033)}"]}`, []],
    ['2049 are', `{"source":["${'x'.repeat(2034)}"]}`, ['long-pattern']],
    ['white space counts', `{"source":["a"]}${' '.repeat(2040)}`, ['long-pattern']],
    [
      '15 significant digits and 6 decimals are precise enough',
      '{"data":{"n":[{"numeric":["=",999999999.123456]}]}}',
      [],
    ],
    ['7 decimals are not', '{"data":{"n":[{"numeric":["=",1.1234567]}]}}', ['numeric-precision']],
    ['zeros at the end are no decimals', '{"data":{"n":[{"numeric":["=",1.10000000]}]}}', []],
    ['the usual text of a number', '{"data":{"n":[300,-1,1.1,1e+21,1e-7,123456789012]}}', []],
    ['any other text of a number', '{"data":{"n":[3e2,3.00,1.0e0,100e-1,-0]}}', Array(5).fill('number-text')],
    ['a number beyond the doubles, which JSON.stringify makes null', '{"data":{"n":[1e400]}}', ['number-text']],
    [
      'a block without bits beyond its mask',
      '{"data":{"ip":[{"cidr":"10.0.0.0/24"},{"cidr":"10.0.1.5"},{"cidr":"10.0.2.5/32"}]}}',
      [],
    ],
    ['a block with them', '{"data":{"ip":[{"cidr":"10.0.0.1/31"}]}}', ['cidr-host-bits']],
    ['conditions that differ', '{"source":["1",1,true,"true",null,"null",{"prefix":"2"},{"suffix":"2"}]}', []],
    ['each copy of a condition', '{"source":["a","a","b","a"]}', ['duplicate-condition', 'duplicate-condition']],
    ['equal conditions of two fields', '{"source":["a"],"type":["a"]}', []],
    ['an empty list in anything-but', '{"source":[{"anything-but":[]}]}', ['anything-but-empty-list']],
    ['a suffix inside anything-but', '{"source":[{"anything-but":{"suffix":"a"}}]}', ['undocumented-operator']],
    ['several operators in one object', '{"source":[{"prefix":"a","suffix":"b"}]}', ['combined-operators']],
  ])('%s', (_, text, codes) => {
    expect(warnings(text)).toEqual(codes);
  });

  it('leave out what the other dialect accepts', () => {
    expect(warnings('{"source":[{"anything-but":[]}]}', 'rocketmq')).toEqual([]);
    expect(warnings('{"source":[{"anything-but":{"suffix":"a"}}]}', 'rocketmq')).toEqual([]);
  });
});
