/** Edits of a pattern's text, made from its nodes: they replace what must change and touch no other character. */

import { type JsonMember, type JsonNode, type JsonObjectNode, printJson, type Range } from '../json/node.ts';
import type { Edit, Fix, Place } from '../place.ts';

/** Longer rewrites are not shown in a title. */
const SHOWN = 120;

/** Edits, or lists of them, which may be long. */
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

/** JSON text for a title: all of it when it is short. */
export function shown(text: string): string {
  return text.length > SHOWN ? '…' : text;
}

/** JSON text for a title that says what goes. */
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

/** Brackets around a value. */
export function wrap({ range }: JsonNode): readonly Edit[] {
  return [insert(range.start, '['), insert(range.end, ']')];
}

/**
 * An item of an array, or a member of an object, goes with its comma, and with all members of its name: an earlier one would count. What would be left
 * empty goes too; the root stays as `{}`.
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

/** Some of the items or members of a value go, with their commas; at least one stays. */
export function removeFrom(whole: JsonNode, values: readonly JsonNode[]): readonly Edit[] {
  const gone = new Set(values);
  const parts = partsOf(whole);
  const stays = parts.findLastIndex(({ value }) => !gone.has(value));
  return parts.flatMap(({ value, range }, i) => {
    if (!gone.has(value)) return [];
    // Up to the next part, or, where none stays behind it, from the end of the one before.
    const from = i < stays ? range.start : (parts[i - 1] as Part).range.end;
    return [{ range: { start: from, end: i < stays ? (parts[i + 1] as Part).range.start : range.end }, text: '' }];
  });
}

interface Part {
  readonly value: JsonNode;
  /** With the name, where it is a member. */
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

/** A member behind the last one of an object. */
export function append(object: JsonObjectNode, name: string, value: string): Edit {
  const last = object.members.at(-1);
  const text = `${JSON.stringify(name)}: ${value}`;
  return last === undefined ? insert(object.range.start + 1, text) : insert(last.value.range.end, `, ${text}`);
}

/** Items without their brackets, as they stand in a list. */
export function listed(items: readonly (JsonNode | string)[]): string {
  return items.map((item) => (typeof item === 'string' ? item : printJson(item))).join(', ');
}
