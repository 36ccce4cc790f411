/** JSON text for reading on one line: a blank after each colon and comma. */
import type { JsonNode } from '../index.ts';
import { readJson } from '../json.ts';

/** Returns text that is not JSON unchanged. */
export function spaced(json: string): string {
  const { node } = readJson(json);
  return node === undefined ? json : print(node);
}

function print(node: JsonNode): string {
  switch (node.kind) {
    case 'array':
      return `[${node.items.map(print).join(', ')}]`;
    case 'object':
      return `{${node.members.map((m) => `${JSON.stringify(m.name)}: ${print(m.value)}`).join(', ')}}`;
    case 'number':
      return node.text;
    case 'null':
      return 'null';
    default:
      return JSON.stringify(node.value);
  }
}
