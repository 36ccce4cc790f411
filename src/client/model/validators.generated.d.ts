/** Types of the generated validators, written by hand. */

export interface SchemaError {
  /** JSON pointer (RFC 6901) to the value that is wrong. */
  readonly instancePath: string;
  /** The keyword of JSON Schema that the value violates. */
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

export interface Validator {
  (data: unknown): boolean;
  /** Of the last call. */
  readonly errors?: readonly SchemaError[] | null;
}

/** Errors on every transport. */
export const base: Validator;
/** Further errors on the transport `openapi-v2`. */
export const openapiV2: Validator;
/** Further errors on the other transports. */
export const others: Validator;
/** Errors of the document of UpdateEventStreamingBusinessOption. */
export const businessOption: Validator;
