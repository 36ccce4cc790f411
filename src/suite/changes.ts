/** Computes the changes, `with` and `remove` of a test, that turn one event into another. */
import { appendPointer, type JsonNode, type JsonObjectNode } from '../index.ts';
import { printJson, readJson } from '../json.ts';
import { merge, Removal } from './edit.ts';
import { memberNamed, stepsOf } from './members.ts';

export interface Changes {
  /** JSON text. */
  readonly with?: string;
  readonly remove?: readonly string[];
}

/** The changes from one event to another, both JSON texts. Undefined where none exist, as for an event that has a member twice, or an attribute whose name is a path. */
export function changesBetween(base: string, event: string): Changes | undefined {
  const [before, after] = [readJson(base).node, readJson(event).node];
  if (before?.kind !== 'object' || after?.kind !== 'object') return undefined;
  const remove: string[] = [];
  const change = changed(before, after, '', remove);
  // A suite refuses such names in `with`.
  if (change?.members.some(({ name }) => stepsOf(name) !== undefined)) return undefined;
  const removal = new Removal(before);
  if (!remove.every((pointer) => removal.remove(pointer))) return undefined;
  const left = removal.result();
  const made = change === undefined ? left : merge(left, change);
  if (inOrder(made) !== inOrder(after)) return undefined;
  return {
    ...(change === undefined ? {} : { with: printJson(change) }),
    ...(remove.length === 0 ? {} : { remove }),
  };
}

/** The value to merge, or undefined; pointers of removed members are added to `remove`. */
function changed(
  before: JsonObjectNode,
  after: JsonObjectNode,
  pointer: string,
  remove: string[],
): JsonObjectNode | undefined {
  for (const name of new Set(before.members.map((member) => member.name))) {
    if (memberNamed(after, name) === undefined) remove.push(appendPointer(pointer, name));
  }
  const members = after.members.flatMap((member) => {
    const { name, value } = member;
    const old = memberNamed(before, name)?.value;
    if (old !== undefined && printJson(old) === printJson(value)) return [];
    if (old?.kind !== 'object' || value.kind !== 'object') return [member];
    const inner = changed(old, value, appendPointer(pointer, name), remove);
    return inner === undefined ? [] : [{ ...member, value: inner }];
  });
  return members.length === 0 ? undefined : { ...after, members };
}

/** With members sorted by name, since their order has no meaning. */
function inOrder(node: JsonNode): string {
  const sorted = (one: JsonNode): JsonNode => {
    if (one.kind === 'array') return { ...one, items: one.items.map(sorted) };
    if (one.kind !== 'object') return one;
    const members = one.members.map((member) => ({ ...member, value: sorted(member.value) }));
    return { ...one, members: members.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)) };
  };
  return printJson(sorted(node));
}
