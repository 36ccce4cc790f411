/**
 * Laws of the table of atoms: every function of a kind, for its atoms alone and beside others, is judged by `holds` on texts near to all of
 * them. Atoms and texts come from the rows, so that a new row needs no new test.
 */
import { describe, expect, it } from 'vitest';
import { type Budget, budgetOf } from '../../src/pattern/value/budget.ts';
import { type Atom, disjoint, holdsAtom, implies, keyOf } from '../../src/pattern/value/strings/atom.ts';
import { Automaton, type State } from '../../src/pattern/value/strings/automaton.ts';
import { atomsOf, type Formula, literal, not } from '../../src/pattern/value/strings/formula.ts';
import { allKinds, type Kind, kindOf } from '../../src/pattern/value/strings/kinds/index.ts';
import type { AtomKind } from '../../src/pattern/value/strings/kinds/kind.ts';
import { search } from '../../src/pattern/value/strings/search.ts';

const kinds = allKinds();
/** Of each kind, from its file. */
const examples = new Map<string, readonly Atom[]>();
for (const { kind } of kinds) {
  const file: { readonly examples: () => readonly Atom[] } = await import(
    `../../src/pattern/value/strings/kinds/${kind}.ts`
  );
  examples.set(kind, file.examples());
}
const examplesOf = ({ kind }: Pick<Kind, 'kind'>): readonly Atom[] => examples.get(kind) as readonly Atom[];
const atoms: readonly Atom[] = kinds.flatMap(examplesOf);
const pairs = atoms.flatMap((a) => atoms.map((b) => [a, b] as const));

/** A character of no atom. */
const foreign = '\u0001';
const fillers = ['', 'a', '.', '\u0001', '10.0.0.5', 'aB'];

/** Strings that a row names, with what its pieces make. */
function named(atom: Atom): string[] {
  const kind = kindOf(atom);
  const pieces = kind.pieces(atom);
  const built = pieces === undefined ? [] : fillers.map((text) => joined(pieces, text));
  return [...kind.candidates(atom), ...kind.corners(atom), ...kind.spellings(atom), ...built];
}

function joined({ begin, parts, end }: NonNullable<ReturnType<Kind['pieces']>>, between: string): string {
  return [begin, ...parts, end].join(between);
}

/** All strings that are one edit from a text: a character less, doubled, of the other case, or another one. */
function* near(text: string, characters: readonly string[]): Generator<string> {
  yield text;
  for (let i = 0; i <= text.length; i++) {
    const [before, at, after] = [text.slice(0, i), text.slice(i, i + 1), text.slice(i + 1)];
    yield before + after;
    yield before + at + at + after;
    yield before + at.toUpperCase() + after;
    yield before + at.toLowerCase() + after;
    for (const other of characters) yield before + other + after;
    for (const other of characters) yield before + other + at + after;
  }
}

const own = new Map(
  atoms.map((atom) => {
    const characters = [...new Set(kindOf(atom).characters(atom).split('')), foreign];
    const all = named(atom);
    const edited = new Set(all.flatMap((text) => [...near(text, characters)]));
    // As many for each atom, however long its texts are.
    return [atom, [...new Set([...all, ...spread([...edited], 200)])]];
  }),
);
const texts: readonly string[] = [...new Set([...fillers, ...[...own.values()].flat()])];
const members = new Map(atoms.map((atom) => [atom, new Set(texts.filter((text) => holdsAtom(atom, text)))]));
const membersOf = (atom: Atom): ReadonlySet<string> => members.get(atom) as ReadonlySet<string>;

/** Some of a list, evenly. */
function spread<T>(list: readonly T[], most: number): T[] {
  return list.filter((_, i) => Math.floor((i * most) / list.length) !== Math.floor(((i - 1) * most) / list.length));
}

const raw = (kind: 'and' | 'or', ...parts: Formula[]): Formula => ({ kind, parts });

/** Undefined for atoms of one kind that no automaton reads together. */
function automatonOf(formula: Formula, budget: Budget = budgetOf()): Automaton | undefined {
  try {
    return new Automaton(formula, [], budget);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function accepts(automaton: Automaton, text: string): boolean {
  let state: State | undefined = automaton.start;
  for (let i = 0; i < text.length && state !== undefined; i++) state = automaton.step(state, text[i] as string);
  return state !== undefined && automaton.accepts(state);
}

/** A kind with endlessly many states: a search that finds nothing ends by its budget. */
const OPEN: ReadonlySet<string> = new Set(['ip-addresses']);

/** A member of a formula, or undefined if there is none. */
function memberOf(formula: Formula): string | undefined {
  const budget = budgetOf();
  const automaton = automatonOf(formula, budget);
  if (automaton === undefined) return undefined;
  const isOpen = atomsOf(formula).some(({ atom }) => OPEN.has(atom.kind));
  const { members: found, complete } = search(automaton, new Set(), 1, isOpen ? budgetOf(500) : budget);
  if (!isOpen) expect(complete).toBe(true);
  return found[0];
}

describe.each(kinds.map((kind) => [kind.kind, kind] as const))('the kind %s', (_, kind) => {
  const each = it.each(examplesOf(kind).map((atom) => [JSON.stringify(atom), atom] as const));

  it('has examples with different keys', () => {
    expect(examplesOf(kind).length).toBeGreaterThanOrEqual(8);
    expect(new Set(examplesOf(kind).map(keyOf)).size).toBe(examplesOf(kind).length);
  });

  each('has members and others near %s', (_name, atom) => {
    const near = own.get(atom) as readonly string[];
    expect(near.filter((text) => holdsAtom(atom, text)).length).toBeGreaterThan(0);
    expect(near.filter((text) => !holdsAtom(atom, text)).length).toBeGreaterThan(5);
  });

  each('names a candidate, and only members as corners, of %s', (_name, atom) => {
    expect([...kind.candidates(atom)].some((text) => kind.holds(atom, text))).toBe(true);
    expect(kind.corners(atom).filter((text) => !kind.holds(atom, text))).toEqual([]);
  });

  each('has the texts that it implies in every member of %s', (_name, atom) => {
    const { begin, parts, end } = kind.implies(atom);
    const has = (text: string) =>
      text.startsWith(begin) && text.endsWith(end) && parts.every((part) => text.includes(part));
    expect([...membersOf(atom)].filter((text) => !has(text))).toEqual([]);
  });

  each('builds members of %s from its pieces', (_name, atom) => {
    const pieces = kind.pieces(atom);
    if (pieces === undefined) return;
    for (const text of fillers) expect(kind.holds(atom, joined(pieces, text)), text).toBe(true);
    expect(kind.holds(atom, [pieces.begin, ...pieces.parts, pieces.end].join('\u0001\ud83d'))).toBe(true);
  });

  each('has all members in the range around %s', (_name, atom) => {
    const { low, high } = kind.around(atom);
    const isInside = (text: string) => low <= text && (high === undefined || text < high);
    expect([...membersOf(atom)].filter((text) => !isInside(text))).toEqual([]);
  });

  each('does not distinguish other characters than those of %s', (_name, atom) => {
    const characters = new Set(kind.characters(atom));
    expect(characters.has(foreign)).toBe(false);
    const distinguished = texts.filter((text) => {
      const other = text.split('').map((character) => (characters.has(character) ? character : foreign));
      return kind.holds(atom, other.join('')) !== kind.holds(atom, text);
    });
    expect(distinguished).toEqual([]);
    // So a string of such characters is outside: a set of negated atoms is never empty.
    for (const length of [1, 2, 7, 40]) expect(kind.holds(atom, foreign.repeat(length))).toBe(false);
  });

  each('changes a text into members of %s, and a member into another text', (_name, atom) => {
    const unchanged = (own.get(atom) as readonly string[]).filter((text) =>
      kind.holds(atom, text)
        ? kind.exclude(atom, text).includes(text)
        : kind.include(atom, text).some((changed) => !kind.holds(atom, changed)),
    );
    expect(unchanged).toEqual([]);
  });

  each('reads as %s holds', (_name, atom) => {
    const [plain, negated] = [automatonOf(literal(atom)), automatonOf(not(literal(atom)))];
    const wrong = spread(texts, 200)
      .concat(own.get(atom) as string[])
      .filter((text) => {
        const holds = kind.holds(atom, text);
        return accepts(plain as Automaton, text) !== holds || accepts(negated as Automaton, text) === holds;
      });
    expect(wrong).toEqual([]);
  });

  it('has an index that holds when one of its atoms does', () => {
    for (const some of [examplesOf(kind).slice(0, 1), examplesOf(kind).slice(2, 5), many(kind), examplesOf(kind)]) {
      const index = kind.index(some);
      const held = texts.filter((text) => index.holds(text));
      expect(held).toEqual(texts.filter((text) => some.some((atom) => holdsAtom(atom, text))));
      const union = new Set(held);
      for (const atom of atoms) {
        const follows = index.follow(kindOf(atom).implies(atom), atom.kind === kind.kind ? atom : undefined);
        if (some.some((other) => implies(atom, other))) expect(follows, JSON.stringify(atom)).toBe(true);
        if (follows) expect([...membersOf(atom)].filter((text) => !union.has(text))).toEqual([]);
      }
    }
  });
});

/** More atoms than are tried one by one. */
function many(kind: AtomKind<Atom>): readonly Atom[] {
  return Array.from({ length: 40 }, (_, i) => examplesOf(kind)[(i + 1) % examplesOf(kind).length] as Atom);
}

describe.each(kinds.map((kind) => [kind.kind, examplesOf(kind)] as const))(
  'atoms of the kind %s, compared with all others,',
  (_, examples) => {
    const mine = examples.flatMap((a) => atoms.map((b) => [a, b] as const));
    const shown = (a: Atom, b: Atom): string => `${JSON.stringify(a)} and ${JSON.stringify(b)}`;

    it('imply only atoms that hold for all their members', () => {
      for (const a of examples) expect(implies(a, a), JSON.stringify(a)).toBe(true);
      for (const [a, b] of mine) {
        if (!implies(a, b)) continue;
        expect(
          [...membersOf(a)].filter((text) => !membersOf(b).has(text)),
          shown(a, b),
        ).toEqual([]);
        expect(memberOf(raw('and', literal(a), not(literal(b)))), shown(a, b)).toBeUndefined();
      }
    });

    it('exclude only atoms that hold for none of their members', () => {
      for (const [a, b] of mine) {
        const areDisjoint = disjoint(a, b);
        if (disjoint(b, a) !== areDisjoint) expect.fail(shown(a, b));
        if (!areDisjoint) continue;
        expect(
          [...membersOf(a)].filter((text) => membersOf(b).has(text)),
          shown(a, b),
        ).toEqual([]);
        expect(memberOf(raw('and', literal(a), literal(b))), shown(a, b)).toBeUndefined();
      }
    });

    it('have one automaton with them', () => {
      let refused = 0;
      for (const [a, b] of mine) {
        const some = spread([...(own.get(a) as string[]), ...(own.get(b) as string[])], 24);
        const [one, other] = [literal(a), literal(b)];
        const formulas: [Formula, (text: string) => boolean][] = [
          [raw('and', one, other), (text) => holdsAtom(a, text) && holdsAtom(b, text)],
          [raw('or', one, not(other)), (text) => holdsAtom(a, text) || !holdsAtom(b, text)],
          [raw('and', not(one), not(other)), (text) => !holdsAtom(a, text) && !holdsAtom(b, text)],
        ];
        for (const [formula, judge] of formulas) {
          const automaton = automatonOf(formula);
          if (automaton === undefined) {
            expect(a.kind).toBe(b.kind);
            refused++;
            continue;
          }
          const wrong = some.find((text) => accepts(automaton, text) !== judge(text));
          if (wrong !== undefined) expect.fail(`${shown(a, b)} of ${wrong}`);
        }
      }
      expect(refused).toBeLessThan((3 * mine.length) / 2);
    });
  },
);

it('the pairs include overlapping and disjoint ones', () => {
  const share = (is: (a: Atom, b: Atom) => boolean): number => pairs.filter(([a, b]) => is(a, b)).length / pairs.length;
  const meets = (a: Atom, b: Atom): boolean => [...membersOf(a)].some((text) => membersOf(b).has(text));
  expect(share(meets)).toBeGreaterThan(0.3);
  expect(share((a, b) => !meets(a, b))).toBeGreaterThan(0.1);
  expect(share(implies)).toBeGreaterThan(0.04);
  expect(share(disjoint)).toBeGreaterThan(0.1);
});
