/** Fixes for literals and numbers in or without quotes. */
import type { JsonNode } from '../json/node.ts';
import type { Fix } from '../place.ts';
import { choice, replace, safe } from './edits.ts';

/** `"true"` and `1` where `true` belongs. */
export function literalFixes(node: JsonNode): readonly Fix[] {
  const word = node.kind === 'string' ? node.value.trim().toLowerCase() : undefined;
  if (word === 'true' || word === 'false') return [safe(`write ${word} without quotes`, replace(node, word))];
  const bit = node.kind === 'number' ? node.value : undefined;
  return bit === 0 || bit === 1 ? [choice(`write ${bit === 1}`, replace(node, String(bit === 1)))] : [];
}

/** A number where a text belongs. */
export function quoteFixes(node: JsonNode): readonly Fix[] {
  if (node.kind !== 'number') return [];
  const text = JSON.stringify(node.text);
  return [choice(`write ${text}`, replace(node, text))];
}
