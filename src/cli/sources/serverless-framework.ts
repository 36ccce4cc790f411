/**
 * `serverless.yml` of the Serverless Framework: events of functions, and the resources of CloudFormation beside them. Texts may contain
 * `${…}`, which are replaced at deployment.
 */
import type { JsonNode, JsonObjectNode } from '../../index.ts';
import { readResources } from './cloudformation.ts';
import type { Collector } from './collector.ts';
import type { Kind } from './kind.ts';
import type { Layer } from './layer.ts';
import { child, itemsAt, objectAt, textAt } from './nodes.ts';
import { readResource } from './resource.ts';
import { variable } from './variables.ts';

/** The members of an event, and the property with the pattern. */
const EVENTS = [
  ['eventBridge', { property: 'pattern', dialect: 'aws' }],
  ['cloudwatchEvent', { property: 'event', dialect: 'aws' }],
] as const;

const FILTER = { property: 'pattern', dialect: 'aws' } as const;

export const serverlessFramework: Kind = {
  name: 'a configuration of the Serverless Framework',
  holders: ['`eventBridge` events with a `pattern`', 'events with `filterPatterns`'],
  is: (root) =>
    (textAt(root, 'provider', 'name') ?? textAt(root, 'provider')) === 'aws' &&
    (child(root, 'service') !== undefined || objectAt(root, 'functions') !== undefined),
  read(root, layer, collector) {
    for (const { name, value } of functionsOf(root)) {
      for (const [i, event] of itemsAt(value, 'events').entries()) {
        readEvent(`${name}.${i}`, event, layer, collector);
      }
    }
    for (const part of listed(child(root, 'resources'))) {
      const resources = objectAt(part, 'Resources');
      if (resources !== undefined) readResources(resources, layer, collector);
    }
  },
};

/** Functions are a map, or a list of maps. */
function functionsOf(root: JsonNode): readonly { readonly name: string; readonly value: JsonNode }[] {
  return listed(child(root, 'functions')).flatMap((part) => (part.kind === 'object' ? part.members : []));
}

function listed(node: JsonNode | undefined): readonly JsonNode[] {
  return node === undefined ? [] : node.kind === 'array' ? node.items : [node];
}

function readEvent(address: string, event: JsonNode, layer: Layer, collector: Collector): void {
  for (const [name, slot] of EVENTS) {
    const value = child(event, name);
    if (value?.kind === 'string') {
      const filled = variable(value);
      if (filled !== undefined) collector.skip(address, filled.node, layer, filled.message);
    } else if (value?.kind === 'object') readResource({ address, properties: value, layer }, slot, variable, collector);
  }
  // Those of queues and streams.
  for (const { value } of event.kind === 'object' ? event.members : []) {
    for (const [i, pattern] of itemsAt(value, 'filterPatterns').entries()) {
      const properties = asProperty(FILTER.property, pattern);
      readResource({ address: `${address}.${i}`, properties, layer }, FILTER, variable, collector);
    }
  }
}

/** A pattern that stands in a list, as if it were the property of a resource. */
function asProperty(name: string, value: JsonNode): JsonObjectNode {
  const { range } = value;
  return { kind: 'object', range, members: [{ name, nameRange: range, value }] };
}
