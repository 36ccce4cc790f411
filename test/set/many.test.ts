/** So many intervals and substrings that the set indexes them in trees and automata. It answers as a loop over single matchers does. */
import { expect, test } from 'vitest';
import { compilePattern, PatternSet } from '../../src/index.ts';

const MANY = 700;

const families: Readonly<
  Record<string, { readonly make: (i: number) => object; readonly values: readonly unknown[] }>
> = {
  intervals: {
    make: (i) => ({ numeric: ['>', (i * 37) % 1000, '<=', ((i * 37) % 1000) + (i % 50) + 1] }),
    values: [...Array.from({ length: 60 }, (_, i) => i * 17.5), -1, 0, 1050, 2000, 'a'],
  },
  'half-open intervals': {
    make: (i) => ({ numeric: [i % 2 === 0 ? '>=' : '<', (i * 13) % 900] }),
    values: [...Array.from({ length: 40 }, (_, i) => i * 23), -5, 0.5, 899, 900],
  },
  'parts of strings': {
    make: (i) => ({ contains: `${'ab'.repeat(i % 4)}${i.toString(3)}` }),
    values: [
      '',
      'b1',
      'x'.repeat(50),
      ...Array.from({ length: 20 }, (_, i) =>
        Array.from({ length: 20 }, (_, k) => ((i * 97 + k * 31) % MANY).toString(3)).join('ab'),
      ),
    ],
  },
};

test.each(Object.keys(families))('matches many %s in one field', (name) => {
  const { make, values } = families[name] as (typeof families)[string];
  const patterns = Array.from({ length: MANY }, (_, i) => JSON.stringify({ data: { v: [make(i)] } }));
  const matchers = patterns.map((pattern) => compilePattern(pattern));
  const set = new PatternSet<number>();
  const left = new Set<number>();
  const check = (): number => {
    let found = 0;
    for (const value of values) {
      for (const v of [value, [value, values[0]]]) {
        const event = { data: { v } };
        const expected = [...left].filter((id) => matchers[id]?.matches(event) === true);
        expect(set.matches(event), JSON.stringify(event)).toEqual(expected);
        expect(set.matchesJson(JSON.stringify(event)), JSON.stringify(event)).toEqual(expected);
        found += expected.length;
      }
    }
    return found;
  };
  const add = (id: number): void => {
    set.add(id, patterns[id] as string);
    left.add(id);
  };
  const drop = (id: number): void => {
    expect(set.delete(id)).toBe(true);
    left.delete(id);
  };
  for (let id = 0; id < MANY; id++) add(id);
  expect(check()).toBeGreaterThan(MANY);
  // Few are left in each tree, so that trees are rebuilt.
  for (let id = 0; id < MANY; id++) if (id % 5 !== 0) drop(id);
  expect(check()).toBeGreaterThan(0);
  for (let id = 1; id < MANY; id += 5) add(id);
  expect(check()).toBeGreaterThan(0);
  for (const id of [...left]) drop(id);
  expect(check()).toBe(0);
});
