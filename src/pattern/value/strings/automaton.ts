/**
 * A formula as a deterministic automaton over code units. States are made on demand: position in the trie of
 * beginnings, node of the substring search, the address read so far, and the rest of the formula.
 */

import type { Budget } from '../budget.ts';
import { ADDRESS_CHARACTERS, AddressMachine, type AddressState } from './addresses-machine.ts';
import { type Atom, keyOf } from './atom.ts';
import { atomsOf, type Formula } from './formula.ts';
import { type Residual, Residuals, valueAtEnd } from './residual.ts';
import { charactersOf, foundAt, type SearchNode, searchOf, stepSearch, type TrieNode, trieOf } from './text-machine.ts';

export interface State {
  readonly key: string;
  readonly rest: Residual;
  /** Absent when no beginning is undecided. */
  readonly begun: TrieNode | undefined;
  /** Absent when no ending or substring is undecided. */
  readonly ends: SearchNode | undefined;
  /** Absent when no address is undecided. */
  readonly address: AddressState | undefined;
}

// The first of these that occurs in no text represents all characters that occur in no text.
const OTHERS = 'xyzwqkvjuhgfdtnbcmrlpsoaei_-XYZWQKVJUHGFDTNBCMRLPSOAEI1234567890';

export class Automaton {
  readonly start: State;
  private readonly residuals = new Residuals();
  private readonly atoms: readonly Atom[];
  private readonly search: SearchNode;
  private readonly addresses: AddressMachine;
  private readonly addressAtoms: readonly number[];
  /** Represents all characters that occur in no text; undefined if there is none. */
  private readonly other: string | undefined;
  private readonly kinds = new Map<Residual, ReadonlySet<Atom['kind']>>();
  private readonly budget: Budget;

  /** @throws RangeError for a formula with addresses of both readings of leading zeros */
  constructor(formula: Formula, avoid: Iterable<string>, budget: Budget) {
    this.budget = budget;
    this.atoms = atomsOf(formula).map(({ atom }) => atom);
    const index = new Map(this.atoms.map((atom, i) => [keyOf(atom), i]));
    const rest = this.residuals.of(formula, ({ atom }) => index.get(keyOf(atom)) as number);
    this.search = searchOf(this.texts('ending', 'substring'));
    this.addressAtoms = this.atoms.flatMap((atom, i) => (atom.kind === 'addresses' ? [i] : []));
    const blocks = this.atoms.filter((atom) => atom.kind === 'addresses');
    const zeros = blocks[0]?.zeros ?? false;
    if (blocks.some((block) => block.zeros !== zeros)) throw new RangeError('addresses are read in two ways');
    this.addresses = new AddressMachine(blocks, zeros);
    this.other = otherThan([...this.atoms.map((atom) => ('text' in atom ? atom.text : ADDRESS_CHARACTERS)), ...avoid]);
    this.start = this.state(rest, trieOf(this.texts('beginning')), this.search, this.addresses.start);
  }

  private texts(...kinds: readonly Atom['kind'][]): (readonly [number, string])[] {
    return this.atoms.flatMap((atom, i) => ('text' in atom && kinds.includes(atom.kind) ? [[i, atom.text]] : []));
  }

  /** The characters that lead to different states; all others lead where `other` leads. */
  charactersOf({ begun, ends, address }: State): Iterable<string> {
    const characters = new Set<string>(begun?.children.keys());
    if (ends !== undefined) charactersOf(ends, characters);
    if (address !== undefined) for (const character of ADDRESS_CHARACTERS) characters.add(character);
    if (this.other !== undefined) characters.add(this.other);
    return characters;
  }

  /** The next state; undefined when no continuation can be accepted. */
  step({ rest, begun, ends, address }: State, character: string): State | undefined {
    const decided = new Map<number, boolean>();
    const nextBegun = begun?.children.get(character);
    if (begun !== undefined) {
      for (const atom of begun.below) decided.set(atom, false);
      // Texts below the next node are still undecided.
      for (const atom of nextBegun?.below ?? []) decided.delete(atom);
      for (const atom of nextBegun?.here ?? []) decided.set(atom, true);
    }
    const nextEnds = ends && stepSearch(ends, character);
    for (const atom of foundAt(nextEnds)) if (this.atoms[atom]?.kind === 'substring') decided.set(atom, true);
    const nextAddress = address && this.addresses.step(address, character);
    if (address !== undefined && nextAddress === undefined) {
      for (const atom of this.addressAtoms) decided.set(atom, false);
    }
    const left = this.decide(rest, decided);
    return left === false ? undefined : this.state(left, nextBegun, nextEnds, nextAddress);
  }

  private state(
    rest: Residual,
    begun: TrieNode | undefined,
    ends: SearchNode | undefined,
    address: AddressState | undefined,
  ): State {
    const kinds = this.kindsOf(rest);
    // Parts that no undecided atom needs are dropped, so that states that differ only there are one.
    const kept = {
      begun: kinds.has('beginning') ? begun : undefined,
      ends: kinds.has('ending') || kinds.has('substring') ? ends : undefined,
      address: kinds.has('addresses') ? address : undefined,
    };
    const id = typeof rest === 'boolean' ? rest : rest.id;
    const key = `${id}|${kept.begun?.id ?? ''}|${kept.ends?.id ?? ''}|${kept.address?.key ?? ''}`;
    return { key, rest, ...kept };
  }

  private decide(rest: Residual, decided: ReadonlyMap<number, boolean>): Residual {
    if (decided.size === 0 || typeof rest === 'boolean') return rest;
    // A long formula is read at every character that decides something.
    this.budget.steps -= rest.atoms.size >> 4;
    return this.residuals.decide(rest, decided);
  }

  /** The kinds of the undecided atoms. */
  private kindsOf(rest: Residual): ReadonlySet<Atom['kind']> {
    let kinds = this.kinds.get(rest);
    if (kinds === undefined) {
      kinds = new Set(typeof rest === 'boolean' ? [] : [...rest.atoms].map((atom) => (this.atoms[atom] as Atom).kind));
      this.kinds.set(rest, kinds);
    }
    return kinds;
  }

  /** Whether a string that ends in the state is accepted. */
  accepts({ rest, ends, address }: State): boolean {
    if (typeof rest === 'boolean') return rest;
    const number = address === undefined ? -1 : this.addresses.address(address);
    const found = new Set(foundAt(ends));
    return valueAtEnd(rest, (index) => {
      const atom = this.atoms[index] as Atom;
      if (atom.kind === 'addresses') return number >= atom.first && number <= atom.last;
      return atom.kind === 'ending' && found.has(index);
    });
  }
}

function otherThan(texts: Iterable<string>): string | undefined {
  const used = new Set<string>();
  for (const text of texts) for (let i = 0; i < text.length; i++) used.add(text[i] as string);
  for (const character of OTHERS) if (!used.has(character)) return character;
  for (let code = 0xa1; code < 0xd800; code++) {
    if (!used.has(String.fromCharCode(code))) return String.fromCharCode(code);
  }
  for (let code = 0; code <= 0xffff; code++) {
    if (!used.has(String.fromCharCode(code))) return String.fromCharCode(code);
  }
  return undefined;
}
