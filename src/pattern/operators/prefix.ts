import { textReason } from '../text-reasons.ts';
import {
  type Affix,
  affixInWords,
  affixSchema,
  affixSnippets,
  foldedAffix,
  isFolded,
  keysOfText,
  parseAffix,
  printAffix,
} from './affix.ts';
import { type Operator, textsOf } from './operator.ts';
import { always, nothing } from './predicate.ts';

export const prefix: Operator<Affix, { readonly prefix: string }, true> = {
  name: 'prefix',
  summary: 'a string that starts with the operand',
  parse: (place, context) => parseAffix(place, context, 'prefix', (wide, narrow) => narrow.startsWith(wide)),
  print: printAffix,
  // Twice as fast as startsWith (bench/one-pattern.ts), and also compares code units.
  compile(text) {
    if (isFolded(text)) return foldedAffix.compile(text, 'beginning');
    if (text === '') return { ...nothing, string: always };
    return { ...nothing, string: (value) => value.substring(0, text.length) === text };
  },
  keys: (text) => (isFolded(text) ? foldedAffix.keys(text, 'folded-beginning') : keysOfText(text, 'beginning')),
  denote(text, _, sets) {
    if (isFolded(text)) return foldedAffix.denote(text, 'beginning', sets);
    if (text === '') return { ...sets.nothing, strings: sets.anyScalar.strings };
    return { ...sets.nothing, strings: sets.stringsWhere({ kind: 'beginning', text }) };
  },
  onMissing: () => false,
  wants: 'string',
  why: (text, value, rules) =>
    isFolded(text) ? foldedAffix.why(text, 'not-beginning', value) : textReason('not-beginning', value, text, rules),
  mutate(text) {
    if (isFolded(text)) return foldedAffix.mutate(text, prefix.mutate);
    const characters = [...text];
    return textsOf(characters.slice(0, -1), [...characters, ...characters.slice(-1)]);
  },
  words(affix) {
    const text = affixInWords(affix);
    return { holds: `starts with ${text}`, fails: `does not start with ${text}` };
  },
  combinable: true,
  negatable: true,
  operand: { kind: 'text', snippets: ['""'], further: (rules) => affixSnippets(rules, 'prefix') },
  widening: 'beginning',
  schema: ({ rules, negates }) => affixSchema(rules, 'prefix', negates),
  examples: {
    accepted: ['{"source":[{"prefix":"acs."}]}', '{"data":{"name":[{"prefix":"é"}]}}'],
    refused: [
      ['{"source":[{"prefix":""}]}', 'empty-operand'],
      ['{"source":[{"prefix":5}]}', 'operand-type'],
    ],
  },
};
