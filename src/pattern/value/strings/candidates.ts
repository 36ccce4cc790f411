/** Strings that are probably members of a set and resemble the texts of its pattern. The caller checks membership. */
import { addressOf } from '../addresses.ts';
import { atomsOf, type Formula } from './formula.ts';

// Enough for patterns written by people; generated patterns are left to the automaton.
const MANY = 12;

const PLAIN = ['other', 'x', 'another', 'one more', ''];

/** The pattern's own literals come first, then joined ones, then words that are in no pattern. */
export function* candidates(formula: Formula): Generator<string> {
  const atoms = atomsOf(formula);
  const text = (kind: string, negated: boolean): string[] =>
    atoms
      .filter(({ atom, negated: isNegated }) => atom.kind === kind && isNegated === negated)
      .slice(0, MANY)
      .flatMap(({ atom }) => ('text' in atom ? [atom.text] : []));
  const [beginnings, endings, parts] = [text('beginning', false), text('ending', false), text('substring', false)];
  for (const { atom } of atoms.slice(0, MANY)) {
    if (atom.kind === 'addresses') {
      const middle = Math.floor((atom.first + atom.last) / 2);
      for (const address of [atom.first + 1, atom.last, atom.first, middle, atom.last - 1]) {
        if (address >= 0 && address <= 0xffffffff) yield addressOf(address);
      }
    }
  }
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
  for (const kind of ['beginning', 'ending', 'substring']) yield* text(kind, true);
}

/** Concatenated, and overlapping where they share characters. */
function* joined(a: string, b: string): Generator<string> {
  yield a + b;
  for (let shared = Math.min(a.length, b.length, MANY); shared > 0; shared--) {
    if (a.endsWith(b.slice(0, shared))) yield a + b.slice(shared);
  }
}
