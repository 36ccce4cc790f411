import { describe, expect, it } from 'vitest';
import { AWS_FILES, CONFORMANCE_FILES, readConformance } from './conformance.ts';
import { javaNumberText } from './java-number.ts';
import { readJson, writeJson } from './json.ts';
import { type AnyDialect, referenceMatches } from './reference.ts';
import { referenceAccepts } from './reference-accepts.ts';

describe.each<readonly [string, AnyDialect]>([...CONFORMANCE_FILES, ...AWS_FILES])(
  'the reference interpreter on %s',
  (file, dialect) => {
    const lines = readConformance(file);

    it('accepts and refuses the patterns as the data says', () => {
      const wrong = lines.filter(({ pattern, ok }) => referenceAccepts(pattern, dialect) !== ok);
      expect(wrong).toEqual([]);
    });

    it('gives every event the verdict of the data', () => {
      const wrong = lines.flatMap(({ pattern, cases = [] }) =>
        cases
          .filter(([event, verdict]) => referenceMatches(pattern, event, dialect) !== verdict)
          .map(([event, verdict]) => ({ pattern, event, verdict })),
      );
      expect(wrong).toEqual([]);
    });
  },
);

describe('the reference interpreter', () => {
  it.each(['', '1', '[]', 'null', '"x"', '\ufeff{}', '{"a":1,}'])('refuses %j as an event', (event) => {
    expect(() => referenceMatches('{}', event, 'aliyun')).toThrow();
  });

  it.each([
    ['{"data":{"c-count":[{"numeric":[">",0,"<=",5]}]}}', '{"data":{"c-count":5}}', true],
    ['{"data":{"c-count":[{"numeric":[">",0,"<=",5]}]}}', '{"data":{"c-count":0}}', false],
    ['{"data":{"state":[{"anything-but":{"prefix":"init"}}]}}', '{"data":{"state":"pending"}}', true],
    ['{"data":{"state":[{"anything-but":{"prefix":"init"}}]}}', '{"data":{"state":"initializing"}}', false],
    ['{"data":{"responseElements":[null]}}', '{"data":{"responseElements":""}}', false],
    ['{"data":{"state":[{"exists":false}]}}', '{"data":{"other":1}}', true],
  ])('decides the documented case %s on %s as %s', (pattern, event, verdict) => {
    expect(referenceMatches(pattern, event, 'aliyun')).toBe(verdict);
  });
});

describe('the interpreter of aws', () => {
  it.each([
    ['{"":{"a":["x"]}}', '{"a":"x"}', true],
    ['{"":{"a":["x"]}}', '{"":{"a":"x"}}', false],
    ['{"":{"a":{"b":["x"]}}}', '{"a":{"b":"x"}}', false],
    ['{"":{"a":{"b":["x"]}}}', '{"":{"a":{"b":"x"}}}', true],
    ['{"":{"a":{"b":["x"]}}}', '{".a.b":"x"}', true],
    ['{"a":{"":{"b":["x"]}}}', '{"a":{"":{"b":"x"}}}', true],
    ['{"a":{"":{"b":["x"]}}}', '{"a":{"b":"x"}}', false],
    ['{"":{"":{"b":["x"]}}}', '{"":{"":{"b":"x"}}}', true],
    ['{"":{"":{"b":["x"]}}}', '{"b":"x"}', false],
    // An empty name at the end is a step only where another alternative has one.
    ['{"a":{"":["x"]}}', '{"a":{"":"x"}}', false],
    ['{"$or":[{"a":{"":["x"]}},{".b":["y"]}]}', '{"a":{"":"x"}}', true],
  ])('decides %s on %s as event-ruler does: %s', (pattern, event, verdict) => {
    expect(referenceMatches(pattern, event, 'aws')).toBe(verdict);
  });
});

describe('the JSON reader of the tests', () => {
  it('keeps number texts, member order and duplicate members', () => {
    const text = '{"b":300.0,"a":[-0,1E+2,{}],"b":"\\ud83d","__proto__":[]}';
    expect(writeJson(readJson(text))).toBe(text);
  });

  it('reads escapes and structure characters inside strings', () => {
    expect(readJson('[ "\\u0061\\/\\"]}" , "," ]')).toEqual({
      kind: 'array',
      items: [
        { kind: 'string', value: 'a/"]}' },
        { kind: 'string', value: ',' },
      ],
    });
  });

  it.each(['', '\ufeff{}', "{'a':1}", '[1,]', '01', 'NaN', '{} x', '"\n"'])('refuses %j', (text) => {
    expect(() => readJson(text)).toThrow(SyntaxError);
  });
});

describe('the Java text of a number', () => {
  it.each([
    ['300', '300'],
    ['3.0e2', '300'],
    ['-0', '0'],
    ['0e999999999', '0'],
    ['2147483648', '2147483648'],
    ['-2147483649', '2147483647'],
    ['-1e400', '0'],
    ['1e19', '1E+19'],
    ['1.5e19', '1.5E+19'],
    ['9223372036854775808', '9223372036854775808'],
    ['1.10', '1.1'],
    ['300.00', '300.0'],
    ['-0.0', '0.0'],
    ['0.0001', '1.0E-4'],
    ['0.001', '0.001'],
    ['-12345678.9', '-1.23456789E7'],
    ['9999999.0', '9999999.0'],
    ['10000000.0', '1.0E7'],
    ['1.23456789012345678', '1.23456789012345678'],
    ['1e-400', '1E-400'],
    ['0.00000123456789012345678', '0.00000123456789012345678'],
    ['0.000000123456789012345678', '1.23456789012345678E-7'],
  ])('of %s is %s', (text, java) => {
    expect(javaNumberText(text)).toBe(java);
  });
});
