import { describe, expect, test } from 'vitest';
import { compilePattern, type Matcher, PatternSet } from '../../src/index.ts';

/** mulberry32, so that a failure can be repeated. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

type Random = (below: number) => number;

/** Words over two letters, most of which are prefixes, suffixes or substrings of others. */
function word(random: Random, most: number): string {
  return Array.from({ length: 1 + random(most) }, () => 'ab'[random(2)]).join('');
}

function condition(random: Random, dialect: string): unknown {
  const kinds = [
    () => word(random, 4),
    () => random(12) - 4,
    () => [true, false, null][random(3)],
    () => ({ prefix: word(random, 3) }),
    () => ({ suffix: word(random, 3) }),
    () => ({ numeric: [['=', '!=', '<', '<=', '>', '>='][random(6)], random(12) - 4] }),
    () => ({ numeric: ['>=', random(8) - 4, '<', random(8)] }),
    () => ({ cidr: `10.0.0.${random(8)}/${28 + random(5)}` }),
    () => ({ exists: random(4) > 0 }),
    () => ({ 'anything-but': [word(random, 2), random(4)] }),
    () => ({ 'anything-but': { prefix: word(random, 1) } }),
    ...(dialect === 'aliyun'
      ? [() => ({ contains: word(random, 3) }), () => ({ prefix: 'a', suffix: word(random, 2) })]
      : []),
  ];
  return kinds[random(kinds.length)]?.();
}

function conditions(random: Random, dialect: string): unknown[] {
  return Array.from({ length: random(4) === 0 ? 2 : 1 }, () => condition(random, dialect));
}

function pattern(random: Random, dialect: string): string {
  const fields = ['s', 'n', 'd', 'e'].filter(() => random(2) === 0);
  return JSON.stringify({
    ...(random(5) === 0 ? {} : { source: ['shared'] }),
    ...(random(3) === 0 ? { type: [word(random, 2)] } : {}),
    ...(fields.length === 0
      ? {}
      : { data: Object.fromEntries(fields.map((name) => [name, conditions(random, dialect)])) }),
  });
}

function scalar(random: Random): unknown {
  return [
    () => word(random, 5),
    () => random(12) - 4,
    () => random(120) / 10 - 4,
    () => `10.0.0.${random(10)}`,
    () => null,
    () => true,
    () => '1',
  ][random(7)]?.();
}

function event(random: Random): string {
  const value = (): unknown =>
    [() => Array.from({ length: random(4) }, () => scalar(random)), () => ({ x: 1 }), () => [scalar(random), [1]]][
      random(3)
    ]?.();
  const data = Object.fromEntries(
    ['s', 'n', 'd', 'e'].filter(() => random(4) > 0).map((name) => [name, random(4) === 0 ? value() : scalar(random)]),
  );
  return JSON.stringify({
    source: random(6) === 0 ? 'other' : 'shared',
    type: word(random, 2),
    ...(random(12) === 0 ? {} : { data }),
  });
}

describe.each(['aliyun', 'rocketmq'] as const)('patterns with few distinct keys, in the dialect %s', (dialect) => {
  test.each([1, 2, 3, 4])('are found and deleted as by a loop over single matchers (seed %i)', (seed) => {
    const random = seeded(seed);
    const set = new PatternSet<number>({ dialect });
    const model = new Map<number, Matcher>();
    let matching = 0;
    const check = (): void => {
      for (let i = 0; i < 12; i++) {
        const text = event(random);
        const expected = [...model].filter(([, matcher]) => matcher.matchesJson(text)).map(([id]) => id);
        matching += expected.length;
        expect(set.matchesJson(text), text).toEqual(expected);
        expect(set.matches(JSON.parse(text)), text).toEqual(expected);
        expect(set.matchesJson(new TextEncoder().encode(text), { wellFormed: true }), text).toEqual(expected);
      }
    };
    let next = 0;
    for (let round = 0; round < 12; round++) {
      // Grows to hundreds of patterns, shrinks to none, and grows again.
      const growing = round % 6 < 4;
      for (let i = 0; i < 90; i++) {
        if (growing || model.size === 0) {
          const text = pattern(random, dialect);
          set.add(next, text);
          model.set(next, compilePattern(text, { dialect }));
          next++;
        }
        if (!growing || random(5) === 0) {
          const ids = [...model.keys()];
          for (const id of [ids[random(ids.length)], ids[random(ids.length)]] as number[]) {
            expect(set.delete(id)).toBe(model.delete(id));
          }
        }
      }
      check();
    }
    expect(matching).toBeGreaterThan(500);
    for (const id of model.keys()) set.delete(id);
    expect(set.matchesJson(event(random))).toEqual([]);
    expect(set.size).toBe(0);
  });
});

test('an id that is added again moves to the end', () => {
  const set = PatternSet.from([
    ['a', '{}'],
    ['b', '{}'],
    ['c', '{}'],
  ]);
  set.delete('a');
  set.add('a', '{}');
  expect(set.matches({})).toEqual(['b', 'c', 'a']);
  expect([...set.ids()]).toEqual(['b', 'c', 'a']);
});

test('the order is kept through thousands of additions and deletions', () => {
  const set = new PatternSet<number>();
  for (let i = 0; i < 4000; i++) set.add(i, '{"source":["x"]}');
  for (let i = 0; i < 4000; i++) if (i % 7 !== 0) set.delete(i);
  for (let i = 1; i < 200; i += 7) set.add(i, { source: ['x'] });
  expect(set.matches({ source: 'x' })).toEqual([...set.ids()]);
  expect(set.size).toBe(572 + 29);
});

test('explaining an unknown id throws an error that names it', () => {
  expect(() => new PatternSet().explain({}, 'nobody')).toThrow(
    new RangeError('there is no pattern `nobody` in the set'),
  );
});

test('an error of a bulk build names the pattern', () => {
  const patterns = [
    ['good', '{}'],
    ['bad', '{"source":"x"}'],
  ] as const;
  expect(() => PatternSet.from(patterns)).toThrow(
    /^the pattern `bad` is not valid: the value of `source` is an array of conditions/,
  );
});

describe('a set of patterns that is meant to exhaust it', () => {
  test('holds thousands of equal patterns', () => {
    const set = PatternSet.from(Array.from({ length: 20_000 }, (_, i) => [i, '{"source":["x"]}'] as const));
    expect(set.matches({ source: 'x' })).toHaveLength(20_000);
    for (let i = 0; i < 20_000; i++) if (i !== 77) set.delete(i);
    expect(set.matches({ source: 'x' })).toEqual([77]);
  });

  test('holds many patterns of three thousand shared fields', () => {
    const data = Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`f${i}`, ['x']]));
    const set = new PatternSet<number>();
    for (let i = 0; i < 34; i++) set.add(i, { data });
    const event = { data: Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`f${i}`, 'x'])) };
    expect(set.matches(event)).toHaveLength(34);
    for (let i = 0; i < 33; i++) set.delete(i);
    expect(set.matchesJson(JSON.stringify(event))).toEqual([33]);
  });
});
