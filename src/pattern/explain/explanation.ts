/** The trace of one decision as data. Rendering is done by the callers. */
import type { JsonObjectNode, Range } from '../json/node.ts';
import type { Reason } from '../reasons.ts';
import type { Missing } from './missing.ts';

/** `positions`: whether the ranges of nodes are offsets into a text. */
export type Explain = (event: JsonObjectNode, positions: boolean) => Explanation;

/** Why an event matches a pattern or does not, field by field. */
export interface Explanation {
  /** Whether all fields hold, or those of one alternative, together. */
  readonly matches: boolean;
  /** The name of the dialect that decided. */
  readonly dialect: string;
  /** In the order of the pattern. */
  readonly fields: readonly FieldExplanation[];
  /**
   * The combinations of the branches of `$or`, or the only one, the nearest first: at most ten. Present where fields must hold together,
   * because the pattern has `$or` or because arrays are transparent.
   */
  readonly alternatives?: readonly AlternativeExplanation[];
}

/** Why the fields of one combination of the branches of `$or` hold together or not. */
export interface AlternativeExplanation {
  /** Whether it matches. */
  readonly matches: boolean;
  /** Indices into the fields of the explanation, in the order in which the fields are taken. */
  readonly fields: readonly number[];
  /** Those of the fields that do not hold by themselves. */
  readonly fails: readonly number[];
  /** The elements of arrays in which the fields hold together, as pointers into the event; empty where no element matters. */
  readonly elements: readonly string[];
  /** Why fields that hold by themselves do not hold together: the text of `reasons`. */
  readonly reason?: string;
  /** The parts of `reason`. */
  readonly reasons?: readonly Reason[];
}

/** Why one field holds or does not. */
export interface FieldExplanation {
  /** RFC 6901, into the pattern. */
  readonly pointer: string;
  /** Of its array of conditions; absent when the pattern was given as an object. */
  readonly range?: Range;
  /** The member names on the way to the field in the event. */
  readonly path: readonly string[];
  /** Whether one of its conditions holds. */
  readonly holds: boolean;
  /** What the event has at the path. */
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
  /** Whether it holds for the field; of an array one element is enough. */
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
    | {
        /** A string, a number, a boolean or null. */
        readonly kind: 'value';
        /** The value as in the event. */
        readonly value: string;
        /** The value with which conditions were compared, where the dialect's engine changes its text. */
        readonly comparedAs?: string;
      }
    | {
        /** An array of such values, of which one that meets a condition is enough. */
        readonly kind: 'array';
        /** Its elements, in order. */
        readonly values: readonly string[];
      }
    | {
        /** Several values at one path, through arrays. The pointer is that of the first one. */
        readonly kind: 'values';
        /** The first values, in order. */
        readonly values: readonly string[];
        /** Their pointers. */
        readonly pointers: readonly string[];
        /** The number of further values. */
        readonly more?: number;
      }
    | {
        /** Only objects and arrays without a plain value: the field is missing. */
        readonly kind: 'no-value';
      }
    | {
        /** An array without elements: no condition holds for it. */
        readonly kind: 'empty-array';
      }
    | {
        /** An array with an object or an array in it: no condition holds for it. */
        readonly kind: 'array-with-objects';
      }
    | {
        /** An object: no condition holds for it. */
        readonly kind: 'object';
      }
    | Missing
  );
