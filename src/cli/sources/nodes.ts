/** Access to members of JSON nodes of unknown shape. */
import type { JsonNode, JsonObjectNode } from '../../index.ts';
import { memberOf } from '../../json.ts';

export function child(node: JsonNode | undefined, ...names: readonly string[]): JsonNode | undefined {
  let at = node;
  for (const name of names) at = at?.kind === 'object' ? memberOf(at, name) : undefined;
  return at;
}

export function objectAt(node: JsonNode | undefined, ...names: readonly string[]): JsonObjectNode | undefined {
  const found = child(node, ...names);
  return found?.kind === 'object' ? found : undefined;
}

export function textAt(node: JsonNode | undefined, ...names: readonly string[]): string | undefined {
  const found = child(node, ...names);
  return found?.kind === 'string' ? found.value : undefined;
}

export function itemsAt(node: JsonNode | undefined, ...names: readonly string[]): readonly JsonNode[] {
  const found = child(node, ...names);
  return found?.kind === 'array' ? found.items : [];
}

export interface Step {
  readonly node: JsonNode;
  readonly path: readonly (string | number)[];
}

/** The first node, in source order, for which the test holds, and the path to it. */
export function findNode(node: JsonNode, test: (node: JsonNode) => boolean): Step | undefined {
  if (test(node)) return { node, path: [] };
  const parts: readonly (readonly [string | number, JsonNode])[] =
    node.kind === 'object'
      ? node.members.map(({ name, value }) => [name, value] as const)
      : node.kind === 'array'
        ? [...node.items.entries()]
        : [];
  for (const [part, value] of parts) {
    const found = findNode(value, test);
    if (found !== undefined) return { node: found.node, path: [part, ...found.path] };
  }
  return undefined;
}
