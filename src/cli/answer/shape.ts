/** Descriptions of JSON values: each is a JSON Schema, and the type of the values that it describes. Objects allow no further members. */
import { dialects } from '../../index.ts';

export type Schema = Readonly<Record<string, unknown>>;

declare const DESCRIBED: unique symbol;

/** Describes values of the type `T`, which exists for the compiler only. */
export interface Shape<T> {
  readonly schema: Schema;
  readonly [DESCRIBED]?: T;
}

/** The type that a shape describes. */
export type Static<S extends Shape<unknown>> = S extends Shape<infer T> ? T : never;

export type Members = Readonly<Record<string, Shape<unknown>>>;

/** `R`: the required members, `O`: the optional ones. */
export type StaticObject<R extends Members, O extends Members = Record<never, never>> = Flat<
  { readonly [K in keyof R]: Static<R[K]> } & { readonly [K in keyof O]?: Static<O[K]> }
>;

type Flat<T> = { [K in keyof T]: T[K] };

/** A shape that the schema defines once, under its name in `$defs`; elsewhere it is a reference. */
export interface Definition<T> extends Shape<T> {
  readonly name: string;
  readonly definition: Schema;
}

export function object<R extends Members, O extends Members = Record<never, never>>(
  required: R,
  optional?: O,
): Shape<StaticObject<R, O>> {
  const properties = Object.entries({ ...required, ...optional }).map(([name, { schema }]) => [name, schema] as const);
  return {
    schema: {
      type: 'object',
      additionalProperties: false,
      required: Object.keys(required),
      properties: Object.fromEntries(properties),
    },
  };
}

export function list<T>(items: Shape<T>): Shape<readonly T[]> {
  return { schema: { type: 'array', items: items.schema } };
}

/** A list of two. */
export function pair<T>(items: Shape<T>): Shape<readonly [T, T]> {
  return limited({ minItems: 2, maxItems: 2 }, { schema: list(items).schema });
}

/** An object whose members have any names, and values of one shape. */
export function record<T>(values: Shape<T>): Shape<Readonly<Record<string, T>>> {
  return { schema: { type: 'object', additionalProperties: values.schema } };
}

export function oneOf<const T extends string | number>(...values: readonly T[]): Shape<T> {
  return { schema: { enum: values } };
}

export function constant<const T>(value: T): Shape<T> {
  return { schema: { const: value } };
}

/** A value of exactly one of the shapes. */
export function either<S extends readonly Shape<unknown>[]>(...shapes: S): Shape<Static<S[number]>> {
  return { schema: { oneOf: shapes.map(({ schema }) => schema) } };
}

/** The shape must have a `type`. */
export function nullable<T>({ schema }: Shape<T>): Shape<T | null> {
  return { schema: { ...schema, type: [schema.type, 'null'] } };
}

/** Adds keywords of JSON Schema that the type does not express. */
export function limited<T>(keywords: Schema, { schema }: Shape<T>): Shape<T> {
  return { schema: { ...schema, ...keywords } };
}

export function about<T>(description: string, shape: Shape<T>): Shape<T> {
  return limited({ description }, shape);
}

export function define<T>(name: string, { schema }: Shape<T>): Definition<T> {
  return { ...reference<T>(name), name, definition: schema };
}

/** Inside a definition: the definition itself, of which the compiler cannot find the type. */
export function reference<T>(name: string): Shape<T> {
  return { schema: { $ref: `#/$defs/${name}` } };
}

export const text: Shape<string> = { schema: { type: 'string' } };
export const boolean: Shape<boolean> = { schema: { type: 'boolean' } };
export const number: Shape<number> = { schema: { type: 'number' } };
export const count: Shape<number> = { schema: { type: 'integer', minimum: 0 } };
export const position: Shape<number> = { schema: { type: 'integer', minimum: 1 } };
export const anything: Shape<unknown> = { schema: {} };
export const anyObject: Shape<object> = { schema: { type: 'object' } };
export const dialect: Shape<string> = oneOf(...dialects.map(({ name }) => name));
