/** Prints a node that is not JSON text in its file, such as a map of YAML, with offsets mapped to the file. */
import type { JsonNode, Range } from '../../index.ts';
import { printJson, readJson } from '../../json.ts';
import type { Located } from '../findings/located.ts';

/** A node as text. Each offset at which a value or a name begins or ends maps to the node's own range. */
export function printed(node: JsonNode): Pick<Located, 'text' | 'place'> {
  const text = printJson(node);
  const places = new Map<number, number>();
  const copy = readJson(text).node;
  if (copy !== undefined) pair(copy, node, places);
  return { text, place: (offset) => places.get(offset) ?? node.range.start };
}

function pair(copy: JsonNode, node: JsonNode, places: Map<number, number>): void {
  link(copy.range, node.range, places);
  if (copy.kind === 'array' && node.kind === 'array') {
    for (const [i, item] of copy.items.entries()) pair(item, node.items[i] as JsonNode, places);
  }
  if (copy.kind === 'object' && node.kind === 'object') {
    for (const [i, member] of copy.members.entries()) {
      const original = node.members[i];
      if (original === undefined) continue;
      link(member.nameRange, original.nameRange, places);
      pair(member.value, original.value, places);
    }
  }
}

/** No two values of printed JSON begin at one offset, and none ends where another one begins. */
function link(from: Range, to: Range, places: Map<number, number>): void {
  places.set(from.start, to.start);
  places.set(from.end, to.end);
}
