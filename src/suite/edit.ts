/** Merges and removes on JSON nodes, which keep the text of numbers. The nodes are not changed. */
import { type JsonMember, type JsonNode, parsePointer } from '../index.ts';
import { memberNamed } from './members.ts';

/** Merges objects member by member; any other value is replaced, also by null. */
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

/** The node without the value at the pointer; undefined where there is none. */
export function remove(node: JsonNode, pointer: string): JsonNode | undefined {
  const removal = new Removal(node);
  return removal.remove(pointer) ? removal.result() : undefined;
}

/** Removes values at pointers one after another, each pointer into the node that the removals before left. Only nodes along the pointers are copied. */
export class Removal {
  private readonly root: Opened;

  constructor(node: JsonNode) {
    this.root = new Opened(node);
  }

  /** False where there is no value at the pointer. */
  remove(pointer: string): boolean {
    const parts = parsePointer(pointer) ?? [];
    const last = parts.at(-1);
    let at: Opened | undefined = this.root;
    for (const part of parts.slice(0, -1)) at = at?.child(part);
    return last !== undefined && (at?.delete(last) ?? false);
  }

  result(): JsonNode {
    return this.root.close();
  }
}

/** A node from which parts may have been removed. */
class Opened {
  private readonly node: JsonNode;
  private readonly gone = new Set<string>();
  private readonly below = new Map<string, Opened>();
  private items: (JsonNode | Opened)[] | undefined;

  constructor(node: JsonNode) {
    this.node = node;
  }

  child(part: string): Opened | undefined {
    if (this.node.kind === 'array') {
      const index = this.indexOf(part);
      if (index === undefined) return undefined;
      const items = this.opened();
      const item = items[index] as JsonNode | Opened;
      const child = item instanceof Opened ? item : new Opened(item);
      items[index] = child;
      return child;
    }
    const value = this.valueOf(part);
    if (value === undefined) return undefined;
    const child = this.below.get(part) ?? new Opened(value);
    this.below.set(part, child);
    return child;
  }

  delete(part: string): boolean {
    const index = this.indexOf(part);
    if (index !== undefined) this.opened().splice(index, 1);
    else if (this.valueOf(part) === undefined) return false;
    // Remove all members of the name: otherwise an earlier one would become the value.
    else this.gone.add(part);
    return true;
  }

  close(): JsonNode {
    const { node, gone, below, items } = this;
    if (node.kind === 'array') {
      if (items === undefined) return node;
      return { ...node, items: items.map((item) => (item instanceof Opened ? item.close() : item)) };
    }
    if (node.kind !== 'object' || gone.size + below.size === 0) return node;
    const members = node.members.filter(({ name }) => !gone.has(name));
    return { ...node, members: members.map((member) => ({ ...member, value: this.closed(member) })) };
  }

  /** Of a name that occurs twice, the last member is changed. */
  private closed({ name, value }: JsonMember): JsonNode {
    const child = this.below.get(name);
    return child !== undefined && child.node === value ? child.close() : value;
  }

  private valueOf(name: string): JsonNode | undefined {
    if (this.node.kind !== 'object' || this.gone.has(name)) return undefined;
    return memberNamed(this.node, name)?.value;
  }

  private indexOf(part: string): number | undefined {
    if (this.node.kind !== 'array' || !/^(?:0|[1-9][0-9]*)$/.test(part)) return undefined;
    const { length } = this.items ?? this.node.items;
    return Number(part) < length ? Number(part) : undefined;
  }

  private opened(): (JsonNode | Opened)[] {
    this.items ??= this.node.kind === 'array' ? [...this.node.items] : [];
    return this.items;
  }
}
