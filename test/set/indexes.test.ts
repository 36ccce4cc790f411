import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { IntervalIndex } from '../../src/pattern/set/intervals.ts';
import { inOrder } from '../../src/pattern/set/order.ts';
import { RadixTree } from '../../src/pattern/set/radix.ts';
import { SubstringIndex } from '../../src/pattern/set/substrings.ts';
import { intersect, intervalsOf } from '../../src/pattern/value/intervals.ts';
import { comparisons } from '../../src/pattern/value/numbers.ts';
import { runs } from '../support/runs.ts';

/** More additions than deletions. */
const isAdded = fc.constantFrom(true, true, false);
/** Batches of changes with look-ups in between, large enough that an index is built in parts before later changes. */
const batches = <T>(change: fc.Arbitrary<T>) =>
  fc.array(fc.array(change, { minLength: 30, maxLength: 90 }), { minLength: 1, maxLength: 4 });
/** Texts that share long parts, and texts that part into more ways than a small node has places. */
const units = {
  few: fc.constantFrom('a', 'b', '\ud83d', 'é'),
  many: fc.integer({ min: 0x30, max: 0x80 }).map((code) => String.fromCharCode(code)),
};
const ofUnit = (unit: fc.Arbitrary<string>) =>
  fc.tuple(
    batches(fc.tuple(isAdded, fc.string({ unit, minLength: 1, maxLength: 6 }))),
    fc.array(fc.string({ unit, maxLength: 12 }), { minLength: 1, maxLength: 4 }),
  );
const texts = fc.oneof(ofUnit(units.few), ofUnit(units.many));

interface TextIndex {
  get(text: string): string | undefined;
  set(text: string, value: string): void;
  delete(text: string): void;
  readonly size: number;
  collect(string: string, found: string[]): void;
}

describe.each<[string, () => TextIndex, (string: string, text: string) => boolean]>([
  ['beginnings', () => new RadixTree<string>(false), (s, text) => s.startsWith(text)],
  ['endings', () => new RadixTree<string>(true), (s, text) => s.endsWith(text)],
  ['parts', () => new SubstringIndex<string>(), (s, text) => s.includes(text)],
])('an index of %s', (_, make, covers) => {
  test('finds what trying each text finds, after any additions and deletions', () => {
    fc.assert(
      fc.property(texts, ([some, strings]) => {
        const index = make();
        const known = new Map<string, string>();
        const wrong: unknown[] = [];
        for (const [i, changes] of some.entries()) {
          for (const [add, text] of changes) {
            const value = `${i} ${text}`;
            if (add) index.set(text, value);
            else index.delete(text);
            if (add) known.set(text, value);
            else known.delete(text);
            const wanted = [add ? value : undefined, known.size];
            const got = [index.get(text), index.size];
            if (got.some((one, i) => one !== wanted[i])) wrong.push({ change: { add, text }, got, wanted });
          }
          for (const each of strings) {
            const all: string[] = [];
            index.collect(each, all);
            const found = new Set(all);
            const expected = [...known].filter(([text]) => covers(each, text)).map(([, value]) => value);
            expect([...found].sort()).toEqual(expected.sort());
          }
        }
        expect(wrong).toEqual([]);
      }),
      { numRuns: runs(400) },
    );
  });
});

test('an index of intervals finds what trying each finds, after any additions and deletions', () => {
  const bound = fc.constantFrom(Number.NEGATIVE_INFINITY, -3, -1, -0, 0, 1e-7, 1, 2, 3, 5, 8, Number.POSITIVE_INFINITY);
  const values = fc.array(bound, { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(batches(fc.tuple(isAdded, bound, bound)), values, (some, looked) => {
      const index = new IntervalIndex<string>();
      const known = new Map<string, string>();
      const wrong: unknown[] = [];
      for (const [i, changes] of some.entries()) {
        for (const [add, a, b] of changes) {
          const [low, high] = [Math.min(a, b), Math.max(a, b)];
          const [name, value] = [`${low} ${high}`, `${low} ${high} ${i}`];
          if (add) index.set(low, high, value);
          else index.delete(low, high);
          if (add) known.set(name, value);
          else known.delete(name);
          const wanted = [add ? value : undefined, known.size];
          const got = [index.get(low, high), index.size];
          if (got.some((one, i) => one !== wanted[i])) wrong.push({ change: { add, low, high }, got, wanted });
        }
        const holding = (value: number) =>
          [...known.values()].filter((name) => {
            const [low, high] = name.split(' ').map(Number) as [number, number];
            return low <= value && value <= high;
          });
        for (const value of looked) {
          const found: string[] = [];
          index.collect(value, found);
          expect(found.sort()).toEqual(holding(value).sort());
        }
        const found: string[] = [];
        index.collectAny(Float64Array.from(looked), looked.length, found);
        expect([...new Set(found)].sort()).toEqual([...new Set(looked.flatMap(holding))].sort());
        // However many of the values are in an interval.
        for (const name of found) expect(found.filter((other) => other === name).length).toBeLessThanOrEqual(2);
      }
      expect(wrong).toEqual([]);
    }),
    { numRuns: runs(400) },
  );
});

describe('the intervals of a comparison', () => {
  const numbers = fc.oneof(
    fc.double({ noNaN: true, min: -1e9, max: 1e9 }),
    fc.integer({ min: -1000, max: 1000 }),
    fc.constantFrom(0, -0, 1e-7, -1e-7, 2e-7, 1e9, -1e9, 5e-324, 1, 0.1, 301.8),
  );

  /** Doubles near a place, a few units in the last place apart. */
  function around(place: number): number[] {
    const step = Math.max(Math.abs(place) * 2 ** -53, 5e-324);
    return [place, ...[1, 2, 3, 1e3].flatMap((k) => [place - k * step, place + k * step])];
  }

  test('contain exactly the doubles for which the comparison holds', () => {
    fc.assert(
      fc.property(fc.constantFrom(...comparisons.keys()), numbers, numbers, (symbol, bound, other) => {
        const intervals = intervalsOf(symbol, bound);
        const ends = intervals.flatMap(({ low, high }) => [low, high]).filter(Number.isFinite);
        const places = [
          other,
          bound,
          bound - 1e-7,
          bound + 1e-7,
          ...ends,
          0,
          Number.POSITIVE_INFINITY,
          Number.NEGATIVE_INFINITY,
        ];
        for (const value of places.flatMap((place) => (Number.isFinite(place) ? around(place) : [place]))) {
          const inside = intervals.some(({ low, high }) => low <= value && value <= high);
          expect(inside, `${value} ${symbol} ${bound}`).toBe(comparisons.get(symbol)?.(value, bound));
        }
      }),
      { numRuns: runs(3000) },
    );
  });

  test('intersect where both comparisons hold', () => {
    const both = intersect(intervalsOf('!=', 1), intervalsOf('<', 2));
    expect([0, 1, 1.5, 2, 3].map((value) => both.some(({ low, high }) => low <= value && value <= high))).toEqual([
      true,
      false,
      true,
      false,
      false,
    ]);
  });
});

test('sorts few or many places', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat(5000), { maxLength: 300 }),
      fc.integer({ min: 5001, max: 400_000 }),
      (places, size) => {
        expect(inOrder(places.map(String), Int32Array.from(places), size)).toEqual(
          [...places].sort((a, b) => a - b).map(String),
        );
      },
    ),
  );
});
