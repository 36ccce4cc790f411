/**
 * `s.yaml` of Serverless Devs: triggers of functions, of the components fc and fc3. Texts may contain `${vars}`, which are replaced at
 * deployment.
 */
import type { JsonNode } from '../../index.ts';
import type { Collector } from './collector.ts';
import type { Kind } from './kind.ts';
import type { Layer } from './layer.ts';
import { child, itemsAt, objectAt, textAt } from './nodes.ts';
import { readResource, type Unknown } from './resource.ts';
import { variable } from './variables.ts';

const FC3 = {
  name: 'triggerName',
  slot: { property: 'triggerConfig', triggerType: 'triggerType', dialect: 'aliyun' },
} as const;
const FC = { name: 'name', slot: { property: 'config', triggerType: 'type', dialect: 'aliyun' } } as const;

export const serverless: Kind = {
  name: 'a Serverless Devs file',
  holders: ['triggers of the type `eventbridge`'],
  is: (root) => child(root, 'edition') !== undefined && services(root) !== undefined,
  read(root, layer, collector) {
    for (const { name, value } of services(root)?.members ?? []) {
      const triggers = child(value, 'props', 'triggers');
      const list = triggers?.kind === 'array' ? itemsAt(triggers) : triggers === undefined ? [] : [triggers];
      for (const [i, trigger] of list.entries()) readTrigger(name, trigger, i, layer, collector);
    }
  },
};

function services(root: JsonNode): ReturnType<typeof objectAt> {
  return objectAt(root, 'resources') ?? objectAt(root, 'services');
}

function readTrigger(service: string, trigger: JsonNode, index: number, layer: Layer, collector: Collector): void {
  if (trigger.kind === 'string') {
    // All triggers, or one, may come from elsewhere, and are unknown then.
    const filled = variable(trigger);
    if (filled !== undefined) collector.skip(`${service}.${index}`, filled.node, layer, filled.message);
    return;
  }
  const properties = objectAt(trigger);
  if (properties === undefined) return;
  const { name, slot } = child(properties, FC3.slot.triggerType) === undefined ? FC : FC3;
  const address = `${service}.${textAt(properties, name) ?? index}`;
  // In a map only the pattern counts.
  const config = objectAt(properties, slot.property);
  const unknown: Unknown = (node) => (node === config ? undefined : variable(node));
  readResource({ address, properties, layer }, slot, unknown, collector);
}
