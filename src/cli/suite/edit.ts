/** Changes to an event, made on JSON nodes so that the texts of numbers survive. Nothing is changed in place. */
import { type JsonMember, type JsonNode, type JsonObjectNode, memberOf, parsePointer } from '../../index.ts';
import { memberNamed } from '../read/members.ts';

/** Objects are merged member by member; anything else is replaced, null included. */
export function merge(base: JsonNode, changes: JsonNode): JsonNode {
  if (base.kind !== 'object' || changes.kind !== 'object') return changes;
  const changed = new Set(changes.members.map(({ name }) => name));
  const members: JsonMember[] = base.members.filter(({ name }) => !changed.has(name));
  for (const name of changed) {
    const { value: after, nameRange } = memberNamed(changes, name) as JsonMember;
    const before = memberNamed(base, name)?.value;
    members.push({ name, nameRange, value: before === undefined ? after : merge(before, after) });
  }
  return { ...base, members };
}

/** The node without what stands at the pointer; undefined when nothing stands there. */
export function remove(node: JsonNode, pointer: string): JsonNode | undefined {
  return without(node, parsePointer(pointer) ?? []);
}

function without(node: JsonNode, [part, ...rest]: readonly string[]): JsonNode | undefined {
  if (part === undefined) return undefined;
  if (node.kind === 'object') return withoutMember(node, part, rest);
  if (node.kind !== 'array' || !/^(?:0|[1-9][0-9]*)$/.test(part)) return undefined;
  const item = node.items[Number(part)];
  if (item === undefined) return undefined;
  const left = rest.length === 0 ? [] : [without(item, rest)];
  if (left.includes(undefined)) return undefined;
  return { ...node, items: node.items.toSpliced(Number(part), 1, ...(left as JsonNode[])) };
}

function withoutMember(node: JsonObjectNode, name: string, rest: readonly string[]): JsonNode | undefined {
  const value = memberOf(node, name);
  if (value === undefined) return undefined;
  // Every member of the name goes: an earlier one would come to count otherwise.
  if (rest.length === 0) return { ...node, members: node.members.filter((member) => member.name !== name) };
  const left = without(value, rest);
  if (left === undefined) return undefined;
  return { ...node, members: node.members.map((m) => (m.value === value ? { ...m, value: left } : m)) };
}
