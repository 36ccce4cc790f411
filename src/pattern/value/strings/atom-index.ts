/**
 * An index of many atoms that tests whether one of them holds for a text, or follows from another atom, without trying
 * each.
 */
import { addressIn, sharedText } from '../addresses.ts';
import type { Atom } from './atom.ts';
import { type SearchNode, searchOf, stepSearch } from './text-machine.ts';

interface Range {
  first: number;
  last: number;
}

/** Fewer substrings are searched one by one, and so are those with more characters in all. */
const FEW = 12;
const MANY_CHARACTERS = 200_000;

export class AtomIndex {
  private readonly beginnings: readonly string[];
  /** Reversed. */
  private readonly endings: readonly string[];
  private readonly substrings: readonly string[];
  private readonly machine: SearchNode | undefined;
  /** Addresses without leading zeros, and those that may have them. */
  private readonly blocks: readonly (readonly [zeros: boolean, ranges: readonly Range[]])[];

  constructor(atoms: readonly Atom[]) {
    const texts = { beginning: [] as string[], ending: [] as string[], substring: [] as string[] };
    const ranges = { plain: [] as Range[], zeros: [] as Range[] };
    for (const atom of atoms) {
      if (atom.kind === 'addresses') ranges[atom.zeros ? 'zeros' : 'plain'].push(atom);
      else texts[atom.kind].push(atom.text);
    }
    this.beginnings = withoutLonger(texts.beginning);
    this.endings = withoutLonger(texts.ending.map(backwards));
    this.substrings = texts.substring;
    const characters = texts.substring.reduce((sum, { length }) => sum + length, 0);
    const isMany = texts.substring.length > FEW && characters <= MANY_CHARACTERS;
    this.machine = isMany ? searchOf(texts.substring.map((text, i) => [i, text])) : undefined;
    const blocks = [[false, joined(ranges.plain)] as const, [true, joined(ranges.zeros)] as const];
    this.blocks = blocks.filter(([, some]) => some.length > 0);
  }

  /** Whether one of the atoms holds for a text. */
  holdsFor(text: string): boolean {
    return (
      beginsWithOneOf(text, this.beginnings) ||
      (this.endings.length > 0 && beginsWithOneOf(backwards(text), this.endings)) ||
      this.hasPart(text) ||
      this.blocks.some(([zeros, ranges]) => covers(ranges, addressIn(text, zeros)))
    );
  }

  /** Whether one of the atoms holds for each text for which another atom holds; a sufficient test. */
  followsFrom(atom: Atom): boolean {
    if (atom.kind === 'addresses') {
      const { first, last, zeros } = atom;
      if (!zeros && beginsWithOneOf(sharedText(first, last), this.beginnings)) return true;
      return this.blocks.some(([other, ranges]) => other === zeros && covers(ranges, first, last));
    }
    if (this.hasPart(atom.text)) return true;
    if (atom.kind === 'beginning') return beginsWithOneOf(atom.text, this.beginnings);
    return atom.kind === 'ending' && beginsWithOneOf(backwards(atom.text), this.endings);
  }

  private hasPart(text: string): boolean {
    if (this.machine === undefined) return this.substrings.some((part) => text.includes(part));
    let at = this.machine;
    for (let i = 0; i < text.length; i++) {
      at = stepSearch(at, text[i] as string);
      if (at.found.length > 0 || at.shorter !== undefined) return true;
    }
    return false;
  }
}

/** Reverses by code units: surrogate pairs are not kept together. */
export function backwards(text: string): string {
  return text.split('').reverse().join('');
}

/** Sorted, without texts that begin with another one. */
function withoutLonger(texts: readonly string[]): string[] {
  const kept: string[] = [];
  let last: string | undefined;
  for (const text of [...texts].sort()) {
    if (last !== undefined && text.startsWith(last)) continue;
    kept.push(text);
    last = text;
  }
  return kept;
}

/** No text begins with another one, so only the last one that is not above the text can be its beginning. */
function beginsWithOneOf(text: string, beginnings: readonly string[]): boolean {
  let from = 0;
  let to = beginnings.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((beginnings[middle] as string) <= text) from = middle + 1;
    else to = middle;
  }
  return from > 0 && text.startsWith(beginnings[from - 1] as string);
}

/** Ascending, with adjacent ranges merged. */
function joined(ranges: readonly Range[]): readonly Range[] {
  const result: Range[] = [];
  for (const { first, last } of [...ranges].sort((a, b) => a.first - b.first)) {
    const before = result.at(-1);
    if (before !== undefined && first <= before.last + 1) before.last = Math.max(before.last, last);
    else result.push({ first, last });
  }
  return result;
}

function covers(ranges: readonly Range[], first: number, last = first): boolean {
  let from = 0;
  let to = ranges.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((ranges[middle] as Range).first <= first) from = middle + 1;
    else to = middle;
  }
  return from > 0 && last <= (ranges[from - 1] as Range).last;
}
