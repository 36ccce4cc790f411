/** The output of `pulumi stack export`. The address of a resource is its URN. */
import type { JsonNode } from '../../index.ts';
import type { Kind } from './kind.ts';
import { child, itemsAt, objectAt, textAt } from './nodes.ts';
import { holderOf, readResource, type Slot, type Unknown } from './resource.ts';

const SLOTS: ReadonlyMap<string, Slot> = new Map<string, Slot>([
  ['alicloud:eventbridge/rule:Rule', { property: 'filterPattern', dialect: 'aliyun' }],
  [
    'alicloud:eventbridge/eventStreaming:EventStreaming',
    { property: 'filterPattern', mayBeEmpty: true, dialect: 'aliyun' },
  ],
  ['alicloud:fc/v3Trigger:V3Trigger', { property: 'triggerConfig', triggerType: 'triggerType', dialect: 'aliyun' }],
  ['alicloud:fc/trigger:Trigger', { property: 'config', triggerType: 'type', dialect: 'aliyun' }],
  ['aws:cloudwatch/eventRule:EventRule', { property: 'eventPattern', dialect: 'aws' }],
  ['aws:cloudwatch/eventArchive:EventArchive', { property: 'eventPattern', dialect: 'aws' }],
  ['aws-native:events:Rule', { property: 'eventPattern', dialect: 'aws' }],
  ['aws-native:events:Archive', { property: 'eventPattern', dialect: 'aws' }],
  ...['aws:lambda/eventSourceMapping:EventSourceMapping', 'aws-native:lambda:EventSourceMapping'].map(
    (type) => [type, { within: ['filterCriteria', 'filters'], property: 'pattern', dialect: 'aws' }] as const,
  ),
  ...['aws:pipes/pipe:Pipe', 'aws-native:pipes:Pipe'].map(
    (type) =>
      [
        type,
        { within: ['sourceParameters', 'filterCriteria', 'filters'], property: 'pattern', dialect: 'aws' },
      ] as const,
  ),
]);

/** The marks of Pulumi for a map that represents a secret, and for a text that is computed later (sdk/go/common/resource: sig, plugin). */
const SIGNATURE = '4dabf18193072939515e22adb298388d';
const UNKNOWN = '04da6b54-80e4-46f7-96ec-b56ff0331ba9';

export const pulumi: Kind = {
  name: 'a Pulumi stack export',
  holders: [...SLOTS.keys()],
  is: (root) => objectAt(root, 'deployment') !== undefined && child(root, 'version') !== undefined,
  read(root, layer, collector) {
    for (const resource of itemsAt(root, 'deployment', 'resources')) {
      const slot = SLOTS.get(textAt(resource, 'type') ?? '');
      const address = textAt(resource, 'urn');
      if (slot === undefined || address === undefined || isGoing(resource)) continue;
      // Outputs are computed by the provider from the inputs, which the author wrote.
      const both = [objectAt(resource, 'inputs'), objectAt(resource, 'outputs')];
      const empty = slot.mayBeEmpty === true ? both.find((side) => side !== undefined) : undefined;
      const properties = both.find((side) => child(side, holderOf(slot)) !== undefined) ?? empty;
      if (properties !== undefined) readResource({ address, properties, layer }, slot, unknown, collector);
    }
    collector.hide(secretsOf(root), layer);
  },
};

function secretsOf(root: JsonNode): readonly JsonNode[] {
  const found: JsonNode[] = [];
  const pending: JsonNode[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (child(node, SIGNATURE) !== undefined) found.push(node);
    else if (node.kind === 'array') for (const item of node.items) pending.push(item);
    else if (node.kind === 'object') for (const { value } of node.members) pending.push(value);
  }
  return found;
}

function isGoing(resource: JsonNode): boolean {
  const flag = child(resource, 'delete');
  return flag?.kind === 'boolean' && flag.value;
}

const unknown: Unknown = (node) => {
  if (node !== undefined && child(node, SIGNATURE) !== undefined)
    return { node, message: 'the value is a secret of the stack' };
  if (node?.kind !== 'string' || node.value !== UNKNOWN) return undefined;
  return { node, message: 'the value is known only after an update' };
};
