import { isComputed, isFileText, isHclRoot } from '../syntax/hcl/read.ts';
import type { Kind } from './kind.ts';
import { findNode } from './nodes.ts';
import { readResource, type Slot, type Unknown } from './resource.ts';
import { SLOTS } from './terraform.ts';
import { eachResource, isExpression, notKnown } from './terraform-json.ts';

export const terraformHcl: Kind = {
  name: 'a configuration of Terraform',
  holders: [...SLOTS.keys()],
  is: isHclRoot,
  read(root, layer, collector) {
    eachResource(root, (slot, address, properties) => {
      readResource({ address, properties, layer }, slot, unknownOf(slot), collector);
    });
    for (const { address, offset, message } of isHclRoot(root) ? root.problems : []) {
      collector.problem(address ?? '', offset, message);
    }
  },
};

function unknownOf(slot: Slot): Unknown {
  return (node) => {
    if (node === undefined) return undefined;
    if (isFileText(node) && slot.triggerType !== undefined) {
      return { node, message: `the configuration stands in \`${node.file.name}\`, which is not read` };
    }
    const found = findNode(node, isComputed)?.node;
    if (found === undefined || !isComputed(found)) return undefined;
    if (found.why !== undefined) return { node: found, message: found.why };
    return notKnown(found, found.expression, (one) => isComputed(one) || isExpression(one));
  };
}
