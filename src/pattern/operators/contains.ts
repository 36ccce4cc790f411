import { textReason } from '../text-reasons.ts';
import { quoted } from '../value/excerpt.ts';
import { type Operator, parseText, textsOf } from './operator.ts';
import { nothing } from './predicate.ts';

export const contains: Operator<string, { readonly contains: string }, false> = {
  name: 'contains',
  summary: 'a string that contains the operand',
  parse: (place, context) => parseText(place, context, 'contains', (wide, narrow) => narrow.includes(wide)),
  print: (text) => JSON.stringify(text),
  compile: (text) => ({ ...nothing, string: (value) => value.includes(text) }),
  keys: (text) => [{ kind: 'substring', text }],
  denote: (text, _, sets) => ({ ...sets.nothing, strings: sets.stringsWhere({ kind: 'substring', text }) }),
  onMissing: () => false,
  wants: 'string',
  why: (text, value, rules) => textReason('not-containing', value, text, rules),
  decidesAt: (text, value) => value.indexOf(text),
  mutate(text) {
    const characters = [...text];
    return textsOf(characters.slice(0, -1), characters.slice(1), [...characters, ...characters.slice(-1)]);
  },
  words: (text) => ({ holds: `contains ${quoted(text)}`, fails: `does not contain ${quoted(text)}` }),
  combinable: true,
  negatable: false,
  operand: { kind: 'text', snippets: ['""'] },
  widening: 'substring',
  schema: () => ({ type: 'string', minLength: 1 }),
  examples: {
    accepted: ['{"type":[{"contains":"Error"}]}', '{"data":{"name":[{"contains":"é"}]}}'],
    refused: [
      ['{"source":[{"contains":""}]}', 'empty-operand'],
      ['{"source":[{"contains":5}]}', 'operand-type'],
    ],
  },
};
