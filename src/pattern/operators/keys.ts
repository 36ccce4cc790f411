/**
 * The index keys of a condition, by which a set of patterns files it. Invariant: for every scalar for which the predicate
 * holds, one of the keys covers it. If none of the keys is `inexact`, it holds for every scalar that one of them covers.
 */
import type { Address } from '../value/ip-addresses.ts';

export type Key = (
  | /** This string. */
  { readonly kind: 'string'; readonly text: string }
  /** A number with this text. */
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'literal'; readonly value: boolean | null }
  /** A string that begins with the text, ends with it, or contains it; the text is not empty. */
  | { readonly kind: 'beginning' | 'ending' | 'substring'; readonly text: string }
  /** A string whose `foldedText` is the text, begins with it, or ends with it. Always inexact. */
  | { readonly kind: 'folded' | 'folded-beginning' | 'folded-ending'; readonly text: string }
  /** A number from low to high, both included. Inexact where a number whose text no double has is compared otherwise. */
  | { readonly kind: 'interval'; readonly low: number; readonly high: number }
  /** An IPv4 address from first to last, both included; `zeros` as in `addressIn`. */
  | { readonly kind: 'addresses'; readonly first: number; readonly last: number; readonly zeros: boolean }
  /** An address as `ipAddressIn` reads it, of the same family, from first to last, both included. Of IPv6 the index compares some digits. */
  | { readonly kind: 'ip-addresses'; readonly first: Address; readonly last: Address }
  /** Any scalar. */
  | { readonly kind: 'present' }
  /** Any scalar that none of these keys covers. */
  | { readonly kind: 'except'; readonly keys: readonly Key[] }
) & {
  /** The predicate may fail for a scalar that the key covers. */
  readonly inexact?: boolean;
};
