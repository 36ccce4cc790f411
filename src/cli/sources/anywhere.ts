/** Documents of no known tool: requests, stream documents, parameter files. A pattern is found by the name of its member. */
import { appendPointer, type DialectName, type JsonNode } from '../../index.ts';
import type { Collector } from './collector.ts';
import { type Layer, open } from './layer.ts';
import { child, findNode } from './nodes.ts';
import { isEmptyPattern } from './resource.ts';
import { variable } from './variables.ts';

/** The members, each with the language of its pattern. */
const NAMES: ReadonlyMap<string, DialectName> = new Map([
  ['FilterPattern', 'aliyun'],
  ['filterPattern', 'aliyun'],
  ['filter_pattern', 'aliyun'],
  ['eventRuleFilterPattern', 'aliyun'],
  ['EventPattern', 'aws'],
  ['eventPattern', 'aws'],
  ['event_pattern', 'aws'],
]);

/** Whether a text may contain one of the names, also between escaped quotes. */
export function namesPattern(text: string): boolean {
  return /(?:filter|event)_?pattern/i.test(text);
}

/** Whether a text may be a document of a tool that has its patterns under another name. */
export function namesHolder(text: string): boolean {
  return /filter_?(?:criteria|patterns)|\beventbridge(?:rule)?\b|\bcloudwatchevent\b/i.test(text);
}

/** Whether there is JSON text under one of the names, also in lists. No pattern has that, since its values are lists of conditions. */
export function holdsText(root: JsonNode): boolean {
  const isHolder = (node: JsonNode): boolean =>
    node.kind === 'object' &&
    node.members.some(({ name, value }) => NAMES.has(name) && value.kind === 'string' && /^\s*\{/.test(value.value));
  return findNode(root, isHolder) !== undefined;
}

/** Collects every pattern at any depth, also in strings that contain JSON. The address is the pointer to it. */
export function readAnywhere(root: JsonNode, layer: Layer, collector: Collector): void {
  const places: PendingNode[] = [{ node: root, pointer: '', layer, strings: -1 }];
  // Strings are queued, since reading one inside another would add up their depths.
  for (const place of places) {
    const opened = open(place.node, place.layer);
    if (!('problem' in opened)) search({ ...place, ...opened, strings: place.strings + 1 }, collector, places);
  }
  collector.patterns.sort((a, b) => a.place(0) - b.place(0));
}

/** Whether a node is a stream document, or a request that contains one. */
function isStream(node: JsonNode): boolean {
  return (
    child(node, 'EventStreamingName') !== undefined &&
    (isNested(child(node, 'Source')) || isNested(child(node, 'Sink')))
  );
}

/** Requests have JSON in strings. */
function isNested(node: JsonNode | undefined): boolean {
  return node?.kind === 'object' || (node?.kind === 'string' && /^\s*\{/.test(node.value));
}

/** Pulumi's YAML has the pattern inside a function, in which texts may have interpolations. */
function readNamed(
  at: string,
  value: JsonNode,
  layer: Layer,
  dialect: DialectName | undefined,
  collector: Collector,
): void {
  const pattern = child(value, TO_JSON);
  const unknown = pattern && variable(pattern);
  if (pattern === undefined || unknown === undefined) collector.pattern(at, pattern ?? value, layer, dialect);
  else {
    const isUnknown = unknown.isUnknown ?? (() => false);
    collector.skip(at, unknown.node, layer, unknown.message, { pattern, layer, isUnknown, dialect });
  }
}

const TO_JSON = 'fn::toJSON';

interface PendingNode {
  readonly node: JsonNode;
  readonly pointer: string;
  readonly layer: Layer;
  /** The number of strings around the contents. */
  readonly strings: number;
}

// A trigger's configuration is a string of the document, which may itself be a string of a request.
const MAX_STRINGS = 3;

function search(place: PendingNode, collector: Collector, later: PendingNode[]): void {
  const { node, pointer, layer, strings } = place;
  if (node.kind === 'array') {
    for (const [i, item] of node.items.entries()) {
      search({ ...place, node: item, pointer: appendPointer(pointer, i) }, collector, later);
    }
  } else if (node.kind === 'string') {
    if (strings >= MAX_STRINGS || !/^\s*[{[]/.test(node.value) || !namesPattern(node.value)) return;
    later.push(place);
  } else if (node.kind === 'object') {
    if (isStream(node) && child(node, 'FilterPattern') === undefined) {
      collector.empty(appendPointer(pointer, 'FilterPattern'), node, layer);
    }
    for (const { name, value } of node.members) {
      const at = appendPointer(pointer, name);
      if (name === 'FilterPattern' && isEmptyPattern(value) && isStream(node)) collector.empty(at, value, layer);
      // A list or a number under such a name is the field of an event.
      else if (NAMES.has(name) && (value.kind === 'string' || value.kind === 'object'))
        readNamed(at, value, layer, NAMES.get(name), collector);
      else search({ ...place, node: value, pointer: at }, collector, later);
    }
  }
}
