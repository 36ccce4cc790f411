/** The fields of a pattern that cannot hold together. */
import { appendPointer, type JsonNode, neverMatches, type Pattern, printPattern } from '../../../index.ts';
import { printJson, readJson } from '../../../json.ts';

/** For a pattern that never matches: pointers of a minimal set of fields that cannot hold together. */
export function conflictOf(pattern: Pattern): readonly string[] {
  const { dialect, extensions } = pattern;
  const { node } = readJson(printPattern(pattern));
  let fields = pattern.fields.map(({ pointer }) => pointer);
  for (const pointer of fields) {
    const rest = fields.filter((other) => other !== pointer);
    const kept = node === undefined ? undefined : only(node, '', new Set(rest));
    if (kept === undefined) continue;
    if (neverMatches(printJson(kept), { dialect, extensions }).answer === 'yes') fields = rest;
  }
  return fields;
}

/** The node reduced to these fields; undefined when it has none of them. */
function only(node: JsonNode, pointer: string, fields: ReadonlySet<string>): JsonNode | undefined {
  if (fields.has(pointer)) return node;
  if (node.kind !== 'object') return undefined;
  const members = node.members.flatMap((member) => {
    const value = only(member.value, appendPointer(pointer, member.name), fields);
    return value === undefined ? [] : [{ ...member, value }];
  });
  return members.length === 0 ? undefined : { ...node, members };
}
