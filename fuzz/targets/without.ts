/** A pattern without some of its parts. */
import { type Json, type Member, readJson, writeJson } from '../../test/support/json.ts';

/** `pointers` are RFC 6901 and name fields or conditions. An object that loses its last field goes too, but for the pattern itself. */
export function without(text: string, pointers: readonly string[]): string {
  const gone = new Set(pointers);
  return writeJson(reduced(readJson(text), '', gone) ?? { kind: 'object', members: [] });
}

function reduced(node: Json, pointer: string, gone: ReadonlySet<string>): Json | undefined {
  if (gone.has(pointer)) return undefined;
  if (node.kind === 'array') {
    return { kind: 'array', items: node.items.filter((_, index) => !gone.has(`${pointer}/${index}`)) };
  }
  if (node.kind !== 'object') return node;
  const members = node.members.flatMap(([name, value]): Member[] => {
    const rest = reduced(value, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, gone);
    return rest === undefined ? [] : [[name, rest]];
  });
  return members.length === 0 ? undefined : { kind: 'object', members };
}
