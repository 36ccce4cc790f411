import type { Place } from '../diagnostic.ts';
import { reason } from '../reasons.ts';
import { hiddenInParts } from '../text-reasons.ts';
import { quoted } from '../value/excerpt.ts';
import { type Glob, globTest, globText, readGlob } from '../value/glob.ts';
import type { Key } from './keys.ts';
import { type Operator, type OperatorContext, oneOrMore, reportType, shown } from './operator.ts';
import { always, nothing } from './predicate.ts';

/** Keeps the text, which is printed as written. */
export interface Wildcard {
  readonly text: string;
  readonly parts: Glob;
}

const NAME = 'wildcard';

export const wildcard: Operator<Wildcard, { readonly wildcard: string }, true> = {
  name: NAME,
  summary: 'a string that fits a text in which `*` stands for any text',
  parse(place, context) {
    const { node } = place;
    if (node.kind === 'string') return parseGlob(place, node.value, context);
    reportType(place, context, NAME, 'a string', (make) => make.textOperandFixes(place, Object.is));
    return undefined;
  },
  print: ({ text }) => JSON.stringify(text),
  compile: ({ parts }) => ({ ...nothing, string: isAll(parts) ? always : globTest(parts) }),
  keys: ({ parts }) => [keyOf(parts)],
  denote({ parts }, _, sets) {
    const [only, ...more] = parts;
    if (more.length === 0) return sets.setOf(only as string);
    if (isAll(parts)) return { ...sets.nothing, strings: sets.anyScalar.strings };
    return { ...sets.nothing, strings: sets.stringsWhere({ kind: 'wildcard', parts }) };
  },
  onMissing: () => false,
  wants: 'string',
  why({ text, parts }, value) {
    const note = value.kind === 'string' ? hiddenInParts(value.value, parts) : undefined;
    return reason('not-fitting', { value: shown(value), wanted: quoted(text) }, note);
  },
  mutate({ parts }) {
    const texts = parts.flatMap((part, i) => {
      const characters = [...part];
      if (characters.length === 0) return [];
      return [parts.with(i, characters.slice(0, -1).join('')), parts.with(i, part + (characters.at(-1) as string))];
    });
    const joined = parts.length > 1 ? [[...parts.slice(0, -2), `${parts.at(-2)}${parts.at(-1)}`]] : [];
    // Without a text between two stars they would stand side by side.
    return [...texts, ...joined].filter((some) => some.slice(1, -1).every((part) => part !== '')).map(wildcardOf);
  },
  words: ({ text }) => ({ holds: `fits ${quoted(text)}`, fails: `does not fit ${quoted(text)}` }),
  combinable: true,
  negatable: true,
  operand: { kind: 'text', snippets: ['"*"'] },
  schema: ({ negates }) => {
    // No two stars side by side, and a backslash only before a star or a backslash.
    const text = { type: 'string', pattern: '^\\*?(([^*\\\\]|\\\\[*\\\\])\\*?)*$' };
    return negates ? oneOrMore(text) : text;
  },
  examples: {
    accepted: ['{"source":[{"wildcard":"aws.*"}]}', '{"detail":{"path":[{"wildcard":"/a/*/b\\\\*"}]}}'],
    refused: [
      ['{"source":[{"wildcard":"a**b"}]}', 'wildcard-syntax'],
      ['{"source":[{"wildcard":5}]}', 'operand-type'],
    ],
  },
};

/** Of several parts the longest one, the beginning first: it is in every string that fits. */
function keyOf(parts: Glob): Key {
  const [begin = '', ...more] = parts;
  const end = more.pop();
  if (end === undefined) return { kind: 'string', text: begin };
  const [middle = ''] = more.toSorted((a, b) => b.length - a.length);
  const longest = Math.max(begin.length, middle.length, end.length);
  if (longest === 0) return { kind: 'present', inexact: true };
  const others = begin.length + end.length + more.reduce((sum, part) => sum + part.length, 0) - longest;
  const inexact = others > 0 ? { inexact: true } : {};
  if (begin.length === longest) return { kind: 'beginning', text: begin, ...inexact };
  return end.length === longest
    ? { kind: 'ending', text: end, ...inexact }
    : { kind: 'substring', text: middle, ...inexact };
}

function isAll(parts: Glob): boolean {
  return parts.length === 2 && parts.every((part) => part === '');
}

function wildcardOf(parts: Glob): Wildcard {
  return { text: globText(parts), parts };
}

function parseGlob(place: Place, text: string, { report }: OperatorContext): Wildcard | undefined {
  const read = readGlob(text);
  if ('parts' in read) return { text, parts: read.parts };
  const { problem, offset } = read;
  report('wildcard-syntax', place, { text, problem, offset }, { fixes: (make) => make.globFixes(place, read) });
  return undefined;
}
