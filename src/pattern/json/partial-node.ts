/** The tree of a JSON text that may be broken. */
import type { JsonBoolean, JsonNull, JsonNumber, JsonString, Range } from './node.ts';

/** A place for a value where none could be read. */
export interface JsonHole {
  readonly kind: 'hole';
  /** The text that was passed over; empty where a value is missing. */
  readonly range: Range;
}

export interface PartialString extends JsonString {
  /** There is no closing quote: it was read to the end of its line. */
  readonly open?: true;
}

export interface PartialArray {
  readonly kind: 'array';
  readonly items: readonly PartialNode[];
  readonly range: Range;
  /** There is no closing bracket. */
  readonly open?: true;
}

export interface PartialMember {
  readonly name: string;
  /** The name with its quotes, as far as they are there. */
  readonly nameRange: Range;
  /** The name has no closing quote. */
  readonly nameOpen?: true;
  readonly value: PartialNode;
}

export interface PartialObject {
  readonly kind: 'object';
  readonly members: readonly PartialMember[];
  readonly range: Range;
  /** There is no closing brace. */
  readonly open?: true;
}

/** A value of a text that may be broken; every `JsonNode` is one. */
export type PartialNode = PartialString | JsonNumber | JsonBoolean | JsonNull | JsonHole | PartialArray | PartialObject;
