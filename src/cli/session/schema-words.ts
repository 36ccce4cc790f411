/** Builders for the JSON Schemas of answers. Objects allow no further members. */
import { dialects } from '../../index.ts';
import { VERSION } from './json.ts';

export type Schema = Readonly<Record<string, unknown>>;

export function object(
  required: Readonly<Record<string, Schema>>,
  optional: Readonly<Record<string, Schema>> = {},
): Schema {
  return {
    type: 'object',
    additionalProperties: false,
    required: Object.keys(required),
    properties: { ...required, ...optional },
  };
}

export const list = (items: Schema): Schema => ({ type: 'array', items });
export const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` });
export const about = (description: string, schema: Schema): Schema => ({ ...schema, description });

export const text: Schema = { type: 'string' };
export const yes: Schema = { type: 'boolean' };
export const count: Schema = { type: 'integer', minimum: 0 };
export const position: Schema = { type: 'integer', minimum: 1 };
export const dialect: Schema = { enum: dialects.map(({ name }) => name) };

/** The document of a command with `--format json`; `errors` is a definition of the schema. */
export function document(command: string, required: Readonly<Record<string, Schema>>, optional = {}): Schema {
  const head = { version: { const: VERSION }, command: { const: command } };
  return object({ ...head, ...required, errors: ref('errors') }, optional);
}
