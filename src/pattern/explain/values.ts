/** The scalars of one field in an event, with their places. */
import type { JsonNode, JsonScalar } from '../json/node.ts';
import { appendPointer } from '../json/pointer.ts';
import type { EventPlace } from './explanation.ts';

export interface Values {
  readonly nodes: readonly JsonScalar[];
  /** Whether they are the elements of an array. */
  readonly areElements: boolean;
  /** Whether a number is retyped before it is compared. */
  readonly retyped: boolean;
  /** Of the member. */
  readonly pointer: string;
  /** Of each value, where they are at different places. */
  readonly pointers?: readonly string[];
  /** Whether the ranges of nodes are offsets into a text. */
  readonly positions: boolean;
}

export function placeOfNode(pointer: string, node: JsonNode, positions: boolean): EventPlace {
  return positions ? { pointer, range: node.range } : { pointer };
}

/** The place of one of the values. */
export function placeAt({ nodes, areElements, pointer, pointers, positions }: Values, i: number): EventPlace {
  const own = pointers?.[i] ?? (areElements ? appendPointer(pointer, i) : pointer);
  return placeOfNode(own, nodes[i] as JsonScalar, positions);
}
