/** TypeScript types of stream documents, inferred from the tables. */
import type { JsonObject } from '../../index.ts';
import type { Members, Shape } from './shape.ts';

/** Any text, such as a known value in another case; an editor still suggests the known values beside it. */
type OtherText = string & Record<never, never>;

/** The type of a value of a shape; `T` is the type of a target parameter. */
export type TypeOf<S, T> = S extends { kind: 'text' | 'numeral' | 'name' }
  ? string
  : S extends { kind: 'choice'; values: readonly (infer V extends string)[] }
    ? V | OtherText
    : S extends { kind: 'number' }
      ? number
      : S extends { kind: 'boolean' }
        ? boolean
        : S extends { kind: 'map' }
          ? JsonObject
          : S extends { kind: 'text or object' }
            ? string | JsonObject
            : S extends { kind: 'target' }
              ? T
              : S extends { kind: 'list'; item: infer I extends Shape }
                ? readonly TypeOf<I, T>[]
                : S extends { kind: 'object'; exactlyOne: true; members: infer M extends Members }
                  ? ExactlyOne<{ readonly [K in keyof M]: TypeOf<M[K], T> }>
                  : S extends { kind: 'object'; members: infer M extends Members }
                    ? TypeOfMembers<M, T>
                    : unknown;

type Required<M extends Members> = { [K in keyof M]: M[K] extends { required: 'always' } ? K : never }[keyof M];

export type TypeOfMembers<M extends Members, T> = {
  readonly [K in Required<M>]: TypeOf<M[K], T>;
} & {
  readonly [K in Exclude<keyof M, Required<M>>]?: TypeOf<M[K], T> | undefined;
};

/** An object with one of the members: `{A: 1} | {B: 2}`, each with `undefined` for all the others. */
export type ExactlyOne<M> = {
  [K in keyof M]: { readonly [P in K]: M[P] } & { readonly [P in Exclude<keyof M, K>]?: undefined };
}[keyof M];
