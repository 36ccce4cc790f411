/** Finds the node of a pointer, and the node at an offset. */
import { isNode, NODE, takes } from '../arguments.ts';
import type { Range } from './node.ts';
import type { PartialMember, PartialNode } from './partial-node.ts';
import { appendPointer, parsePointer } from './pointer.ts';

/** A node that was found by its pointer. */
export interface NodeAt {
  /** The value at the pointer. */
  readonly node: PartialNode;
  /** Of the member whose value the node is, with its quotes; absent for the root and for an item of an array. */
  readonly nameRange?: Range;
}

/** A node that was found by an offset. */
export interface PointerAt extends NodeAt {
  /** RFC 6901. For a duplicate name it points to the last member, as `JSON.parse` reads it; `node` is the one at the offset. */
  readonly pointer: string;
  /** Whether the offset is in the member's name; between name and value it counts as in the value. */
  readonly in: 'name' | 'value';
}

/** The node of a pointer; for a duplicate name the last one. Undefined for no such node, and for text that is not a pointer. */
export function nodeAt(root: PartialNode, pointer: string): NodeAt | undefined {
  takes(isNode(root), 'nodeAt', NODE, root);
  takes(typeof pointer === 'string', 'nodeAt', 'a pointer', pointer);
  const parts = parsePointer(pointer);
  if (parts === undefined) return undefined;
  let at: NodeAt = { node: root };
  for (const part of parts) {
    const { node } = at;
    if (node.kind === 'object') {
      const member = node.members.findLast(({ name }) => name === part);
      if (member === undefined) return undefined;
      at = { node: member.value, nameRange: member.nameRange };
    } else {
      const item = node.kind === 'array' && /^(?:0|[1-9][0-9]*)$/.test(part) ? node.items[Number(part)] : undefined;
      if (item === undefined) return undefined;
      at = { node: item };
    }
  }
  return at;
}

/** The innermost node that contains an offset or touches it; undefined outside the root. */
export function pointerAt(root: PartialNode, offset: number): PointerAt | undefined {
  takes(isNode(root), 'pointerAt', NODE, root);
  takes(typeof offset === 'number', 'pointerAt', 'an offset into the text', offset);
  if (!touches(root.range, offset)) return undefined;
  let at: PointerAt = { node: root, pointer: '', in: 'value' };
  for (;;) {
    const inner = childAt(at, offset);
    if (inner === undefined) return at;
    at = inner;
    if (at.in === 'name') return at;
  }
}

function childAt({ node, pointer }: PointerAt, offset: number): PointerAt | undefined {
  if (node.kind === 'object') {
    const member = node.members.find((one) => touches(wholeMember(one), offset));
    if (member === undefined) return undefined;
    const { name, nameRange, value } = member;
    const inName = offset <= nameRange.end;
    return { node: value, nameRange, pointer: appendPointer(pointer, name), in: inName ? 'name' : 'value' };
  }
  const i = node.kind === 'array' ? node.items.findIndex(({ range }) => touches(range, offset)) : -1;
  if (node.kind !== 'array' || i < 0) return undefined;
  return { node: node.items[i] as PartialNode, pointer: appendPointer(pointer, i), in: 'value' };
}

function wholeMember({ nameRange, value }: PartialMember): Range {
  return { start: nameRange.start, end: value.range.end };
}

function touches({ start, end }: Range, offset: number): boolean {
  return start <= offset && offset <= end;
}
