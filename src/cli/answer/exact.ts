/** Refuses members that a description lacks, including those that are spread into an object, which the compiler otherwise permits. */
import type { Shape } from './shape.ts';

/** The members that any type of a union has. */
type Names<T> = T extends unknown ? keyof T : never;
type Member<T, K> = T extends unknown ? (K extends keyof T ? T[K] : never) : never;
type Items<T> = T extends readonly (infer I)[] ? I : never;

type Leaf = string | number | boolean | null | undefined;

/** `V` with `never` in place of each member that no type of `T` has, at any depth. */
export type Exact<V, T> = unknown extends T
  ? V
  : [Names<T>] extends [never]
    ? V
    : V extends Leaf
      ? V
      : V extends readonly unknown[]
        ? { [K in keyof V]: Exact<V[K], Items<T>> }
        : { [K in keyof V]: K extends Names<T> ? Exact<V[K], Member<T, K>> : never };

/** The value itself. A member that the shape lacks, or that is missing, is an error of the compiler. */
export function exact<T, V>(_: Shape<T>, value: V & T & Exact<V, T>): T {
  return value;
}
