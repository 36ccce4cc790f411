import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DialectName, mutants, type Pattern, parsePattern, printPattern } from '../../src/index.ts';
import { operators } from '../../src/pattern/operators/index.ts';
import { neighboursOf } from '../../src/pattern/value/number-texts.ts';
import { filterPattern } from '../support/arbitraries.ts';
import { runs } from '../support/runs.ts';

const both: readonly DialectName[] = ['aliyun', 'rocketmq'];

function patternOf(text: string, dialect: DialectName): Pattern {
  const { pattern, diagnostics } = parsePattern(text, { dialect });
  if (pattern === undefined) throw new Error(`${text}: ${diagnostics.map(({ message }) => message).join('; ')}`);
  return pattern;
}

/** The mutants of a field with these conditions: each text is the list of its conditions, and `gone` is the field dropped. */
function slips(conditions: string, dialect: DialectName): string[] {
  const pattern = patternOf(`{"data":{"a":[${conditions}],"b":[1]}}`, dialect);
  return [...mutants(pattern)]
    .filter(({ field }) => field === 0)
    .map((mutant) => /^\{"data":\{"a":\[(.*)\],"b":\[1\]\}\}$/.exec(printPattern(mutant.pattern))?.[1] ?? 'gone');
}

/** One column for each dialect; without a second one both are equal. */
const TABLE: readonly (readonly [string, readonly string[], (readonly string[] | 'refused')?])[] = [
  ['"stopped"', ['gone', '"not stopped"']],
  ['""', ['gone', '"not empty"']],
  ['true', ['gone', 'false']],
  ['null', ['gone', '"not null"']],
  ['300', ['gone', '301']],
  ['-0.5', ['gone', '-0.4']],
  ['1e400', ['gone', '1']],
  ['"a","b"', ['"b"', '"not a","b"', '"a"', '"a","not b"']],
  ['"a","not a"', ['"not a"', '"a"', '"a","not not a"']],
  ['"a","a"', ['gone', '"not a"']],
  ['{"prefix":"ab"}', ['gone', '{"prefix":"a"}', '{"prefix":"abb"}']],
  ['{"prefix":"a"}', ['gone', '{"prefix":"aa"}']],
  ['{"prefix":"x😀"}', ['gone', '{"prefix":"x"}', '{"prefix":"x😀😀"}']],
  ['{"suffix":".jpg"}', ['gone', '{"suffix":"jpg"}', '{"suffix":"..jpg"}']],
  ['{"suffix":"😀x"}', ['gone', '{"suffix":"x"}', '{"suffix":"😀😀x"}']],
  ['{"contains":"aba"}', ['gone', '{"contains":"ab"}', '{"contains":"ba"}', '{"contains":"abaa"}'], 'refused'],
  ['{"contains":"aa"}', ['gone', '{"contains":"a"}', '{"contains":"aaa"}'], 'refused'],
  ['{"exists":true}', ['gone', '{"exists":false}']],
  ['{"exists":false}', ['gone', '{"exists":true}']],
  ['{"numeric":["=",5]}', ['gone', '{"numeric":["!=",5]}', '{"numeric":["=",4]}', '{"numeric":["=",6]}']],
  ['{"numeric":[">",0.5]}', ['gone', '{"numeric":[">=",0.5]}', '{"numeric":[">",0.4]}', '{"numeric":[">",0.6]}']],
  ['{"numeric":["<=",-0.1]}', ['gone', '{"numeric":["<",-0.1]}', '{"numeric":["<=",-0.2]}', '{"numeric":["<=",0.0]}']],
  ['{"numeric":["<",1000000000]}', ['gone', '{"numeric":["<=",1000000000]}', '{"numeric":["<",999999999]}']],
  ['{"numeric":[">=",1e3]}', ['gone', '{"numeric":[">",1e3]}', '{"numeric":[">=",0]}', '{"numeric":[">=",2000]}']],
  [
    '{"numeric":[">",0,"<=",5]}',
    [
      'gone',
      '{"numeric":["<=",5]}',
      '{"numeric":[">=",0,"<=",5]}',
      '{"numeric":[">",-1,"<=",5]}',
      '{"numeric":[">",1,"<=",5]}',
      '{"numeric":[">",0]}',
      '{"numeric":[">",0,"<",5]}',
      '{"numeric":[">",0,"<=",4]}',
      '{"numeric":[">",0,"<=",6]}',
    ],
  ],
  ['{"cidr":"10.0.1.0/24"}', ['gone', '{"cidr":"10.0.0.0/23"}', '{"cidr":"10.0.1.0/25"}']],
  ['{"cidr":"10.0.1.7/24"}', ['gone', '{"cidr":"10.0.0.0/23"}', '{"cidr":"10.0.1.0/25"}']],
  ['{"cidr":"0.0.0.0/0"}', ['gone', '{"cidr":"0.0.0.0/1"}']],
  ['{"cidr":"255.255.255.255/32"}', ['gone', '{"cidr":"255.255.255.254/31"}']],
  ['{"cidr":"255.255.255.255"}', ['gone', '{"cidr":"255.255.255.254"}']],
  ['{"anything-but":"a"}', ['gone', '{"anything-but":"not a"}', '"a"']],
  ['{"anything-but":["a"]}', ['gone', '{"anything-but":["not a"]}', '"a"']],
  [
    '{"anything-but":["a",null,5]}',
    ['gone', '{"anything-but":[null,5]}', '{"anything-but":["a",5]}', '{"anything-but":["a",null]}', '"a",null,5'],
  ],
  ['{"anything-but":[]}', ['gone']],
  [
    '"a",{"anything-but":["a","b"]}',
    [
      '{"anything-but":["a","b"]}',
      '"not a",{"anything-but":["a","b"]}',
      '"a"',
      '"a",{"anything-but":["b"]}',
      '"a",{"anything-but":["a"]}',
      '"a","b"',
    ],
  ],
  [
    '{"anything-but":{"prefix":"ab"}}',
    ['gone', '{"anything-but":{"prefix":"a"}}', '{"anything-but":{"prefix":"abb"}}', '{"prefix":"ab"}'],
  ],
  [
    '{"prefix":"a","suffix":"b"}',
    ['gone', '{"prefix":"aa","suffix":"b"}', '{"prefix":"a","suffix":"bb"}', '{"suffix":"b"}', '{"prefix":"a"}'],
    'refused',
  ],
];

describe('the mutants of a field', () => {
  const rows = TABLE.map(([conditions, aliyun, rocketmq = aliyun]) => ({ conditions, aliyun, rocketmq }));

  it.each(rows)('$conditions', ({ conditions, aliyun, rocketmq }) => {
    expect(slips(conditions, 'aliyun')).toEqual(aliyun);
    if (rocketmq === 'refused') expect(() => slips(conditions, 'rocketmq')).toThrow();
    else expect(slips(conditions, 'rocketmq')).toEqual(rocketmq);
  });

  it('are tested for every operator', () => {
    for (const name of operators.keys()) expect(TABLE.some(([conditions]) => conditions.includes(name))).toBe(true);
  });
});

describe('mutants', () => {
  it('are valid and distinct, differ from the original, and say what was changed where', () => {
    for (const dialect of both) {
      for (const text of fc.sample(filterPattern(dialect), { numRuns: runs(150), seed: 7 })) {
        const original = patternOf(text, dialect);
        const seen = new Set([printPattern(original)]);
        for (const { pattern, field, pointer, range, before, after } of mutants(original)) {
          const printed = printPattern(pattern);
          expect(seen.has(printed), `${text} → ${printed}`).toBe(false);
          seen.add(printed);
          expect(parsePattern(printed, { dialect }).pattern, printed).toBeDefined();
          expect(pattern.dialect).toBe(original.dialect);
          const changed = original.fields[field];
          expect([changed, ...(changed?.conditions ?? [])].map((one) => one?.pointer)).toContain(pointer);
          expect(range && JSON.parse(text.slice(range.start, range.end)), text).toEqual(
            after.length === 0 && pointer === changed?.pointer ? expect.anything() : JSON.parse(before),
          );
        }
      }
    }
  });

  it('leave the original unchanged', () => {
    const original = patternOf('{"data":{"a":["x",{"prefix":"y"}],"b":[{"exists":false}]}}', 'aliyun');
    const before = JSON.stringify(original);
    expect([...mutants(original)].length).toBeGreaterThan(5);
    expect(JSON.stringify(original)).toBe(before);
  });

  it('drop the only field, so that every event matches', () => {
    const printed = [...mutants(patternOf('{"source":["a"]}', 'aliyun'))].map(({ pattern }) => printPattern(pattern));
    expect(printed).toEqual(['{}', '{"source":["not a"]}']);
  });

  it('have no range when the pattern was given as an object', () => {
    const { pattern } = parsePattern({ source: ['a'] });
    expect([...mutants(pattern as Pattern)].map(({ range }) => range)).toEqual([undefined, undefined]);
  });

  it('of the pattern without fields do not exist', () => {
    expect([...mutants(patternOf('{}', 'aliyun'))]).toEqual([]);
  });
});

/** Conditions of `aws`, with the mutants of a field that has them. */
const AWS_TABLE: readonly (readonly [string, readonly string[]])[] = [
  [
    '{"wildcard":"a*b"}',
    ['{"wildcard":"*b"}', '{"wildcard":"aa*b"}', '{"wildcard":"a*"}', '{"wildcard":"a*bb"}', '{"wildcard":"ab"}'],
  ],
  ['{"equals-ignore-case":"ab"}', ['{"equals-ignore-case":"not ab"}', '"ab"']],
  [
    '{"prefix":{"equals-ignore-case":"ab"}}',
    ['{"prefix":{"equals-ignore-case":"a"}}', '{"prefix":{"equals-ignore-case":"abb"}}', '{"prefix":"ab"}'],
  ],
  ['{"exactly":"a"}', ['{"exactly":"not a"}']],
  ['{"cidr":"2001:db8::/32"}', ['{"cidr":"2001:db8::/31"}', '{"cidr":"2001:db8::/33"}']],
  ['{"anything-but":["a","b"]}', ['{"anything-but":["b"]}', '{"anything-but":["a"]}', '"a","b"']],
  [
    '{"anything-but":{"wildcard":"a*"}}',
    [
      '{"anything-but":{"wildcard":"*"}}',
      '{"anything-but":{"wildcard":"aa*"}}',
      '{"anything-but":{"wildcard":"a"}}',
      '{"wildcard":"a*"}',
    ],
  ],
  [
    '{"anything-but":{"equals-ignore-case":["a","b"]}}',
    [
      '{"anything-but":{"equals-ignore-case":["b"]}}',
      '{"anything-but":{"equals-ignore-case":["a"]}}',
      '{"equals-ignore-case":"a"},{"equals-ignore-case":"b"}',
    ],
  ],
];

describe('the mutants of aws', () => {
  const textsOf = (text: string): string[] =>
    [...mutants(patternOf(text, 'aws'))].map(({ pattern }) => printPattern(pattern));

  it.each(AWS_TABLE)('of %s', (condition, expected) => {
    const texts = textsOf(`{"a":[${condition}],"b":[1]}`).filter((text) => text.endsWith(',"b":[1]}'));
    expect(texts).toEqual(expected.map((some) => `{"a":[${some}],"b":[1]}`));
  });

  it('leave a branch out, leave one alone, and move a member out', () => {
    const branches = (text: string): unknown[] =>
      [...mutants(patternOf(text, 'aws'))]
        .filter((one) => one.branches)
        .map(({ pointer, before, after, pattern }) => {
          expect(patternOf(printPattern(pattern), 'aws')).toBeDefined();
          return [pointer, before, ...after].join(' ');
        });
    const two = '{"$or":[{"a":["x"]},{"b":["y"]}]}';
    expect(branches(two)).toEqual([
      `/$or ${two} {"a":["x"]}`,
      `/$or/0/a ${two} {"a":["x"],"b":["y"]}`,
      `/$or ${two} {"b":["y"]}`,
    ]);
    const three = '{"$or":[{"a":["x"],"c":[1]},{"b":["y"]},{"d":["z"]}]}';
    expect(branches(`{"k":[2],"m":${three}}`)).toEqual([
      '/m/$or/0 {"a":["x"],"c":[1]}',
      `/m/$or ${three} {"a":["x"],"c":[1]}`,
      `/m/$or/0/a ${three} {"a":["x"],"$or":[{"c":[1]},{"b":["y"]},{"d":["z"]}]}`,
      `/m/$or/0/c ${three} {"c":[1],"$or":[{"a":["x"]},{"b":["y"]},{"d":["z"]}]}`,
      `/m/$or ${three} {"b":["y"]}`,
      `/m/$or/1/b ${three} {"b":["y"],"$or":[{"a":["x"],"c":[1]},{"d":["z"]}]}`,
      `/m/$or ${three} {"d":["z"]}`,
      `/m/$or/2/d ${three} {"d":["z"],"$or":[{"a":["x"],"c":[1]},{"b":["y"]}]}`,
    ]);
    expect(branches('{"$or":["x","y"]}')).toEqual([]);
    // Two lists in one object.
    expect(branches('{"$or":[{"a":[1]},{"b":[1]}],"$or":[{"c":[1]},{"d":[1]}]}')).toEqual([]);
  });

  it('are valid patterns of aws that differ', () => {
    for (const text of fc.sample(filterPattern('aws'), { numRuns: runs(80), seed: 7 })) {
      const original = patternOf(text, 'aws');
      const texts = [...mutants(original)].slice(0, 80).map(({ pattern }) => printPattern(pattern));
      expect(new Set([printPattern(original), ...texts]).size, text).toBe(texts.length + 1);
      expect(texts.filter((one) => parsePattern(one, { dialect: 'aws' }).pattern === undefined)).toEqual([]);
    }
  });
});

describe('the neighbours of a number', () => {
  it.each([
    ['5', '4', '6'],
    ['0', '-1', '1'],
    ['-0', '-1', '1'],
    ['0.0', '-0.1', '0.1'],
    ['-1', '-2', '0'],
    ['0.05', '0.04', '0.06'],
    ['9.99', '9.98', '10.00'],
    ['1e3', '0', '2000'],
    ['2.5E1', '24', '26'],
    ['1e-3', '0.000', '0.002'],
    ['1e1000000', '-1', '1'],
    ['1e-1000000', '-1', '1'],
    [`1${'0'.repeat(60)}`, '-1', '1'],
  ])('%s: %s and %s', (text, below, above) => {
    expect(neighboursOf(text)).toEqual([below, above]);
  });
});
