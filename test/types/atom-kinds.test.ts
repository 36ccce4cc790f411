/** What the compiler refuses of a kind of atoms: `tsc` fails where an expected error is missing. */
import { expect, expectTypeOf, it } from 'vitest';
import type { Atom } from '../../src/pattern/value/strings/atom.ts';
import { allKinds } from '../../src/pattern/value/strings/kinds/index.ts';
import type { AtomKind } from '../../src/pattern/value/strings/kinds/kind.ts';
import { type Substring, substring } from '../../src/pattern/value/strings/kinds/substring.ts';

/** A kind that is to come. */
interface Reversed {
  readonly kind: 'reversed';
  readonly text: string;
}

/** The members that a kind may leave out. */
type Optional<K> = { [Name in keyof K]-?: object extends Pick<K, Name> ? Name : never }[keyof K];

it('refuses a kind without one of its members', () => {
  expectTypeOf<Optional<AtomKind<Reversed>>>().toEqualTypeOf<never>();
  const { machine, ...rest } = substring;
  // @ts-expect-error: no machine reads its atoms
  const lacking: AtomKind<Substring> = rest;
  expect(lacking).not.toHaveProperty('machine', machine);
});

it('refuses the functions of another kind', () => {
  // @ts-expect-error: its atoms are substrings
  const other: AtomKind<Reversed> = substring;
  expect(other.kind).toBe('substring');
});

it('refuses atoms of a kind that is not in the table', () => {
  // @ts-expect-error: there is no such row
  const atom: Atom = { kind: 'reversed', text: 'a' };
  expect(allKinds().map(({ kind }) => kind)).not.toContain(atom.kind);
});
