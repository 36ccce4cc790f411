/** Explains why an incomplete event matches or not, as far as it can be read. */
import type { EventPlace, Explanation, FieldExplanation, Matcher } from '../index.ts';
import { hasMember, isNode, NODE, takes } from '../pattern/arguments.ts';
import type { JsonMember, JsonObjectNode } from '../pattern/json/node.ts';
import type { PartialMember, PartialNode, PartialObject } from '../pattern/json/partial.ts';
import { isComplete } from '../pattern/json/partial-node.ts';
import { appendPointer } from '../pattern/json/pointer.ts';

/** The explanation of an event that may be incomplete. */
export interface PartialExplanation extends Omit<Explanation, 'matches'> {
  /** Undefined while it depends on fields that could not be read. */
  readonly matches: boolean | undefined;
  /** Fields whose values could be read, or are certainly missing. */
  readonly fields: readonly FieldExplanation[];
  /** Fields whose values could not be read. */
  readonly unread: readonly UnreadField[];
}

/** A field whose value may still come. */
export interface UnreadField extends Pick<FieldExplanation, 'pointer' | 'range' | 'path'> {
  /** Where reading ends on the path to the value: at a hole, or at an unclosed node. */
  readonly endsAt: Required<EventPlace>;
}

/**
 * As `explainNode` of a matcher, for the node that `readPartialJson` gives. A member may follow in an unclosed object, and a number at the
 * end of the text may be incomplete: fields that depend on them are unread. For complete JSON the result is that of `explain`.
 * @throws TypeError for what is no matcher, or no node
 */
export function explainPartial(matcher: Matcher, event: PartialNode): PartialExplanation {
  takes(hasMember(matcher, 'explainNode'), 'explainPartial', 'a compiled pattern', matcher);
  takes(isNode(event), 'explainPartial', NODE, event);
  const root: PartialObject = event.kind === 'object' ? event : { kind: 'object', members: [], range: event.range };
  const { fields, dialect } = matcher.explainNode(completePart(root));
  const read: FieldExplanation[] = [];
  const unread: UnreadField[] = [];
  const known: Names = new Map();
  for (const field of fields) {
    const endsAt = unreadAt(event, field.path, known);
    const { pointer, range, path } = field;
    if (endsAt === undefined) read.push(field);
    else unread.push({ pointer, ...(range === undefined ? {} : { range }), path, endsAt });
  }
  const matches = read.every(({ holds }) => holds) ? (unread.length === 0 ? true : undefined) : false;
  return { matches, dialect, fields: read, unread };
}

/** The object without holes and incomplete items. Fields that depend on these are unread. */
function completePart({ members, range }: PartialObject): JsonObjectNode {
  const complete = members.flatMap(({ name, nameRange, value }): JsonMember[] => {
    if (value.kind === 'hole') return [];
    if (value.kind === 'object') return [{ name, nameRange, value: completePart(value) }];
    const node = value.kind === 'array' ? { ...value, items: value.items.filter(isComplete) } : value;
    return [{ name, nameRange, value: node }];
  });
  return { kind: 'object', members: complete, range };
}

/** The last member of each name, cached by object, since many fields read one object. */
type Names = Map<PartialObject, ReadonlyMap<string, PartialMember>>;

function memberOf(object: PartialObject, name: string, known: Names): PartialMember | undefined {
  let names = known.get(object);
  if (names === undefined) {
    names = new Map(object.members.map((member) => [member.name, member]));
    known.set(object, names);
  }
  return names.get(name);
}

/** Undefined when the value of a field could be read. */
function unreadAt(root: PartialNode, path: readonly string[], known: Names): Required<EventPlace> | undefined {
  let node = root;
  let pointer = '';
  for (const name of path) {
    const here = { pointer, range: node.range };
    // A value that is no object has no members, even when it is incomplete.
    if (node.kind !== 'object') return pointer === '' || node.kind === 'hole' ? here : undefined;
    const member = memberOf(node, name, known);
    if (member === undefined) return mayGoOn(node) ? here : undefined;
    const isOpen = member.nameOpen === true || isCutNumber(node, member.value);
    node = member.value;
    pointer = appendPointer(pointer, name);
    if (isOpen) return { pointer, range: node.range };
  }
  return node.kind === 'object' || isComplete(node) ? undefined : { pointer, range: node.range };
}

/** Whether a member could follow, or one has no name yet. */
function mayGoOn({ open, members }: PartialObject): boolean {
  return open === true || members.some(({ nameOpen }) => nameOpen === true);
}

/** Whether more digits could follow, at the end of an unclosed object. */
function isCutNumber({ open, range }: PartialObject, value: PartialNode): boolean {
  return open === true && value.kind === 'number' && value.range.end === range.end;
}
