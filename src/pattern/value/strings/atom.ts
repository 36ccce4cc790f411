/** One statement about a string, and what two of them say of each other as far as one look at their texts tells. */
import { addressIn, sharedText } from '../addresses.ts';

export type Atom =
  /** The string begins with the text, ends with it, or has it in it; never an empty text. */
  | { readonly kind: 'beginning' | 'ending' | 'substring'; readonly text: string }
  /** The string is an IPv4 address from first to last, both included; `zeros` as `addressIn` takes it. */
  | { readonly kind: 'addresses'; readonly first: number; readonly last: number; readonly zeros: boolean };

export function keyOf(atom: Atom): string {
  return atom.kind === 'addresses' ? `addresses:${atom.first}-${atom.last}:${atom.zeros}` : `${atom.kind}:${atom.text}`;
}

/** Whether each string for which one atom holds is one of the other. */
export function implies(a: Atom, b: Atom): boolean {
  if (a.kind === 'addresses') {
    if (b.kind === 'beginning') return !a.zeros && sharedText(a.first, a.last).startsWith(b.text);
    return b.kind === 'addresses' && a.zeros === b.zeros && a.first >= b.first && a.last <= b.last;
  }
  if (b.kind === 'addresses') return false;
  if (b.kind === 'substring') return a.text.includes(b.text);
  return a.kind === b.kind && (a.kind === 'beginning' ? a.text.startsWith(b.text) : a.text.endsWith(b.text));
}

/** Whether no string is one of both. */
export function disjoint(a: Atom, b: Atom): boolean {
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

export function holdsAtom(atom: Atom, text: string): boolean {
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
