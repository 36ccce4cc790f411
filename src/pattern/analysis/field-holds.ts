/** Evaluates fields on the nodes of an event by the sets of values that they accept. */
import { isScalar, type JsonNode, type JsonScalar, memberOf } from '../json/node.ts';
import { retype } from '../value/java-numbers.ts';
import { has, type Scalar, type ValueSet } from '../value/value-set.ts';
import type { SubjectField } from './subject.ts';

/** `node` is undefined for a missing member. */
export function isHeld({ set, retyped }: Pick<SubjectField, 'set' | 'retyped'>, node: JsonNode | undefined): boolean {
  if (node === undefined) return set.missing;
  if (node.kind === 'object') return false;
  const values = node.kind === 'array' ? node.items : [node];
  return (
    values.every(isScalar) && values.some((value) => hasSent(set, scalarOf(value), retyped && node.kind !== 'array'))
  );
}

/** The node at a path of an event; undefined if a name is missing. */
export function nodeAtPath(event: JsonNode, path: readonly string[]): JsonNode | undefined {
  let node: JsonNode | undefined = event;
  for (const name of path) node = node?.kind === 'object' ? memberOf(node, name) : undefined;
  return node;
}

/** Whether the set contains a value as sent in an event. */
export function hasSent(set: ValueSet, value: Scalar, retyped: boolean): boolean {
  const number = typeof value === 'object' && value !== null ? value.number : undefined;
  return has(set, number !== undefined && retyped ? { number: retype(number) } : value);
}

export function scalarOf(node: JsonScalar): Scalar {
  return node.kind === 'null' ? null : node.kind === 'number' ? { number: node.text } : node.value;
}
