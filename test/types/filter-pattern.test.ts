/** Patterns in code that the compiler refuses: `tsc` fails where an expected error is missing. The reader refuses each of them, too. */
import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  type Conditions,
  compilePattern,
  dialects,
  type FilterPattern,
  type JsonObject,
  type OperatorCondition,
  operatorNames,
  PatternSet,
  parsePattern,
} from '../../src/index.ts';
import { operators } from '../../src/pattern/operators/index.ts';

const valid: readonly FilterPattern[] = [
  {},
  { source: ['acs.oss', null, true, 300], myextension: ['a'] },
  { type: [{ prefix: 'oss:', suffix: 'Object' }], data: { size: [{ numeric: ['>', 0, '<=', 5] }, { exists: false }] } },
  { subject: [{ 'anything-but': ['a', 5] }, { 'anything-but': { prefix: 'b' } }, { 'anything-but': 'c' }] },
  { data: { a: { b: { c: [{ contains: 'x' }] } }, ip: [{ cidr: '10.0.0.0/8' }] } },
];

const exceptNull = { 'anything-but': null };
const exceptMixed = { 'anything-but': ['a', true] };
const differs: Conditions[number] = { numeric: ['!=', 5] };
const oneAddress = { cidr: '10.0.0.1' };

/** `anything-but` excludes strings or numbers there, `numeric` has no `!=`, and a block has a mask. */
const NOT_OF_AWS: ReadonlySet<Conditions[number]> = new Set<Conditions[number]>([
  exceptNull,
  exceptMixed,
  differs,
  oneAddress,
]);

/** Every form of each operator; the type of this table requires all of them. */
const written: Readonly<Record<keyof OperatorCondition, readonly Conditions[number][]>> = {
  prefix: [{ prefix: 'acs.' }],
  suffix: [{ suffix: '.jpg' }],
  contains: [{ contains: 'x' }],
  'anything-but': [
    { 'anything-but': 'a' },
    { 'anything-but': 5 },
    exceptNull,
    exceptMixed,
    { 'anything-but': { prefix: 'a' } },
    { 'anything-but': { suffix: 'a' } },
  ],
  numeric: [{ numeric: ['=', 5] }, differs, { numeric: ['>', 0, '<=', 5] }, { numeric: ['>=', 1.5] }],
  cidr: [{ cidr: '10.0.0.0/8' }, oneAddress],
  exists: [{ exists: true }, { exists: false }],
};

const refused: readonly FilterPattern[] = [
  // @ts-expect-error: conditions stand in an array
  { source: 'acs.oss' },
  // @ts-expect-error: also those of an extension attribute
  { myextension: 'a' },
  // @ts-expect-error: an attribute has no members
  { source: { name: ['a'] } },
  // @ts-expect-error: a misspelt operator
  { source: [{ prefx: 'acs.' }] },
  // @ts-expect-error: below `data`
  { data: { name: [{ prefx: 'acs.' }] } },
  // @ts-expect-error: and inside an operator
  { source: [{ 'anything-but': { prefx: 'acs.' } }] },
  // @ts-expect-error: an operator that may not stand there
  { source: [{ 'anything-but': { cidr: '10.0.0.0/8' } }] },
  // @ts-expect-error: an operand of another type
  { source: [{ prefix: 5 }] },
  // @ts-expect-error: a comparison that does not exist
  { data: { n: [{ numeric: ['=>', 5] }] } },
  // @ts-expect-error: half a comparison
  { data: { n: [{ numeric: ['>', 5, '<'] }] } },
  // @ts-expect-error: an array is no condition
  { source: [['acs.oss']] },
  // @ts-expect-error: a condition without its array
  { data: { n: { exists: true } } },
];

describe('a FilterPattern', () => {
  it.each(valid.map((pattern) => [pattern]))('accepts the valid pattern %j', (pattern) => {
    expect(parsePattern(pattern).pattern).toBeDefined();
    expect(compilePattern(pattern).pattern.fields).toHaveLength(parsePattern(pattern).pattern?.fields.length ?? -1);
    expect(PatternSet.from([['a', pattern]]).size).toBe(1);
  });

  it.each(refused.map((pattern) => [pattern]))('refuses %j', (pattern) => {
    expect(parsePattern(pattern).pattern).toBeUndefined();
  });

  it.each(Object.entries(written))('accepts %s in all its forms, of each dialect that has it', (name, conditions) => {
    for (const condition of conditions) {
      const pattern: FilterPattern = { source: [condition], data: { a: { b: [condition, 'x'] } } };
      const accepting = dialects.filter((dialect) => parsePattern(pattern, { dialect }).pattern !== undefined);
      const related = name === 'contains' ? ['aliyun'] : ['aliyun', 'rocketmq'];
      const expected = name === 'contains' || NOT_OF_AWS.has(condition) ? related : [...related, 'aws'];
      expect([condition, accepting.map((dialect) => dialect.name)]).toEqual([condition, expected]);
    }
  });

  it('is the parameter of compilePattern and PatternSet, also for a pattern in a variable', () => {
    const conditions: Conditions = [{ prefix: 'acs.' }, 'x'];
    const pattern: FilterPattern = { source: conditions };
    expect(compilePattern(pattern).matches({ source: 'acs.oss' })).toBe(true);
  });

  it('has every operator of the table, and no other', () => {
    const all: Required<{ [Name in keyof OperatorCondition]: true }> = {
      prefix: true,
      suffix: true,
      contains: true,
      'anything-but': true,
      numeric: true,
      cidr: true,
      exists: true,
    };
    expect(Object.keys(all)).toEqual([...operators.keys()]);
    expect(operatorNames).toEqual(expect.arrayContaining(Object.keys(all)));
    expectTypeOf<Conditions[number]>().not.toBeAny();
  });

  it('is not required of objects of unknown origin', () => {
    const read: JsonObject = JSON.parse('{"source":["a"]}');
    expect(compilePattern(read).matches({ source: 'a' })).toBe(true);
  });
});
