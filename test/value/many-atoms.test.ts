/** Formulas of more atoms than are compared one by one, judged by trying each atom on each text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressIn } from '../../src/pattern/value/addresses.ts';
import { type Atom, holdsAtom, implies } from '../../src/pattern/value/strings/atom.ts';
import { AtomIndex } from '../../src/pattern/value/strings/atom-index.ts';
import {
  and,
  type Formula,
  followsSurely,
  holds,
  isEndless,
  literal,
  not,
  or,
} from '../../src/pattern/value/strings/formula.ts';
import { runs } from '../support/runs.ts';

/** Few characters, so that atoms overlap; digits and dots, so that they overlap with addresses. */
const text = fc.string({ unit: fc.constantFrom('a', 'b', '1', '.'), minLength: 1, maxLength: 4 });
const address = fc.constantFrom(
  '0.0.0.0',
  '1.1.1.1',
  '1.1.1.2',
  '1.1.2.0',
  '1.2.0.0',
  '1.11.0.0',
  '11.0.0.0',
  '255.255.255.255',
);
const written = fc.oneof(
  address,
  address.map((one) => one.replace('1', '01')),
  address.map((one) => `${one}a`),
);

const atom: fc.Arbitrary<Atom> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('beginning', 'ending', 'substring'), text }) },
  fc.tuple(address, address, fc.boolean()).map(([a, b, zeros]) => {
    const [first, last] = [addressIn(a, false), addressIn(b, false)].sort((x, y) => x - y) as [number, number];
    return { kind: 'addresses', first, last, zeros } as const;
  }),
);
const few = fc.array(atom, { maxLength: 4 });
const many = fc.array(atom, { minLength: 17, maxLength: 80 });
const texts = fc.array(
  fc.oneof(
    fc.constant(''),
    text,
    fc.tuple(text, text).map(([a, b]) => a + b),
    written,
  ),
  {
    minLength: 20,
    maxLength: 20,
  },
);

describe('an index of atoms', () => {
  it('holds for a text if one of its atoms does', () => {
    fc.assert(
      fc.property(fc.oneof(few, many), texts, (atoms, all) => {
        const index = new AtomIndex(atoms);
        for (const one of all) expect(index.holdsFor(one), one).toBe(atoms.some((other) => holdsAtom(other, one)));
      }),
      { numRuns: runs(300) },
    );
  });

  it('implies another index if one atom implies one of the other, and if each of its texts satisfies it', () => {
    let following = 0;
    fc.assert(
      fc.property(fc.oneof(few, many), fc.array(atom, { minLength: 10, maxLength: 10 }), texts, (atoms, asked, all) => {
        const index = new AtomIndex(atoms);
        for (const one of asked) {
          const follows = index.followsFrom(one);
          if (atoms.some((other) => implies(one, other))) expect(follows).toBe(true);
          if (!follows) continue;
          following++;
          for (const member of all.filter((each) => holdsAtom(one, each)))
            expect(
              atoms.some((other) => holdsAtom(other, member)),
              member,
            ).toBe(true);
        }
      }),
      { numRuns: runs(300) },
    );
    expect(following).toBeGreaterThan(runs(300));
  });

  it.each<[string, Atom[], Atom, boolean]>([
    ['blocks beside each other', [block(1, 5), block(6, 9)], block(2, 8), true],
    ['blocks with a gap', [block(1, 5), block(7, 9)], block(2, 8), false],
    ['a block before all', [block(3, 5)], block(2, 4), false],
    ['addresses with zeros', [block(1, 9)], { ...block(2, 8), zeros: true } as Atom, false],
    // All addresses from 1.0.0.0 to 1.255.255.255 begin so, unless they may have leading zeros.
    ['a common prefix of addresses', [{ kind: 'beginning', text: '1.' }], block(0x1000000, 0x1ffffff), true],
    [
      'a common prefix, except for leading zeros',
      [{ kind: 'beginning', text: '1.' }],
      { ...block(0x1000000, 0x1ffffff), zeros: true } as Atom,
      false,
    ],
  ])('decides whether an atom follows from it: %s', (_, atoms, asked, follows) => {
    expect(new AtomIndex(atoms).followsFrom(asked)).toBe(follows);
  });

  it('looks for substrings of too many characters one by one', () => {
    const long = Array.from({ length: 20 }, (_, i): Atom => ({ kind: 'substring', text: `${i}${'x'.repeat(11_000)}` }));
    const index = new AtomIndex(long);
    expect(index.holdsFor(`_7${'x'.repeat(11_000)}_`)).toBe(true);
    expect(index.holdsFor(`_7${'x'.repeat(10_999)}_`)).toBe(false);
  });
});

function block(first: number, last: number): Atom {
  return { kind: 'addresses', first, last, zeros: false };
}

/** A formula beside a predicate of the same meaning. */
interface Judged {
  readonly formula: Formula;
  readonly judge: (text: string) => boolean;
}

const one: fc.Arbitrary<Judged> = fc.tuple(atom, fc.boolean()).map(([each, negated]) => ({
  formula: negated ? not(literal(each)) : literal(each),
  judge: (value) => holdsAtom(each, value) !== negated,
}));
const group = (parts: fc.Arbitrary<Judged[]>): fc.Arbitrary<Judged> =>
  fc.tuple(fc.boolean(), parts).map(([all, some]) => ({
    formula: (all ? and : or)(some.map(({ formula }) => formula)),
    judge: (value) => (all ? some.every(({ judge }) => judge(value)) : some.some(({ judge }) => judge(value))),
  }));
const small = group(fc.array(one, { maxLength: 4 }));
const nested = group(fc.array(fc.oneof(one, small), { maxLength: 6 }));
const formula = fc.oneof(
  small,
  nested,
  group(fc.array(one, { minLength: 17, maxLength: 40 })),
  group(fc.array(fc.oneof(one, small, nested), { minLength: 17, maxLength: 40 })),
);

describe('a formula', () => {
  it('holds for the same texts after it is simplified', () => {
    fc.assert(
      fc.property(formula, texts, ({ formula: whole, judge }, all) => {
        for (const value of all) {
          expect(holds(whole, value), value).toBe(judge(value));
          expect(holds(not(whole), value), value).toBe(!judge(value));
        }
      }),
      { numRuns: runs(600) },
    );
  });

  it('implies another only if the other holds for each of its texts', () => {
    let following = 0;
    fc.assert(
      fc.property(fc.oneof(small, nested), fc.oneof(small, nested), texts, (from, to, all) => {
        if (!followsSurely(from.formula, to.formula)) return;
        following++;
        for (const value of all) if (from.judge(value)) expect(to.judge(value), value).toBe(true);
      }),
      { numRuns: runs(600) },
    );
    expect(following).toBeGreaterThan(runs(600) / 20);
  });

  it.each<[string, Formula, boolean]>([
    ['no condition', true, true],
    ['a formula that no text meets', false, false],
    ['a beginning', text1('beginning'), true],
    ['a block', literal(block(0, 9)), false],
    ['all but a block', not(literal(block(0, 9))), true],
    ['a beginning or a block', or([literal(block(0, 9)), text1('beginning')]), true],
    ['a beginning, a part and an ending', and([text1('beginning'), text1('substring'), text1('ending')]), true],
    ['excluded texts', and([not(text1('beginning')), not(text1('ending'))]), true],
    // One step cannot decide it.
    ['a part beside an excluded one', and([text1('substring'), not(text1('beginning'))]), false],
  ])('is endless or not: %s', (_, some, endless) => {
    expect(isEndless(some)).toBe(endless);
  });
});

function text1(kind: 'beginning' | 'ending' | 'substring'): Formula {
  return literal({ kind, text: `${kind[0]}1` });
}

describe('many texts that must hold at once', () => {
  const begin = (length: number, last = '') => literal({ kind: 'beginning', text: 'x'.repeat(length) + last });
  const lengths = Array.from({ length: 20 }, (_, i) => i + 1);

  it.each<[string, readonly Formula[], boolean]>([
    ['each the beginning of the next', lengths.map((length) => begin(length)), true],
    ['one of them another', [...lengths.map((length) => begin(length)), begin(3, 'y')], false],
    ['as endings', lengths.map((length) => literal({ kind: 'ending', text: 'x'.repeat(length) })), true],
    [
      'as other endings',
      lengths.map((length) => literal({ kind: 'ending', text: `${length}x`.repeat(length) })),
      false,
    ],
    ['an excluded beginning', [...lengths.map((length) => begin(length)), not(begin(2))], false],
    ['a longer excluded beginning', [...lengths.map((length) => begin(length)), not(begin(30))], true],
    ['addresses beside a beginning of none', [...lengths.map((length) => begin(length)), literal(block(0, 9))], false],
    [
      'an alternative that is ruled out',
      [...lengths.map((length) => begin(length)), or([begin(2, 'y'), not(begin(1))])],
      false,
    ],
    ['an alternative that is not', [...lengths.map((length) => begin(length)), or([begin(2, 'y'), begin(40)])], true],
  ])('%s', (_, parts, possible) => {
    expect(and(parts) !== false).toBe(possible);
  });
});
