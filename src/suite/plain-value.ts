/** Converts nodes of JSON to plain values. */
import type { JsonNode } from '../index.ts';

/** The plain value of a node. A member named `__proto__` is only a name. */
export function plainValue(node: JsonNode): unknown {
  switch (node.kind) {
    case 'object':
      return Object.fromEntries(node.members.map(({ name, value }) => [name, plainValue(value)]));
    case 'array':
      return node.items.map(plainValue);
    case 'null':
      return null;
    default:
      return node.value;
  }
}
