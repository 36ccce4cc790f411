/** The tree of a JSON text that may be incomplete or invalid. */
import type { JsonBoolean, JsonNode, JsonNull, JsonNumber, JsonString, Range } from './node.ts';

/** A missing or unreadable value. */
export interface JsonHole {
  readonly kind: 'hole';
  /** The skipped text; empty where a value is missing. */
  readonly range: Range;
}

export interface PartialString extends JsonString {
  /** There is no closing quote: the string ends at the end of its line. */
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
  /** The name with its quotes, if present. */
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

/** A node of a text that may be invalid; every `JsonNode` is one. */
export type PartialNode = PartialString | JsonNumber | JsonBoolean | JsonNull | JsonHole | PartialArray | PartialObject;

/** Whether nothing is missing in it. */
export function isComplete(node: PartialNode): node is JsonNode {
  switch (node.kind) {
    case 'hole':
      return false;
    case 'array':
      return node.open === undefined && node.items.every(isComplete);
    case 'object':
      return node.open === undefined && node.members.every(({ value }) => isComplete(value));
    case 'string':
      return node.open === undefined;
    default:
      return true;
  }
}
