/**
 * Finds names of a pattern that an event spells differently. A renaming in the pattern is tried as the inverse renaming
 * in the event.
 */
import type { Explanation } from '../explain/explanation.ts';
import type { JsonNode, JsonObjectNode } from '../json/node.ts';
import { appendPointer, parsePointer, pointerTo } from '../json/pointer.ts';
import type { Matcher } from '../matcher.ts';
import type { Edit } from '../place.ts';
import type { PatternText } from './pattern-text.ts';

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
    const wanted = namesIn(explanation, names, text);
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

function namesIn({ fields }: Explanation, known: ReadonlyMap<string, Rename>, text: PatternText): readonly Wanted[] {
  const wanted = new Map<string, Wanted>();
  const taken = new Set<string>();
  for (const { holds, seen, path, pointer } of fields) {
    const names = parsePointer(pointer) ?? [];
    // A name that is read as a path cannot be renamed in part.
    if (holds || seen.kind !== 'missing' || seen.suggestion === undefined || names.length !== path.length) continue;
    const way = (parsePointer(seen.endsAt) ?? []).map((_, i) => names[i] as string);
    const here = pointerTo(names.slice(0, way.length + 1));
    const there = appendPointer(pointerTo(way), seen.suggestion);
    const name = text.at(here)?.nameRange;
    // A member of the event corresponds to at most one of the pattern.
    if (name === undefined || wanted.has(here) || known.has(here) || taken.has(there) || text.at(there) !== undefined) {
      continue;
    }
    taken.add(there);
    const edit = { range: name, text: JSON.stringify(seen.suggestion) };
    wanted.set(here, { way, from: seen.next, rename: { pointer: here, to: seen.suggestion, edit } });
  }
  return [...wanted.values()];
}

interface Names {
  /** Maps names of the event to those of the pattern. */
  readonly renamed: Map<string, string>;
  readonly below: Map<string, Names>;
}

function emptyNames(): Names {
  return { renamed: new Map(), below: new Map() };
}

function withNames(node: JsonNode, { renamed, below }: Names): JsonNode {
  if (node.kind !== 'object') return node;
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
