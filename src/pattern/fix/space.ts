/** The fix for a text that is too long because of its white space. */

import { type JsonNode, printJson } from '../json/node.ts';
import type { Fix } from '../place.ts';
import { replace, safe } from './edits.ts';

export function spaceFixes(root: JsonNode, length: number, limit: number): readonly Fix[] {
  const text = printJson(root);
  const around = length - (root.range.end - root.range.start);
  return text.length + around <= limit ? [safe('remove the white space', replace(root, text))] : [];
}
