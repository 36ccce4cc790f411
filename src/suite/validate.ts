/**
 * Checks nodes with a JSON Schema, for the keywords that the schema of suites has. ajv makes code from text, which a page with a strict content security
 * policy refuses, and the code that it can make beforehand for this schema is larger than all else of the editor; a test compares the two.
 */
import { type JsonNode, pointerTo, printJson } from '../index.ts';
import type { SchemaError } from './schema-words.ts';

interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly minLength?: number;
  readonly pattern?: string;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly uniqueItems?: boolean;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly required?: readonly string[];
  readonly minProperties?: number;
}

type Path = readonly (string | number)[];
type Report = (keyword: string, params?: SchemaError['params']) => void;

/** All errors, as ajv gives them with `allErrors` and `verbose`. */
export function schemaErrors(schema: Schema, node: JsonNode, path: Path = []): readonly SchemaError[] {
  const errors: SchemaError[] = [];
  const report: Report = (keyword, params = {}) =>
    void errors.push({ keyword, instancePath: pointerTo(path), params, parentSchema: schema, data: plainOf(node) });
  const types = schema.type === undefined ? undefined : [schema.type].flat();
  if (types !== undefined && !types.includes(node.kind)) report('type', { type: schema.type });
  if (schema.enum !== undefined && !schema.enum.includes(plainOf(node))) report('enum', { allowedValues: schema.enum });
  if (node.kind === 'string') checkText(schema, node.value, report);
  if (node.kind === 'array') for (const error of checkItems(schema, node.items, path, report)) errors.push(error);
  if (node.kind === 'object') {
    // The last member of a name counts.
    const members = new Map(node.members.map(({ name, value }) => [name, value]));
    for (const error of checkMembers(schema, members, path, report)) errors.push(error);
  }
  return errors;
}

function checkText({ minLength = 0, pattern }: Schema, text: string, report: Report): void {
  if ([...text].length < minLength) report('minLength', { limit: minLength });
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(text)) report('pattern', { pattern });
}

function checkItems(schema: Schema, items: readonly JsonNode[], path: Path, report: Report): readonly SchemaError[] {
  const { items: of, minItems = 0, uniqueItems } = schema;
  if (items.length < minItems) report('minItems', { limit: minItems });
  if (uniqueItems && new Set(items.map(printJson)).size < items.length) report('uniqueItems');
  return of === undefined ? [] : items.flatMap((item, i) => schemaErrors(of, item, [...path, i]));
}

function checkMembers(
  schema: Schema,
  members: ReadonlyMap<string, JsonNode>,
  path: Path,
  report: Report,
): readonly SchemaError[] {
  const { properties = {}, additionalProperties = true, required = [], minProperties = 0 } = schema;
  for (const name of required) if (!members.has(name)) report('required', { missingProperty: name });
  if (members.size < minProperties) report('minProperties', { limit: minProperties });
  return [...members].flatMap(([name, value]) => {
    const known = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (known !== undefined) return schemaErrors(known, value, [...path, name]);
    if (additionalProperties === false) report('additionalProperties', { additionalProperty: name });
    return typeof additionalProperties === 'object' ? schemaErrors(additionalProperties, value, [...path, name]) : [];
  });
}

/** For messages: what is inside of an array and an object is none of them. */
function plainOf(node: JsonNode): unknown {
  switch (node.kind) {
    case 'array':
      return [];
    case 'object':
      return {};
    case 'null':
      return null;
    default:
      return node.value;
  }
}
