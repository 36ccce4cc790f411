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

export const suffix: Operator<Affix, { readonly suffix: string }, true> = {
  name: 'suffix',
  summary: 'a string that ends with the operand',
  parse: (place, context) => parseAffix(place, context, 'suffix', (wide, narrow) => narrow.endsWith(wide)),
  print: printAffix,
  // Twice as fast as endsWith (bench/one-pattern.ts), and also compares code units.
  compile(text) {
    if (isFolded(text)) return foldedAffix.compile(text, 'ending');
    if (text === '') return { ...nothing, string: always };
    return {
      ...nothing,
      string: (value) => value.length >= text.length && value.substring(value.length - text.length) === text,
    };
  },
  keys: (text) => (isFolded(text) ? foldedAffix.keys(text, 'folded-ending') : keysOfText(text, 'ending')),
  denote(text, _, sets) {
    if (isFolded(text)) return foldedAffix.denote(text, 'ending', sets);
    if (text === '') return { ...sets.nothing, strings: sets.anyScalar.strings };
    return { ...sets.nothing, strings: sets.stringsWhere({ kind: 'ending', text }) };
  },
  onMissing: () => false,
  wants: 'string',
  why: (text, value, rules) =>
    isFolded(text) ? foldedAffix.why(text, 'not-ending', value) : textReason('not-ending', value, text, rules),
  decidesAt: (_, value) => value.length,
  mutate(text) {
    if (isFolded(text)) return foldedAffix.mutate(text, suffix.mutate);
    const characters = [...text];
    return textsOf(characters.slice(1), [...characters.slice(0, 1), ...characters]);
  },
  words(affix) {
    const text = affixInWords(affix);
    return { holds: `ends with ${text}`, fails: `does not end with ${text}` };
  },
  combinable: true,
  negatable: true,
  operand: { kind: 'text', snippets: ['""'], further: (rules) => affixSnippets(rules, 'suffix') },
  widening: 'ending',
  schema: ({ rules, negates }) => affixSchema(rules, 'suffix', negates),
  examples: {
    accepted: ['{"subject":[{"suffix":".jpg"}]}', '{"data":{"name":[{"suffix":"é"}]}}'],
    refused: [
      ['{"source":[{"suffix":""}]}', 'empty-operand'],
      ['{"source":[{"suffix":5}]}', 'operand-type'],
    ],
  },
};
