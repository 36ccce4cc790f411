/** Members of JSON objects by their names. */
import type { JsonMember, JsonObjectNode } from '../index.ts';

/** Objects with fewer members are searched. */
const FEW = 8;

const indexes = new WeakMap<JsonObjectNode, ReadonlyMap<string, JsonMember>>();

/**
 * The member of a name, the last one if it occurs twice. As `memberOf` of the core, which reads all members for each question: here all
 * questions about one object cost what it is long.
 */
export function memberNamed(node: JsonObjectNode, name: string): JsonMember | undefined {
  if (node.members.length < FEW) return node.members.findLast((member) => member.name === name);
  let index = indexes.get(node);
  if (index === undefined) {
    index = new Map(node.members.map((member) => [member.name, member]));
    indexes.set(node, index);
  }
  return index.get(name);
}
