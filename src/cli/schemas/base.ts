/** The parts of `patternSchema` that the schema for editors is made from. */
import { type Dialect, type DialectName, type JsonSchema, patternSchema } from '../../index.ts';

export type Schemas = Readonly<Record<string, JsonSchema>>;

/** An object of operators. */
export type OperatorObject = JsonSchema & { readonly properties: Schemas; readonly maxProperties?: number };

export interface Base {
  readonly $schema: string;
  readonly title: string;
  readonly description: string;
  /** Absent where fields stand anywhere. */
  readonly properties?: Schemas;
  readonly additionalProperties: JsonSchema | false;
  readonly $defs: {
    readonly fields: { readonly propertyNames?: JsonSchema; readonly properties?: Schemas };
    /** Plain values, an object for each operator that must be alone, and an object of the others. */
    readonly condition: { readonly anyOf: readonly [JsonSchema, ...OperatorObject[], OperatorObject] };
  };
}

/** @throws TypeError for a dialect that does not exist */
export function baseOf(dialect: DialectName | Dialect, extensions: readonly string[]): Base {
  return patternSchema(dialect, { extensions }) as unknown as Base;
}

export function described(description: string, example?: string): JsonSchema {
  const markdownDescription = example === undefined ? description : `${description}\n\n${example}`;
  return { description, markdownDescription };
}
