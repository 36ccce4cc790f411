/** Makes edits of a pattern's text from its nodes. They replace only what must change. */

import { type JsonMember, type JsonNode, type JsonObjectNode, printJson, type Range } from '../json/node.ts';
import type { Edit, Fix, Place } from '../place.ts';

/** Longer texts are not shown in titles. */
const SHOWN = 120;

/** Edits, or possibly long lists of them. */
type Edits = readonly (Edit | readonly Edit[])[];

export function safe(title: string, ...edits: Edits): Fix {
  return { title, kind: 'safe', edits: inOrder(edits.flat()) };
}

export function choice(title: string, ...edits: Edits): Fix {
  return { title, kind: 'choice', edits: inOrder(edits.flat()) };
}

export function asChoice(fix: Fix): Fix {
  return { ...fix, kind: 'choice' };
}

function inOrder(edits: readonly Edit[]): readonly Edit[] {
  return [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

/** A JSON text in a title; `…` if it is long. */
export function shown(text: string): string {
  return text.length > SHOWN ? '…' : text;
}

/** A JSON text in a title that names what is removed, or `otherwise` if it is long. */
export function named(text: string, otherwise: string): string {
  return text.length > SHOWN ? otherwise : text;
}

export function replace({ range }: { readonly range: Range }, text: string): Edit {
  return { range, text };
}

export function rename({ nameRange }: JsonMember, name: string): Edit {
  return { range: nameRange, text: JSON.stringify(name) };
}

export function insert(at: number, text: string): Edit {
  return { range: { start: at, end: at }, text };
}

/** Puts a value in brackets. */
export function wrap({ range }: JsonNode): readonly Edit[] {
  return [insert(range.start, '['), insert(range.end, ']')];
}

/**
 * Removes an item or a member with its comma. Removes all members of the same name, since an earlier one would become
 * effective, and enclosing objects that would be empty; the root stays as `{}`.
 */
export function remove({ node, parent }: Place): readonly Edit[] {
  if (parent === undefined) return [];
  const parts = partsOf(parent.node);
  const gone = parts.find(({ value }) => value === node);
  if (gone === undefined) return [];
  const same = parts.filter((part) => part === gone || (gone.name !== undefined && part.name === gone.name));
  const values = same.map(({ value }) => value);
  if (parts.length > same.length) return removeFrom(parent.node, values);
  if (parent.parent !== undefined) return remove(parent);
  const [first = gone] = parts;
  return [{ range: { start: first.range.start, end: (parts.at(-1) ?? gone).range.end }, text: '' }];
}

/** Removes some items or members of a value with their commas; at least one remains. */
export function removeFrom(whole: JsonNode, values: readonly JsonNode[]): readonly Edit[] {
  const gone = new Set(values);
  const parts = partsOf(whole);
  const stays = parts.findLastIndex(({ value }) => !gone.has(value));
  return parts.flatMap(({ value, range }, i) => {
    if (!gone.has(value)) return [];
    // Up to the next part or, after the last remaining part, from the end of the previous one.
    const from = i < stays ? range.start : (parts[i - 1] as Part).range.end;
    return [{ range: { start: from, end: i < stays ? (parts[i + 1] as Part).range.start : range.end }, text: '' }];
  });
}

interface Part {
  readonly value: JsonNode;
  /** Includes the name of a member. */
  readonly range: Range;
  readonly name?: string;
}

function partsOf(node: JsonNode): readonly Part[] {
  if (node.kind === 'array') return node.items.map((value) => ({ value, range: value.range }));
  if (node.kind !== 'object') return [];
  return node.members.map(({ name, nameRange, value }) => ({
    name,
    value,
    range: { start: nameRange.start, end: value.range.end },
  }));
}

/** Adds a member behind the last one of an object. */
export function append(object: JsonObjectNode, name: string, value: string): Edit {
  const last = object.members.at(-1);
  const text = `${JSON.stringify(name)}: ${value}`;
  return last === undefined ? insert(object.range.start + 1, text) : insert(last.value.range.end, `, ${text}`);
}

/** The items as they are in a list, without brackets. */
export function listed(items: readonly (JsonNode | string)[]): string {
  return items.map((item) => (typeof item === 'string' ? item : printJson(item))).join(', ');
}

/** The values in a list and in the lists inside it; a value that is not a list is itself the only one. */
export function leavesOf(node: JsonNode): readonly JsonNode[] {
  return node.kind === 'array' ? node.items.flatMap(leavesOf) : [node];
}
