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
  text,
  flag: ({ words, at }) => typed('boolean', words.expected(at('x'))),
  block: ({ schema: { pattern }, words, at }) => {
    const takesBoth = new RegExp(pattern as string).test('2001:db8::/32');
    const kind = takesBoth ? 'a block of addresses' : 'an IPv4 block';
    const others = unless({ pattern }, `this is not ${kind} such as ${SAMPLES.block}`);
    return typed(
      'string',
      words.expected(at(1)),
      takesBoth ? others : when({ pattern: IPV6 }, refuse(words.about('::1', at('::1'))), others),
    );
  },
  comparisons,
  values,
};

/** Two colons, as no IPv4 block has. */
const IPV6 = '^[0-9A-Fa-f]*:[0-9A-Fa-f]*:';

const BAD_WILDCARD =
  'this does not fit the form of a wildcard: no star stands beside another one, and a backslash only before a star or a backslash';

/** A string; where the dialect has it, also a list of strings, or an operator inside this one. */
function text({ schema, words, at, inner }: OperandOf): JsonSchema {
  const forms = alternativesOf(schema);
  const form = (type: string): JsonSchema | undefined => forms.find((one) => one.type === type);
  const { minLength, pattern } = form('string') ?? {};
  const guards = [
    ...(minLength === undefined ? [] : [unless({ minLength }, words.of(at('')))]),
    ...(pattern === undefined ? [] : [unless({ pattern }, BAD_WILDCARD)]),
  ];
  const list = form('array');
  const object = form('object');
  const message = words.expected(at(1));
  return typed(['string', 'array', 'object'].filter(form), message, {
    ...(list === undefined ? {} : { items: typed('string', message, all(guards)) }),
    ...(object === undefined ? {} : members(object, words.expected(at({})), inner)),
    ...all([...guards, ...(list === undefined ? [] : [unless({ minItems: 1 }, words.of(at([])))])]),
  });
}

/** Editors take an empty list of schemas for a mistake. */
function all(guards: readonly JsonSchema[]): JsonSchema {
  return guards.length === 0 ? {} : { allOf: guards };
}

/** The forms of an operand. */
export function alternativesOf(schema: JsonSchema): readonly JsonSchema[] {
  return (schema.anyOf as readonly JsonSchema[] | undefined) ?? [schema];
}

/** Exactly one of the operators of an object. */
function members({ properties = {} }: JsonSchema, message: string, inner: OperandOf['inner']): JsonSchema {
  const operators = Object.entries(properties as Readonly<Record<string, JsonSchema>>);
  return {
    properties: Object.fromEntries(operators.map(([name, schema]) => [name, inner(name, schema)])),
    additionalProperties: false,
    errorMessage: message,
    ...unless({ minProperties: 1, maxProperties: 1 }, message),
  };
}

type Tuple = { readonly minItems: number; readonly prefixItems: readonly JsonSchema[] };

function comparisons({ schema: { anyOf }, words, at }: OperandOf): JsonSchema {
  const tuples = anyOf as readonly Tuple[];
  const lengths = tuples.map(({ minItems }) => ({ minItems, maxItems: minItems }));
  const [symbol = {}, bound = {}] = tuples[0]?.prefixItems ?? [];
  const { minimum, maximum } = bound;
  const beyond = 2 * Number(maximum);
  const symbols = symbol.enum as readonly string[];
  const range =
    maximum === undefined ? {} : unless({ minimum, maximum }, words.about(String(beyond), at(['=', beyond])));
  const pair = [
    { enum: symbols, errorMessage: words.about('x', at(['x', 1])) },
    typed('number', words.expected(at(['=', 'x'])), range),
  ];
  return typed('array', words.expected(at('x')), {
    ...when({ anyOf: lengths }, { prefixItems: tuples.flatMap(() => pair) }, refuse(words.advised(at([])))),
    // Accepts every item: editors complete the items of a list from here.
    items: { defaultSnippets: symbols.map((body) => ({ label: JSON.stringify(body), body })) },
    ...all(tuples.flatMap((tuple) => ordered(tuple, symbols, words, at))),
  });
}

/** Where a comparison takes fewer symbols beside another one. */
function ordered(
  { minItems, prefixItems }: Tuple,
  symbols: readonly string[],
  words: CheckerWords,
  at: OperandOf['at'],
): readonly JsonSchema[] {
  const enums = prefixItems.map((item) => (item.enum === undefined ? {} : { enum: item.enum }));
  if (enums.every(({ enum: some }) => some === undefined || (some as readonly string[]).length === symbols.length))
    return [];
  const isKnown = { prefixItems: prefixItems.map((item) => (item.enum === undefined ? {} : { enum: symbols })) };
  const isLong = { minItems, maxItems: minItems };
  const message = words.expected(at(['<', 1, '>', 0]));
  return [when({ type: 'array', ...isLong, ...isKnown }, unless({ prefixItems: enums }, message))];
}

function values({ schema, words, at, inner }: OperandOf): JsonSchema {
  const forms = alternativesOf(schema);
  const lists = forms.filter(({ type }) => type === 'array');
  const scalars = forms
    .flatMap(({ type }) => type as string | readonly string[])
    .filter((one) => PLAIN_TYPES.includes(one));
  const object = forms.find(({ type }) => type === 'object') ?? {};
  const isWide = scalars.length === PLAIN_TYPES.length;
  const guards = [
    ...(lists.length < 2
      ? []
      : [
          when(
            { type: 'array', items: { type: PLAIN_TYPES } },
            unless({ anyOf: lists.map(({ items }) => ({ items })) }, words.expected(at(['x', 1]))),
          ),
        ]),
    ...(lists.every(({ minItems }) => minItems === 1) ? [unless({ minItems: 1 }, words.of(at([])))] : []),
  ];
  return {
    ...(isWide ? {} : typed([...scalars, 'array', 'object'], words.expected(at(null)))),
    items: typed(PLAIN_TYPES, words.expected(at([[]]))),
    ...members(object, words.expected(at({})), inner),
    ...all(guards),
  };
}
