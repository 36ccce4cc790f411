/** Functions of templates (`Ref`, `Fn::…`), which ROS and CloudFormation compute when a stack is made. */
import type { JsonNode } from '../../index.ts';
import { child } from './nodes.ts';

/** The name of the function that a node calls; undefined for any other node. */
export function functionOf(node: JsonNode): string | undefined {
  const [member, another] = node.kind === 'object' ? node.members : [];
  if (member === undefined || another !== undefined) return undefined;
  return member.name === 'Ref' || member.name.startsWith('Fn::') ? member.name : undefined;
}

const VARIABLE = /\$\{[^{}]*\}/;

/** Whether a node is a function, or a text with inserted values. */
export function isUnknown(node: JsonNode): boolean {
  return functionOf(node) !== undefined || (node.kind === 'string' && VARIABLE.test(node.value));
}

/** The text of `Fn::Sub`, which is known except for its `${…}`. */
export function substitutedText(node: JsonNode): Extract<JsonNode, { kind: 'string' }> | undefined {
  if (functionOf(node) !== 'Fn::Sub') return undefined;
  const operand = child(node, 'Fn::Sub');
  const text = operand?.kind === 'array' ? operand.items[0] : operand;
  return text?.kind === 'string' ? text : undefined;
}
