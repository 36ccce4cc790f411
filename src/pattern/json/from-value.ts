/** Reads a JavaScript value as plain JSON data: own enumerable members, no `toJSON`. Changes nothing. */
import type { JsonMember, JsonNode, Range } from './node.ts';
import { MAX_DEPTH } from './read.ts';

/** Values that JSON cannot represent. */
export type NotJson = 'bigint' | 'undefined' | 'function' | 'symbol' | 'not-finite' | 'depth';

/**
 * Converts a value to nodes. Ranges count the nodes in reading order. `notJson` is called for each value that JSON cannot represent and
 * returns the node to use instead, or undefined to leave the member out (in an array: null). After `depth` nothing more is read.
 */
export function nodeFromValue(
  value: unknown,
  notJson: (kind: NotJson, path: readonly (string | number)[]) => JsonNode | undefined,
): JsonNode {
  const path: (string | number)[] = [];
  const ancestors = new Set<object>();
  let count = 0;
  let stopped = false;

  function here(): Range {
    const start = count++;
    return { start, end: start };
  }

  function read(item: unknown): JsonNode | undefined {
    if (stopped) return undefined;
    switch (typeof item) {
      case 'string':
        return { kind: 'string', value: item, range: here() };
      case 'number':
        if (!Number.isFinite(item)) return notJson('not-finite', path) ?? { kind: 'null', range: here() };
        return { kind: 'number', value: item, text: JSON.stringify(item), range: here() };
      case 'boolean':
        return { kind: 'boolean', value: item, range: here() };
      case 'object':
        return item === null ? { kind: 'null', range: here() } : readNested(item);
      default:
        return notJson(typeof item as NotJson, path);
    }
  }

  function readNested(item: object): JsonNode | undefined {
    // An object that contains itself has no end. Reading stops at the first one: two such members would double the work at each level.
    if (path.length >= MAX_DEPTH || ancestors.has(item)) {
      stopped = true;
      return notJson('depth', path);
    }
    ancestors.add(item);
    const node = readContainer(item);
    ancestors.delete(item);
    return node;
  }

  function readContainer(item: object): JsonNode {
    const range = here();
    if (Array.isArray(item)) {
      const items = Array.from(item, (element, i) => {
        path.push(i);
        const node = read(element) ?? { kind: 'null', range: here() };
        path.pop();
        return node;
      });
      return { kind: 'array', items, range };
    }
    const members: JsonMember[] = [];
    for (const name of Object.keys(item)) {
      path.push(name);
      const nameRange = here();
      const node = read((item as Record<string, unknown>)[name]);
      if (node !== undefined) members.push({ name, nameRange, value: node });
      path.pop();
    }
    return { kind: 'object', members, range };
  }

  return read(value) ?? { kind: 'null', range: here() };
}
