/** The JSON Schema of the language, made from the operator table. */
import { assertExtensions, assertOptions } from './arguments.ts';
import { type Dialect, type DialectName, resolveDialect, supportOf } from './dialect.ts';
import { operandSchema, operators, plain } from './operators/index.ts';
import type { JsonSchema, Operator } from './operators/operator.ts';

/**
 * JSON Schema 2020-12 of the patterns of a dialect. It checks the structure; duplicate names, the length of the text and warnings are not
 * covered. Top-level keys that the dialect only warns about are accepted.
 * @throws TypeError for an unknown dialect, and for options of a wrong type
 */
export function patternSchema(
  dialect?: DialectName | Dialect,
  options: { readonly extensions?: readonly string[] } = {},
): JsonSchema {
  assertOptions(options);
  assertExtensions(options.extensions);
  const { name, summary, keys, rules } = resolveDialect(dialect);
  const accepted = [...operators.values()].filter((operator) => supportOf(rules, operator.name) !== 'refused');
  const attributes = [...keys, ...(options.extensions ?? [])].filter((key) => key !== 'data');
  const conditions = { $ref: '#/$defs/conditions' };
  const names =
    rules.names === 'json-path' ? { propertyNames: { pattern: '^[^ *\\[\\]().]+(\\.[^ *\\[\\]().]+)*$' } } : {};
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `FilterPattern (${name})`,
    description: summary,
    type: 'object',
    properties: { ...Object.fromEntries(attributes.map((key) => [key, conditions])), data: { $ref: '#/$defs/fields' } },
    additionalProperties: rules['unknown-keys'] === 'error' ? false : conditions,
    $defs: {
      fields: {
        description: 'Fields below `data`: objects nest freely, every leaf is an array of conditions.',
        type: 'object',
        minProperties: 1,
        ...names,
        additionalProperties: { anyOf: [conditions, { $ref: '#/$defs/fields' }] },
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
