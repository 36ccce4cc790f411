/** The values that the JSON Schema of an operand allows at a path, for the keywords that operators use. */
import type { JsonSchema } from '../pattern/operators/operator.ts';

export interface Choices {
  /** JSON texts of the values, where the schema lists them. */
  readonly values: readonly string[];
  /** Whether a scalar of an event is allowed. */
  readonly accepts: (kind: string, text: string) => boolean;
  /** The names of members of an object. */
  readonly names: readonly string[];
}

/** The values at a path of an operand with this schema. */
export function choicesAt(schema: JsonSchema, path: readonly (string | number)[]): Choices {
  const schemas = path.reduce<readonly JsonSchema[]>(
    (here, part) => here.flatMap((one) => below(one, part)),
    alternatives(schema),
  );
  const values = schemas.flatMap((one) => {
    if (Array.isArray(one.enum)) return one.enum.map((value) => JSON.stringify(value));
    return one.type === 'boolean' ? ['true', 'false'] : [];
  });
  return {
    // Of alternatives of one form each has them.
    values: [...new Set(values)],
    accepts: (kind, text) =>
      schemas.some((one) => one.enum === undefined && one.type !== 'boolean' && fits(one, kind, text)),
    names: [...new Set(schemas.flatMap((one) => Object.keys(record(one.properties))))],
  };
}

function alternatives(schema: JsonSchema): readonly JsonSchema[] {
  return Array.isArray(schema.anyOf) ? (schema.anyOf as JsonSchema[]).flatMap(alternatives) : [schema];
}

function below(schema: JsonSchema, part: string | number): readonly JsonSchema[] {
  const child =
    typeof part === 'string'
      ? record(schema.properties)[part]
      : ((schema.prefixItems as readonly unknown[] | undefined)?.[part] ?? schema.items);
  return typeof child === 'object' && child !== null ? alternatives(child as JsonSchema) : [];
}

function fits(schema: JsonSchema, kind: string, text: string): boolean {
  const value: unknown = JSON.parse(text);
  if (![schema.type].flat().includes(kind)) return false;
  if (typeof value === 'string') {
    const isLong = value.length >= ((schema.minLength as number | undefined) ?? 0);
    return isLong && (typeof schema.pattern !== 'string' || new RegExp(schema.pattern, 'u').test(value));
  }
  if (typeof value !== 'number') return true;
  return (
    value >= ((schema.minimum as number | undefined) ?? -Infinity) &&
    value <= ((schema.maximum as number | undefined) ?? Infinity)
  );
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
