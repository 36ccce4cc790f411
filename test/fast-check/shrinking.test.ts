import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyEvent, filterPattern, matchingEvent, nearMissEvent } from '../../src/fast-check/index.ts';
import { compilePattern, parsePattern } from '../../src/index.ts';

const pattern =
  '{"source":["acs.ecs",{"prefix":"acs."}],"data":{"a":{"b":[{"exists":false}]},"n":[300.0,{"numeric":[">",0,"<=",50]}],"ip":[{"cidr":"10.0.0.0/24"}]}}';
const matcher = compilePattern(pattern);

/** The simplest event, with the members that the property needs. */
const least = {
  specversion: '1.0',
  id: '1',
  source: 'acs.ecs',
  type: 'example',
  data: { a: {}, n: 1, ip: '10.0.0.0' },
};

// biome-ignore lint/suspicious/noExplicitAny: a property reads any member.
type Anything = any;

/** The smallest value for which a property fails, and all values that were tried. */
function shrunk(
  values: fc.Arbitrary<unknown>,
  property: (value: Anything) => boolean,
  seed: number,
): { found: unknown; tried: unknown[] } {
  const tried: unknown[] = [];
  const { counterexample } = fc.check(
    fc.property(values, (value) => {
      tried.push(value);
      return property(value);
    }),
    { seed, numRuns: 2000 },
  );
  return { found: counterexample?.[0], tried };
}

describe.each([1, 2, 3])('a failing property, with seed %i,', (seed) => {
  it.each<[string, (event: Anything) => boolean, unknown]>([
    ['is about nothing: the simplest event', () => false, least],
    [
      'is about a value: only that is larger',
      ({ source }) => source.length < 12 || Array.isArray(source),
      { ...least, source: expect.stringMatching(/^acs\..{8}$/) },
    ],
    [
      'is about a number: the smallest of its interval that fails',
      ({ data }) => !(data.n >= 3),
      { ...least, data: { ...least.data, n: expect.any(Number) } },
    ],
    [
      'is about arrays: one element',
      ({ data }) => !Array.isArray(data.n),
      { ...least, data: { ...least.data, n: [1] } },
    ],
    [
      'is about another attribute: that one',
      (event) => !('subject' in event),
      { ...least, subject: expect.any(String) },
    ],
    [
      'is about another member: that one',
      ({ data }) => Object.keys(data).length < 4,
      { ...least, data: { ...least.data, ...{} } },
    ],
  ])('%s', (_, property, expected) => {
    const { found, tried } = shrunk(matchingEvent(pattern), property, seed);
    expect(found).toBeDefined();
    if (String(property).includes('Object.keys')) expect(Object.keys((found as Anything).data)).toHaveLength(4);
    else expect(found).toEqual(expected);
    expect(tried.every((event) => matcher.matches(event as object))).toBe(true);
  });

  it('shrinks to the first id, for any smallest sample', () => {
    const values = matchingEvent('{"source":["acs.ecs"],"data":{"cores":[{"numeric":[">=",4]}]}}');
    const { found } = shrunk(values, ({ data }) => typeof data.cores === 'number', seed);
    expect(found).toEqual({ specversion: '1.0', id: '1', source: 'acs.ecs', type: 'example', data: { cores: [4] } });
  });

  it('shrinks texts to plain ones', () => {
    const { found, tried } = shrunk(matchingEvent(pattern, { as: 'text' }), (text) => !text.includes('300.0'), seed);
    expect(found).toBe(JSON.stringify({ ...least, data: { ...least.data, n: 0 } }).replace('"n":0', '"n":300.0'));
    expect(tried.every((event) => matcher.matchesJson(event as string))).toBe(true);
  });

  it('shrinks near misses to near misses', () => {
    const { found, tried } = shrunk(nearMissEvent(pattern), ({ data }) => 'ip' in data, seed);
    const { ip: _, ...data } = least.data;
    expect(found).toEqual({ ...least, data });
    for (const event of tried) {
      expect(matcher.explain(event as object).fields.filter(({ holds }) => !holds)).toHaveLength(1);
    }
  });

  it.each<[string, (pattern: Anything) => boolean, unknown]>([
    ['nothing', () => false, {}],
    ['numeric', (text) => !text.includes('"numeric"'), { numeric: ['=', 0] }],
    ['cidr', (text) => !text.includes('"cidr"'), { cidr: '10.0.0.1' }],
    [
      'anything-but',
      (text) => !text.includes('"anything-but"'),
      { 'anything-but': expect.toSatisfy((operand) => operand !== undefined) },
    ],
  ])('shrinks patterns with %s to one condition', (name, property, condition) => {
    const { found, tried } = shrunk(filterPattern(), (value) => property(JSON.stringify(value)), seed);
    const { pattern: parsed } = parsePattern(found as object as never);
    if (name === 'nothing') expect(found).toEqual(condition);
    else {
      expect(parsed?.fields).toHaveLength(1);
      expect(Object.values((found as Anything).data ?? (found as object)).flatMap(conditionsOf)).toEqual([condition]);
    }
    expect(tried.every((value) => parsePattern(value as never).pattern !== undefined)).toBe(true);
  });

  it('shrinks any event to an envelope', () => {
    expect(shrunk(anyEvent(), () => false, seed).found).toEqual({
      specversion: '1.0',
      id: '0',
      source: 'example',
      type: 'example',
    });
    const { source, ...others } = shrunk(anyEvent(), (event) => typeof event.source === 'string', seed)
      .found as Anything;
    expect(others).toEqual({ specversion: '1.0', id: '0', type: 'example' });
    expect(JSON.stringify(source).length).toBeLessThan(8);
  });
});

function conditionsOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : Object.values(value as object).flatMap(conditionsOf);
}
