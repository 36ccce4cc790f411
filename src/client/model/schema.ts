/** JSON Schemas (draft 2020-12) of stream documents, made from the tables. */
import type { JsonSchema } from '../../index.ts';
import { NAME_PATTERN } from './name.ts';
import type { Members, Shape, Struct } from './shape.ts';
import { businessOptionDocument, documents } from './stream.ts';
import { MAX_TARGET_TEXT, targetParameter } from './target-parameter.ts';

/** The transports with one schema: `openapi-v2`, or `rest`, `rpc` and `api`. */
export type Family = 'openapi-v2' | 'others';

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';
const reference = (definition: string): JsonSchema => ({ $ref: `#/$defs/${definition}` });

/**
 * The schema of errors on every transport. Members that it does not have are allowed, since the service may have new ones. Each
 * definition becomes one function of the compiled validators.
 */
export function baseSchema(): JsonSchema {
  return {
    $schema: DIALECT,
    $id: 'stream',
    title: 'An event stream, as Create and Update send it',
    ...schemaOf(documents.create),
    $defs: {
      ...definitions(),
      businessOption: schemaOf(businessOptionDocument),
    },
  };
}

/** The schema of further errors on some transports: members that only these require, types of sinks that they do not have. */
export function overlaySchema(family: Family): JsonSchema {
  return { $schema: DIALECT, $id: family, ...overlayOf(documents.create, family) };
}

/** The JSON Schema of a stream document. It refuses the documents for which `checkStream` reports errors of types, ranges and required members. */
export function streamSchema(family: Family = 'others'): JsonSchema {
  const { $id: _, ...base } = baseSchema();
  return { ...base, ...withoutHead(overlaySchema(family)) };
}

function withoutHead({ $schema: _, $id: __, ...overlay }: JsonSchema): JsonSchema {
  return { allOf: [overlay] };
}

function definitions(): JsonSchema {
  return {
    text: { type: 'string' },
    number: { type: 'number' },
    boolean: { type: 'boolean' },
    map: { type: 'object' },
    textOrObject: { type: ['string', 'object'], maxLength: MAX_TARGET_TEXT },
    targetParameter: schemaOf(targetParameter),
  };
}

function schemaOf(shape: Shape): JsonSchema {
  const schema = bareSchemaOf(shape);
  const notes = { ...described(shape.about), ...(shape.default === undefined ? {} : { default: defaultOf(shape) }) };
  return Object.keys(notes).length === 0 ? schema : { ...schema, ...notes };
}

function described(about: string | undefined): JsonSchema {
  return about === undefined ? {} : { description: about };
}

function defaultOf(shape: Shape): unknown {
  return shape.kind === 'boolean' ? shape.default === 'true' : shape.default;
}

function bareSchemaOf(shape: Shape): JsonSchema {
  switch (shape.kind) {
    case 'text':
      return shape.max === undefined ? reference('text') : { type: 'string', maxLength: shape.max };
    case 'text or object':
      return reference('textOrObject');
    case 'name':
      return { type: 'string', pattern: NAME_PATTERN };
    case 'choice':
      return { type: 'string', pattern: choicePattern(shape.values, shape.also?.pattern), examples: shape.values };
    case 'numeral':
      return { type: 'string', pattern: shape.pattern };
    case 'number':
      return numberSchema(shape.integer === true ? 'integer' : 'number', shape.min, shape.max);
    case 'boolean':
      return reference('boolean');
    case 'map':
      return reference('map');
    case 'any':
      return {};
    case 'target':
      return reference('targetParameter');
    case 'list':
      return {
        type: 'array',
        items: schemaOf(shape.item),
        ...(shape.max === undefined ? {} : { maxItems: shape.max }),
      };
    case 'object':
      return structSchema(shape);
  }
}

function numberSchema(type: string, minimum: number | undefined, maximum: number | undefined): JsonSchema {
  if (type === 'number' && minimum === undefined && maximum === undefined) return reference('number');
  return { type, ...(minimum === undefined ? {} : { minimum }), ...(maximum === undefined ? {} : { maximum }) };
}

function structSchema(shape: Struct): JsonSchema {
  const required = namesOf(shape.members, (member) => member.required === 'always');
  return {
    type: 'object',
    properties: mapMembers(shape.members, schemaOf),
    ...(required.length === 0 ? {} : { required }),
    ...(shape.exactlyOne === true ? { minProperties: 1, maxProperties: 1 } : {}),
  };
}

/** The constraints of one family, below the members that they are for. */
function overlayOf(shape: Shape, family: Family): JsonSchema {
  if (shape.kind !== 'object') return {};
  const properties: Record<string, JsonSchema | false> = {};
  for (const [name, member] of Object.entries(shape.members)) {
    if (family === 'others' && member.kind === 'object' && member.only !== undefined) properties[name] = false;
    else {
      const inner = overlayOf(member, family);
      if (Object.keys(inner).length > 0) properties[name] = inner;
    }
  }
  const required = family === 'openapi-v2' ? namesOf(shape.members, (member) => member.required === 'openapi-v2') : [];
  return {
    ...(Object.keys(properties).length === 0 ? {} : { properties }),
    ...(required.length === 0 ? {} : { required }),
  };
}

/** A pattern that ignores case, for which JSON Schema has no flag: `JSON` becomes `[Jj][Ss][Oo][Nn]`. */
export function choicePattern(values: readonly string[], also?: string): string {
  const spellings = values.map((value) =>
    value.replace(/[A-Za-z]/g, (letter) => `[${letter.toUpperCase()}${letter.toLowerCase()}]`),
  );
  return `^(?:${[...spellings, ...(also === undefined ? [] : [also])].join('|')})$`;
}

function namesOf(members: Members, which: (shape: Shape) => boolean): string[] {
  return Object.keys(members).filter((name) => which(members[name] as Shape));
}

function mapMembers(members: Members, make: (shape: Shape) => JsonSchema): JsonSchema {
  return Object.fromEntries(Object.entries(members).map(([name, shape]) => [name, make(shape)]));
}
