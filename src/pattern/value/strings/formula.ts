/**
 * Statements about one string, joined by and, or and not. A formula keeps `not` at its atoms, and is simplified where that is
 * cheap: what is left is for the automaton to decide.
 */
import { addressIn, sharedText } from '../addresses.ts';

export type Atom =
  /** The string begins with the text, ends with it, or has it in it; never an empty text. */
  | { readonly kind: 'beginning' | 'ending' | 'substring'; readonly text: string }
  /** The string is an IPv4 address from first to last, both included; `zeros` as `addressIn` takes it. */
  | { readonly kind: 'addresses'; readonly first: number; readonly last: number; readonly zeros: boolean };

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

// Comparing each atom with each costs more than it saves beyond this many pairs.
const MANY_PAIRS = 250_000;

export function literal(atom: Atom): Formula {
  if (atom.kind === 'addresses' && atom.first > atom.last) return false;
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
  if (contradict(literals)) return false;
  const rest: Formula[] = [];
  for (const part of flat) {
    if (part.kind === 'literal') continue;
    const left = part.parts.length * literals.length > MANY_PAIRS ? part : without(part, literals);
    if (left === false) return false;
    rest.push(left);
  }
  const all = [...literals, ...rest];
  if (all.length === 0) return true;
  return all.length === 1 ? (all[0] as Formula) : { kind: 'and', parts: all };
}

/** The parts of nested ands side by side, without `true`; false when one of them is. */
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

export function keyOf(atom: Atom): string {
  return atom.kind === 'addresses' ? `addresses:${atom.first}-${atom.last}:${atom.zeros}` : `${atom.kind}:${atom.text}`;
}

function distinct(literals: readonly Literal[]): Literal[] {
  if (literals.length < 2) return [...literals];
  return [...new Map(literals.map((one) => [`${one.negated}${keyOf(one.atom)}`, one])).values()];
}

function contradict(literals: readonly Literal[]): boolean {
  if (literals.length < 2 || literals.length ** 2 > MANY_PAIRS) return false;
  return literals.some((one, i) => literals.some((other, j) => i < j && excludes(one, other)));
}

/** An `or` without the parts that the literals rule out. */
function without(part: Joined, literals: readonly Literal[]): Formula {
  if (literals.length === 0) return part;
  const left = part.parts.filter((one) => {
    if (typeof one === 'boolean') return one;
    const held = one.kind === 'literal' ? [one] : one.kind === 'and' ? one.parts : [];
    return !held.some(
      (some) => typeof some !== 'boolean' && some.kind === 'literal' && literals.some((lit) => excludes(some, lit)),
    );
  });
  if (left.length === 0) return false;
  return left.length === 1 ? (left[0] as Formula) : { kind: 'or', parts: left };
}

/** Whether no string holds for both, as far as one look at the texts tells. */
function excludes(a: Literal, b: Literal): boolean {
  if (a.negated && b.negated) return false;
  if (a.negated) return implies(b.atom, a.atom);
  if (b.negated) return implies(a.atom, b.atom);
  return disjoint(a.atom, b.atom);
}

/** Whether one look at the texts tells that all for which one formula holds the other holds for too. */
export function followsSurely(from: Formula, to: Formula): boolean {
  if (from === false || to === true) return true;
  if (typeof from === 'boolean' || typeof to === 'boolean') return false;
  if (to.kind === 'and') return to.parts.every((part) => followsSurely(from, part));
  if (from.kind === 'and') return from.parts.some((part) => followsSurely(part, to));
  return from.kind === 'literal' && to.kind === 'literal' && excludes(from, { ...to, negated: !to.negated });
}

function implies(a: Atom, b: Atom): boolean {
  if (a.kind === 'addresses') {
    if (b.kind === 'beginning') return !a.zeros && sharedText(a.first, a.last).startsWith(b.text);
    return b.kind === 'addresses' && a.zeros === b.zeros && a.first >= b.first && a.last <= b.last;
  }
  if (b.kind === 'addresses') return false;
  if (b.kind === 'substring') return a.text.includes(b.text);
  return a.kind === b.kind && (a.kind === 'beginning' ? a.text.startsWith(b.text) : a.text.endsWith(b.text));
}

function disjoint(a: Atom, b: Atom): boolean {
  if (a.kind === 'beginning' && b.kind === 'addresses') return disjoint(b, a);
  if (a.kind === 'addresses' && b.kind === 'beginning') {
    // A part that is written out is one number, with zeros before it or without.
    const part = /^[0-9]{1,3}(?=\.)/.exec(b.text);
    if (part !== null && (Number(part[0]) < a.first >>> 24 || Number(part[0]) > a.last >>> 24)) return true;
    const shared = sharedText(a.first, a.last);
    return !a.zeros && !shared.startsWith(b.text) && !b.text.startsWith(shared);
  }
  if (a.kind !== b.kind) return false;
  if (a.kind === 'addresses') return b.kind === 'addresses' && (a.last < b.first || b.last < a.first);
  if (a.kind === 'substring' || b.kind === 'addresses') return false;
  const [long, short] = a.text.length > b.text.length ? [a.text, b.text] : [b.text, a.text];
  return a.kind === 'beginning' ? !long.startsWith(short) : !long.endsWith(short);
}

// Fewer characters than there are leave one that no text has.
const ALL_CHARACTERS = 0x10000;

/** Whether one look tells that a formula holds for strings without end. */
export function isEndless(formula: Formula): boolean {
  if (typeof formula === 'boolean') return formula;
  if (formula.kind === 'literal') return formula.negated || formula.atom.kind !== 'addresses';
  if (formula.kind === 'or') return formula.parts.some(isEndless);
  const counts = { beginning: 0, ending: 0, substring: 0, addresses: 0, negated: 0, characters: 0 };
  for (const part of formula.parts) {
    if (typeof part === 'boolean' || part.kind !== 'literal') return false;
    counts[part.negated ? 'negated' : part.atom.kind]++;
    counts.characters += 'text' in part.atom ? part.atom.text.length : 1;
  }
  // Whatever is wanted stands side by side; or a string of a character that nobody wrote has nothing that is not wanted.
  if (counts.negated === formula.parts.length) return counts.characters < ALL_CHARACTERS;
  return counts.negated === 0 && counts.addresses === 0 && counts.beginning <= 1 && counts.ending <= 1;
}

export function holds(formula: Formula, text: string): boolean {
  if (typeof formula === 'boolean') return formula;
  if (formula.kind === 'literal') return holdsAtom(formula.atom, text) !== formula.negated;
  return formula.kind === 'and'
    ? formula.parts.every((part) => holds(part, text))
    : formula.parts.some((part) => holds(part, text));
}

function holdsAtom(atom: Atom, text: string): boolean {
  switch (atom.kind) {
    case 'beginning':
      return text.startsWith(atom.text);
    case 'ending':
      return text.endsWith(atom.text);
    case 'substring':
      return text.includes(atom.text);
    case 'addresses': {
      const address = addressIn(text, atom.zeros);
      return address >= atom.first && address <= atom.last;
    }
  }
}

/** The atoms of a formula, each once: those that are wanted before those that are not. */
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
