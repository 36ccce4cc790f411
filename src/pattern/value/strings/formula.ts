/**
 * Formulas about one string: atoms joined by and, or and not. `not` is pushed down to the atoms, and cheap
 * simplifications are applied; the automaton decides the rest.
 */
import { type Atom, disjoint, holdsAtom, implies, keyOf } from './atom.ts';
import { AtomIndex } from './atom-index.ts';
import { kindOf } from './kinds/index.ts';

export type Formula = boolean | Literal | Joined;

export interface Literal {
  readonly kind: 'literal';
  readonly atom: Atom;
  readonly negated: boolean;
}

export interface Joined {
  readonly kind: 'and' | 'or';
  readonly parts: readonly Formula[];
}

export function literal(atom: Atom): Formula {
  return { kind: 'literal', atom, negated: false };
}

export function not(formula: Formula): Formula {
  if (typeof formula === 'boolean') return !formula;
  if (formula.kind === 'literal') return { ...formula, negated: !formula.negated };
  return { kind: formula.kind === 'and' ? 'or' : 'and', parts: formula.parts.map(not) };
}

export function or(parts: readonly Formula[]): Formula {
  return not(and(parts.map(not)));
}

export function and(parts: readonly Formula[]): Formula {
  const flat = flatten(parts);
  if (flat === false) return false;
  const literals = distinct(flat.filter((part) => part.kind === 'literal'));
  const excluded = excluding(literals);
  if (excluded === undefined) return false;
  const rest: Formula[] = [];
  for (const part of flat) {
    if (part.kind === 'literal') continue;
    const left = literals.length === 0 ? part : without(part, excluded);
    if (left === false) return false;
    rest.push(left);
  }
  const all = [...literals, ...rest];
  if (all.length === 0) return true;
  return all.length === 1 ? (all[0] as Formula) : { kind: 'and', parts: all };
}

/** Flattens nested ands and drops `true`; false when a part is false. */
function flatten(parts: readonly Formula[]): (Literal | Joined)[] | false {
  const flat: (Literal | Joined)[] = [];
  for (const part of parts) {
    if (part === false) return false;
    if (part === true) continue;
    if (part.kind === 'and') {
      const inner = flatten(part.parts);
      if (inner === false) return false;
      for (const one of inner) flat.push(one);
    } else flat.push(part);
  }
  return flat;
}

function distinct(literals: readonly Literal[]): Literal[] {
  if (literals.length < 2) return [...literals];
  return [...new Map(literals.map((one) => [`${one.negated}${keyOf(one.atom)}`, one])).values()];
}

/** An `or` without the parts that are excluded. */
function without(part: Joined, excluded: (one: Literal) => boolean): Formula {
  const left = part.parts.filter((one) => {
    if (typeof one === 'boolean') return one;
    const held = one.kind === 'literal' ? [one] : one.kind === 'and' ? one.parts : [];
    return !held.some((some) => typeof some !== 'boolean' && some.kind === 'literal' && excluded(some));
  });
  if (left.length === 0) return false;
  if (left.length === part.parts.length) return part;
  return left.length === 1 ? (left[0] as Formula) : { kind: 'or', parts: left };
}

/** So few literals are compared pairwise. */
const FEW = 16;

/** Positive literals of one kind that are compared pairwise; the automaton decides about further ones. */
const MANY = 50;

/** A test for literals that contradict one of the given ones; undefined when these contradict each other. */
function excluding(literals: readonly Literal[]): ((one: Literal) => boolean) | undefined {
  if (literals.length <= FEW) {
    const contradict = literals.some((one, i) => literals.some((other, j) => i < j && excludes(one, other)));
    return contradict ? undefined : (one) => literals.some((other) => excludes(one, other));
  }
  const wanted = strongest(literals.filter(({ negated }) => !negated));
  if (wanted === undefined) return undefined;
  const unwanted = literals.filter(({ negated }) => negated);
  if (unwanted.some((one) => wanted.some((other) => excludes(one, other)))) return undefined;
  const index = new AtomIndex(unwanted.map(({ atom }) => atom));
  return (one) => wanted.some((other) => excludes(one, other)) || (!one.negated && index.followsFrom(one.atom));
}

/**
 * Positive literals without those that follow from a neighbour of their kind: of consistent beginnings only the longest
 * is left, and so with endings. Undefined when they contradict each other.
 */
function strongest(wanted: readonly Literal[]): readonly Literal[] | undefined {
  const byKind = new Map<Atom['kind'], Literal[]>();
  for (const one of wanted) {
    const kept = byKind.get(one.atom.kind);
    const last = kept?.at(-1);
    if (kept === undefined || last === undefined) byKind.set(one.atom.kind, [one]);
    else if (disjoint(last.atom, one.atom)) return undefined;
    else if (implies(one.atom, last.atom)) kept[kept.length - 1] = one;
    else if (!implies(last.atom, one.atom) && kept.length < MANY) kept.push(one);
  }
  const all = [...byKind.values()].flat();
  return all.some((one, i) => all.some((other, j) => i < j && excludes(one, other))) ? undefined : all;
}

/** Whether no string satisfies both; a sufficient test. */
function excludes(a: Literal, b: Literal): boolean {
  if (a.negated && b.negated) return false;
  if (a.negated) return implies(b.atom, a.atom);
  if (b.negated) return implies(a.atom, b.atom);
  return disjoint(a.atom, b.atom);
}

/** Whether each string for which one formula holds satisfies the other; a sufficient test. */
export function followsSurely(from: Formula, to: Formula): boolean {
  if (from === false || to === true) return true;
  if (typeof from === 'boolean' || typeof to === 'boolean') return false;
  if (to.kind === 'and') return to.parts.every((part) => followsSurely(from, part));
  if (from.kind === 'and') return from.parts.some((part) => followsSurely(part, to));
  return from.kind === 'literal' && to.kind === 'literal' && excludes(from, { ...to, negated: !to.negated });
}

// The number of code units: with fewer characters in all texts, one remains that occurs in none.
const ALL_CHARACTERS = 0x10000;

/** Whether a formula holds for infinitely many strings; a sufficient test. */
export function isEndless(formula: Formula): boolean {
  if (typeof formula === 'boolean') return formula;
  if (formula.kind === 'literal') return formula.negated || kindOf(formula.atom).pieces(formula.atom) !== undefined;
  if (formula.kind === 'or') return formula.parts.some(isEndless);
  const counts = { begin: 0, end: 0, closed: 0, negated: 0, characters: 0 };
  for (const part of formula.parts) {
    if (typeof part === 'boolean' || part.kind !== 'literal') return false;
    const kind = kindOf(part.atom);
    counts.characters += kind.characters(part.atom).length;
    const pieces = kind.pieces(part.atom);
    if (part.negated) counts.negated++;
    else if (pieces === undefined) counts.closed++;
    else {
      if (pieces.begin !== '') counts.begin++;
      if (pieces.end !== '') counts.end++;
    }
  }
  // Pieces can be concatenated; negated atoms hold for any string over a character that occurs in none of them.
  if (counts.negated === formula.parts.length) return counts.characters < ALL_CHARACTERS;
  return counts.negated === 0 && counts.closed === 0 && counts.begin <= 1 && counts.end <= 1;
}

export function holds(formula: Formula, text: string): boolean {
  if (typeof formula === 'boolean') return formula;
  if (formula.kind === 'literal') return holdsAtom(formula.atom, text) !== formula.negated;
  if (formula.parts.length > FEW) return holdsOfMany(formula, text);
  return formula.kind === 'and'
    ? formula.parts.every((part) => holds(part, text))
    : formula.parts.some((part) => holds(part, text));
}

/** Literals of which any one decides, and the remaining parts. */
interface Sorted {
  readonly deciding: AtomIndex;
  readonly rest: readonly Formula[];
}

const sorted = new WeakMap<Joined, Sorted>();

function holdsOfMany(formula: Joined, text: string): boolean {
  const isAnd = formula.kind === 'and';
  let known = sorted.get(formula);
  if (known === undefined) {
    const atoms: Atom[] = [];
    const rest: Formula[] = [];
    for (const part of formula.parts) {
      if (typeof part !== 'boolean' && part.kind === 'literal' && part.negated === isAnd) atoms.push(part.atom);
      else rest.push(part);
    }
    known = { deciding: new AtomIndex(atoms), rest };
    sorted.set(formula, known);
  }
  if (known.deciding.holdsFor(text)) return !isAnd;
  return isAnd ? known.rest.every((part) => holds(part, text)) : known.rest.some((part) => holds(part, text));
}

/** The distinct atoms of a formula, positive ones first. */
export function atomsOf(formula: Formula): readonly Literal[] {
  const found = new Map<string, Literal>();
  const collect = (part: Formula): void => {
    if (typeof part === 'boolean') return;
    if (part.kind !== 'literal') {
      for (const one of part.parts) collect(one);
      return;
    }
    const key = keyOf(part.atom);
    if (!found.has(key) || !part.negated) found.set(key, part);
  };
  collect(formula);
  return [...found.values()].sort((a, b) => Number(a.negated) - Number(b.negated));
}
