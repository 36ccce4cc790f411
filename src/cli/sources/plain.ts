/** Whether a value looks like a pattern: what tells it from an event, and from all the other JSON that lies in folders. */
import { dialects, type JsonNode, type JsonObjectNode } from '../../index.ts';

const NAMES: ReadonlySet<string> = new Set(dialects.flatMap(({ keys }) => keys));

/** It has a name at the top that the language knows, and all that stands under such names ends in lists. */
export function looksLikePattern(root: JsonNode): root is JsonObjectNode {
  if (root.kind !== 'object') return false;
  const known = root.members.filter(({ name }) => NAMES.has(name)).map(({ value }) => value);
  return known.every(endsInLists) && known.some(holdsList);
}

function endsInLists(node: JsonNode): boolean {
  return node.kind === 'object' ? node.members.every(({ value }) => endsInLists(value)) : node.kind === 'array';
}

function holdsList(node: JsonNode): boolean {
  return node.kind === 'object' ? node.members.some(({ value }) => holdsList(value)) : node.kind === 'array';
}

const LIST = new RegExp(`\\b(?:${[...NAMES].join('|')})["']?\\s*:\\s*[[-]|\\bdata["']?\\s*:`);

/** Whether a text, which may be broken, has a known name with a list behind it. */
export function mayLookLikePattern(text: string): boolean {
  return LIST.test(text);
}
