/** Fills the view of a set from a parsed event where arrays are not transparent. */
import { isMissing, isSteppable, memberValue } from '../event.ts';
import type { ScanNode } from '../scan/trie.ts';
import type { EventView } from './view.ts';

/**
 * A node with at most this many children looks up each; otherwise the members of the event are looked up among the
 * children.
 */
const FEW = 16;

/** @throws TypeError for a BigInt at or above a requested path */
export function fillFromObject(view: EventView, root: ScanNode, event: object): void {
  walk(view, root, event, true);
}

function walk(view: EventView, node: ScanNode, object: object, isRoot: boolean): void {
  if (node.children.size <= FEW) {
    for (const [name, child] of node.children) see(view, child, memberValue(object, name), isRoot);
    return;
  }
  for (const name of Object.keys(object)) {
    const child = node.children.get(name);
    if (child !== undefined) see(view, child, (object as Record<string, unknown>)[name], isRoot);
  }
}

function see(view: EventView, node: ScanNode, value: unknown, isRoot: boolean): void {
  if (isMissing(value)) return;
  if (typeof value === 'bigint') throw new TypeError('a BigInt is not JSON data');
  if (isRoot && node.watched >= 0) view.seeRoot(node.watched);
  if (node.children.size > 0 && isSteppable(value)) walk(view, node, value, false);
  if (node.slot < 0) return;
  view.putValue(node.slot, value);
}
