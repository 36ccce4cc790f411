/**
 * The words in which the tables of this folder say what a member of a stream document is. A table is data: types, JSON
 * Schemas, the documentation, the secrets and the checks are all read from it, and it knows none of them.
 */

/** What is true of a member, whatever its type. */
export interface Facts {
  /** `openapi-v2`: the SDK that speaks this transport marks the member; elsewhere its absence is a warning. */
  readonly required?: 'always' | 'openapi-v2';
  /** Its value, or anything below it, is never shown. */
  readonly secret?: true;
  readonly default?: string;
  /** One sentence for the documentation, in Markdown, without a full stop. */
  readonly about?: string;
  /** Values that are known to exist, of a set that nobody documents as closed. */
  readonly examples?: readonly string[];
  readonly needs?: readonly Need[];
  /** The member says how this part of the event is encoded; only JSON has parts that a pattern can look into. */
  readonly encodes?: readonly string[];
}

/** A value that makes no sense without other members of the same object. */
export interface Need {
  readonly value: string;
  readonly members: readonly string[];
  readonly code: 'network-without-vpc' | 'offset-without-timestamp';
}

export interface Text extends Facts {
  readonly kind: 'text';
  /** In characters, not bytes. */
  readonly max?: number;
}

/** One of a closed set of strings, compared without regard to case, or a string of the form `also`. */
export interface Choice extends Facts {
  readonly kind: 'choice';
  readonly values: readonly string[];
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

/** An object with members of the caller's own. */
export interface Dictionary extends Facts {
  readonly kind: 'map';
}

/** The event's own data, a part of it, a constant or a template; the table is target-parameter.ts. */
export interface Target extends Facts {
  readonly kind: 'target';
  /** The closed set of a constant, compared without regard to case. */
  readonly values?: readonly string[];
}

/** The Value of a target parameter: a string, or an object, which the reference shows once. */
export interface TextOrObject extends Facts {
  readonly kind: 'text or object';
}

export interface List<S extends Shape = Shape> extends Facts {
  readonly kind: 'list';
  readonly item: S;
  readonly max?: number;
}

export interface Group<M extends Members = Members> extends Facts {
  readonly kind: 'object';
  readonly members: M;
  /** Exactly one of the members may be there. */
  readonly exactlyOne?: true;
  /** Only this transport knows it. */
  readonly only?: 'openapi-v2';
  /** It is a target parameter, perhaps with members more than the table's. */
  readonly target?: true;
  /** Two members of one range. */
  readonly order?: readonly [low: string, high: string];
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
  | GroupShape;

// Interfaces, because a type alias may not refer to itself through a generic's argument.
interface ListShape extends List<Shape> {}
interface GroupShape extends Group<Members> {}

export interface Members {
  readonly [name: string]: Shape;
}

type Extra<S extends Shape> = Omit<S, 'kind'>;

export const text = <const F extends Extra<Text>>(facts?: F) => ({ kind: 'text', ...(facts as F) }) as const;
export const choice = <const V extends readonly string[], const F extends Omit<Extra<Choice>, 'values'>>(
  values: V,
  facts?: F,
) => ({ kind: 'choice', values, ...(facts as F) }) as const;
export const numeral = <const F extends Extra<Numeral>>(facts: F) => ({ kind: 'numeral', ...facts }) as const;
export const number = <const F extends Extra<Numeric>>(facts?: F) => ({ kind: 'number', ...(facts as F) }) as const;
export const name = <const F extends Facts>(facts?: F) => ({ kind: 'name', ...(facts as F) }) as const;
export const boolean = <const F extends Facts>(facts?: F) => ({ kind: 'boolean', ...(facts as F) }) as const;
export const any = <const F extends Facts>(facts?: F) => ({ kind: 'any', ...(facts as F) }) as const;
export const map = <const F extends Facts>(facts?: F) => ({ kind: 'map', ...(facts as F) }) as const;
export const target = <const F extends Extra<Target>>(facts?: F) => ({ kind: 'target', ...(facts as F) }) as const;
export const textOrObject = <const F extends Extra<TextOrObject>>(facts?: F) =>
  ({ kind: 'text or object', ...(facts as F) }) as const;
export const list = <S extends Shape, const F extends Omit<Extra<List>, 'item'>>(item: S, facts?: F) =>
  ({ kind: 'list', item, ...(facts as F) }) as const;
export const object = <const M extends Members, const F extends Omit<Extra<Group>, 'members'>>(members: M, facts?: F) =>
  ({ kind: 'object', members, ...(facts as F) }) as const;
