/** The table of the kinds of atoms, their only list. The order is that of candidates and of the parts of an automaton. */
import { addresses } from './addresses.ts';
import { beginning } from './beginning.ts';
import { ending } from './ending.ts';
import { folded } from './folded.ts';
import { ipAddresses } from './ip-addresses.ts';
import type { AtomKind } from './kind.ts';
import { substring } from './substring.ts';
import { wildcard } from './wildcard.ts';

const table = { beginning, ending, substring, wildcard, folded, addresses, 'ip-addresses': ipAddresses } as const;

type AtomOf<Row> = Row extends AtomKind<infer A> ? A : never;

/** One statement about a string. */
export type Atom = AtomOf<(typeof table)[keyof typeof table]>;

/** A kind, whose functions are called with its own atoms only. */
export type Kind = AtomKind<Atom>;

export function kindOf({ kind }: Atom): Kind {
  return table[kind] as unknown as Kind;
}

/** All kinds. A function, since bundlers keep what is computed when a file is loaded. */
export function allKinds(): readonly Kind[] {
  return Object.values(table) as readonly unknown[] as readonly Kind[];
}
