/** The trace of one decision as data. Rendering is done by the callers. */
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
  /** Of its array of conditions; absent when the pattern was given as an object. */
  readonly range?: Range;
  /** The member names on the way to the field in the event. */
  readonly path: readonly string[];
  readonly holds: boolean;
  readonly seen: Seen;
  /** Why the field does not hold: the texts of `reasons` in one sentence. */
  readonly reason?: string;
  /** Why the field does not hold, followed by where its name or value occurs elsewhere in the event. */
  readonly reasons?: readonly Reason[];
  /** In the order of the pattern, without duplicates. */
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
  /** The duplicates of the condition in the field. */
  readonly copies?: readonly PatternPlace[];
  readonly holds: boolean;
  /** The first value that it holds for, as JSON text; absent for a missing field. */
  readonly value?: string;
  /** The deciding part of a long `value`. */
  readonly excerpt?: string;
  /** The values that it holds for; elements of an array are separate values. Empty for a missing field. */
  readonly holdsFor: readonly EventPlace[];
  /**
   * The number of further values that it holds for. The number of values named for each field is limited, but each
   * condition names at least one.
   */
  readonly more?: number;
  /** The nearest values that it does not hold for, in the order of `reasons`. */
  readonly failsFor?: readonly FailedValue[];
  /**
   * Why the condition does not hold for a present value; or, if it holds, the special rule that decides, such as the
   * tolerance of numbers.
   */
  readonly reason?: string;
  /** The parts of `reason`. For an array, the reasons of the nearest elements. */
  readonly reasons?: readonly Reason[];
}

export interface FailedValue extends EventPlace {
  /**
   * The deciding part of the condition, RFC 6901 into the pattern: one of several operators, an item of a list, the
   * symbol of a comparison; otherwise the operand, or the condition itself for a plain value.
   */
  readonly part: string;
}

/** The value at the field's path or, for a missing field, the last value on the way. Values are JSON texts. */
export type Seen = EventPlace &
  (
    | { readonly kind: 'value'; readonly value: string; readonly comparedAs?: string }
    | { readonly kind: 'array'; readonly values: readonly string[] }
    | { readonly kind: 'empty-array' }
    | { readonly kind: 'array-with-objects' }
    | { readonly kind: 'object' }
    | Missing
  );
