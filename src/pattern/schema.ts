/** The JSON Schema of the language, made from the operator table. */
import { assertExtensions, assertOptions } from './arguments.ts';
import { type Dialect, type DialectName, resolveDialect, supportOf } from './dialect.ts';
import { operandSchema, operatorsIn, plain } from './operators/index.ts';
import type { JsonSchema, Operator } from './operators/operator.ts';

const FIELDS = { $ref: '#/$defs/fields' };

/**
 * JSON Schema 2020-12 of the patterns of a dialect. It checks the structure; duplicate names, the length of the text, names that branches of
 * `$or` must not have, and warnings are not covered. Top-level keys that the dialect only warns about are accepted.
 * @throws TypeError for an unknown dialect, and for options of a wrong type
 */
export function patternSchema(
  dialect?: DialectName | Dialect,
  options: { readonly extensions?: readonly string[] } = {},
): JsonSchema {
  assertOptions(options);
  assertExtensions(options.extensions);
  const { name, summary, keys, rules } = resolveDialect(dialect);
  const accepted = [...operatorsIn(rules).values()].filter((operator) => supportOf(rules, operator.name) !== 'refused');
  const attributes = [...keys, ...(options.extensions ?? [])].filter((key) => key !== 'data');
  const conditions = { $ref: '#/$defs/conditions' };
  const isAnywhere = rules.fields === 'anywhere';
  const names =
    rules.names === 'json-path' ? { propertyNames: { pattern: '^[^ *\\[\\]().]+(\\.[^ *\\[\\]().]+)*$' } } : {};
  const disjunction = {
    description: 'Alternatives: one of them must hold. Read as an ordinary name when it is no list of alternatives.',
    anyOf: [conditions, { type: 'array', minItems: 2, items: FIELDS }, FIELDS],
  };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `FilterPattern (${name})`,
    description: summary,
    ...(isAnywhere ? FIELDS : attributesAndData()),
    $defs: {
      fields: {
        description: `${isAnywhere ? 'Fields' : 'Fields below `data`'}: objects nest freely, every leaf is an array of conditions.`,
        type: 'object',
        minProperties: 1,
        ...names,
        ...(rules.$or === 'accepted' ? { properties: { $or: disjunction } } : {}),
        additionalProperties: { anyOf: [conditions, FIELDS] },
      },
      conditions: {
        description: 'Alternatives: the field holds when one of them does.',
        type: 'array',
        minItems: 1,
        items: { $ref: '#/$defs/condition' },
      },
      condition: {
        anyOf: [
          operandSchema(rules, plain),
          ...accepted.filter((operator) => !operator.combinable).map((operator) => object([operator])),
          object(accepted.filter((operator) => operator.combinable)),
        ],
      },
    },
  };

  function attributesAndData(): JsonSchema {
    return {
      type: 'object',
      properties: { ...Object.fromEntries(attributes.map((key) => [key, conditions])), data: FIELDS },
      additionalProperties: rules['unknown-keys'] === 'error' ? false : conditions,
    };
  }

  function object(some: readonly Operator[]): JsonSchema {
    const alone = rules['combined-operators'] === 'refused' ? { maxProperties: 1 } : {};
    const properties = some.map((operator) => [
      operator.name,
      { description: operator.summary, ...operandSchema(rules, operator) },
    ]);
    return {
      type: 'object',
      properties: Object.fromEntries(properties),
      additionalProperties: false,
      minProperties: 1,
      ...alone,
    };
  }
}
