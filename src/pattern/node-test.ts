/** Whether a field holds for an event read as JSON nodes; agrees with `compile.ts` for objects and `scan/` for texts. */
import { memberPredicate } from './event.ts';
import type { FieldTest } from './field.ts';
import { isScalar, type JsonNode, type JsonObjectNode, memberOf } from './json/node.ts';
import { holdsFor } from './operators/predicate.ts';

/** Tests the node at the path of a field, which is not missing. */
export function nodeTest(test: FieldTest): (node: JsonNode) => boolean {
  const { predicate } = test;
  const member = memberPredicate(test);
  return (node) => {
    if (node.kind !== 'array') return isScalar(node) && holdsFor(member, node);
    return node.items.every(isScalar) && node.items.some((item) => isScalar(item) && holdsFor(predicate, item));
  };
}

/** Tests a whole event. */
export function eventTest(
  { path, rootRequired }: { readonly path: readonly string[]; readonly rootRequired: boolean },
  test: FieldTest,
): (event: JsonObjectNode) => boolean {
  const holds = nodeTest(test);
  return (event) => {
    let node: JsonNode = event;
    for (const [depth, name] of path.entries()) {
      const next: JsonNode | undefined = node.kind === 'object' ? memberOf(node, name) : undefined;
      if (next === undefined) return test.missing && !(rootRequired && depth === 0);
      node = next;
    }
    return holds(node);
  };
}
