/**
 * The descriptions of members of stream documents, from which the tables of this folder are made. A table is data: types, JSON Schemas,
 * documentation, secrets and checks are derived from it.
 */

/** Facts about a member of any type. */
export interface Facts {
  /** `openapi-v2`: required by the data-plane SDK, an error on this transport and a warning on others. */
  readonly required?: 'always' | 'openapi-v2';
  /** Its value, or any value inside it, is hidden. */
  readonly secret?: true;
  readonly default?: string;
  /** One sentence for the documentation, in Markdown, without a full stop. */
  readonly about?: string;
  /** Known values, where others may be valid too. */
  readonly examples?: readonly string[];
  readonly needs?: readonly Need[];
  /** The path of the part of the event whose encoding this member sets. A pattern can only have fields inside JSON. */
  readonly encodes?: readonly string[];
}

/** A value that requires other members of the same object. */
export interface Need {
  readonly value: string;
  readonly members: readonly string[];
  readonly code: 'network-without-vpc' | 'offset-without-timestamp';
}

export interface Text extends Facts {
  readonly kind: 'text';
  /** Largest number of characters. */
  readonly max?: number;
}

/** One of a closed set of strings, ignoring case, or a string of the form `also`. */
export interface Choice<V extends readonly string[] = readonly string[]> extends Facts {
  readonly kind: 'choice';
  readonly values: V;
  readonly also?: { readonly pattern: string; readonly about: string };
}

/** An integer, written as a string. */
export interface Numeral extends Facts {
  readonly kind: 'numeral';
  readonly min: number;
  readonly max: number;
  /** The same range as a regular expression. */
  readonly pattern: string;
}

export interface Numeric extends Facts {
  readonly kind: 'number';
  readonly integer?: true;
  readonly min?: number;
  readonly max?: number;
}

/** The name of a stream; its rule is in name.ts. */
export interface Name extends Facts {
  readonly kind: 'name';
}

export interface Flag extends Facts {
  readonly kind: 'boolean';
}

export interface Anything extends Facts {
  readonly kind: 'any';
}

/** An object with any members. */
export interface Dictionary extends Facts {
  readonly kind: 'map';
}

/** A target parameter: the event, a part of it, a constant or a template; target-parameter.ts has its members. */
export interface Target extends Facts {
  readonly kind: 'target';
  /** The valid constants, ignoring case. */
  readonly values?: readonly string[];
}

/** Value of a target parameter: a string, or an object, as in one sample of the reference. */
export interface TextOrObject extends Facts {
  readonly kind: 'text or object';
}

export interface List<S extends Shape = Shape> extends Facts {
  readonly kind: 'list';
  readonly item: S;
  readonly max?: number;
}

export interface Struct<M extends Members = Members> extends Facts {
  readonly kind: 'object';
  readonly members: M;
  /** Exactly one of the members must be present. */
  readonly exactlyOne?: true;
  /** Only this transport has it. */
  readonly only?: 'openapi-v2';
  /** It is a target parameter, perhaps with further members. */
  readonly target?: true;
  /** Two members, of which the first must not be greater. */
  readonly order?: readonly [low: string, high: string];
}

export interface OneOf<M extends Members = Members> extends Struct<M> {
  readonly exactlyOne: true;
}

export interface Always {
  readonly required: 'always';
}

export type Shape =
  | Text
  | Choice
  | Numeral
  | Numeric
  | Name
  | Flag
  | Anything
  | Dictionary
  | Target
  | TextOrObject
  | ListShape
  | StructShape;

// Interfaces, because a type alias may not refer to itself through a generic's argument.
export interface ListShape extends List<Shape> {}
export interface StructShape extends Struct<Members> {}

export interface Members {
  readonly [name: string]: Shape;
}

type Extra<S extends Shape> = Omit<S, 'kind'>;

// Their types have only what other types are inferred from: with all facts in them, the declarations of the package would be ten times
// as long.
export const text = (facts: Extra<Text> = {}): Text => ({ kind: 'text', ...facts });
export const choice = <const V extends readonly string[]>(
  values: V,
  facts: Omit<Extra<Choice>, 'values'> = {},
): Choice<V> => ({ kind: 'choice', values, ...facts });
export const numeral = (facts: Extra<Numeral>): Numeral => ({ kind: 'numeral', ...facts });
export const number = (facts: Extra<Numeric> = {}): Numeric => ({ kind: 'number', ...facts });
export const name = (facts: Facts = {}): Name => ({ kind: 'name', ...facts });
export const boolean = (facts: Facts = {}): Flag => ({ kind: 'boolean', ...facts });
export const any = (facts: Facts = {}): Anything => ({ kind: 'any', ...facts });
export const map = (facts: Facts = {}): Dictionary => ({ kind: 'map', ...facts });
export const target = (facts: Extra<Target> = {}): Target => ({ kind: 'target', ...facts });
export const textOrObject = (facts: Facts = {}): TextOrObject => ({ kind: 'text or object', ...facts });
export const list = <S extends Shape>(item: S, facts: Omit<Extra<List>, 'item'> = {}): List<S> => ({
  kind: 'list',
  item,
  ...facts,
});
export const object = <M extends Members>(members: M, facts: Omit<Extra<Struct>, 'members'> = {}): Struct<M> => ({
  kind: 'object',
  members,
  ...facts,
});
/** An object with exactly one of the members. */
export const oneOf = <M extends Members>(members: M, facts: Facts = {}): OneOf<M> => ({
  kind: 'object',
  members,
  exactlyOne: true,
  ...facts,
});
export const required = <S extends Shape>(shape: S): S & Always => ({ ...shape, required: 'always' });
