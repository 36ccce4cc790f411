import { beginningWith } from '../../text-range.ts';
import { beginningMachine } from '../beginning-machine.ts';
import { withBeginning } from '../text-edits.ts';
import { AnyBeginning } from '../text-lists.ts';
import { type AtomKind, NO_TEXTS, type Texts } from './kind.ts';

/** The string begins with the text, which is not empty. */
export interface Beginning {
  readonly kind: 'beginning';
  readonly text: string;
}

const texts = ({ text }: Beginning): Texts => ({ begin: text, parts: NO_TEXTS, end: '' });

export const beginning: AtomKind<Beginning> = {
  kind: 'beginning',
  key: ({ text }) => text,
  holds: (atom, text) => text.startsWith(atom.text),
  implies: texts,
  follows: ({ text }, { begin }) => begin.startsWith(text),
  excludes: ({ text }, { begin }) => !begin.startsWith(text) && !text.startsWith(begin),
  index(atoms) {
    const beginnings = new AnyBeginning(atoms.map(({ text }) => text));
    return { holds: (text) => beginnings.of(text), follow: ({ begin }) => beginnings.of(begin) };
  },
  pieces: texts,
  candidates: ({ text }) => [text],
  corners: ({ text }) => [text, `${text}\0`],
  spellings: () => [],
  around: ({ text }) => beginningWith(text),
  characters: ({ text }) => text,
  machine: beginningMachine,
  include: ({ text }, value) => [withBeginning(text, value)],
  exclude: ({ text }, value) => [value.slice(text.length)],
};

export const examples = (): readonly Beginning[] =>
  ['a', 'ab', 'aab', 'b.', '10.', '10.0.0.', '2', '010', '\ud83d', '\uffff'].map((text) => ({
    kind: 'beginning',
    text,
  }));
