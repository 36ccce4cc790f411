/** Adds what editors show to a JSON Schema whose own messages are clear enough: Markdown, and messages where editors would show none. */
import type { JsonSchema } from '../../index.ts';
import { unless, withoutMember } from './refusal.ts';

type Schemas = Readonly<Record<string, JsonSchema>>;

/** Accepts the same documents. */
export function annotated(schema: JsonSchema): JsonSchema {
  // Parts first: the guards of a schema are not annotated.
  return withMessages(withParts(schema, (part) => (isSchema(part) ? annotated(part) : part)));
}

const MAPS = ['properties', 'patternProperties', '$defs'];
const LISTS = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];
const SINGLE = ['items', 'additionalProperties', 'if', 'then', 'else'];

function withParts(schema: JsonSchema, change: (part: unknown) => unknown): JsonSchema {
  return Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => {
      if (SINGLE.includes(keyword)) return [keyword, change(value)];
      if (LISTS.includes(keyword)) return [keyword, (value as readonly unknown[]).map(change)];
      if (!MAPS.includes(keyword)) return [keyword, value];
      const parts = Object.entries(value as Schemas);
      return [keyword, Object.fromEntries(parts.map(([name, part]) => [name, change(part)]))];
    }),
  );
}

function withMessages(schema: JsonSchema): JsonSchema {
  const { description, examples, pattern } = schema;
  const markdown = typeof description === 'string' ? { markdownDescription: description } : {};
  const message =
    pattern !== undefined && Array.isArray(examples) ? { errorMessage: `one of ${examples.join(', ')}` } : {};
  return { ...guarded(schema), ...markdown, ...message };
}

/** With messages for members that are refused, and where one of the members is required. */
function guarded(schema: JsonSchema): JsonSchema {
  const { properties = {}, minProperties, maxProperties, allOf = [], ...rest } = schema;
  const members = properties as Schemas;
  const refused = Object.entries(members).filter(([, { not }]) => not !== undefined);
  const guards = refused.map(([name, { description }]) => withoutMember(name, String(description)));
  const count = { minProperties, maxProperties };
  const isOne = minProperties === 1 && maxProperties === 1;
  if (isOne) guards.push(unless(count, `exactly one of ${Object.keys(members).join(', ')}`));
  if (guards.length === 0) return schema;
  return {
    ...rest,
    ...(isOne ? {} : count),
    properties: {
      ...members,
      ...Object.fromEntries(refused.map(([name, { description }]) => [name, { description, doNotSuggest: true }])),
    },
    allOf: [...(allOf as readonly JsonSchema[]), ...guards],
  };
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null;
}
