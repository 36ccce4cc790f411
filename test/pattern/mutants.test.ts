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
