import { type Operator, parseText } from './operator.ts';
import { nothing } from './predicate.ts';

export const suffix: Operator<string> = {
  name: 'suffix',
  summary: 'a string that ends with the operand',
  parse: (place, context) => parseText(place, context, 'suffix'),
  print: (text) => JSON.stringify(text),
  compile: (text) => ({ ...nothing, string: (value) => value.endsWith(text) }),
  onMissing: () => false,
  wants: 'string',
  why: (text) => `does not end with ${JSON.stringify(text)}`,
  combinable: true,
  negatable: true,
  schema: () => ({ type: 'string', minLength: 1 }),
  examples: {
    accepted: ['{"source":[{"suffix":"acs."}]}', '{"data":{"name":[{"suffix":"é"}]}}'],
    refused: [
      ['{"source":[{"suffix":""}]}', 'empty-operand'],
      ['{"source":[{"suffix":5}]}', 'operand-type'],
    ],
  },
};
