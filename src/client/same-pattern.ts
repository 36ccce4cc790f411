/** Compares two FilterPatterns as the language compares values. */
import type { JsonNode } from '../index.ts';
import { printJson, readJson } from '../json.ts';

/** The text of a FilterPattern; `{}`, which matches every event, where it is absent or empty. */
export function patternText(pattern: unknown): string {
  return pattern === undefined || pattern === null || pattern === '' ? '{}' : String(pattern);
}

/** Whether they are equal but for the order of members. Numbers are compared as text, as patterns do: `[300]` is not `[300.0]`. */
export function samePattern(a: unknown, b: unknown): boolean {
  const [left, right] = [patternText(a), patternText(b)];
  if (left === right) return true;
  const nodes = [readJson(left).node, readJson(right).node] as const;
  return nodes[0] !== undefined && nodes[1] !== undefined && sorted(nodes[0]) === sorted(nodes[1]);
}

function sorted(node: JsonNode): string {
  if (node.kind === 'array') return `[${node.items.map(sorted).join()}]`;
  if (node.kind !== 'object') return printJson(node);
  const members = node.members.map(({ name, value }) => `${JSON.stringify(name)}:${sorted(value)}`);
  return `{${members.sort().join()}}`;
}
