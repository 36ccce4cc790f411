/**
 * The output of `terraform show -json` for a plan or a state (format 1.x). Values that are known only after apply are absent from
 * `planned_values`, and marked in `after_unknown` of the resource's change.
 */
import type { JsonNode, JsonObjectNode } from '../../index.ts';
import type { Collector } from './collector.ts';
import type { Kind } from './kind.ts';
import type { Layer } from './layer.ts';
import { child, findNode, itemsAt, objectAt, textAt } from './nodes.ts';
import { holderOf, readResource, type Slot, type Unknown } from './resource.ts';
import { sensitiveNodes } from './terraform-secrets.ts';

export const SLOTS: ReadonlyMap<string, Slot> = new Map<string, Slot>([
  ['alicloud_event_bridge_rule', { property: 'filter_pattern', dialect: 'aliyun' }],
  ['alicloud_event_bridge_event_streaming', { property: 'filter_pattern', mayBeEmpty: true, dialect: 'aliyun' }],
  ['alicloud_fcv3_trigger', { property: 'trigger_config', triggerType: 'trigger_type', dialect: 'aliyun' }],
  ['alicloud_fc_trigger', { property: 'config', triggerType: 'type', dialect: 'aliyun' }],
  ['aws_cloudwatch_event_rule', { property: 'event_pattern', dialect: 'aws' }],
  ['aws_cloudwatch_event_archive', { property: 'event_pattern', dialect: 'aws' }],
  ['aws_lambda_event_source_mapping', { within: ['filter_criteria', 'filter'], property: 'pattern', dialect: 'aws' }],
  [
    'aws_pipes_pipe',
    { within: ['source_parameters', 'filter_criteria', 'filter'], property: 'pattern', dialect: 'aws' },
  ],
]);

export const terraform: Kind = {
  name: 'a Terraform plan or state',
  holders: [...SLOTS.keys()],
  // An empty state has no other member.
  is: (root) => textAt(root, 'format_version') !== undefined,
  read: (root, layer, collector) => new Reader(root, layer, collector).read(),
};

/** The state file of Terraform. Its format is not documented, so it is not read. */
export const terraformState: Kind = {
  name: 'a state file of Terraform itself',
  holders: [],
  hint: 'give what `terraform show -json` prints of it',
  is: (root) => child(root, 'version')?.kind === 'number' && textAt(root, 'lineage') !== undefined,
  read: () => undefined,
};

/** Whether it is a plan, which has each resource before and after the change. */
export function isPlan(root: JsonNode): root is JsonObjectNode {
  return root.kind === 'object' && terraform.is(root) && child(root, 'resource_changes')?.kind === 'array';
}

/**
 * The patterns before a plan is applied, by the addresses that the resources have afterwards. Some versions list changed resources only;
 * the others are in the prior state.
 */
export function readBefore(root: JsonObjectNode, layer: Layer, collector: Collector): void {
  const seen = new Set<string>();
  const secrets = new Secrets(root);
  const take = (resource: JsonNode, properties: JsonObjectNode | undefined): void => {
    const address = textAt(resource, 'address');
    const slot = SLOTS.get(textAt(resource, 'type') ?? '');
    if (address === undefined || seen.has(address)) return;
    for (const name of [address, textAt(resource, 'previous_address')]) if (name !== undefined) seen.add(name);
    if (slot === undefined || properties === undefined || textAt(resource, 'mode') === 'data') return;
    const sensitive = secrets.message(properties, slot);
    const unknown: Unknown = (node) =>
      sensitive === undefined ? undefined : { node: node ?? properties, message: sensitive };
    readResource({ address, properties, layer }, slot, unknown, collector);
  };
  const inModule = (module: JsonNode | undefined): void => {
    for (const resource of itemsAt(module, 'resources')) take(resource, objectAt(resource, 'values'));
    for (const nested of itemsAt(module, 'child_modules')) inModule(nested);
  };
  for (const change of itemsAt(root, 'resource_changes')) {
    if (child(change, 'deposed') === undefined) take(change, objectAt(change, 'change', 'before'));
  }
  inModule(child(root, 'prior_state', 'values', 'root_module'));
  collector.hide(secrets.nodes, layer);
}

class Secrets {
  readonly nodes: readonly JsonNode[];
  private readonly all: ReadonlySet<JsonNode>;

  constructor(root: JsonNode) {
    this.nodes = sensitiveNodes(root);
    this.all = new Set(this.nodes);
  }

  /** Why the pattern of a resource is unknown; undefined if it is no secret. */
  message(properties: JsonObjectNode, slot: Slot): string | undefined {
    const property = holderOf(slot);
    const value = child(properties, property);
    const isSecret =
      this.all.has(properties) || (value !== undefined && findNode(value, (part) => this.all.has(part)) !== undefined);
    return isSecret ? `\`${property}\` is sensitive` : undefined;
  }
}

class Reader {
  private readonly root: JsonObjectNode;
  private readonly layer: Layer;
  private readonly collector: Collector;
  private readonly changes = new Map<string, JsonNode>();
  private readonly seen = new Set<string>();
  private readonly secrets: Secrets;

  constructor(root: JsonObjectNode, layer: Layer, collector: Collector) {
    this.root = root;
    this.layer = layer;
    this.collector = collector;
    this.secrets = new Secrets(root);
    for (const change of itemsAt(root, 'resource_changes')) {
      const address = textAt(change, 'address');
      // A deposed object will be deleted; its resource has a change of its own.
      if (address !== undefined && child(change, 'deposed') === undefined) this.changes.set(address, change);
    }
  }

  read(): void {
    this.module(child(this.root, 'planned_values', 'root_module') ?? child(this.root, 'values', 'root_module'));
    // A plan may lack its planned values, which users remove to keep it small.
    for (const change of this.changes.values()) this.resource(change, objectAt(change, 'change', 'after'));
    this.collector.hide(this.secrets.nodes, this.layer);
  }

  private module(module: JsonNode | undefined): void {
    for (const resource of itemsAt(module, 'resources')) this.resource(resource, objectAt(resource, 'values'));
    for (const nested of itemsAt(module, 'child_modules')) this.module(nested);
  }

  private resource(resource: JsonNode, properties: JsonObjectNode | undefined): void {
    const address = textAt(resource, 'address');
    const slot = SLOTS.get(textAt(resource, 'type') ?? '');
    if (address === undefined || slot === undefined || properties === undefined) return;
    if (textAt(resource, 'mode') === 'data' || this.seen.has(address)) return;
    this.seen.add(address);
    const after = child(this.changes.get(address), 'change', 'after_unknown', holderOf(slot));
    const part = after && findNode(after, (node) => node.kind === 'boolean' && node.value);
    const message = `\`${holderOf(slot)}\` is known only after apply`;
    const sensitive = this.secrets.message(properties, slot);
    const unknown: Unknown = (node) => {
      if (sensitive !== undefined) {
        return { node: node ?? properties, message: sensitive, secret: true };
      }
      return part && { node: part.node, message };
    };
    readResource({ address, properties, layer: this.layer }, slot, unknown, this.collector);
  }
}
