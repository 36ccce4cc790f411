/** Where resources have their pattern in every tool: in a property, or in the configuration of a trigger. */
import type { DialectName, JsonNode, JsonObjectNode } from '../../index.ts';
import type { Collector } from './collector.ts';
import { type Layer, openPartly } from './layer.ts';
import { child, textAt } from './nodes.ts';

export interface Slot {
  /** The property with the pattern, or with the configuration that contains it. */
  readonly property: string;
  /** The way to a list of filters in the resource, each of which has the property. */
  readonly within?: readonly string[];
  /** For a trigger: the property with its kind. Only those of EventBridge have a pattern. */
  readonly triggerType?: string;
  /** For an event stream: the service reads an absent or empty pattern as `{}`. */
  readonly mayBeEmpty?: boolean;
  /** The language of its patterns. */
  readonly dialect: DialectName;
}

/** The member of a trigger's configuration, in every tool. */
const TRIGGER_PATTERN = 'eventRuleFilterPattern';

export interface Resource {
  readonly address: string;
  readonly properties: JsonObjectNode;
  readonly layer: Layer;
}

/** Why a value, which may be missing for this reason, is not known; and the node to point at. */
export type Unknown = (node: JsonNode | undefined) => NotKnown | undefined;

interface NotKnown {
  readonly node: JsonNode;
  readonly message: string;
  /** The partly known value: the text of a template. */
  readonly text?: JsonNode;
  /** Whether a value inside is unknown, when the rest is known. */
  readonly isUnknown?: (node: JsonNode) => boolean;
  /** All of it is known, and must not be shown. */
  readonly secret?: boolean;
}

/** Whether a stream accepts every event, by an absent or empty pattern. */
export function isEmptyPattern(node: JsonNode | undefined): boolean {
  return node === undefined || node.kind === 'null' || (node.kind === 'string' && node.value.trim() === '');
}

/** The property of the resource that holds the pattern, at any depth. */
export function holderOf({ within: [first] = [], property }: Slot): string {
  return first ?? property;
}

/** The address of a filter is that of its resource and its number, from 0. */
export function readResource(resource: Resource, slot: Slot, unknown: Unknown, collector: Collector): void {
  const { address, properties, layer } = resource;
  if (slot.within === undefined) {
    readProperty(resource, slot, unknown, collector);
    return;
  }
  const filters = slot.within.reduce<readonly JsonNode[]>(
    (nodes, name) => nodes.flatMap((node) => blocksNamed(node, name)),
    [properties],
  );
  for (const [i, filter] of filters.entries()) {
    const one = { address: `${address}.${i}`, layer };
    if (filter.kind === 'object') readProperty({ ...one, properties: filter }, slot, unknown, collector);
    else skipUnknown(one, filter);
  }
  if (filters.length === 0) skipUnknown({ address, layer }, child(properties, holderOf(slot)));

  function skipUnknown(of: Omit<Resource, 'properties'>, node: JsonNode | undefined): void {
    const reason = unknown(node);
    if (reason !== undefined) collector.skip(of.address, reason.node, of.layer, reason.message);
  }
}

/** In HCL each block is a member. */
function blocksNamed(node: JsonNode, name: string): readonly JsonNode[] {
  const members = node.kind === 'object' ? node.members.filter((member) => member.name === name) : [];
  return members.flatMap(({ value }) => blocks(value));
}

/** A block stands alone or in a list. */
export function blocks(node: JsonNode | undefined): readonly JsonNode[] {
  return node === undefined ? [] : node.kind === 'array' ? node.items : [node];
}

function readProperty(resource: Resource, slot: Slot, unknown: Unknown, collector: Collector): void {
  const { address, properties, layer } = resource;
  if (slot.triggerType === undefined) take(child(properties, slot.property), layer);
  else if (textAt(properties, slot.triggerType) === 'eventbridge') {
    const value = child(properties, slot.property);
    if (isUnknown(value, layer) || value === undefined || value.kind === 'null') return;
    const config = collector.open(address, slot.property, value, layer);
    if (config !== undefined) take(child(config.node, TRIGGER_PATTERN), config.layer);
  }

  function take(node: JsonNode | undefined, within: Layer): void {
    if (isUnknown(node, within, true)) return;
    if (slot.mayBeEmpty === true && isEmptyPattern(node))
      collector.empty(address, node ?? properties, within, slot.dialect);
    else if (node !== undefined && node.kind !== 'null') collector.pattern(address, node, within, slot.dialect);
  }

  function isUnknown(node: JsonNode | undefined, within: Layer, isPattern = slot.triggerType === undefined): boolean {
    const reason = unknown(node);
    if (reason === undefined) return false;
    const known = reason.isUnknown !== undefined || reason.secret === true;
    const found = known ? patternIn(reason.text ?? node, within, isPattern) : undefined;
    // An empty secret, or a trigger without a pattern: there is nothing to hide.
    if (reason.secret === true && found !== undefined && isEmptyPattern(found.pattern)) return false;
    const { isUnknown: is = () => false, secret } = reason;
    const around =
      found?.pattern === undefined
        ? undefined
        : { ...found, pattern: found.pattern, isUnknown: is, secret, dialect: slot.dialect };
    collector.skip(address, reason.node, within, reason.message, around);
    return true;
  }
}

/** The pattern in a value or in the configuration of a trigger; undefined for an unreadable configuration. */
function patternIn(
  node: JsonNode | undefined,
  layer: Layer,
  isPattern: boolean,
): { readonly pattern: JsonNode | undefined; readonly layer: Layer } | undefined {
  if (isPattern || node === undefined) return { pattern: node, layer };
  const opened = openPartly(node, layer);
  if ('problem' in opened) return undefined;
  return { pattern: child(opened.node, TRIGGER_PATTERN), layer: opened.layer };
}
