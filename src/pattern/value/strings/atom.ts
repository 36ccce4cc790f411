/** One statement about a string, and cheap sufficient tests for implication and disjointness of two. */
import { addressIn, sharedText } from '../addresses.ts';

export type Atom =
  /** The string begins with the text, ends with it, or contains it; the text is not empty. */
  | { readonly kind: 'beginning' | 'ending' | 'substring'; readonly text: string }
  /** The string is an IPv4 address from first to last, both included; `zeros` as in `addressIn`. */
  | { readonly kind: 'addresses'; readonly first: number; readonly last: number; readonly zeros: boolean };

export function keyOf(atom: Atom): string {
  return atom.kind === 'addresses' ? `addresses:${atom.first}-${atom.last}:${atom.zeros}` : `${atom.kind}:${atom.text}`;
}

/** Whether `b` holds for each string for which `a` holds; a sufficient test. */
export function implies(a: Atom, b: Atom): boolean {
  if (a.kind === 'addresses') {
    if (b.kind === 'beginning') return !a.zeros && sharedText(a.first, a.last).startsWith(b.text);
    return b.kind === 'addresses' && a.zeros === b.zeros && a.first >= b.first && a.last <= b.last;
  }
  if (b.kind === 'addresses') return false;
  if (b.kind === 'substring') return a.text.includes(b.text);
  return a.kind === b.kind && (a.kind === 'beginning' ? a.text.startsWith(b.text) : a.text.endsWith(b.text));
}

/** Whether no string satisfies both; a sufficient test. */
export function disjoint(a: Atom, b: Atom): boolean {
  if (a.kind === 'beginning' && b.kind === 'addresses') return disjoint(b, a);
  if (a.kind === 'addresses' && b.kind === 'beginning') {
    // The first part is one number, with leading zeros or without.
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
