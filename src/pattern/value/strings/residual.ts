/**
 * The rest of a formula while a string is read. Decided atoms are substituted, and equal rests are one object, so that
 * a number identifies a state of the automaton.
 */
import type { Formula } from './formula.ts';

export type Residual = boolean | RestLiteral | RestJoined;

interface RestLiteral {
  readonly kind: 'literal';
  readonly id: number;
  readonly atom: number;
  readonly negated: boolean;
  readonly atoms: ReadonlySet<number>;
}

interface RestJoined {
  readonly kind: 'and' | 'or';
  readonly id: number;
  readonly parts: readonly Exclude<Residual, boolean>[];
  /** The undecided atoms. */
  readonly atoms: ReadonlySet<number>;
}

/** The values of decided atoms. */
export type Decided = ReadonlyMap<number, boolean>;

export class Residuals {
  private readonly known = new Map<string, Exclude<Residual, boolean>>();

  /** `indexOf` numbers the atoms. */
  of(formula: Formula, indexOf: (literal: Extract<Formula, { kind: 'literal' }>) => number): Residual {
    if (typeof formula === 'boolean') return formula;
    if (formula.kind === 'literal') return this.literal(indexOf(formula), formula.negated);
    return this.join(
      formula.kind,
      formula.parts.map((part) => this.of(part, indexOf)),
    );
  }

  decide(rest: Residual, decided: Decided): Residual {
    if (typeof rest === 'boolean' || !touches(rest.atoms, decided)) return rest;
    if (rest.kind === 'literal') return decided.get(rest.atom) !== rest.negated;
    return this.join(
      rest.kind,
      rest.parts.map((part) => this.decide(part, decided)),
    );
  }

  private literal(atom: number, negated: boolean): Residual {
    return this.keep(`${negated ? '!' : ''}${atom}`, (id) => ({
      kind: 'literal',
      id,
      atom,
      negated,
      atoms: new Set([atom]),
    }));
  }

  private join(kind: 'and' | 'or', parts: readonly Residual[]): Residual {
    const absorbing = kind === 'or';
    const open = new Map<number, Exclude<Residual, boolean>>();
    for (const part of parts) {
      if (part === absorbing) return absorbing;
      if (typeof part !== 'boolean') open.set(part.id, part);
    }
    if (open.size === 0) return !absorbing;
    const kept = [...open.values()].sort((a, b) => a.id - b.id);
    if (kept.length === 1) return kept[0] as Residual;
    return this.keep(`${kind}:${kept.map(({ id }) => id).join(',')}`, (id) => {
      const atoms = new Set<number>();
      for (const part of kept) for (const atom of part.atoms) atoms.add(atom);
      return { kind, id, parts: kept, atoms };
    });
  }

  private keep(key: string, make: (id: number) => Exclude<Residual, boolean>): Residual {
    const found = this.known.get(key);
    if (found !== undefined) return found;
    const made = make(this.known.size);
    this.known.set(key, made);
    return made;
  }
}

function touches(atoms: ReadonlySet<number>, decided: Decided): boolean {
  if (decided.size < atoms.size) {
    for (const atom of decided.keys()) if (atoms.has(atom)) return true;
    return false;
  }
  for (const atom of atoms) if (decided.has(atom)) return true;
  return false;
}

/** The value of a rest at the end of the string: `isTrue` names the atoms that hold there, all others are false. */
export function valueAtEnd(rest: Residual, isTrue: (atom: number) => boolean): boolean {
  if (typeof rest === 'boolean') return rest;
  if (rest.kind === 'literal') return isTrue(rest.atom) !== rest.negated;
  return rest.kind === 'and'
    ? rest.parts.every((part) => valueAtEnd(part, isTrue))
    : rest.parts.some((part) => valueAtEnd(part, isTrue));
}
