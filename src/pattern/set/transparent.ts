/** Fills the view of a set from a parsed event where arrays are transparent. */
import { isMissing, isSteppable } from '../event.ts';
import { MAX_DEPTH } from '../json/read.ts';
import type { ScanNode } from '../scan/trie.ts';
import { type Element, elementOf } from '../together.ts';
import { NULL } from './kinds.ts';
import { literalOf, scalarOf } from './scalars.ts';
import type { EventView } from './view.ts';

const NOTHING = literalOf(NULL);

/**
 * Adds each scalar at a requested path, through arrays at any depth and member names with dots.
 * @throws TypeError for a BigInt on a path, and for arrays nested deeper than `MAX_DEPTH` levels
 */
export function fillTransparently(view: EventView, root: ScanNode, event: object): void {
  new Walk(view).object(root, event, undefined);
}

class Walk {
  private readonly view: EventView;
  private arrays = 0;

  constructor(view: EventView) {
    this.view = view;
  }

  object(node: ScanNode, object: object, element: Element | undefined): void {
    const { children } = node;
    for (const name of Object.keys(object)) {
      const child = children.get(name) ?? (name.includes('.') ? node.at(name.split('.')) : undefined);
      if (child !== undefined) this.value(child, (object as Record<string, unknown>)[name], element, 0);
    }
  }

  private value(node: ScanNode, value: unknown, element: Element | undefined, nesting: number): void {
    if (Array.isArray(value)) this.array(node, value, element, nesting);
    else if (isSteppable(value)) {
      if (node.children.size > 0) this.object(node, value, element);
    } else if (typeof value === 'bigint') {
      throw new TypeError('a BigInt is not JSON data');
    } else if (node.slot >= 0 && !isMissing(value)) {
      this.view.addScalar(node.slot, scalarOf(value), element);
    }
  }

  private array(node: ScanNode, items: readonly unknown[], element: Element | undefined, nesting: number): void {
    if (nesting >= MAX_DEPTH) throw new TypeError(`the event is nested deeper than ${MAX_DEPTH} levels`);
    const { shared } = node;
    const array = shared ? this.arrays++ : 0;
    for (let i = 0; i < items.length; i++) {
      const item = items[i];
      if (isMissing(item)) {
        if (node.slot >= 0) this.view.addScalar(node.slot, NOTHING, element);
        continue;
      }
      const isInside = shared && (Array.isArray(item) || isSteppable(item));
      this.value(node, item, isInside ? elementOf(array, i, element) : element, nesting + 1);
    }
  }
}
