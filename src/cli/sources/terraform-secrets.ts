/** The sensitive values of a plan or a state: those of resources, outputs and variables, before and after. */
import type { JsonNode } from '../../index.ts';
import { child, objectAt } from './nodes.ts';

/** Members with values, and the members that mark some of them as sensitive. */
const MARKS: readonly (readonly [values: string, marks: string])[] = [
  ['values', 'sensitive_values'],
  ['before', 'before_sensitive'],
  ['after', 'after_sensitive'],
];

/** Shorter texts are found in many places by chance. */
const SHORTEST = 4;

/** Every node whose value is sensitive, and every other text with the same value. Linear in the nodes. */
export function sensitiveNodes(root: JsonNode): readonly JsonNode[] {
  const found = new Set<JsonNode>();
  eachNode(root, (node) => {
    for (const [values, marks] of MARKS) mark(child(node, values), child(node, marks), found);
    if (isTrue(child(node, 'sensitive'))) for (const name of ['value', 'default']) add(child(node, name), found);
  });
  for (const { name, value } of objectAt(root, 'configuration', 'root_module', 'variables')?.members ?? []) {
    if (isTrue(child(value, 'sensitive'))) add(child(root, 'variables', name, 'value'), found);
  }
  const texts = new Set<string>();
  for (const node of found) {
    eachNode(node, (part) => {
      if (part.kind === 'string' && part.value.length >= SHORTEST) texts.add(part.value);
    });
  }
  if (texts.size > 0)
    eachNode(root, (node) => void (node.kind === 'string' && texts.has(node.value) && found.add(node)));
  return [...found];
}

/** Marks have the form of the values; `true` marks all values below it. */
function mark(value: JsonNode | undefined, marks: JsonNode | undefined, found: Set<JsonNode>): void {
  if (value === undefined || marks === undefined) return;
  if (isTrue(marks)) found.add(value);
  else if (marks.kind === 'object') {
    for (const { name, value: inner } of marks.members) mark(child(value, name), inner, found);
  } else if (marks.kind === 'array' && value.kind === 'array') {
    for (const [i, inner] of marks.items.entries()) mark(value.items[i], inner, found);
  }
}

function add(node: JsonNode | undefined, found: Set<JsonNode>): void {
  if (node !== undefined) found.add(node);
}

function isTrue(node: JsonNode | undefined): boolean {
  return node?.kind === 'boolean' && node.value;
}

function eachNode(root: JsonNode, visit: (node: JsonNode) => void): void {
  const pending: JsonNode[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    visit(node);
    if (node.kind === 'array') for (const item of node.items) pending.push(item);
    if (node.kind === 'object') for (const { value } of node.members) pending.push(value);
  }
}
