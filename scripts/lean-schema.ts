/** Rewrites a JSON Schema so that ajv compiles it to less code: the same verdicts and the same errors, from fewer functions. */

export type JsonSchema = { readonly [keyword: string]: unknown };

/** They have no effect on the verdict, and ajv would keep them as data of the module. */
const ANNOTATIONS = ['$schema', 'title', 'description', 'default', 'examples'];

/**
 * Three changes, each of which keeps the meaning: annotations are left out; a subschema that occurs twice becomes a definition, which ajv
 * compiles once; members of one object with the same subschema become one `patternProperties`, which is one loop instead of a
 * statement for each member.
 */
export function leanSchema(schema: JsonSchema): JsonSchema {
  const bare = withoutAnnotations(schema) as JsonSchema;
  const definitions: Record<string, unknown> = {};
  const repeated = repeatedIn(bare);
  const names = new Map<string, string>();

  function lean(subschema: unknown): unknown {
    const text = JSON.stringify(subschema);
    if (!isSchema(subschema) || !repeated.has(text)) return rewritten(subschema);
    const name = names.get(text) ?? `shared${names.size}`;
    if (!names.has(text)) {
      names.set(text, name);
      definitions[name] = rewritten(subschema);
    }
    return { $ref: `#/$defs/${name}` };
  }

  function rewritten(subschema: unknown): unknown {
    if (!isSchema(subschema)) return subschema;
    const { properties, items, additionalProperties, uniqueItems } = subschema;
    return {
      ...subschema,
      ...(properties === undefined ? {} : grouped(mapValues(properties as JsonSchema, lean))),
      // ajv compares unique items in one pass only where their type is written beside them.
      ...(items === undefined || uniqueItems === true ? {} : { items: lean(items) }),
      ...(isSchema(additionalProperties) ? { additionalProperties: lean(additionalProperties) } : {}),
    };
  }

  const root = rewritten({ ...bare, $defs: undefined }) as JsonSchema;
  const given = mapValues((bare.$defs ?? {}) as JsonSchema, rewritten);
  return { ...root, $defs: { ...given, ...definitions } };
}

function withoutAnnotations(schema: unknown): unknown {
  return JSON.parse(
    JSON.stringify(schema, (keyword, value) =>
      // A member of a document may have such a name: its schema is an object.
      ANNOTATIONS.includes(keyword) && (typeof value !== 'object' || Array.isArray(value)) ? undefined : value,
    ),
  );
}

/** The subschemas that occur at least twice, as JSON text. */
function repeatedIn(root: JsonSchema): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const subschema of subschemasOf(root)) {
    const text = JSON.stringify(subschema);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([text]) => text));
}

/** Those that a definition would not make larger: a reference is one already, and `{}` is no code. */
function* subschemasOf(schema: JsonSchema): Generator<JsonSchema> {
  const { properties = {}, $defs = {}, items, additionalProperties } = schema;
  for (const inner of [
    ...Object.values(properties as object),
    ...Object.values($defs as object),
    items,
    additionalProperties,
  ]) {
    if (!isSchema(inner)) continue;
    if (!('$ref' in inner) && Object.keys(inner).length > 0) yield inner;
    yield* subschemasOf(inner);
  }
}

/** Members with one subschema as one pattern of their names. */
function grouped(members: JsonSchema): JsonSchema {
  const namesOf = new Map<string, string[]>();
  for (const [name, subschema] of Object.entries(members)) {
    const text = JSON.stringify(subschema);
    const names = namesOf.get(text);
    if (names === undefined) namesOf.set(text, [name]);
    else names.push(name);
  }
  const properties: Record<string, unknown> = {};
  const patternProperties: Record<string, unknown> = {};
  for (const [text, names] of namesOf) {
    const [only] = names;
    if (names.length === 1 && only !== undefined) properties[only] = JSON.parse(text);
    else patternProperties[`^(?:${names.map(escaped).join('|')})$`] = JSON.parse(text);
  }
  return { properties, ...(Object.keys(patternProperties).length === 0 ? {} : { patternProperties }) };
}

function escaped(name: string): string {
  return name.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null;
}

function mapValues(object: JsonSchema, change: (value: unknown) => unknown): JsonSchema {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value)]));
}
