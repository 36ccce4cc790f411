/**
 * A formula as a deterministic automaton over code units. States are made on demand: those of the machines that read
 * the atoms, and the rest of the formula.
 */
import type { Budget } from '../budget.ts';
import { type Atom, keyOf } from './atom.ts';
import { atomsOf, type Formula } from './formula.ts';
import { allKinds, kindOf } from './kinds/index.ts';
import type { Machine, MachineOf } from './machine.ts';
import { type Residual, Residuals, valueAtEnd } from './residual.ts';

export interface State {
  readonly key: string;
  readonly rest: Residual;
  /** For each machine; undefined when none of its atoms is undecided. */
  readonly reads: readonly unknown[];
}

// The first of these that occurs in no text represents all characters that occur in no text.
const OTHERS = 'xyzwqkvjuhgfdtnbcmrlpsoaei_-XYZWQKVJUHGFDTNBCMRLPSOAEI1234567890';

export class Automaton {
  readonly start: State;
  private readonly residuals = new Residuals();
  private readonly machines: readonly Machine[];
  /** For each atom, the index of the machine that reads it. */
  private readonly machineOf: readonly number[];
  /** Represents all characters that occur in no text; undefined if there is none. */
  private readonly other: string | undefined;
  /** For each residual, which machines have undecided atoms. */
  private readonly undecided = new Map<Residual, readonly boolean[]>();
  private readonly budget: Budget;

  /** @throws RangeError for a formula with addresses of both readings of leading zeros */
  constructor(formula: Formula, avoid: Iterable<string>, budget: Budget) {
    this.budget = budget;
    const atoms = atomsOf(formula).map(({ atom }) => atom);
    const index = new Map(atoms.map((atom, i) => [keyOf(atom), i]));
    const rest = this.residuals.of(formula, ({ atom }) => index.get(keyOf(atom)) as number);
    const machines = machinesOf(atoms);
    this.machines = machines.map(([machineOf, some]) => machineOf(some));
    const machineOf: number[] = [];
    for (const [machine, [, some]] of machines.entries()) for (const [atom] of some) machineOf[atom] = machine;
    this.machineOf = machineOf;
    this.other = otherThan([...atoms.map((atom) => kindOf(atom).characters(atom)), ...avoid]);
    this.start = this.state(
      rest,
      this.machines.map(({ start }) => start),
    );
  }

  /** The characters that lead to different states; all others lead where `other` leads. */
  charactersOf({ reads }: State): Iterable<string> {
    const characters = new Set<string>();
    for (let i = 0; i < reads.length; i++) {
      if (reads[i] !== undefined) (this.machines[i] as Machine).characters(reads[i], characters);
    }
    if (this.other !== undefined) characters.add(this.other);
    return characters;
  }

  /** The next state; undefined when no continuation can be accepted. */
  step({ rest, reads }: State, character: string): State | undefined {
    const decided = new Map<number, boolean>();
    // Loops instead of closures, since this runs for each character of each state.
    const next: unknown[] = [];
    for (let i = 0; i < reads.length; i++) {
      const read = reads[i];
      next.push(read === undefined ? undefined : (this.machines[i] as Machine).step(read, character, decided));
    }
    const left = this.decide(rest, decided);
    return left === false ? undefined : this.state(left, next);
  }

  /** Keeps `reads`, without the states that no undecided atom needs: states that differ only there are one. */
  private state(rest: Residual, reads: unknown[]): State {
    const undecided = this.undecidedIn(rest);
    let key = typeof rest === 'boolean' ? String(rest) : String(rest.id);
    for (let i = 0; i < reads.length; i++) {
      const read = undecided[i] ? reads[i] : undefined;
      key += read === undefined ? '|' : `|${(this.machines[i] as Machine).key(read)}`;
      reads[i] = read;
    }
    return { key, rest, reads };
  }

  private decide(rest: Residual, decided: ReadonlyMap<number, boolean>): Residual {
    if (decided.size === 0 || typeof rest === 'boolean') return rest;
    // A long formula is read at every character that decides something.
    this.budget.steps -= rest.atoms.size >> 4;
    return this.residuals.decide(rest, decided);
  }

  private undecidedIn(rest: Residual): readonly boolean[] {
    let undecided = this.undecided.get(rest);
    if (undecided === undefined) {
      const open = new Set(typeof rest === 'boolean' ? [] : [...rest.atoms].map((atom) => this.machineOf[atom]));
      undecided = this.machines.map((_, i) => open.has(i));
      this.undecided.set(rest, undecided);
    }
    return undecided;
  }

  /** Whether a string that ends in the state is accepted. */
  accepts({ rest, reads }: State): boolean {
    if (typeof rest === 'boolean') return rest;
    const held = new Set<number>();
    for (let i = 0; i < reads.length; i++) {
      if (reads[i] !== undefined) (this.machines[i] as Machine).atEnd(reads[i], held);
    }
    return valueAtEnd(rest, (atom) => held.has(atom));
  }
}

type Numbered = readonly [index: number, atom: Atom];

/** The machines that read some atoms, in the order of the table, with their atoms. */
function machinesOf(atoms: readonly Atom[]): (readonly [MachineOf<Atom>, readonly Numbered[]])[] {
  const machines = new Map<MachineOf<Atom>, Numbered[]>(allKinds().map(({ machine }) => [machine, []]));
  for (const [i, atom] of atoms.entries()) machines.get(kindOf(atom).machine)?.push([i, atom]);
  return [...machines].filter(([, some]) => some.length > 0);
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
