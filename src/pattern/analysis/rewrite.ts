/** The rewrite of an event's value, and the edits of the event's text that apply it. */
import { applyEdits } from '../fix/apply.ts';
import { removeFrom } from '../fix/edits.ts';
import type { JsonArray, JsonNode, JsonObjectNode } from '../json/node.ts';
import type { Edit } from '../place.ts';
import type { Added, StyledText } from './styled-text.ts';
import type { Tree } from './tree.ts';

export type Rewrite =
  /** Unchanged, or still missing. */
  | { readonly kind: 'keep' }
  | { readonly kind: 'remove' }
  /** Replaced or created. */
  | { readonly kind: 'set'; readonly to: () => Tree }
  | MembersRewrite
  | ItemsRewrite;

/** Of an existing object. */
export interface MembersRewrite {
  readonly kind: 'members';
  readonly node: JsonObjectNode;
  /** Maps old names to new ones. */
  readonly renamed: ReadonlyMap<string, string>;
  /** By the new names. Members that are not listed stay. */
  readonly members: ReadonlyMap<string, Rewrite>;
}

/** Of an existing array. */
export interface ItemsRewrite {
  readonly kind: 'items';
  readonly node: JsonArray;
  readonly gone: readonly JsonNode[];
  readonly changed: ReadonlyMap<JsonNode, string>;
  readonly added: readonly string[];
}

/** In source order. `node` is the current value, read from the text. */
export function editsOf(rewrite: Rewrite, node: JsonNode, text: StyledText): readonly Edit[] {
  const edits: Edit[] = [];
  collect(rewrite, node, text, edits);
  return edits.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

/** The text of the value after the rewrite. */
export function textAfter(rewrite: Rewrite, node: JsonNode, text: StyledText): string {
  const { start } = node.range;
  const edits = editsOf(rewrite, node, text).map(({ range, text: inserted }) => ({
    range: { start: range.start - start, end: range.end - start },
    text: inserted,
  }));
  return applyEdits(text.slice(node.range), edits);
}

/** The new value of a member that does not exist yet; undefined if it stays missing. */
export function treeOf(rewrite: Rewrite): Tree | undefined {
  return rewrite.kind === 'set' ? rewrite.to() : undefined;
}

function collect(rewrite: Rewrite, node: JsonNode, text: StyledText, edits: Edit[]): void {
  switch (rewrite.kind) {
    case 'set':
      edits.push({ range: node.range, text: text.valueAt(node, rewrite.to()) });
      return;
    case 'members':
      collectMembers(rewrite, text, edits);
      return;
    case 'items':
      collectItems(rewrite, text, edits);
      return;
  }
}

function collectMembers({ node, renamed, members }: MembersRewrite, text: StyledText, edits: Edit[]): void {
  const last = new Map<string, JsonNode>();
  for (const { name, value } of node.members) last.set(name, value);
  const gone: JsonNode[] = [];
  for (const { name, nameRange, value } of node.members) {
    const now = renamed.get(name);
    const rewrite = members.get(now ?? name);
    // Duplicate members with the same name are renamed or removed too: otherwise they would remain.
    if (now !== undefined) edits.push({ range: nameRange, text: JSON.stringify(now) });
    if (rewrite?.kind === 'remove') gone.push(value);
    else if (rewrite !== undefined && last.get(name) === value) collect(rewrite, value, text, edits);
  }
  const there = new Set([...last.keys()].map((name) => renamed.get(name) ?? name));
  const added: Added[] = [];
  for (const [name, rewrite] of members) {
    const value = there.has(name) ? undefined : treeOf(rewrite);
    if (value !== undefined) added.push({ name, value });
  }
  collectParts(node, gone, added, text, edits);
}

function collectItems({ node, gone, changed, added }: ItemsRewrite, text: StyledText, edits: Edit[]): void {
  for (const [{ range }, to] of changed) edits.push({ range, text: to });
  collectParts(
    node,
    gone,
    added.map((value) => ({ value })),
    text,
    edits,
  );
}

function collectParts(
  node: JsonObjectNode | JsonArray,
  gone: readonly JsonNode[],
  added: readonly Added[],
  text: StyledText,
  edits: Edit[],
): void {
  const count = node.kind === 'array' ? node.items.length : node.members.length;
  if (gone.length > 0 && gone.length === count) {
    edits.push(text.exchange(node, added));
    return;
  }
  if (gone.length > 0) for (const edit of removeFrom(node, gone)) edits.push(edit);
  if (added.length > 0) edits.push(text.append(node, added));
}
