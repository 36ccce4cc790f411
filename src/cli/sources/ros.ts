/**
 * Templates of Resource Orchestration Service. Their patterns are maps, which may contain functions that are computed when the stack is
 * created.
 */
import { type JsonNode, pointerTo } from '../../index.ts';
import { memberOf } from '../../json.ts';
import { functionOf, isUnknown, substitutedText } from './intrinsic.ts';
import type { Kind } from './kind.ts';
import { child, findNode, objectAt, textAt } from './nodes.ts';
import { isEmptyPattern, readResource, type Slot, type Unknown } from './resource.ts';

const RULE = 'ALIYUN::EventBridge::Rule';

/** Other resources of the product are read if they have a pattern; that of a stream may be empty. */
const PRODUCT = 'ALIYUN::EventBridge::';
const STREAM = `${PRODUCT}EventStreaming`;

/** The same trigger as `alicloud_fcv3_trigger` and in s.yaml; its configuration is a map, or JSON in a text. */
const TRIGGERS: ReadonlyMap<string, Slot> = new Map([
  ['ALIYUN::FC3::Trigger', { property: 'TriggerConfig', triggerType: 'TriggerType', dialect: 'aliyun' }],
  ['ALIYUN::FC::Trigger', { property: 'TriggerConfig', triggerType: 'TriggerType', dialect: 'aliyun' }],
]);

/** Of a map only the pattern counts. */
function computed(properties: JsonNode, { property }: Slot): Unknown {
  const config = child(properties, property);
  return (node) => {
    if (node === undefined) return undefined;
    const own = functionOf(node) !== undefined;
    const made = own
      ? { node, path: [] }
      : node === config
        ? undefined
        : findNode(node, (part) => functionOf(part) !== undefined);
    if (made === undefined) return undefined;
    const text = own ? substitutedText(node) : undefined;
    return {
      node: made.node,
      message: `a value is computed by \`${functionOf(made.node)}\` when the stack is made`,
      isUnknown,
      ...(text === undefined ? {} : { text }),
    };
  };
}

export const ros: Kind = {
  name: 'a ROS template',
  holders: [RULE, ...TRIGGERS.keys()],
  is: (root) =>
    child(root, 'ROSTemplateFormatVersion') !== undefined ||
    (objectAt(root, 'Resources')?.members ?? []).some(({ value }) => textAt(value, 'Type')?.startsWith('ALIYUN::')),
  read(root, layer, collector) {
    const resources = objectAt(root, 'Resources');
    for (const name of new Set(resources?.members.map((member) => member.name))) {
      const resource = resources && memberOf(resources, name);
      const type = textAt(resource, 'Type') ?? '';
      const properties = child(resource, 'Properties');
      const slot = TRIGGERS.get(type);
      if (slot !== undefined && properties?.kind === 'object') {
        readResource({ address: name, properties, layer }, slot, computed(properties, slot), collector);
      }
      const other = type.startsWith(PRODUCT) ? child(properties, 'FilterPattern') : undefined;
      if (type !== RULE && other === undefined) continue;
      const whole = properties && functionOf(properties);
      const pattern = whole === undefined ? child(properties, 'FilterPattern') : properties;
      if (pattern === undefined) continue;
      if (type === STREAM && isEmptyPattern(pattern)) {
        collector.empty(name, pattern, layer, 'aliyun');
        continue;
      }
      const made = findNode(pattern, (node) => functionOf(node) !== undefined);
      if (made === undefined) collector.pattern(name, pattern, layer, 'aliyun');
      else {
        const what =
          whole === undefined ? `\`${pointerTo(['FilterPattern', ...made.path])}\` is` : 'the properties are';
        const message = `${what} computed by \`${functionOf(made.node)}\` when the stack is made`;
        const around = { pattern: substitutedText(pattern) ?? pattern, layer, isUnknown, dialect: 'aliyun' as const };
        collector.skip(name, made.node, layer, message, whole === undefined ? around : undefined);
      }
    }
  },
};
