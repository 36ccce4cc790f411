/**
 * The contract of a kind of atoms: statements about one string, of which formulas are made. Each kind is one file
 * of its name, with examples of its atoms for the tests; the table is in `index.ts`. An atom is plain data; it holds for
 * some strings and not for all.
 */
import type { TextRange } from '../../text-range.ts';
import type { MachineOf } from '../machine.ts';

/** Texts that a string begins with, contains and ends with; an empty text is met by all. */
export interface Texts {
  readonly begin: string;
  readonly parts: readonly string[];
  readonly end: string;
}

export const NO_TEXTS: readonly string[] = [];

export interface AtomKind<A extends { readonly kind: string }> {
  readonly kind: A['kind'];
  /** Equal for equal atoms of the kind. */
  key(atom: A): string;
  holds(atom: A, text: string): boolean;

  /** Texts that are in every string for which the atom holds: what other kinds can conclude from it. */
  implies(atom: A): Texts;
  /**
   * Whether the atom holds for every string for which another one holds; a sufficient test. `same` is that atom if it is
   * of this kind, and `texts` what it implies.
   */
  follows(atom: A, texts: Texts, same: A | undefined): boolean;
  /** Whether the atom holds for none of these strings; a sufficient test. */
  excludes(atom: A, texts: Texts, same: A | undefined): boolean;
  /** Many atoms of the kind, to be tested at once. */
  index(atoms: readonly A[]): ManyAtoms<A>;

  /**
   * Texts to build members from: the atom holds for every string that has them one after another, the first at its
   * beginning and the last at its end. Undefined if there are none.
   */
  pieces(atom: A): Texts | undefined;
  /** Strings that resemble the pattern, at least one of which is a member. */
  candidates(atom: A): Iterable<string>;
  /** Members that few other sets have. */
  corners(atom: A): readonly string[];
  /** Members that dialects may read differently, and strings near to them. */
  spellings(atom: A): readonly string[];
  /** A range of strings that contains all members. */
  around(atom: A): TextRange;

  /** All characters that the atom distinguishes: any two others are interchangeable. */
  characters(atom: A): string;
  /** Kinds that have the same function are read by one machine. */
  readonly machine: MachineOf<A>;

  /** A string, changed as little as possible to become a member. The results are candidates. */
  include(atom: A, text: string): readonly string[];
  /** A member, changed as little as possible to be none. The results are candidates. */
  exclude(atom: A, text: string): readonly string[];
}

/** An index of atoms of one kind. */
export interface ManyAtoms<A> {
  /** Whether one of them holds. */
  holds(text: string): boolean;
  /** Whether one of them follows; arguments as in `AtomKind.follows`. */
  follow(texts: Texts, same: A | undefined): boolean;
}
