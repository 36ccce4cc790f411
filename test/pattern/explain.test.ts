/** The reasons why a field holds or not. */
import { describe, expect, it } from 'vitest';
import {
  compilePattern,
  type DialectName,
  type EventPlace,
  type Explanation,
  type FieldExplanation,
  type Seen,
} from '../../src/index.ts';
import { readJson } from '../../src/json.ts';

function explain(pattern: string, event: string, dialect?: DialectName): FieldExplanation {
  const { fields } = compilePattern(pattern, { dialect }).explain(event);
  if (fields[0] === undefined) throw new Error('the pattern has no field');
  return fields[0];
}

describe('the explanation of a missing field', () => {
  it.each<[string, string, string, string]>([
    ['the last name', '{"data":{"state":["x"]}}', '{"data":{"other":1}}', '`/data` has no member `state`'],
    [
      'a name that differs by case',
      '{"data":{"state":["x"]}}',
      '{"data":{"State":1}}',
      '`/data` has no member `state`; it has `State`',
    ],
    [
      'a name that differs by a letter',
      '{"data":{"state":["x"]}}',
      '{"data":{"stat":1}}',
      '`/data` has no member `state`; it has `stat`',
    ],
    [
      'a name whose neighbours are swapped',
      '{"subject":["x"]}',
      '{"subjetc":1}',
      'the event has no member `subject`; it has `subjetc`',
    ],
    [
      'a name on the way',
      '{"data":{"a":{"b":["x"]}}}',
      '{"data":{"c":{"b":"x"}}}',
      '`/data` has no member `a`; `b` is at /data/c/b',
    ],
    ['an attribute', '{"source":["x"]}', '{}', 'the event has no member `source`'],
    [
      'because the path runs into null',
      '{"data":{"a":["x"]}}',
      '{"data":null}',
      '`/data` is `null` and has no member `a`',
    ],
    [
      'because the path runs into a number',
      '{"data":{"a":{"b":["x"]}}}',
      '{"data":{"a":5}}',
      '`/data/a` is a number and has no member `b`',
    ],
    [
      'because the path runs into an array',
      '{"data":{"a":{"b":["x"]}}}',
      '{"data":{"a":[{"b":"x"}]}}',
      '`/data/a` is an array and has no member `b`; `b` is at /data/a/0/b, inside an array, and no path leads into one',
    ],
    [
      'because the path runs into a text',
      '{"data":{"a":["x"]}}',
      '{"data":"text"}',
      '`/data` is a string and has no member `a`',
    ],
    [
      'because the path runs into a text that only looks like JSON',
      '{"data":{"a":["x"]}}',
      '{"data":"{a"}',
      '`/data` is a string and has no member `a`',
    ],
    [
      'because JSON stands in a string',
      '{"data":{"a":["x"]}}',
      '{"data":" {\\"a\\":\\"x\\"}"}',
      '`/data` is a string that holds JSON, and strings are not read as JSON; `a` is at /a in it',
    ],
    [
      'because JSON stands in a string further down',
      '{"data":{"body":{"a":["x"]}}}',
      '{"data":{"body":"[1]"}}',
      '`/data/body` is a string that holds JSON, and strings are not read as JSON',
    ],
    [
      'because there is no data at all',
      '{"data":{"a":[{"exists":false}]}}',
      '{}',
      'the event has no `data`, so no field below it holds, not even `exists: false`',
    ],
  ])('gives the cause or the nearest name: %s', (_, pattern, event, reason) => {
    const field = explain(pattern, event);
    expect(field).toMatchObject({ holds: false, seen: { kind: 'missing' }, reason });
    // There is no value on which a condition could be tried.
    for (const condition of field.conditions) {
      expect(Object.keys(condition)).toEqual(['text', 'pointer', 'range', 'holds', 'holdsFor']);
      expect(condition.holdsFor).toEqual([]);
    }
  });

  it('has the pointer where the path ended, as data', () => {
    expect(explain('{"data":{"a/b":{"staet":["x"]}}}', '{"data":{"a/b":{"state":1}}}').seen).toEqual({
      kind: 'missing',
      pointer: '/data/a~1b',
      range: { start: 15, end: 26 },
      endsAt: '/data/a~1b',
      found: 'an object',
      next: 'staet',
      suggestion: 'state',
    });
    expect(explain('{"data":{"a":["x"]}}', '{}').seen).toMatchObject({ noData: true });
    expect(explain('{"data":{"a":["x"]}}', '{"data":"{}"}').seen).toMatchObject({ holdsJson: true });
    expect(explain('{"source":["x"]}', '{"sauce":"x","other":1}').seen).toMatchObject({ suggestion: 'sauce' });
    expect(explain('{"source":["x"]}', '{"salsa":"x"}').seen).not.toHaveProperty('suggestion');
  });

  it('holds for `exists: false`', () => {
    expect(explain('{"data":{"a":["x",{"exists":false}]}}', '{"data":{}}')).toMatchObject({
      holds: true,
      conditions: [
        { text: '"x"', holds: false },
        { text: '{"exists":false}', holds: true },
      ],
    });
  });

  it('follows the path as the dialect reads it', () => {
    expect(explain('{"data":{"a.b":["x"]}}', '{"data":{"a":{}}}', 'rocketmq')).toMatchObject({
      pointer: '/data/a.b',
      path: ['data', 'a', 'b'],
      reason: '`/data/a` has no member `b`',
    });
  });
});

describe('the explanation of a value for which no condition can hold', () => {
  it.each([
    ['an object', '{"b":1}', { kind: 'object' }, 'is an object, and no condition can hold for it'],
    ['an empty array', '[]', { kind: 'empty-array' }, 'is an empty array, and no condition can hold for it'],
    [
      'an array with an object',
      '["x",{}]',
      { kind: 'array-with-objects' },
      'is an array that has an object or an array in it, and no condition can hold for it',
    ],
    [
      'an array with an array',
      '["x",[]]',
      { kind: 'array-with-objects' },
      'is an array that has an object or an array in it, and no condition can hold for it',
    ],
  ])('names %s', (_, value, seen, reason) => {
    for (const conditions of ['"x"', '{"exists":true}', '{"exists":false}', '{"anything-but":"y"}']) {
      expect(explain(`{"data":{"a":[${conditions}]}}`, `{"data":{"a":${value}}}`)).toMatchObject({
        holds: false,
        seen,
        reason,
      });
    }
  });
});

describe('the explanation of a condition that does not hold', () => {
  it.each<[string, string, string]>([
    ['"a"', '"b"', '"b" is not "a"'],
    ['"5"', '5', '5 is a number, and "5" is a string'],
    ['5', '"5"', '"5" is a string, and 5 is a number'],
    ['true', '"true"', '"true" is a string, and true is a literal'],
    ['"true"', 'true', 'true is `true`, and "true" is a string'],
    ['null', '"null"', '"null" is not null'],
    ['"null"', 'null', 'null is not "null"'],
    ['300.0', '300', '300 is not the same text as 300.0: a plain number is compared by its text'],
    ['{"prefix":"a"}', '"b"', '"b" does not start with "a"'],
    ['{"suffix":"a"}', '"b"', '"b" does not end with "a"'],
    ['{"contains":"a"}', '"b"', '"b" does not contain "a"'],
    ['{"prefix":"5"}', '5', '5 is a number, and the condition needs a string'],
    ['{"numeric":[">",0]}', '"5"', '"5" is a string, and the condition needs a number'],
    ['{"numeric":[">",0]}', 'null', 'null is `null`, and the condition needs a number'],
    ['{"numeric":[">",0,"<=",5]}', '6', '6 is not <= 5'],
    ['{"numeric":[">",0,"<=",5]}', '0', '0 is not > 0'],
    ['{"anything-but":"a"}', '"a"', '"a" is one of the excluded values'],
    ['{"anything-but":["a","b"]}', '"b"', '"b" is one of the excluded values'],
    ['{"anything-but":{"prefix":"a"}}', '"ab"', '"ab" is excluded: prefix "a" holds'],
    ['{"cidr":"10.0.0.0/24"}', '"10.0.1.0"', '"10.0.1.0" is outside 10.0.0.0 to 10.0.0.255'],
    ['{"cidr":"10.0.0.0/24"}', '"host"', '"host" is not an IPv4 address'],
    ['{"cidr":"10.0.0.0/24"}', '5', '5 is a number, and the condition needs a string'],
    ['{"exists":false}', '"a"', '"a" is present, and the condition requires the field to be missing'],
    ['{"prefix":"a","suffix":"b"}', '"ac"', '"ac" does not end with "b"'],
    ['{"prefix":"a","suffix":"b"}', '"cb"', '"cb" does not start with "a"'],
  ])('%s for %s', (condition, value, reason) => {
    expect(explain(`{"data":{"a":[${condition}]}}`, `{"data":{"a":${value}}}`)).toMatchObject({
      pointer: '/data/a',
      path: ['data', 'a'],
      holds: false,
      seen: { kind: 'value', value },
      reason,
      conditions: [{ text: condition, holds: false, reason }],
    });
  });

  it.each<[string, string, string, string]>([
    [
      'a block without any address inside',
      '{"cidr":"10.0.0.0/31"}',
      '"10.0.0.0"',
      '"10.0.0.0" is outside: this engine counts no address of the block as inside',
    ],
    [
      'a block without its ends',
      '{"cidr":"10.0.0.0/24"}',
      '"10.0.0.0"',
      '"10.0.0.0" is outside 10.0.0.1 to 10.0.0.254: the first and the last address of a block count as outside here',
    ],
    [
      'a number that is re-typed',
      '1.10',
      '1.10',
      '1.10 is compared as 1.1, and 1.1 is not the same text as 1.10: a plain number is compared by its text',
    ],
  ])('under rocketmq names %s', (_, condition, value, reason) => {
    expect(explain(`{"data":{"a":[${condition}]}}`, `{"data":{"a":${value}}}`, 'rocketmq')).toMatchObject({
      holds: false,
      reason,
    });
  });

  it('has the text to which a number is re-typed', () => {
    const { seen, conditions } = explain('{"data":{"a":[1.1]}}', '{"data":{"a":1.10}}', 'rocketmq');
    expect(seen).toMatchObject({ kind: 'value', value: '1.10', comparedAs: '1.1' });
    expect(conditions).toMatchObject([{ text: '1.1', holds: true, value: '1.10' }]);
  });

  it('has a reason for each of the first three elements of an array, and counts the others', () => {
    const field = explain('{"data":{"a":[{"prefix":"x"}]}}', '{"data":{"a":["a",5,null,"b","c"]}}');
    expect(field.seen).toMatchObject({ kind: 'array', values: ['"a"', '5', 'null', '"b"', '"c"'] });
    expect(field.reason).toBe(
      '"a" does not start with "x"; 5 is a number, and the condition needs a string; null is `null`, and the condition needs a string; and 2 more',
    );
  });

  it('is replaced by a count when several conditions fail', () => {
    expect(explain('{"data":{"a":["x","y"]}}', '{"data":{"a":"z"}}').reason).toBe(
      'none of the 2 conditions holds for "z"',
    );
    expect(explain('{"data":{"a":["x","y"]}}', '{"data":{"a":["z","w"]}}').reason).toBe(
      'none of the 2 conditions holds for any of the 2 elements',
    );
  });

  it('shortens a long value', () => {
    const long = 'z'.repeat(10_000);
    const field = explain('{"data":{"a":["x"]}}', `{"data":{"a":"${long}"}}`);
    expect(field.reason?.length).toBeLessThan(100);
    expect(field.seen).toMatchObject({ kind: 'value', value: `"${long}"` });
  });
});

describe('the explanation of a condition that holds', () => {
  it('names the value for which it holds', () => {
    expect(explain('{"data":{"a":["x",{"prefix":"y"}]}}', '{"data":{"a":["z","yes"]}}')).toMatchObject({
      pointer: '/data/a',
      path: ['data', 'a'],
      holds: true,
      seen: { kind: 'array', values: ['"z"', '"yes"'] },
      conditions: [
        { text: '"x"', holds: false, reason: '"z" is not "x"; "yes" is not "x"' },
        { text: '{"prefix":"y"}', holds: true, value: '"yes"' },
      ],
    });
  });
});

it('an explanation has every field in the order of the pattern, and one verdict for all', () => {
  const matcher = compilePattern('{"source":["a"],"data":{"b":["x"],"a":[1]},"type":["t"]}');
  const explanation = matcher.explain('{"type":"t","data":{"a":1,"b":"y"},"source":"a"}');
  expect(explanation).toMatchObject({ matches: false, dialect: 'aliyun' });
  expect(explanation.fields.map(({ pointer, holds }) => [pointer, holds])).toEqual([
    ['/source', true],
    ['/data/b', false],
    ['/data/a', true],
    ['/type', true],
  ]);
  expect(compilePattern('{}').explain('{"a":1}')).toEqual({ matches: true, dialect: 'aliyun', fields: [] });
});

it('an object, its text, its bytes and its node have equal explanations, and ranges where there is a text', () => {
  const event = { source: 'b', data: { n: 1.5, list: [1, 'x', null, true] } };
  const matcher = compilePattern('{"source":["a"],"data":{"n":[{"numeric":[">",2]}],"list":["x"],"none":["y"]}}');
  const text = JSON.stringify(event);
  const { node } = readJson(text);
  if (node?.kind !== 'object') throw new Error('it is an object');
  const explained = matcher.explain(text);
  expect(matcher.explainNode(node)).toEqual(explained);
  expect(matcher.explain(event)).toEqual(withoutEventRanges(explained));
  expect(matcher.explain(new TextEncoder().encode(text))).toEqual(matcher.explain(event));
  // No state of one event is left for the next.
  expect(matcher.explain(text)).toEqual(explained);
});

function withoutEventRanges(explanation: Explanation): Explanation {
  const without = <T extends EventPlace>({ range: _, ...rest }: T): Omit<T, 'range'> => rest;
  return {
    ...explanation,
    fields: explanation.fields.map((field) => ({
      ...field,
      seen: without(field.seen) as Seen,
      conditions: field.conditions.map(({ failsFor, ...condition }) => ({
        ...condition,
        holdsFor: condition.holdsFor.map(without),
        ...(failsFor === undefined ? {} : { failsFor: failsFor.map(without) }),
      })),
    })),
  };
}
