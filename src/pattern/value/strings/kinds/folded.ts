import { type FoldedPart, foldedTest, formsOf } from '../../folding.ts';
import { WHOLE } from '../../text-range.ts';
import { type Graph, type GraphPlace, link, manyPlacesMachine } from '../many-places-machine.ts';
import { type AtomKind, NO_TEXTS, type Texts } from './kind.ts';

/** The string, its beginning or its end is the text when the case of the text is ignored; the text is not empty. */
export interface Folded {
  readonly kind: 'folded';
  readonly part: FoldedPart;
  readonly text: string;
}

const tests = new WeakMap<Folded, (text: string) => boolean>();

function holds(atom: Folded, text: string): boolean {
  let test = tests.get(atom);
  if (test === undefined) {
    test = foldedTest(atom.text, atom.part);
    tests.set(atom, test);
  }
  return test(text);
}

export const folded: AtomKind<Folded> = {
  kind: 'folded',
  key: ({ part, text }) => `${part}:${text}`,
  holds,
  implies({ part, text }): Texts {
    return {
      begin: part === 'ending' ? '' : caselessBeginning(text),
      parts: NO_TEXTS,
      end: part === 'beginning' ? '' : caselessEnding(text),
    };
  },
  follows,
  excludes({ part, text }, { begin, end }) {
    if (part !== 'ending' && mustDiffer(text, begin, (units) => units)) return true;
    return part !== 'beginning' && mustDiffer(text, end, (units) => units.toReversed());
  },
  index: (atoms) => ({
    holds: (text) => atoms.some((atom) => holds(atom, text)),
    follow: (texts, same) => atoms.some((atom) => follows(atom, texts, same)),
  }),
  pieces({ part, text }) {
    if (part === 'whole') return undefined;
    const member = memberOf(text, 0);
    return part === 'beginning'
      ? { begin: member, parts: NO_TEXTS, end: '' }
      : { begin: '', parts: NO_TEXTS, end: member };
  },
  candidates: ({ text }) => [text, memberOf(text, 0), memberOf(text, -1)],
  corners: ({ part, text }) =>
    [memberOf(text, 0), `${part === 'ending' ? '\0' : ''}${memberOf(text, -1)}`].slice(0, part === 'whole' ? 1 : 2),
  spellings: () => [],
  around: () => WHOLE,
  characters: ({ text }) => formsOf(text).flat().join(''),
  machine: manyPlacesMachine(graphOf),
  include({ part, text }, value) {
    const member = memberOf(text, 0);
    return part === 'whole' ? [member] : part === 'beginning' ? [`${member}${value}`] : [`${value}${member}`];
  },
  exclude: (_, value) => [value.slice(1), value.slice(0, -1), `x${value}`, `${value}x`],
};

/** A string of the first, or of the last, form of each unit. */
function memberOf(text: string, which: 0 | -1): string {
  return formsOf(text)
    .map((forms) => forms.at(which))
    .join('');
}

function caselessBeginning(text: string): string {
  const forms = formsOf(text);
  const cased = forms.findIndex((some) => some.length > 1);
  return memberOf(cased < 0 ? text : text.slice(0, cased), 0);
}

function caselessEnding(text: string): string {
  const forms = formsOf(text);
  const cased = forms.findLastIndex((some) => some.length > 1);
  return memberOf(text.slice(cased + 1), 0);
}

function follows(atom: Folded, { begin, end }: Texts, same: Folded | undefined): boolean {
  const { part, text } = atom;
  if (same !== undefined && coversFolded(atom, same)) return true;
  if (part === 'beginning') return begin !== '' && foldedTest(text, 'beginning')(begin);
  return part === 'ending' && end !== '' && foldedTest(text, 'ending')(end);
}

/** Whether the units at the deciding part of another text have no forms that these do not have. */
function coversFolded({ part, text }: Folded, other: Folded): boolean {
  if (
    part === 'whole'
      ? other.part !== 'whole' || other.text.length !== text.length
      : other.part !== part && other.part !== 'whole'
  ) {
    return false;
  }
  if (other.text.length < text.length) return false;
  const from = part === 'ending' ? other.text.length - text.length : 0;
  const mine = formsOf(text);
  const others = formsOf(other.text.slice(from, from + text.length));
  return mine.every((forms, i) => (others[i] as readonly string[]).every((form) => forms.includes(form)));
}

/** Whether a unit differs from what a string has at its place, where all forms are one unit long. */
function mustDiffer(text: string, fixed: string, order: (units: readonly string[]) => readonly string[]): boolean {
  const forms = formsOf(order(text.split('')).join(''));
  const units = order(fixed.split(''));
  for (let i = 0; i < Math.min(forms.length, units.length); i++) {
    const some = forms[i] as readonly string[];
    if (some.some((form) => form.length !== 1)) return false;
    if (!some.includes(units[i] as string)) return true;
  }
  return false;
}

/** A place before each unit, and one inside each form for every further unit of it. */
function graphOf({ part, text }: Folded): Graph {
  const forms = formsOf(text);
  const places: GraphPlace[] = [];
  const open = (stays: boolean, final: boolean): number => places.push({ next: new Map(), stays, final }) - 1;
  let at = open(part === 'ending', false);
  for (const [i, some] of forms.entries()) {
    const isLast = i === forms.length - 1;
    const end = open(isLast && part === 'beginning', isLast);
    for (const form of some) {
      let inside = at;
      for (let k = 0; k < form.length; k++) {
        const to = k === form.length - 1 ? end : open(false, false);
        link(places[inside] as GraphPlace, form[k] as string, to);
        inside = to;
      }
    }
    at = end;
  }
  return { places, start: [0] };
}

export const examples = (): readonly Folded[] =>
  (
    [
      ['whole', 'a'],
      ['whole', 'aB.'],
      ['whole', 'ß'],
      ['whole', 'ǅ'],
      ['beginning', 'ab'],
      ['beginning', '10.a'],
      ['beginning', 'ﬁ'],
      ['ending', 'b'],
      ['ending', 'Σ'],
      ['ending', '.5'],
      ['ending', 'ßs'],
    ] as const
  ).map(([part, text]) => ({ kind: 'folded', part, text }));
