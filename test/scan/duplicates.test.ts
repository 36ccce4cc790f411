import { describe, expect, test } from 'vitest';
import { compilePattern, EventSyntaxError, PatternSet } from '../../src/index.ts';

const encoder = new TextEncoder();

describe('of duplicate members the last one counts', () => {
  test.each([
    ['a scalar', '{"source":["b"]}', '{"source":"a","source":"b"}', true],
    ['a scalar that was right first', '{"source":["a"]}', '{"source":"a","source":"b"}', false],
    [
      'an object replaces all members of an earlier one',
      '{"data":{"a":["x"],"b":["y"]}}',
      '{"data":{"a":"x"},"data":{"b":"y"}}',
      false,
    ],
    ['an object that a scalar replaces', '{"data":{"a":["x"]}}', '{"data":{"a":"x"},"data":1}', false],
    [
      'a member that is missing in the last object',
      '{"data":{"a":[{"exists":false}],"b":["y"]}}',
      '{"data":{"a":"x"},"data":{"b":"y"}}',
      true,
    ],
    ['`data` that was there is there', '{"data":{"a":[{"exists":false}]}}', '{"data":{"a":1},"data":null}', true],
    ['a name that is written with an escape', '{"source":["b"]}', '{"source":"a","\\u0073ource":"b"}', true],
    ['three of a kind', '{"data":{"a":{"b":["x"]}}}', '{"data":{"a":{"b":"y"},"a":1,"a":{"b":"x"}}}', true],
    [
      'a member between',
      '{"data":{"a":{"b":["x"]}}}',
      '{"data":{"a":{"b":"x"}},"type":{},"data":{"c":1,"a":{}}}',
      false,
    ],
    [
      'a member that is missing in the last object of a last object',
      '{"data":{"a":{"b":[{"exists":false}],"c":["y"]}}}',
      '{"data":{"a":{"b":1}},"data":{"a":{"b":1},"a":{"c":"y"}}}',
      true,
    ],
    [
      'thousands, and the last is right',
      '{"data":{"a":["x"],"b":[{"exists":false}]}}',
      `{${'"data":{"a":1,"b":2},"data":1,'.repeat(2000)}"data":{"a":"x"}}`,
      true,
    ],
    ['deep below', '{"data":{"a":{"b":["x"]}}}', '{"data":{"a":{"b":"x","b":["y"]}}}', false],
  ])('%s', (_, pattern, event, verdict) => {
    expect(compilePattern(pattern).matches(JSON.parse(event))).toBe(verdict);
    for (const text of [event, encoder.encode(event)]) {
      expect(compilePattern(pattern).matchesJson(text)).toBe(verdict);
      expect(PatternSet.from([[1, pattern]]).matchesJson(text)).toEqual(verdict ? [1] : []);
    }
  });
});

describe('text that the caller declares well-formed', () => {
  test.each([
    ['is read up to a field that fails', '{"source":["a"],"type":["t"]}', '{"source":"b", and nonsense', false],
    ['is read up to the last field that holds', '{"source":["a"]}', '{"source":"a", and nonsense', true],
    ['is not read at all for a pattern without fields', '{}', 'nonsense', true],
  ])('%s', (_, pattern, event, verdict) => {
    expect(compilePattern(pattern).matchesJson(event, { wellFormed: true })).toBe(verdict);
    expect(() => compilePattern(pattern).matchesJson(event)).toThrow('not JSON');
  });

  test.each([
    ['an invalid escape in a value', '{"source":["a"]}', '{"source":"\\u00"}'],
    ['an invalid escape in a name', '{"source":["a"]}', '{"s\\x":1,"source":"b"}'],
    ['no object', '{"source":["a"]}', '[1]'],
    ['an end in the middle of a string', '{"source":["a"]}', '{"type":"\\'],
  ])('throws an EventSyntaxError where it turns out not to be: %s', (_, pattern, event) => {
    for (const text of [event, encoder.encode(event)]) {
      expect(() => compilePattern(pattern).matchesJson(text, { wellFormed: true })).toThrow(EventSyntaxError);
      expect(() => PatternSet.from([[1, pattern]]).matchesJson(text, { wellFormed: true })).toThrow(EventSyntaxError);
    }
  });
});
