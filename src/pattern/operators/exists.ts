import { reason } from '../reasons.ts';
import { type Operator, reportType, shown } from './operator.ts';
import { always, nothing, type Predicate } from './predicate.ts';

const anything: Predicate = { string: always, number: always, true: true, false: true, null: true };

export const exists: Operator<boolean, { readonly exists: boolean }, false> = {
  name: 'exists',
  summary: 'with `true` a plain value or an array of plain values, not empty; with `false` a field that is missing',
  parse(place, context) {
    const { node } = place;
    if (node.kind === 'boolean') return node.value;
    reportType(place, context, 'exists', '`true` or `false`', (make) => make.literalFixes(node));
    return undefined;
  },
  print: String,
  compile: (wanted) => (wanted ? anything : nothing),
  keys: (wanted) => (wanted ? [{ kind: 'present' }] : undefined),
  denote: (wanted, _, { anyScalar, onlyMissing }) => (wanted ? anyScalar : onlyMissing),
  onMissing: (wanted) => !wanted,
  wants: 'scalar',
  why: (_, value) => reason('not-missing', { value: shown(value) }),
  mutate: (wanted) => [!wanted],
  words: (wanted) => {
    const words = { holds: 'is present as a plain value', fails: 'is missing' };
    return wanted ? words : { holds: words.fails, fails: words.holds };
  },
  combinable: false,
  negatable: false,
  operand: { kind: 'flag', snippets: ['true', 'false'] },
  schema: () => ({ type: 'boolean' }),
  examples: {
    accepted: ['{"data":{"state":[{"exists":true}]}}', '{"data":{"state":[{"exists":false}]}}'],
    refused: [
      ['{"data":{"state":[{"exists":"true"}]}}', 'operand-type'],
      ['{"data":{"state":[{"exists":true,"prefix":"a"}]}}', 'uncombinable-operator'],
    ],
  },
};
