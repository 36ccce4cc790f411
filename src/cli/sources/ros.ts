/** Templates of Resource Orchestration Service. Their patterns are maps, in which functions may stand that are computed when the stack is made. */
import { type JsonNode, memberOf, pointerTo } from '../../index.ts';
import type { Kind } from './kind.ts';
import { child, findNode, objectAt, textAt } from './nodes.ts';

const RULE = 'ALIYUN::EventBridge::Rule';

export const ros: Kind = {
  name: 'a ROS template',
  holders: [RULE],
  is: (root) =>
    child(root, 'ROSTemplateFormatVersion') !== undefined ||
    (objectAt(root, 'Resources')?.members ?? []).some(({ value }) => textAt(value, 'Type')?.startsWith('ALIYUN::')),
  read(root, layer, collector) {
    const resources = objectAt(root, 'Resources');
    for (const name of new Set(resources?.members.map((member) => member.name))) {
      const resource = resources && memberOf(resources, name);
      if (textAt(resource, 'Type') !== RULE) continue;
      const properties = child(resource, 'Properties');
      const whole = properties && functionOf(properties);
      const pattern = whole === undefined ? child(properties, 'FilterPattern') : properties;
      if (pattern === undefined) continue;
      const made = findNode(pattern, (node) => functionOf(node) !== undefined);
      if (made === undefined) collector.pattern(name, pattern, layer);
      else {
        const what =
          whole === undefined ? `\`${pointerTo(['FilterPattern', ...made.path])}\` is` : 'the properties are';
        const message = `${what} computed by \`${functionOf(made.node)}\` when the stack is made`;
        collector.skip(name, made.node, layer, message);
      }
    }
  },
};

function functionOf(node: JsonNode): string | undefined {
  const [member, another] = node.kind === 'object' ? node.members : [];
  if (member === undefined || another !== undefined) return undefined;
  return member.name === 'Ref' || member.name.startsWith('Fn::') ? member.name : undefined;
}
