import { foldedReason } from '../text-reasons.ts';
import { quoted } from '../value/excerpt.ts';
import { foldedTest, foldedText } from '../value/folding.ts';
import { type Operator, oneOrMore, reportType } from './operator.ts';
import { nothing } from './predicate.ts';

const NAME = 'equals-ignore-case';

export const equalsIgnoreCase: Operator<string, { readonly 'equals-ignore-case': string }, true> = {
  name: NAME,
  summary: 'a string that equals the operand when the case of the operand is ignored',
  parse(place, context) {
    const { node } = place;
    if (node.kind === 'string') return node.value;
    reportType(place, context, NAME, 'a string', (make) => make.textOperandFixes(place, Object.is));
    return undefined;
  },
  print: (text) => JSON.stringify(text),
  compile: (text) => ({ ...nothing, string: foldedTest(text, 'whole') }),
  keys: (text) => [{ kind: 'folded', text: foldedText(text), inexact: true }],
  denote: (text, _, sets) =>
    text === ''
      ? sets.setOf('')
      : { ...sets.nothing, strings: sets.stringsWhere({ kind: 'folded', part: 'whole', text }) },
  onMissing: () => false,
  wants: 'string',
  why: (text, value) => foldedReason('not-equal', value, text),
  mutate: (text) => [text === '' ? 'not empty' : `not ${text}`],
  plainly: (text) => text,
  words: (text) => ({ holds: `is ${quoted(text)} in any case`, fails: `is not ${quoted(text)} in any case` }),
  combinable: true,
  negatable: true,
  operand: { kind: 'text', snippets: ['""'] },
  schema: ({ negates }) => {
    const text = { type: 'string' };
    return negates ? oneOrMore(text) : text;
  },
  examples: {
    accepted: ['{"detail-type":[{"equals-ignore-case":"ec2 instance"}]}', '{"source":[{"equals-ignore-case":""}]}'],
    refused: [
      ['{"source":[{"equals-ignore-case":5}]}', 'operand-type'],
      ['{"source":[{"equals-ignore-case":["a","b"]}]}', 'operand-type'],
    ],
  },
};
