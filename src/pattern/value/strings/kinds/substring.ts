import { WHOLE } from '../../text-range.ts';
import { searchMachine } from '../search-machine.ts';
import { withPart } from '../text-edits.ts';
import { AnyPart } from '../text-lists.ts';
import type { AtomKind, Texts } from './kind.ts';

/** The string contains the text, which is not empty. */
export interface Substring {
  readonly kind: 'substring';
  readonly text: string;
}

const texts = ({ text }: Substring): Texts => ({ begin: '', parts: [text], end: '' });

export const substring: AtomKind<Substring> = {
  kind: 'substring',
  key: ({ text }) => text,
  holds: (atom, text) => text.includes(atom.text),
  implies: texts,
  follows: ({ text }, { begin, parts, end }) =>
    begin.includes(text) || end.includes(text) || parts.some((part) => part.includes(text)),
  // Any string can contain a further text, unless its length is limited.
  excludes: () => false,
  index(atoms) {
    const any = new AnyPart(atoms.map(({ text }) => text));
    return {
      holds: (text) => any.in(text),
      follow: ({ begin, parts, end }) => any.in(begin) || any.in(end) || parts.some((part) => any.in(part)),
    };
  },
  pieces: texts,
  candidates: ({ text }) => [text],
  corners: ({ text }) => [text, `\0${text}`],
  spellings: () => [],
  around: () => WHOLE,
  characters: ({ text }) => text,
  machine: searchMachine,
  include: ({ text }, value) => [withPart(text, value)],
  exclude: ({ text }, value) => [value.split(text).join('')],
};

export const examples = (): readonly Substring[] =>
  ['a', 'ab', 'aba', 'bb', '.', '0.0', '10.0.0.5', '\ude00'].map((text) => ({ kind: 'substring', text }));
