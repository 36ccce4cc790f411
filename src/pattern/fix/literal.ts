/** Fixes for literals and numbers with wrong or missing quotes. */
import type { JsonNode } from '../json/node.ts';
import type { Fix } from '../place.ts';
import { choice, replace, safe } from './edits.ts';

/** For `"true"` or `1` in the place of `true`. */
export function literalFixes(node: JsonNode): readonly Fix[] {
  const word = node.kind === 'string' ? node.value.trim().toLowerCase() : undefined;
  if (word === 'true' || word === 'false') return [safe(`write ${word} without quotes`, replace(node, word))];
  const bit = node.kind === 'number' ? node.value : undefined;
  return bit === 0 || bit === 1 ? [choice(`write ${bit === 1}`, replace(node, String(bit === 1)))] : [];
}

/** For a number in the place of a string. */
export function quoteFixes(node: JsonNode): readonly Fix[] {
  if (node.kind !== 'number') return [];
  const text = JSON.stringify(node.text);
  return [choice(`write ${text}`, replace(node, text))];
}
