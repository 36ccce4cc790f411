import { textReason } from '../text-reasons.ts';
import { quoted } from '../value/excerpt.ts';
import { type Operator, reportType } from './operator.ts';
import { nothing } from './predicate.ts';

export const exactly: Operator<string, { readonly exactly: string }, false> = {
  name: 'exactly',
  summary: 'the same string, also where a plain string is read as an address',
  parse(place, context) {
    const { node } = place;
    context.report('undocumented-condition', place, { name: 'exactly' }, { fixes: (make) => make.plainFixes(place) });
    if (node.kind === 'string') return node.value;
    reportType(place, context, 'exactly', 'a string', () => []);
    return undefined;
  },
  print: (text) => JSON.stringify(text),
  compile: (text) => ({ ...nothing, string: (value) => value === text }),
  keys: (text) => [{ kind: 'string', text }],
  denote: (text, _, { setOf }) => setOf(text),
  onMissing: () => false,
  wants: 'string',
  why: (text, value, rules) => textReason('not-equal', value, text, rules),
  mutate: (text) => [text === '' ? 'not empty' : `not ${text}`],
  words: (text) => ({ holds: `is exactly ${quoted(text)}`, fails: `is not exactly ${quoted(text)}` }),
  combinable: true,
  negatable: false,
  operand: { kind: 'text', snippets: ['""'] },
  schema: () => ({ type: 'string' }),
  examples: {
    accepted: ['{"source":[{"exactly":"aws.s3"}]}', '{"detail":{"ip":[{"exactly":"10.0.0.1"}]}}'],
    refused: [
      ['{"source":[{"exactly":5}]}', 'operand-type'],
      ['{"source":[{"exactly":["a"]}]}', 'operand-type'],
    ],
  },
};
