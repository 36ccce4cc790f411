/** What an explanation says: the trace of one decision, as data. Lines and marks are made where it is shown. */
import type { Range } from '../json/node.ts';
import type { Reason } from '../reasons.ts';
import type { Missing } from './missing.ts';

export interface Explanation {
  readonly matches: boolean;
  readonly dialect: string;
  /** In the order of the pattern. */
  readonly fields: readonly FieldExplanation[];
}

export interface FieldExplanation {
  /** RFC 6901, into the pattern. */
  readonly pointer: string;
  /** Of its list of conditions; absent when the pattern was given as an object. */
  readonly range?: Range;
  /** The member names that the event was stepped through. */
  readonly path: readonly string[];
  readonly holds: boolean;
  readonly seen: Seen;
  /** For a field that does not hold: why, in one sentence, made of `reasons`. */
  readonly reason?: string;
  /** Why it does not hold, as data; after that, where in the event what it looks for stands instead. */
  readonly reasons?: readonly Reason[];
  /** In the order of the pattern; a condition that occurs twice is there once. */
  readonly conditions: readonly ConditionExplanation[];
}

/** A place in the pattern. */
export interface PatternPlace {
  /** RFC 6901. */
  readonly pointer: string;
  /** Absent when the pattern was given as an object. */
  readonly range?: Range;
}

/** A value of the event. */
export interface EventPlace {
  /** RFC 6901. */
  readonly pointer: string;
  /** Absent when the event was given as an object or as bytes. */
  readonly range?: Range;
}

export interface ConditionExplanation extends PatternPlace {
  /** Canonical JSON. */
  readonly text: string;
  /** Where else in the field the same condition stands. */
  readonly copies?: readonly PatternPlace[];
  readonly holds: boolean;
  /** The first value that it holds for, as JSON text; absent for a missing field. */
  readonly value?: string;
  /** Of a long value that it holds for: the part that decides. */
  readonly excerpt?: string;
  /** All values that it holds for: of an array the elements. Empty for a missing field. */
  readonly holdsFor: readonly EventPlace[];
  /** How many values more it holds for: an explanation names so many for each field, and at least one for each condition. */
  readonly more?: number;
  /** Values that it does not hold for, the nearest ones; `reasons` says why, in the same order. */
  readonly failsFor?: readonly FailedValue[];
  /**
   * For a condition that does not hold where there is a value to try: why. For one that holds: the special rule that decides, where one does
   * (the tolerance of numbers, say).
   */
  readonly reason?: string;
  /** What `reason` is made of. Of an array, the reasons for the elements that are nearest. */
  readonly reasons?: readonly Reason[];
}

export interface FailedValue extends EventPlace {
  /**
   * What of the condition decides, RFC 6901 into the pattern: one of several operators, an item of a list, the symbol of a comparison; else the
   * operand, or the condition itself where that is a plain value.
   */
  readonly part: string;
}

/**
 * What stands at the field's path; where that ends before, the last value on the way. Values are JSON texts.
 */
export type Seen = EventPlace &
  (
    | { readonly kind: 'value'; readonly value: string; readonly comparedAs?: string }
    | { readonly kind: 'array'; readonly values: readonly string[] }
    | { readonly kind: 'empty-array' }
    | { readonly kind: 'array-with-objects' }
    | { readonly kind: 'object' }
    | Missing
  );
