/**
 * Finds names of a pattern that an event spells differently. A renaming in the pattern is tried as the inverse renaming
 * in the event.
 */
import type { Explanation } from '../explain/explanation.ts';
import { type JsonNode, type JsonObjectNode, memberOf } from '../json/node.ts';
import { appendPointer, parsePointer, pointerTo } from '../json/pointer.ts';
import type { Matcher } from '../matcher.ts';
import type { Field } from '../pattern.ts';
import type { Edit } from '../place.ts';
import { namePointers, type PatternText } from './pattern-text.ts';

export interface Rename {
  /** Into the pattern. */
  readonly pointer: string;
  readonly to: string;
  readonly edit: Edit;
}

export interface Renamed {
  /** The event with the names of the pattern. */
  readonly event: JsonObjectNode;
  readonly explanation: Explanation;
  /** By the pointers of the pattern. */
  readonly names: ReadonlyMap<string, Rename>;
}

/** The maximum number of levels: a name is found once those above it are renamed. */
const MOST_LEVELS = 8;

export function renamedBy({ explainNode }: Matcher, node: JsonObjectNode, text: PatternText): Renamed {
  const names = new Map<string, Rename>();
  let event = node;
  let explanation = explainNode(event);
  for (let level = 0; level < MOST_LEVELS; level++) {
    const wanted = namesIn(explanation, event, names, text);
    if (wanted.length === 0) break;
    const tree: Names = emptyNames();
    for (const { way, from, rename } of wanted) {
      names.set(rename.pointer, rename);
      let at = tree;
      for (const name of way) {
        const next = at.below.get(name) ?? emptyNames();
        at.below.set(name, next);
        at = next;
      }
      at.renamed.set(rename.to, from);
    }
    event = withNames(event, tree) as JsonObjectNode;
    explanation = explainNode(event);
  }
  return { event, explanation, names };
}

interface Wanted {
  /** The path to the object in the event, with the names of the pattern. */
  readonly way: readonly string[];
  /** The name in the pattern. */
  readonly from: string;
  readonly rename: Rename;
}

function namesIn(
  { fields }: Explanation,
  event: JsonObjectNode,
  known: ReadonlyMap<string, Rename>,
  text: PatternText,
): readonly Wanted[] {
  const wanted = new Map<string, Wanted>();
  const taken = new Map<string, string>();
  for (const [index, { holds, seen, path }] of fields.entries()) {
    const field = text.pattern.fields[index] as Field;
    const names = field.path;
    // A name that is read as a path cannot be renamed in part.
    if (holds || seen.kind !== 'missing' || seen.suggestion === undefined || names.length !== path.length) continue;
    const way = names.slice(0, namesOn(seen.endsAt, event));
    const here = namePointers(field)[way.length] as string;
    const there = appendPointer(pointerTo(way), seen.suggestion);
    const written = text.at(here);
    if (written === undefined || wanted.has(here) || known.has(here)) continue;
    // A member of the event corresponds to at most one name of the pattern.
    const isTaken = (taken.get(there) ?? seen.next) !== seen.next;
    if (isTaken || text.at(appendPointer(written.parent, seen.suggestion)) !== undefined) continue;
    taken.set(there, seen.next);
    const edit = { range: written.nameRange, text: JSON.stringify(seen.suggestion) };
    wanted.set(here, { way, from: seen.next, rename: { pointer: here, to: seen.suggestion, edit } });
  }
  return [...wanted.values()];
}

/** The number of member names in a pointer; the others are indices of arrays. */
function namesOn(pointer: string, event: JsonObjectNode): number {
  const parts = parsePointer(pointer) ?? [];
  let node: JsonNode = event;
  let count = 0;
  for (const part of parts) {
    const next: JsonNode | undefined = node.kind === 'array' ? node.items[Number(part)] : memberIn(node, part);
    if (node.kind !== 'array') count++;
    if (next === undefined) break;
    node = next;
  }
  return count;
}

function memberIn(node: JsonNode, name: string): JsonNode | undefined {
  return node.kind === 'object' ? memberOf(node, name) : undefined;
}

interface Names {
  /** Maps names of the event to those of the pattern. */
  readonly renamed: Map<string, string>;
  readonly below: Map<string, Names>;
}

function emptyNames(): Names {
  return { renamed: new Map(), below: new Map() };
}

function withNames(node: JsonNode, names: Names): JsonNode {
  if (node.kind === 'array') return { ...node, items: node.items.map((item) => withNames(item, names)) };
  if (node.kind !== 'object') return node;
  const { renamed, below } = names;
  const members = node.members.map((member) => {
    const inner = below.get(member.name);
    return {
      ...member,
      name: renamed.get(member.name) ?? member.name,
      value: inner === undefined ? member.value : withNames(member.value, inner),
    };
  });
  return { ...node, members };
}
