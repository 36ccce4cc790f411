/**
 * The index keys of a condition, by which a set of patterns files it. Invariant: the predicate holds for a scalar
 * exactly if one of the keys covers it.
 */
export type Key =
  /** This string. */
  | { readonly kind: 'string'; readonly text: string }
  /** A number with this text. */
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'literal'; readonly value: boolean | null }
  /** A string that begins with the text, ends with it, or contains it; the text is not empty. */
  | { readonly kind: 'beginning' | 'ending' | 'substring'; readonly text: string }
  /** A number from low to high, both included. `inexact`: the predicate may fail for a number whose text no double has. */
  | { readonly kind: 'interval'; readonly low: number; readonly high: number; readonly inexact?: boolean }
  /** An IPv4 address from first to last, both included; `zeros` as in `addressIn`. */
  | { readonly kind: 'addresses'; readonly first: number; readonly last: number; readonly zeros: boolean }
  /** Any scalar. */
  | { readonly kind: 'present' }
  /** Any scalar that none of these keys covers. */
  | { readonly kind: 'except'; readonly keys: readonly Key[] };
