/** The fix for a text that is too long because of its white space. */

import { type JsonNode, printJson } from '../json/node.ts';
import type { Fix } from '../place.ts';
import { replace, safe } from './edits.ts';

export function spaceFixes(root: JsonNode, length: number, limit: number): readonly Fix[] {
  const around = length - (root.range.end - root.range.start);
  if (leastLength(root) + around > limit) return [];
  const text = printJson(root);
  return text.length + around <= limit ? [safe('remove the white space', replace(root, text))] : [];
}

/** What a text without white space has at least, as if no character were escaped: printing a large text takes as long as reading it. */
function leastLength(node: JsonNode): number {
  switch (node.kind) {
    case 'string':
      return node.value.length + 2;
    case 'array':
      return node.items.reduce((sum, item) => sum + leastLength(item) + 1, 1);
    case 'object':
      return node.members.reduce((sum, { name, value }) => sum + name.length + leastLength(value) + 4, 1);
    default:
      return node.range.end - node.range.start;
  }
}
