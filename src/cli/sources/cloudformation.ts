/**
 * Templates of CloudFormation and SAM, also those that CDK synthesises (`cdk.out/*.template.json`). Their patterns are maps, which may
 * contain functions that are computed when the stack is created.
 */
import { type JsonNode, type JsonObjectNode, pointerTo } from '../../index.ts';
import { memberOf } from '../../json.ts';
import type { Collector } from './collector.ts';
import { functionOf, isUnknown, substitutedText } from './intrinsic.ts';
import type { Kind } from './kind.ts';
import type { Layer } from './layer.ts';
import { child, findNode, itemsAt, objectAt, textAt } from './nodes.ts';

/** Resources with a pattern, and its property. */
const RESOURCES: ReadonlyMap<string, string> = new Map([
  ['AWS::Events::Rule', 'EventPattern'],
  ['AWS::Events::Archive', 'EventPattern'],
]);

/** Resources with a list of filters, and the way to it. Each filter has a `Pattern`. */
const FILTERED: ReadonlyMap<string, readonly string[]> = new Map([
  ['AWS::Lambda::EventSourceMapping', ['FilterCriteria', 'Filters']],
  ['AWS::Pipes::Pipe', ['SourceParameters', 'FilterCriteria', 'Filters']],
]);

/** Resources of SAM with a map `Events`, and the types of its members that have a `Pattern`. */
const EVENTS_OF: ReadonlySet<string> = new Set(['AWS::Serverless::Function', 'AWS::Serverless::StateMachine']);
const EVENT_TYPES: ReadonlySet<string> = new Set(['EventBridgeRule', 'CloudWatchEvent']);

export const cloudformation: Kind = {
  name: 'a CloudFormation template',
  holders: [...RESOURCES.keys(), ...FILTERED.keys(), ...[...EVENTS_OF].map((type) => `\`Events\` of ${type}`)],
  is: (root) =>
    child(root, 'AWSTemplateFormatVersion') !== undefined ||
    (objectAt(root, 'Resources')?.members ?? []).some(({ value }) => textAt(value, 'Type')?.startsWith('AWS::')),
  read(root, layer, collector) {
    const resources = objectAt(root, 'Resources');
    if (resources !== undefined) readResources(resources, layer, collector);
  },
};

/** The patterns in a map of resources. */
export function readResources(resources: JsonObjectNode, layer: Layer, collector: Collector): void {
  for (const name of new Set(resources.members.map((member) => member.name))) {
    const resource = memberOf(resources, name);
    const type = textAt(resource, 'Type') ?? '';
    const properties = child(resource, 'Properties');
    const property = RESOURCES.get(type);
    if (property !== undefined) readPattern({ address: name, properties, property }, layer, collector);
    const way = FILTERED.get(type);
    if (way !== undefined) readFilters({ address: name, properties, way }, layer, collector);
    if (!EVENTS_OF.has(type)) continue;
    for (const { name: event, value } of objectAt(properties, 'Events')?.members ?? []) {
      const address = `${name}.${event}`;
      const its = child(value, 'Properties');
      if (EVENT_TYPES.has(textAt(value, 'Type') ?? '')) {
        readPattern({ address, properties: its, property: 'Pattern' }, layer, collector);
      } else readFilters({ address, properties: its, way: ['FilterCriteria', 'Filters'] }, layer, collector);
    }
  }
}

/** The address of a filter is that of its resource and its number, from 0. */
function readFilters(
  { address, properties, way }: Omit<Holder, 'property'> & { readonly way: readonly string[] },
  layer: Layer,
  collector: Collector,
): void {
  let node = properties;
  for (const name of ['', ...way]) {
    if (name !== '') node = child(node, name);
    const made = node && functionOf(node);
    if (node === undefined || made === undefined) continue;
    collector.skip(address, node, layer, `its filters are computed by \`${made}\` when the stack is made`);
    return;
  }
  for (const [i, filter] of itemsAt(node).entries()) {
    readPattern({ address: `${address}.${i}`, properties: filter, property: 'Pattern' }, layer, collector);
  }
}

interface Holder {
  readonly address: string;
  readonly properties: JsonNode | undefined;
  readonly property: string;
}

function readPattern({ address, properties, property }: Holder, layer: Layer, collector: Collector): void {
  const whole = properties && functionOf(properties);
  if (properties !== undefined && whole !== undefined) {
    collector.skip(address, properties, layer, `the properties are computed by \`${whole}\` when the stack is made`);
    return;
  }
  const written = child(properties, property);
  // A rule may have a schedule instead.
  if (written === undefined || written.kind === 'null') return;
  const pattern = withTexts(written);
  // Printed anew, since the text in the file has the function around the known text.
  const within: Layer = pattern === written ? layer : { ...layer, syntax: 'yaml' };
  const made = findNode(pattern, (node) => functionOf(node) !== undefined);
  if (made === undefined) {
    collector.pattern(address, pattern, within, 'aws');
    return;
  }
  const place = pointerTo([property, ...made.path]);
  const message = `\`${place}\` is computed by \`${functionOf(made.node)}\` when the stack is made`;
  const around = { pattern: substitutedText(pattern) ?? pattern, layer: within, isUnknown, dialect: 'aws' as const };
  collector.skip(address, made.node, within, message, around);
}

/** The node with the text of each `Fn::Sub` that inserts nothing. The same node when there is none. */
function withTexts(node: JsonNode): JsonNode {
  const text = substitutedText(node);
  if (text !== undefined && !text.value.includes('${')) return text;
  if (functionOf(node) !== undefined) return node;
  if (node.kind === 'array') {
    const items = node.items.map(withTexts);
    return items.every((item, i) => item === node.items[i]) ? node : { ...node, items };
  }
  if (node.kind !== 'object') return node;
  const members = node.members.map((member) => {
    const value = withTexts(member.value);
    return value === member.value ? member : { ...member, value };
  });
  return members.every((member, i) => member === node.members[i]) ? node : { ...node, members };
}
