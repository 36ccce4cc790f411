import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterPattern, matchingEvent, nearMissEvent } from '../../src/fast-check/index.ts';
import {
  aliyun,
  compilePattern,
  type DialectName,
  EventSyntaxError,
  type Matcher,
  nearMisses,
  neverMatches,
  PatternError,
  PatternSet,
  parsePattern,
} from '../../src/index.ts';
import { referenceMatches } from '../support/reference.ts';
import { runs } from '../support/runs.ts';
import { awkward } from './patterns-to-try.ts';

/** A pattern alone, and in a set. Made once for all events of the pattern. */
function compiled(pattern: string, dialect: DialectName): { matcher: Matcher; set: PatternSet<string> } {
  if (last?.pattern !== pattern || last.dialect !== dialect) {
    const set = PatternSet.from([['p', pattern]], { dialect });
    last = { pattern, dialect, matcher: compilePattern(pattern, { dialect }), set };
  }
  return last;
}
let last: { pattern: string; dialect: DialectName; matcher: Matcher; set: PatternSet<string> } | undefined;

/** The verdicts of the matchers and the reference interpreter for an event as text. */
function verdictsOfText(pattern: string, event: string, dialect: DialectName): boolean[] {
  const { matcher, set } = compiled(pattern, dialect);
  return [matcher.matchesJson(event), set.matchesJson(event).length > 0, referenceMatches(pattern, event, dialect)];
}

function verdictsOfObject(pattern: string, event: object, dialect: DialectName): boolean[] {
  const { matcher, set } = compiled(pattern, dialect);
  const asObject = [matcher.matches(event), set.matches(event).length > 0];
  return [...asObject, ...verdictsOfText(pattern, JSON.stringify(event), dialect)];
}

function fieldsThatFail(pattern: string, event: object | string, dialect: DialectName): string[] {
  const { fields } = compiled(pattern, dialect).matcher.explain(event);
  return fields.filter(({ holds }) => !holds).map(({ pointer }) => pointer);
}

describe.each(awkward)('events of a pattern with %s (%s)', (_, dialect, pattern) => {
  it('match, as an object and as text', () => {
    fc.assert(
      fc.property(
        matchingEvent(pattern, { dialect }),
        matchingEvent(pattern, { dialect, as: 'text' }),
        (object, text) => {
          expect(verdictsOfObject(pattern, object, dialect)).not.toContain(false);
          expect(verdictsOfText(pattern, text, dialect)).not.toContain(false);
        },
      ),
      { numRuns: runs(40) },
    );
  });

  it.skipIf(pattern === '{}')('fail one field as near misses, as an object and as text', () => {
    const failed = new Set<string>();
    fc.assert(
      fc.property(
        nearMissEvent(pattern, { dialect }),
        nearMissEvent(pattern, { dialect, as: 'text' }),
        (object, text) => {
          expect(verdictsOfObject(pattern, object, dialect)).not.toContain(true);
          expect(verdictsOfText(pattern, text, dialect)).not.toContain(true);
          for (const event of [object, text]) {
            const fields = fieldsThatFail(pattern, event, dialect);
            expect(fields).toHaveLength(1);
            failed.add(fields.join());
          }
        },
      ),
      { numRuns: runs(40) },
    );
    // A field that shares its path with another one may never fail alone.
    const able = new Set(nearMisses(pattern, 200, { dialect }).map(({ pointer }) => pointer));
    expect(able.size).toBeGreaterThan(0);
    expect(failed.size).toBeGreaterThanOrEqual(Math.min(able.size, 15));
  });
});

describe.each(['aliyun', 'rocketmq'] as const)('events of generated patterns of %s', (dialect) => {
  it.each(['object', 'text'] as const)('have the wanted verdict as %s', (as) => {
    const counts = { matching: 0, never: 0, objectsNever: 0 };
    fc.assert(
      fc.property(filterPattern(dialect, { as: 'text' }), fc.nat(), (pattern, seed) => {
        const draw = { seed, numRuns: 4 };
        let events: readonly (string | object)[];
        try {
          events = fc.sample(matchingEvent(pattern, { dialect, as }), draw);
        } catch (error) {
          expect(error).toBeInstanceOf(TypeError);
          if (neverMatches(pattern, { dialect }).answer === 'yes') counts.never++;
          else {
            expect((error as Error).message).toContain('parsed object');
            counts.objectsNever++;
          }
          return;
        }
        const verdicts = (event: string | object): boolean[] =>
          typeof event === 'string'
            ? verdictsOfText(pattern, event, dialect)
            : verdictsOfObject(pattern, event, dialect);
        for (const event of events) expect(verdicts(event)).not.toContain(false);
        counts.matching++;
        if (compiled(pattern, dialect).matcher.pattern.fields.length === 0) return;
        for (const event of fc.sample(nearMissEvent(pattern, { dialect, as }), draw)) {
          expect(verdicts(event)).not.toContain(true);
          expect(fieldsThatFail(pattern, event, dialect)).toHaveLength(1);
        }
      }),
      { numRuns: runs(120) },
    );
    expect(counts.matching).toBeGreaterThan(runs(120) * 0.6);
    if (as === 'text') expect(counts.objectsNever).toBe(0);
  });
});

describe('matching events', () => {
  const pattern =
    '{"source":["acs.oss",{"prefix":"acs."}],"data":{"n":[7,{"numeric":[">",100]}],"ip":[{"cidr":"10.0.0.0/8"}],"gone":[{"exists":false},"here"]}}';
  const events = fc.sample(matchingEvent(pattern), { seed: 1, numRuns: 500 }) as unknown as Event[];
  interface Event {
    readonly source: unknown;
    readonly data: Readonly<Record<string, unknown>>;
    readonly [name: string]: unknown;
  }

  it.each<[string, (event: Event) => boolean]>([
    ['the first condition', ({ source }) => source === 'acs.oss'],
    ['another condition', ({ source }) => typeof source === 'string' && source !== 'acs.oss'],
    ['a number far inside of an interval', ({ data }) => typeof data.n === 'number' && data.n > 1000],
    ['the value alone in an array', ({ source }) => Array.isArray(source) && source.length === 1],
    ['the value among others', ({ data }) => Array.isArray(data.n) && data.n.length > 1],
    ['nothing', ({ data }) => !('gone' in data)],
    ['something that may be missing', ({ data }) => 'gone' in data],
    ['other attributes', (event) => 'subject' in event],
    ['other members of the data', ({ data }) => Object.keys(data).some((name) => !['n', 'ip', 'gone'].includes(name))],
    ['other members beside the data', (event) => Object.keys(event).some((name) => !aliyun.keys.includes(name))],
  ])('sometimes have %s', (_, holds) => {
    expect(events.filter(holds).length).toBeGreaterThan(5);
  });

  it('have many different texts', () => {
    expect(new Set(events.map((event) => JSON.stringify(event))).size).toBeGreaterThan(450);
    expect(new Set(events.map(({ data }) => data.ip).filter((ip) => typeof ip === 'string')).size).toBeGreaterThan(30);
  });

  it('are the same for the same seed', () => {
    expect(fc.sample(matchingEvent(pattern), { seed: 1, numRuns: 500 })).toEqual(events);
  });

  it('are made for a pattern as text, as an object and as parsed, in its own dialect', () => {
    const { pattern: parsed } = parsePattern('{"data":{"a.b":["x"]}}', { dialect: 'rocketmq' });
    for (const event of fc.sample(matchingEvent(parsed!), 20)) expect(event).toMatchObject({ data: { a: {} } });
    for (const event of fc.sample(matchingEvent({ source: ['x'] }), 20)) expect(String(event.source)).toContain('x');
  });

  it('keep the texts of numbers when they are texts', () => {
    const texts = fc.sample(matchingEvent('{"data":{"n":[300.0]}}', { as: 'text' }), 50);
    expect(texts.every((text) => text.includes('300.0'))).toBe(true);
    expect(texts.some((text) => /\s/.test(text))).toBe(true);
  });
});

describe('events with a base', () => {
  const base = {
    id: '7',
    source: 'acs.oss',
    type: 'oss:ObjectCreated:PutObject',
    data: { region: 'cn-hangzhou', size: 5, tags: ['a'], object: { key: 'a.txt', eTag: 'x' } },
  };
  const pattern = {
    source: ['acs.oss'],
    data: {
      size: [{ numeric: ['>', 100] }],
      tags: ['b', { prefix: 'c' }],
      object: { key: [{ suffix: '.jpg' }], gone: [{ exists: false }] },
    },
  };

  it.each([
    ['an object', base],
    ['a text', JSON.stringify(base)],
  ])('given as %s keep all that the pattern does not read, and what already holds', (_, given) => {
    const events = fc.sample(matchingEvent(pattern, { base: given }), { seed: 1, numRuns: 200 }) as unknown[];
    for (const event of events) {
      expect(compilePattern(pattern).matches(event as object)).toBe(true);
      expect(event).toEqual({
        ...base,
        specversion: '1.0',
        data: {
          region: 'cn-hangzhou',
          size: expect.anything(),
          tags: expect.anything(),
          object: { key: expect.anything(), eTag: 'x' },
        },
      });
    }
    expect(new Set(events.map((event) => JSON.stringify(event))).size).toBeGreaterThan(150);
  });

  it('as near misses keep the same', () => {
    const failed = new Set<string>();
    for (const event of fc.sample(nearMissEvent(pattern, { base }), { seed: 1, numRuns: 200 })) {
      const fields = fieldsThatFail(JSON.stringify(pattern), event, 'aliyun');
      expect(fields).toHaveLength(1);
      failed.add(fields.join());
      expect(event).toMatchObject({ id: '7', type: base.type, data: { region: 'cn-hangzhou', object: { eTag: 'x' } } });
      // A field that fails in the base keeps its value.
      if (fields[0] === '/data/size') expect(event).toMatchObject({ data: { size: 5 } });
    }
    expect(failed.size).toBe(5);
  });

  it('are refused for a base that is no event', () => {
    expect(() => matchingEvent(pattern, { base: '[]' })).toThrow(EventSyntaxError);
    expect(() => matchingEvent(pattern, { base: [] })).toThrow(TypeError);
  });
});

describe('events without arrays', () => {
  const pattern = '{"source":["acs.oss"],"data":{"n":[7,{"numeric":[">",100]}],"tag":[{"prefix":"a"},null]}}';

  function arraysOf(make: typeof matchingEvent, arrays: boolean | undefined, base?: object): number {
    const events = fc.sample(make(pattern, { arrays, base }), { seed: 1, numRuns: 300 });
    const values = (event: object) => [(event as { source: unknown }).source, ...dataOf(event)];
    return events.filter((event) => values(event).some(Array.isArray)).length;
  }
  const dataOf = ({ data }: { data?: unknown }) => [
    (data as { n: unknown } | undefined)?.n,
    (data as { tag: unknown } | undefined)?.tag,
  ];

  it.each([
    ['match', matchingEvent],
    ['nearly match', nearMissEvent],
  ])('%s', (_, make) => {
    expect(arraysOf(make, undefined)).toBeGreaterThan(30);
    expect(arraysOf(make, true)).toBeGreaterThan(30);
    expect(arraysOf(make, false)).toBe(0);
  });

  it('have a plain value where a base has an array that does not match', () => {
    expect(arraysOf(matchingEvent, false, { source: ['x'], data: { n: [1], tag: [] } })).toBe(0);
  });

  it('have an array where nothing else matches', () => {
    const both = '{"data":{"a.b":["x"],"a":{"b":["y"]}}}';
    const [event] = fc.sample(matchingEvent(both, { dialect: 'rocketmq', arrays: false }), { seed: 1, numRuns: 1 });
    expect(event).toMatchObject({ data: { a: { b: expect.arrayContaining(['x', 'y']) } } });
  });
});

describe('an impossible request is refused when the arbitrary is made', () => {
  it.each([
    [
      '{"source":[{"numeric":[">",5,"<",1]}]}',
      /^the pattern never matches, so there is no event to generate: `\{"source"/,
    ],
    ['{"data":{"ip":[{"cidr":"10.0.0.0/8","contains":"999"}]}}', /never matches/],
    ['{"data":{"n":[300.0]}}', /^no parsed object was found that the pattern matches.*`\{ as: 'text' \}`/],
  ])('for %s', (pattern, message) => {
    expect(() => matchingEvent(pattern)).toThrow(message);
    expect(() => matchingEvent(pattern)).toThrow(TypeError);
    expect(() => nearMissEvent(pattern)).toThrow(message);
  });

  it('for a near miss of a pattern that matches every event', () => {
    expect(() => nearMissEvent('{}')).toThrow(/matches every event/);
  });

  it('for a pattern with errors, an unknown dialect or an unknown form', () => {
    expect(() => matchingEvent('{"source":"x"}')).toThrow(PatternError);
    expect(() => matchingEvent('{}', { dialect: 'azure' as never })).toThrow(/no dialect `azure`/);
    expect(() => matchingEvent('{}', { as: 'json' as never })).toThrow(/no form `json`; the forms are object, text/);
  });
});
