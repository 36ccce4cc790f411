/** JSON Schemas of operands with messages, one form for each kind of operand. */
import type { OperatorInfo } from '../../editor/index.ts';
import type { JsonSchema } from '../../index.ts';
import type { CheckerWords } from './checker-words.ts';
import { refuse, typed, unless, when } from './refusal.ts';

export interface OperandOf {
  readonly kind: OperatorInfo['operand'];
  /** The schema without messages, which decides what is valid. */
  readonly schema: JsonSchema;
  readonly words: CheckerWords;
  /** A pattern with this operand. */
  readonly at: (operand: unknown) => unknown;
  /** The operand of an operator inside this one. */
  readonly inner: (name: string, schema: JsonSchema) => JsonSchema;
}

/** An operand of each kind that every dialect accepts. */
export const SAMPLES: Readonly<Record<OperatorInfo['operand'], unknown>> = {
  text: 'x',
  flag: true,
  comparisons: ['=', 1],
  block: '10.0.0.0/24',
  values: 'x',
};

export const PLAIN_TYPES = ['string', 'number', 'boolean', 'null'];

/** Accepts the operands that `schema` accepts. */
export function operandSchema(operand: OperandOf): JsonSchema {
  return FORMS[operand.kind](operand);
}

const FORMS: Readonly<Record<OperatorInfo['operand'], (operand: OperandOf) => JsonSchema>> = {
  text: ({ schema: { minLength }, words, at }) =>
    typed('string', words.expected(at(1)), unless({ minLength }, words.of(at('')))),
  flag: ({ words, at }) => typed('boolean', words.expected(at('x'))),
  block: ({ schema: { pattern }, words, at }) =>
    typed(
      'string',
      words.expected(at(1)),
      when(
        { pattern: IPV6 },
        refuse(words.about('::1', at('::1'))),
        unless({ pattern }, `this is not an IPv4 block such as ${SAMPLES.block}`),
      ),
    ),
  comparisons,
  values,
};

/** Two colons, as no IPv4 block has. */
const IPV6 = '^[0-9A-Fa-f]*:[0-9A-Fa-f]*:';

function comparisons({ schema: { anyOf }, words, at }: OperandOf): JsonSchema {
  const tuples = anyOf as readonly { readonly minItems: number; readonly prefixItems: readonly JsonSchema[] }[];
  const lengths = tuples.map(({ minItems }) => ({ minItems, maxItems: minItems }));
  const [symbol = {}, bound = {}] = tuples[0]?.prefixItems ?? [];
  const { minimum, maximum } = bound;
  const beyond = 2 * Number(maximum);
  const symbols = symbol.enum as readonly string[];
  const pair = [
    { enum: symbols, errorMessage: words.about('x', at(['x', 1])) },
    typed(
      'number',
      words.expected(at(['=', 'x'])),
      unless({ minimum, maximum }, words.about(String(beyond), at(['=', beyond]))),
    ),
  ];
  return typed('array', words.expected(at('x')), {
    ...when({ anyOf: lengths }, { prefixItems: tuples.flatMap(() => pair) }, refuse(words.advised(at([])))),
    // Accepts every item: editors complete the items of a list from here.
    items: { defaultSnippets: symbols.map((body) => ({ label: JSON.stringify(body), body })) },
  });
}

function values({ schema: { anyOf }, words, at, inner }: OperandOf): JsonSchema {
  const object = (anyOf as readonly JsonSchema[]).find(({ type }) => type === 'object');
  const operators = (object?.properties ?? {}) as Readonly<Record<string, JsonSchema>>;
  const message = words.expected(at({}));
  return {
    items: typed(PLAIN_TYPES, words.expected(at([[]]))),
    properties: Object.fromEntries(Object.entries(operators).map(([name, schema]) => [name, inner(name, schema)])),
    additionalProperties: false,
    errorMessage: message,
    ...unless({ minProperties: 1, maxProperties: 1 }, message),
  };
}
