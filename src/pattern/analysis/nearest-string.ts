/** Changes a string as little as possible so that it is in a set of strings. */
import { addressIn, addressOf } from '../value/addresses.ts';
import { canAlign, toBeginnings, toParts } from '../value/edit-distance.ts';
import { type Atom, holdsAtom } from '../value/strings/atom.ts';
import { backwards } from '../value/strings/atom-index.ts';
import type { Formula, Literal } from '../value/strings/formula.ts';

/** The maximum number of alternatives. */
const MANY = 1000;
/** The maximum number of alternatives that are continued when several conditions must hold. */
const MANY_AT_ONCE = 8;
/** Longer strings are not changed. */
const LONGEST = 2000;

/** Candidates only: the caller checks that they are in the set. */
export function repairedStrings(formula: Formula, value: string): readonly string[] {
  return value.length > LONGEST ? [] : repaired(formula, value);
}

function repaired(formula: Formula, value: string): readonly string[] {
  if (typeof formula === 'boolean') return formula ? [value] : [];
  if (formula.kind === 'literal') {
    return holdsAtom(formula.atom, value) === formula.negated ? mendedBy(formula, value) : [value];
  }
  const parts = formula.parts.slice(0, MANY);
  if (formula.kind === 'or') return parts.flatMap((part) => repaired(part, value));
  let values: readonly string[] = [value];
  for (const part of parts) values = values.flatMap((one) => repaired(part, one)).slice(0, MANY_AT_ONCE);
  return values;
}

function mendedBy({ atom, negated }: Literal, value: string): readonly string[] {
  if (atom.kind === 'addresses') return negated ? [] : addresses(atom, value);
  const { kind, text } = atom;
  if (negated) return [without(kind, text, value)];
  if (kind === 'beginning') return [beginningWith(text, value)];
  if (kind === 'ending') return [backwards(beginningWith(backwards(text), backwards(value)))];
  return [having(text, value)];
}

function without(kind: 'beginning' | 'ending' | 'substring', text: string, value: string): string {
  if (kind === 'beginning') return value.slice(text.length);
  return kind === 'ending' ? value.slice(0, -text.length) : value.split(text).join('');
}

/** The text followed by the rest of the value, without the part that the text replaces: `logs/x` for `log/x`. */
function beginningWith(text: string, value: string): string {
  // A single character resembles any text.
  if (value.length <= 1) return text;
  const head = value.slice(0, 2 * text.length + 8);
  if (!canAlign(text) || !canAlign(head)) return text + value.slice(text.length);
  const last = text.at(-1) as string;
  const divides = /[^\p{L}\p{N}]/u.test(last);
  // If no part of the value resembles the text, the whole value follows it.
  let best = { cut: 0, cost: text.length, aligned: false };
  for (const [cut, cost] of toBeginnings(text, head).entries()) {
    const aligned = cut > 0 && head[cut - 1] === last;
    const isMeant = cost <= text.length / 2 || (divides && aligned);
    if (!isMeant || cost > best.cost || (cost === best.cost && (best.aligned || !aligned))) continue;
    best = { cut, cost, aligned };
  }
  return text + value.slice(best.cut);
}

/** Replaces the part of the value that resembles the text; otherwise appends the text. */
function having(text: string, value: string): string {
  if (!canAlign(text) || !canAlign(value)) return value + text;
  const end = least(toParts(text, value));
  const before = backwards(value.slice(0, end.at));
  const start = end.at - least(toBeginnings(backwards(text), before)).at;
  return end.cost > text.length / 2 ? value + text : value.slice(0, start) + text + value.slice(end.at);
}

function least(costs: readonly number[]): { readonly at: number; readonly cost: number } {
  let best = { at: 0, cost: costs[0] as number };
  for (const [at, cost] of costs.entries()) if (cost < best.cost) best = { at, cost };
  return best;
}

/**
 * The address of a block that keeps as many of the last parts as possible: a host in another network. Otherwise the
 * nearest one.
 */
function addresses({ first, last }: Extract<Atom, { kind: 'addresses' }>, value: string): readonly string[] {
  const address = addressIn(value, true);
  if (address < 0) return [];
  const kept = [2 ** 24, 2 ** 16, 2 ** 8].map((size) => first - (first % size) + (address % size));
  const host = kept.find((one) => one >= first && one <= last);
  return [addressOf(host ?? Math.min(Math.max(address, first), last))];
}
