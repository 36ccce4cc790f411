/** Answers about patterns of `aws`: alternatives, and what objects in arrays can change. Small worlds judge the proofs. */
import { describe, expect, it } from 'vitest';
import {
  compilePattern,
  diff,
  disjoint,
  equivalent,
  implies,
  nearestMatch,
  nearMisses,
  neverMatches,
  overlaps,
  redundant,
  sample,
} from '../../src/index.ts';

const options = { dialect: 'aws', budget: 3000 } as const;
const or = (...branches: object[]): object => ({ $or: branches });

describe('the questions', () => {
  it.each<[object, object, 'yes' | 'no' | 'unknown']>([
    [{ a: ['x'] }, or({ a: ['x'] }, { b: ['y'] }), 'yes'],
    [or({ a: ['x'] }, { b: ['y'] }), { a: ['x'] }, 'no'],
    [or({ a: ['x'] }, { b: ['y'] }), or({ b: ['y'] }, { a: ['x', 'z'] }), 'yes'],
    [{ a: [{ exists: true }] }, or({ a: [{ prefix: 'x' }] }, { a: [{ 'anything-but': { prefix: 'x' } }] }), 'yes'],
    [{ a: [{ wildcard: 'ab*c*d' }] }, { a: [{ wildcard: 'a*d' }] }, 'yes'],
    [{ a: [{ wildcard: 'a*d' }] }, { a: [{ wildcard: 'ab*d' }] }, 'no'],
    [{ a: [{ 'equals-ignore-case': 'straße' }] }, { a: [{ prefix: { 'equals-ignore-case': 'STR' } }] }, 'yes'],
    [{ a: [{ 'equals-ignore-case': 'ab' }] }, { a: ['ab', 'AB', 'aB'] }, 'no'],
    [{ a: [300] }, { a: [{ numeric: ['>=', 300, '<', 301] }] }, 'yes'],
    [{ a: [{ numeric: ['=', 300] }] }, { a: [300] }, 'yes'],
    [{ a: ['10.0.0.1'] }, { a: [{ cidr: '10.0.0.0/8' }] }, 'yes'],
    // Only objects in arrays can tell these apart.
    [{ e: { f: ['A'], l: [{ exists: false }] } }, { e: { l: [{ exists: false }] } }, 'unknown'],
  ])('%j implies %j: %s', (a, b, answer) => {
    const pair = [JSON.stringify(a), JSON.stringify(b)] as const;
    expect(implies(...pair, options).answer).toBe(answer);
  });

  it('finds what never matches, and what overlaps', () => {
    expect(neverMatches(JSON.stringify(or({ a: ['x'] }, { b: ['y'] })), options).answer).toBe('no');
    const [x, y] = ['{"a":["x"]}', '{"a":["y"]}'];
    expect(disjoint(x, y, options)).toMatchObject({ scalars: { answer: 'yes' }, arrays: { answer: 'no' } });
    // A path that is a field and leads on needs an object beside a value.
    expect(neverMatches('{"a":["x"],"a.b":["y"]}', options).answer).toBe('unknown');
    const set = [
      [1, x],
      [2, y],
      [3, JSON.stringify(or({ a: ['x'] }, { b: ['y'] }))],
    ] as const;
    expect([...overlaps(set, options)].map(({ ids }) => ids)).toEqual([
      [1, 3],
      [2, 3],
    ]);
  });

  it('compares versions', () => {
    const [a, b] = [or({ a: ['x'] }, { b: ['y'] }), or({ a: ['x'] }, { b: ['y'] }, { c: ['z'] })].map((one) =>
      JSON.stringify(one),
    );
    expect(diff(a as string, b as string, options).relation).toBe('wider');
    expect(equivalent('{"a":{"b":["x"]}}', '{"a.b":["x"]}', options).answer).toBe('yes');
  });

  it('makes events of each alternative, and events that miss', () => {
    const text = JSON.stringify(or({ a: [{ wildcard: '*x*y' }] }, { b: [{ 'equals-ignore-case': 'ab' }] }));
    const matcher = compilePattern(text, options);
    const events = sample(text, 6, options);
    expect(events.length).toBe(6);
    expect(events.every((event) => matcher.matchesJson(event))).toBe(true);
    expect(new Set(events.map((event) => 'a' in JSON.parse(event)))).toEqual(new Set([true, false]));
    const misses = nearMisses(text, 6, options);
    expect(misses.length).toBe(6);
    expect(misses.some(({ event }) => matcher.matchesJson(event))).toBe(false);
    expect(nearestMatch(text, '{"b":"zz"}', options)).toMatchObject({ answer: 'yes', changes: [{}] });
    expect(redundant('{"a":["x",{"wildcard":"*x"}]}', options).conditions).toEqual(['/a/0']);
  });
});

describe('small worlds', () => {
  const values = [undefined, '"x"', '"y"'];
  const objects = values.flatMap((f) => values.map((l) => objectOf({ f, l })));
  const lists = objects.flatMap((one) => [one, `[${one}]`, ...objects.map((other) => `[${one},${other}]`)]);
  const events = ['{}', ...lists.flatMap((e) => [`{"e":${e}}`, `{"e":${e},"k":"x"}`])];

  function objectOf(members: Readonly<Record<string, string | undefined>>): string {
    const some = Object.entries(members).filter(([, value]) => value !== undefined);
    return `{${some.map(([name, value]) => `"${name}":${value}`).join()}}`;
  }

  const conditions = ['["x"]', '["y"]', '[{"exists":false}]', '[{"anything-but":"x"}]', '["x",{"exists":false}]'];
  const fields = conditions.flatMap((one) => [`"e":{"f":${one}}`, `"e":{"l":${one}}`, `"k":${one}`]);
  const pairs = fields.flatMap((one, i) => fields.slice(i + 1).map((other) => `${one},${other}`));
  const all = [...fields, ...pairs.filter((_, i) => i % 3 === 0)].map((some) => `{${some}}`);
  const branched = all.flatMap((one, i) => (i % 4 === 0 ? [`{"$or":[${one},${all[(i * 7 + 3) % all.length]}]}`] : []));
  const patterns = [...all.filter((_, i) => i % 2 === 0), ...branched];
  const verdicts = new Map(
    patterns.map((text) => {
      const matcher = compilePattern(text, { dialect: 'aws' });
      return [text, events.map((event) => matcher.matchesJson(event))];
    }),
  );

  it('contradict no proof', () => {
    const counts = { yes: 0, no: 0, unknown: 0 };
    for (const [i, a] of patterns.entries()) {
      for (const b of patterns.filter((_, k) => (k + i) % 3 === 0)) {
        const { answer } = implies(a, b, options);
        counts[answer]++;
        const [mine, other] = [verdicts.get(a) as boolean[], verdicts.get(b) as boolean[]];
        const refuted = mine.findIndex((matches, k) => matches && !other[k]);
        if (refuted >= 0) expect(answer, `${a} and ${b} on ${events[refuted]}`).not.toBe('yes');
        const { arrays } = disjoint(a, b, options);
        const common = mine.findIndex((matches, k) => matches && other[k]);
        if (common >= 0) expect(arrays.answer, `${a} and ${b} on ${events[common]}`).not.toBe('yes');
      }
    }
    expect(counts.yes).toBeGreaterThan(20);
    expect(counts.no).toBeGreaterThan(counts.unknown);
  });
});
