import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { budgetOf } from '../../src/pattern/value/budget.ts';
import { intervalsOf } from '../../src/pattern/value/intervals.ts';
import { numbersIn } from '../../src/pattern/value/number-set.ts';
import { stringsWhere } from '../../src/pattern/value/strings.ts';
import {
  anyScalar,
  complement,
  has,
  intersection,
  isEmpty,
  nothing,
  onlyMissing,
  otherScalars,
  type Scalar,
  sampleScalars,
  setOf,
  union,
  type ValueSet,
} from '../../src/pattern/value/value-set.ts';
import { runs } from '../support/runs.ts';

/** All strings of up to four of three letters; no text of a set contains `c`, which represents every other letter. */
const STRINGS = ['a', 'b', 'c'].reduce<string[]>(
  (all) => [...new Set(all.flatMap((t) => ['a', 'b', 'c', ''].map((x) => t + x)))],
  [''],
);
const WORDS: string[] = [...new Set([...STRINGS, ...STRINGS.flatMap((t) => ['a', 'b', 'c'].map((x) => t + x))])];
const ADDRESSES = [
  '10.0.0.0',
  '10.0.0.1',
  '10.0.0.7',
  '10.0.0.255',
  '10.0.1.0',
  '11.0.0.0',
  '255.255.255.255',
  '0.0.0.0',
  '10.0.0',
  '010.0.0.1',
];
const NUMBERS = ['0', '0.0', '1', '1.0', '1.00', '2', '-1', '1.5', '1e400'];
const UNIVERSE: readonly Scalar[] = [
  ...WORDS,
  ...ADDRESSES,
  ...NUMBERS.map((number) => ({ number })),
  true,
  false,
  null,
];

/** A set beside a predicate of the same meaning. */
interface Judged {
  readonly set: ValueSet;
  readonly has: (scalar: Scalar) => boolean;
}

const word = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 3 });
const isText = (scalar: Scalar): scalar is string => typeof scalar === 'string';

function addressNumber(text: string): number {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((p) => /^(0|[1-9][0-9]{0,2})$/.test(p) && Number(p) < 256)) return -1;
  return parts.reduce((sum, p) => sum * 256 + Number(p), 0);
}

const leaf: fc.Arbitrary<Judged> = fc.oneof(
  word.map((text) => ({ set: setOf(text), has: (s: Scalar) => s === text })),
  word.map((text) => ({
    set: { ...nothing, strings: stringsWhere({ kind: 'beginning', text }) },
    has: (s: Scalar) => isText(s) && s.startsWith(text),
  })),
  word.map((text) => ({
    set: { ...nothing, strings: stringsWhere({ kind: 'ending', text }) },
    has: (s: Scalar) => isText(s) && s.endsWith(text),
  })),
  word.map((text) => ({
    set: { ...nothing, strings: stringsWhere({ kind: 'substring', text }) },
    has: (s: Scalar) => isText(s) && s.includes(text),
  })),
  fc
    .constantFrom([0x0a000000, 0x0a0000ff], [0x0a000001, 0x0a000001], [0, 0xffffffff], [0x0a000000, 0x0affffff])
    .map(([first = 0, last = 0]) => ({
      set: { ...nothing, strings: stringsWhere({ kind: 'addresses', first, last, zeros: false }) },
      has: (s: Scalar) => isText(s) && addressNumber(s) >= first && addressNumber(s) <= last,
    })),
  fc.constantFrom('10.0', '10.0.0.', '1', '10.0.0.1').map((text) => ({
    set: { ...nothing, strings: stringsWhere({ kind: 'beginning', text }) },
    has: (s: Scalar) => isText(s) && s.startsWith(text),
  })),
  fc.constantFrom(...NUMBERS).map((number) => ({
    set: setOf({ number }),
    has: (s: Scalar) => typeof s === 'object' && s !== null && s.number === number,
  })),
  fc.tuple(fc.constantFrom('=', '!=', '<', '<=', '>', '>='), fc.constantFrom(0, 1, 1.5)).map(([symbol, bound]) => ({
    set: { ...nothing, numbers: numbersIn(intervalsOf(symbol, bound)) },
    has: (s: Scalar) => typeof s === 'object' && s !== null && compares(Number(s.number), symbol, bound),
  })),
  fc
    .constantFrom<Scalar>(true, false, null)
    .map((literal) => ({ set: setOf(literal), has: (s: Scalar) => s === literal })),
  fc.constant({ set: anyScalar, has: () => true }),
);

function compares(x: number, symbol: string, n: number): boolean {
  const table: Record<string, boolean> = {
    '=': x === n,
    '!=': x !== n,
    '<': x < n,
    '<=': x <= n,
    '>': x > n,
    '>=': x >= n,
  };
  return table[symbol] === true;
}

const judged = fc.letrec<{ set: Judged }>((tie) => ({
  set: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    leaf,
    tie('set').map(({ set, has: inner }) => ({ set: otherScalars(set), has: (s: Scalar) => !inner(s) })),
    fc.array(tie('set'), { minLength: 1, maxLength: 3 }).map((sets) => ({
      set: union(sets.map(({ set }) => set)),
      has: (s: Scalar) => sets.some((one) => one.has(s)),
    })),
    fc.array(tie('set'), { minLength: 1, maxLength: 3 }).map((sets) => ({
      set: intersection(sets.map(({ set }) => set)),
      has: (s: Scalar) => sets.every((one) => one.has(s)),
    })),
  ),
})).set;

const differing = (a: ValueSet, b: ValueSet): Scalar[] => UNIVERSE.filter((s) => has(a, s) !== has(b, s));
const empty = (set: ValueSet): boolean | undefined =>
  isEmpty({ ...set, missing: false, unmatchable: false }, budgetOf());

describe('a value set', () => {
  it('contains the values of its parts', () => {
    fc.assert(
      fc.property(judged, ({ set, has: expected }) => {
        expect(UNIVERSE.filter((s) => has(set, s) !== expected(s))).toEqual([]);
      }),
      { numRuns: runs(3000) },
    );
  });

  it('is empty exactly if it contains no value of a universe that separates all sets', () => {
    const answers = { empty: 0, filled: 0 };
    fc.assert(
      fc.property(judged, ({ set }) => {
        const members = UNIVERSE.filter((s) => has(set, s));
        const answer = empty(set);
        if (members.length > 0) {
          expect(answer).toBe(false);
        } else if (answer === false) {
          // The universe is finite, so a set may have members outside; a sample shows one.
          const [member] = sampleScalars(set, 1, budgetOf()).members;
          expect(member !== undefined && has(set, member)).toBe(true);
        } else {
          expect(answer).toBe(true);
        }
        answers[answer ? 'empty' : 'filled']++;
      }),
      { numRuns: runs(6000) },
    );
    expect(answers.empty).toBeGreaterThan(runs(6000) / 20);
    expect(answers.filled).toBeGreaterThan(runs(6000) / 3);
  });

  it('gives distinct samples, and all members if they are few', () => {
    fc.assert(
      fc.property(judged, fc.integer({ min: 1, max: 40 }), ({ set }, wanted) => {
        const { members, complete } = sampleScalars(set, wanted, budgetOf());
        expect(complete).toBe(true);
        expect(members.filter((member) => !has(set, member))).toEqual([]);
        expect(new Set(members.map((member) => JSON.stringify(member))).size).toBe(members.length);
        expect(members.length).toBeLessThanOrEqual(wanted);
        if (members.length < wanted) {
          const texts = members.map((member) => JSON.stringify(member));
          expect(UNIVERSE.filter((s) => has(set, s) && !texts.includes(JSON.stringify(s)))).toEqual([]);
        }
      }),
      { numRuns: runs(3000) },
    );
  });

  it('and its complement are disjoint and together contain every value', () => {
    fc.assert(
      fc.property(judged, ({ set }) => {
        expect(empty(intersection([set, otherScalars(set)]))).toBe(true);
        expect(empty(otherScalars(union([set, otherScalars(set)])))).toBe(true);
        expect(sampleScalars(otherScalars(set), 5, budgetOf()).members.filter((s) => has(set, s))).toEqual([]);
        expect(differing(complement(complement(set)), set)).toEqual([]);
      }),
      { numRuns: runs(1600) },
    );
  });

  it('satisfies the laws of De Morgan', () => {
    fc.assert(
      fc.property(judged, judged, ({ set: a }, { set: b }) => {
        const left = otherScalars(union([a, b]));
        const right = intersection([otherScalars(a), otherScalars(b)]);
        expect(empty(intersection([left, otherScalars(right)]))).toBe(true);
        expect(empty(intersection([right, otherScalars(left)]))).toBe(true);
        expect(differing(left, right)).toEqual([]);
      }),
      { numRuns: runs(1600) },
    );
  });

  it('distinguishes missing from every value', () => {
    expect(isEmpty(onlyMissing, budgetOf())).toBe(false);
    expect(isEmpty(nothing, budgetOf())).toBe(true);
    expect(complement(onlyMissing).missing).toBe(false);
    expect(complement(anyScalar)).toMatchObject({ missing: true, unmatchable: true, null: false });
  });
});
