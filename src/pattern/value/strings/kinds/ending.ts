import { WHOLE } from '../../text-range.ts';
import { backwards } from '../backwards.ts';
import { searchMachine } from '../search-machine.ts';
import { withBeginning } from '../text-edits.ts';
import { AnyBeginning } from '../text-lists.ts';
import { type AtomKind, NO_TEXTS, type Texts } from './kind.ts';

/** The string ends with the text, which is not empty. */
export interface Ending {
  readonly kind: 'ending';
  readonly text: string;
}

const texts = ({ text }: Ending): Texts => ({ begin: '', parts: NO_TEXTS, end: text });

export const ending: AtomKind<Ending> = {
  kind: 'ending',
  key: ({ text }) => text,
  holds: (atom, text) => text.endsWith(atom.text),
  implies: texts,
  follows: ({ text }, { end }) => end.endsWith(text),
  excludes: ({ text }, { end }) => !end.endsWith(text) && !text.endsWith(end),
  index(atoms) {
    const endings = new AnyBeginning(atoms.map(({ text }) => backwards(text)));
    return { holds: (text) => endings.of(backwards(text)), follow: ({ end }) => endings.of(backwards(end)) };
  },
  pieces: texts,
  candidates: ({ text }) => [text],
  corners: ({ text }) => [text, `\0${text}`],
  spellings: () => [],
  around: () => WHOLE,
  characters: ({ text }) => text,
  machine: searchMachine,
  include: ({ text }, value) => [backwards(withBeginning(backwards(text), backwards(value)))],
  exclude: ({ text }, value) => [value.slice(0, -text.length)],
};

export const examples = (): readonly Ending[] =>
  ['b', 'ab', 'aab', 'ba', '.5', '0.0.5', '010.0.0.5', '\ude00'].map((text) => ({ kind: 'ending', text }));
