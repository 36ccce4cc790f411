import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyEvent, filterPattern, matchingEvent, nearMissEvent } from '../../src/fast-check/index.ts';
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

/** The fields that fail alone: of the pattern, or of a combination of branches. */
function missed(pattern: string, event: object | string, dialect: DialectName): string[] {
  const { fields, alternatives } = compiled(pattern, dialect).matcher.explain(event);
  const failing = [...fields.keys()].filter((i) => fields[i]?.holds === false);
  const together = alternatives === undefined ? [failing] : alternatives.map(({ fails }) => fails);
  return together.flatMap(([i, ...others]) =>
    i === undefined || others.length > 0 ? [] : [fields[i]?.pointer as string],
  );
}

/** Each run tries two events of a pattern that is long to judge. */
const RUNS = runs(80) / 2;

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
      { numRuns: RUNS },
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
            const fields = missed(pattern, event, dialect);
            expect(fields).not.toEqual([]);
            for (const field of fields) failed.add(field);
          }
        },
      ),
      { numRuns: RUNS },
    );
    // A field that shares its path with another one may never fail alone.
    const able = new Set(nearMisses(pattern, 50, { dialect }).map(({ pointer }) => pointer));
    expect(able.size).toBeGreaterThan(0);
    expect(failed.size).toBeGreaterThanOrEqual(Math.min(able.size, RUNS / 2));
  });
});

describe.each(['aliyun', 'rocketmq', 'aws'] as const)('events of generated patterns of %s', (dialect) => {
  it.each(['object', 'text'] as const)('have the wanted verdict as %s', (as) => {
    const counts = { matching: 0, never: 0, objectsNever: 0 };
    const numRuns = runs(dialect === 'aws' ? 60 : 120);
    fc.assert(
      fc.property(filterPattern(dialect, { as: 'text' }), fc.nat(), (pattern, seed) => {
        const draw = { seed, numRuns: 2 };
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
          expect(missed(pattern, event, dialect)).not.toEqual([]);
        }
      }),
      { numRuns },
    );
    expect(counts.matching).toBeGreaterThan(numRuns * 0.6);
    if (as === 'text') expect(counts.objectsNever).toBe(0);
  });
});

describe('events of Amazon', () => {
  const pattern = JSON.stringify({
    source: ['aws.s3'],
    detail: {
      object: { key: [{ wildcard: 'in/*.png' }] },
      items: { sku: [{ prefix: { 'equals-ignore-case': 'ab-' } }], qty: [{ numeric: ['>', 1] }] },
      $or: [{ reason: ['PutObject'] }, { size: [{ numeric: ['>', 1000] }] }],
    },
  });
  const draw = { seed: 1, numRuns: 300 };
  const events = fc.sample(matchingEvent(pattern, { dialect: 'aws' }), draw);
  const misses = fc.sample(nearMissEvent(pattern, { dialect: 'aws' }), draw);
  const names = ['version', 'id', 'detail-type', 'source', 'account', 'time', 'region', 'resources', 'detail'];

  it('have the members of its events, and none of CloudEvents', () => {
    const any = fc.sample(anyEvent({ dialect: 'aws' }), draw);
    for (const event of [...events, ...any]) expect(Object.keys(event)).toEqual(expect.arrayContaining(names));
    const made = [...events, ...misses].filter((event) =>
      ['specversion', 'type', 'data'].some((name) => name in event),
    );
    expect(made).toEqual([]);
    for (const event of misses) {
      const missing = names.filter((name) => !(name in event));
      expect(missing.filter((name) => name !== 'source' && name !== 'detail')).toEqual([]);
    }
  });

  it.each<[string, (text: string, event: Readonly<Record<string, unknown>>) => boolean]>([
    ['one branch of `$or`', (text) => text.includes('"reason"') && !text.includes('"size"')],
    ['the other branch', (text) => text.includes('"size"') && !text.includes('"reason"')],
    ['an array of several objects', (text) => /"items":\[\{.*\},\{/.test(text)],
    ['the object in an array of one', (text) => /"items":\[\{[^{}]*\}\]/.test(text)],
    ['a text of another case', (text) => /"sku":"(?!AB-|ab-)[Aa][Bb]-/.test(text)],
    ['a region of its own', (_, { region }) => region !== 'us-east-1'],
    ['an account of its own', (_, { account }) => account !== '123456789012'],
  ])('sometimes have %s', (_, holds) => {
    expect(events.filter((event) => holds(JSON.stringify(event), event)).length).toBeGreaterThan(3);
  });

  it('miss each field of each branch', () => {
    const fields = misses.flatMap((event) => missed(pattern, event, 'aws'));
    expect([...new Set(fields)].sort()).toEqual([
      '/detail/$or/0/reason',
      '/detail/$or/1/size',
      '/detail/items/qty',
      '/detail/items/sku',
      '/detail/object/key',
      '/source',
    ]);
    expect(misses.some((event) => /"items":\[\{/.test(JSON.stringify(event)))).toBe(true);
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
      const fields = missed(JSON.stringify(pattern), event, 'aliyun');
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
