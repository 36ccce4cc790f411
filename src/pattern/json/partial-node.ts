/** The tree of a JSON text that may be incomplete or invalid. */
import type { JsonBoolean, JsonNode, JsonNull, JsonNumber, JsonString, Range } from './node.ts';

/** A missing or unreadable value. */
export interface JsonHole {
  /** The kind of the node. */
  readonly kind: 'hole';
  /** The skipped text; empty where a value is missing. */
  readonly range: Range;
}

/** A string that may lack its closing quote. */
export interface PartialString extends JsonString {
  /** There is no closing quote: the string ends at the end of its line. */
  readonly open?: true;
}

/** An array that may lack items or its closing bracket. */
export interface PartialArray {
  /** The kind of the node. */
  readonly kind: 'array';
  /** In order; a missing item is a hole. */
  readonly items: readonly PartialNode[];
  /** From its bracket to the closing one, or to where the text ends. */
  readonly range: Range;
  /** There is no closing bracket. */
  readonly open?: true;
}

/** A member that may lack its name, its value or both. */
export interface PartialMember {
  /** The name without quotes; empty when it is missing. */
  readonly name: string;
  /** The name with its quotes, if present. */
  readonly nameRange: Range;
  /** The name has no closing quote. */
  readonly nameOpen?: true;
  /** A hole where it is missing. */
  readonly value: PartialNode;
}

/** An object that may lack members or its closing brace. */
export interface PartialObject {
  /** The kind of the node. */
  readonly kind: 'object';
  /** In source order with duplicates. */
  readonly members: readonly PartialMember[];
  /** From its brace to the closing one, or to where the text ends. */
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
