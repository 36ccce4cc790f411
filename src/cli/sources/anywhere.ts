/** Documents without a form of their own: requests, stream documents, parameter files. A pattern is what stands under one of its names. */
import { appendPointer, type JsonNode } from '../../index.ts';
import type { Collector } from './collector.ts';
import { type Layer, open } from './layer.ts';

const NAMES: ReadonlySet<string> = new Set([
  'FilterPattern',
  'filterPattern',
  'filter_pattern',
  'eventRuleFilterPattern',
]);

/** Whether a text may hold one of the names, also where its quotes are escaped. */
export function namesPattern(text: string): boolean {
  return /filter_?pattern/i.test(text);
}

/** Takes every pattern at any depth, also in strings that hold JSON. The address is the pointer to it. */
export function readAnywhere(root: JsonNode, layer: Layer, collector: Collector): void {
  search(root, '', layer, 0, collector);
}

// A trigger's configuration is one string in the document, in a request that is one string itself perhaps.
const MAX_STRINGS = 3;

function search(node: JsonNode, pointer: string, layer: Layer, strings: number, collector: Collector): void {
  if (node.kind === 'array') {
    for (const [i, item] of node.items.entries()) search(item, appendPointer(pointer, i), layer, strings, collector);
  } else if (node.kind === 'string') {
    if (strings >= MAX_STRINGS || !/^\s*[{[]/.test(node.value) || !namesPattern(node.value)) return;
    const opened = open(node, layer);
    if (!('problem' in opened)) search(opened.node, pointer, opened.layer, strings + 1, collector);
  } else if (node.kind === 'object') {
    for (const { name, value } of node.members) {
      const at = appendPointer(pointer, name);
      // A list or a number under such a name is the field of some event.
      if (NAMES.has(name) && (value.kind === 'string' || value.kind === 'object')) collector.pattern(at, value, layer);
      else search(value, at, layer, strings, collector);
    }
  }
}
