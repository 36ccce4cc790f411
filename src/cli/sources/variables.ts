/** `${…}` in texts of configurations, which a tool replaces at deployment. */
import type { JsonNode } from '../../index.ts';
import { findNode } from './nodes.ts';
import type { Unknown } from './resource.ts';

const VARIABLE = /\$\{[^{}]*\}/;

function isVariable(node: JsonNode): boolean {
  return node.kind === 'string' && VARIABLE.test(node.value);
}

/** The first variable in a node, as a reason why it is not known. */
export function variable(node: JsonNode | undefined): ReturnType<Unknown> {
  const found = node && findNode(node, isVariable);
  if (found?.node.kind !== 'string') return undefined;
  const [text = ''] = VARIABLE.exec(found.node.value) ?? [];
  return { node: found.node, message: `\`${text}\` is filled in when it is deployed`, isUnknown: isVariable };
}
