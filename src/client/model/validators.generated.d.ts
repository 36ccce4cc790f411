/** What the generated module exports; written by hand, as the shape of its exports does not depend on the tables. */

export interface SchemaError {
  /** RFC 6901. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

export interface Validator {
  (data: unknown): boolean;
  /** Of the last call. */
  readonly errors?: readonly SchemaError[] | null;
}

/** What is an error on every transport. */
export const base: Validator;
/** What the transport `openapi-v2` adds. */
export const openapiV2: Validator;
/** What the other transports add. */
export const others: Validator;
export const businessOption: Validator;
