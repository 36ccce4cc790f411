import { textReason } from '../text-reasons.ts';
import { quoted } from '../value/excerpt.ts';
import { type Operator, parseText, textsOf } from './operator.ts';
import { nothing } from './predicate.ts';

export const prefix: Operator<string, { readonly prefix: string }, true> = {
  name: 'prefix',
  summary: 'a string that starts with the operand',
  parse: (place, context) => parseText(place, context, 'prefix', (wide, narrow) => narrow.startsWith(wide)),
  print: (text) => JSON.stringify(text),
  // Twice as fast as startsWith (bench/one-pattern.ts), and also compares code units.
  compile: (text) => ({
    ...nothing,
    string: (value) => value.substring(0, text.length) === text,
  }),
  keys: (text) => [{ kind: 'beginning', text }],
  denote: (text, _, sets) => ({ ...sets.nothing, strings: sets.stringsWhere({ kind: 'beginning', text }) }),
  onMissing: () => false,
  wants: 'string',
  why: (text, value, rules) => textReason('not-beginning', value, text, rules),
  mutate(text) {
    const characters = [...text];
    return textsOf(characters.slice(0, -1), [...characters, ...characters.slice(-1)]);
  },
  words: (text) => ({ holds: `starts with ${quoted(text)}`, fails: `does not start with ${quoted(text)}` }),
  combinable: true,
  negatable: true,
  operand: { kind: 'text', snippets: ['""'] },
  widening: 'beginning',
  schema: () => ({ type: 'string', minLength: 1 }),
  examples: {
    accepted: ['{"source":[{"prefix":"acs."}]}', '{"data":{"name":[{"prefix":"é"}]}}'],
    refused: [
      ['{"source":[{"prefix":""}]}', 'empty-operand'],
      ['{"source":[{"prefix":5}]}', 'operand-type'],
    ],
  },
};
