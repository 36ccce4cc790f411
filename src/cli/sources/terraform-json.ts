/**
 * Terraform's configuration in JSON (`*.tf.json`), as CDK for Terraform writes it. Texts may contain expressions, which Terraform computes.
 */
import type { JsonNode, JsonObjectNode } from '../../index.ts';
import { clipped } from '../../pattern/value/excerpt.ts';
import type { Kind } from './kind.ts';
import { child, findNode } from './nodes.ts';
import { blocks, readResource, type Slot, type Unknown } from './resource.ts';
import { SLOTS } from './terraform.ts';

export const terraformJson: Kind = {
  name: 'a configuration of Terraform in JSON',
  holders: [...SLOTS.keys()],
  is: (root) =>
    blocks(child(root, 'resource')).some((types) => members(types).some(({ name }) => /^(?:alicloud|aws)_/.test(name))),
  read(root, layer, collector) {
    eachResource(root, (slot, address, properties) => {
      readResource({ address, properties, layer }, slot, computed, collector);
    });
  },
};

/** The resources of a configuration that may contain patterns. */
export function eachResource(
  root: JsonNode,
  visit: (slot: Slot, address: string, properties: JsonObjectNode) => void,
): void {
  for (const types of blocks(child(root, 'resource'))) {
    for (const { name: type, value } of members(types)) {
      const slot = SLOTS.get(type);
      if (slot === undefined) continue;
      for (const named of blocks(value)) {
        for (const { name, value: bodies } of members(named)) {
          for (const properties of blocks(bodies)) {
            if (properties.kind === 'object') visit(slot, `${type}.${name}`, properties);
          }
        }
      }
    }
  }
}

function members(node: JsonNode): readonly { readonly name: string; readonly value: JsonNode }[] {
  return node.kind === 'object' ? node.members : [];
}

/** `$${` and `%%{` mean the texts `${` and `%{`. */
const EXPRESSION = /(?<![$%])(?:\$\$)*(\$\{[^{}]*\}?)|(?<!%)(?:%%)*(%\{[^{}]*\}?)/;

export function isExpression(node: JsonNode): boolean {
  return node.kind === 'string' && EXPRESSION.test(node.value);
}

const computed: Unknown = (node) => {
  const found = node && findNode(node, isExpression);
  if (found?.node.kind !== 'string') return undefined;
  const [, dollar, percent = ''] = EXPRESSION.exec(found.node.value) ?? [];
  return notKnown(found.node, dollar ?? percent, isExpression);
};

export function notKnown(node: JsonNode, text: string, isUnknown: (node: JsonNode) => boolean): ReturnType<Unknown> {
  const shown = clipped(text, 40);
  const message = `\`${shown}\` is computed by Terraform; give what \`terraform show -json\` prints of a plan`;
  return { node, isUnknown, message };
}
