/** Strings that are probably members of a set and resemble the texts of its pattern. The caller checks membership. */
import { atomsOf, type Formula, type Literal } from './formula.ts';
import { allKinds, kindOf } from './kinds/index.ts';

// Enough for patterns written by people; generated patterns are left to the automaton.
const MANY = 12;

const PLAIN = ['other', 'x', 'another', 'one more', ''];

/** The pattern's own literals come first, then joined ones, then words that are in no pattern. */
export function* candidates(formula: Formula): Generator<string> {
  const literals = atomsOf(formula);
  // Closed kinds first: their members cannot be joined with others.
  for (const { atom } of literals.slice(0, MANY)) {
    const kind = kindOf(atom);
    if (kind.pieces(atom) === undefined) yield* kind.candidates(atom);
  }
  const { beginnings, parts, endings } = piecesOf(literals);
  yield* beginnings;
  yield* endings;
  yield* parts;
  for (const a of beginnings) for (const b of endings) yield* joined(a, b);
  for (const a of beginnings) for (const b of parts) yield* joined(a, b);
  for (const a of parts) for (const b of endings) yield* joined(a, b);
  for (const a of beginnings.slice(0, 4)) {
    for (const b of parts.slice(0, 4)) for (const c of endings.slice(0, 4)) yield a + b + c;
  }
  for (const a of beginnings) yield `${a}x`;
  for (const a of endings) yield `x${a}`;
  for (const a of parts) yield `x${a}x`;
  for (const a of parts) for (const b of parts) yield a + b;
  yield* PLAIN;
  // Excluded texts: with several conditions, a witness for `anything-but` is then close to what it excludes.
  for (const kind of allKinds()) {
    const excluded = literals.filter(({ atom, negated }) => negated && atom.kind === kind.kind);
    for (const { atom } of excluded.slice(0, MANY)) if (kind.pieces(atom) !== undefined) yield* kind.candidates(atom);
  }
}

/** The pieces of the positive literals, which come first. */
function piecesOf(literals: readonly Literal[]): Record<'beginnings' | 'parts' | 'endings', readonly string[]> {
  const beginnings: string[] = [];
  const parts: string[] = [];
  const endings: string[] = [];
  for (const { atom, negated } of literals) {
    if (negated) break;
    const pieces = kindOf(atom).pieces(atom);
    if (pieces === undefined) continue;
    if (pieces.begin !== '') beginnings.push(pieces.begin);
    for (const part of pieces.parts) parts.push(part);
    if (pieces.end !== '') endings.push(pieces.end);
  }
  return { beginnings: beginnings.slice(0, MANY), parts: parts.slice(0, MANY), endings: endings.slice(0, MANY) };
}

/** Concatenated, and overlapping where they share characters. */
function* joined(a: string, b: string): Generator<string> {
  yield a + b;
  for (let shared = Math.min(a.length, b.length, MANY); shared > 0; shared--) {
    if (a.endsWith(b.slice(0, shared))) yield a + b.slice(shared);
  }
}
