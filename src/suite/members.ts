/** Looks up members of JSON objects by name, and recognises a path where a name is expected. */
import { type JsonMember, type JsonObjectNode, parsePointer } from '../index.ts';

/** Number of members from which an object gets an index. */
const FEW = 8;

const indexes = new WeakMap<JsonObjectNode, ReadonlyMap<string, JsonMember>>();

/**
 * The member of a name, the last one where it occurs twice. Unlike `memberOf` of the core, which reads all members at each call, it
 * builds an index of large objects at the first call.
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

/**
 * The names in a JSON pointer, in a JSONPath, or in a dotted path into `data`, given where the name of an attribute is expected; undefined
 * for such a name.
 */
export function stepsOf(key: string): readonly string[] | undefined {
  if (key.startsWith('/') && key.length > 1) return parsePointer(key);
  if (key.startsWith('$.')) return key.slice(2).split('.');
  return key.startsWith('data.') ? key.split('.') : undefined;
}
