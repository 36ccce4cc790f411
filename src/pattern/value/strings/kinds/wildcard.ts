import { type Glob, globTest, globText } from '../../glob.ts';
import { beginningWith, type TextRange, WHOLE } from '../../text-range.ts';
import { type Graph, type GraphPlace, link, manyPlacesMachine } from '../many-places-machine.ts';
import type { AtomKind, Texts } from './kind.ts';

/** The string is made of the parts with any texts between them: at least two parts, and not two empty ones alone. */
export interface Wildcard {
  readonly kind: 'wildcard';
  readonly parts: Glob;
}

const tests = new WeakMap<Glob, (text: string) => boolean>();

function fits(parts: Glob, text: string): boolean {
  let test = tests.get(parts);
  if (test === undefined) {
    test = globTest(parts);
    tests.set(parts, test);
  }
  return test(text);
}

const texts = ({ parts }: Wildcard): Texts => ({
  begin: parts[0] as string,
  parts: parts.slice(1, -1),
  end: parts.at(-1) as string,
});

export const wildcard: AtomKind<Wildcard> = {
  kind: 'wildcard',
  key: ({ parts }) => globText(parts),
  holds: ({ parts }, text) => fits(parts, text),
  implies: texts,
  follows,
  excludes({ parts }, { begin, end }) {
    const [first, last] = [parts[0] as string, parts.at(-1) as string];
    return (!begin.startsWith(first) && !first.startsWith(begin)) || (!end.endsWith(last) && !last.endsWith(end));
  },
  index: (atoms) => ({
    holds: (text) => atoms.some(({ parts }) => fits(parts, text)),
    follow: (some, same) => atoms.some((atom) => follows(atom, some, same)),
  }),
  pieces: texts,
  candidates: ({ parts }) => [parts.join(''), parts.join('x'), parts.join('/')],
  corners: ({ parts }) => [parts.join(''), parts.join('\0')],
  spellings: () => [],
  around: ({ parts }): TextRange => (parts[0] === '' ? WHOLE : beginningWith(parts[0] as string)),
  characters: ({ parts }) => parts.join(''),
  machine: manyPlacesMachine(graphOf),
  include: ({ parts }, text) => [parts.join(''), parts.join(text), parts.with(0, `${parts[0]}${text}`).join('')],
  exclude: ({ parts }, text) => [
    ...parts.filter((part) => part !== '').map((part) => text.split(part).join('')),
    ...(parts[0] === '' ? [] : [text.slice(1), `x${text}`]),
    ...(parts.at(-1) === '' ? [] : [text.slice(0, -1), `${text}x`]),
  ],
};

/** A character that stands for any text between two parts of another wildcard: only a star of this one can take it. */
function gapFor(parts: Glob): string {
  const used = new Set(parts.join(''));
  let code = 1;
  while (used.has(String.fromCharCode(code))) code++;
  return String.fromCharCode(code);
}

function follows({ parts }: Wildcard, { begin, parts: middle, end }: Texts, same: Wildcard | undefined): boolean {
  if (same !== undefined) return fits(parts, same.parts.join(gapFor(parts)));
  const [first, last, inner] = [parts[0] as string, parts.at(-1) as string, parts.slice(1, -1)];
  if (inner.length === 0) return (last === '' && begin.startsWith(first)) || (first === '' && end.endsWith(last));
  const [only] = inner;
  if (inner.length > 1 || only === undefined || first !== '' || last !== '') return false;
  return [begin, ...middle, end].some((text) => text.includes(only));
}

/** A place for each number of units that were read; a star stays where it stands. */
function graphOf({ parts }: Wildcard): Graph {
  const stars = new Set<number>();
  let read = 0;
  for (const part of parts.slice(0, -1)) {
    read += part.length;
    stars.add(read);
  }
  const units = parts.join('');
  const places = Array.from({ length: units.length + 1 }, (_, i): GraphPlace => {
    const place = { next: new Map<string, number[]>(), stays: stars.has(i), final: i === units.length };
    if (i < units.length) link(place, units[i] as string, i + 1);
    return place;
  });
  return { places, start: [0] };
}

export const examples = (): readonly Wildcard[] =>
  [
    ['a', 'b'],
    ['', 'a', ''],
    ['ab', ''],
    ['', 'ab'],
    ['a', 'ab', 'b'],
    ['', 'a', 'a', ''],
    ['', 'ab', 'b'],
    ['10.', '.5'],
    ['a', 'a', 'a', 'a'],
    ['\ud83d', ''],
  ].map((parts) => ({ kind: 'wildcard', parts }));
