/** What stands around an operand: the condition that it belongs to, whether that is negated, and which operators stand beside. */

import type { JsonMember, JsonObjectNode } from '../json/node.ts';
import type { Place } from '../place.ts';

export interface Surroundings {
  /** The object that holds the operator of the operand. */
  readonly object: JsonObjectNode;
  readonly member: JsonMember;
  /** The condition, an item of a field's list; the operator's object where it is not negated. */
  readonly condition: Place;
  /** Whether the operator stands inside another one: a rewrite that accepts less would let more through. */
  readonly nested: boolean;
  /** Whether no other operator stands beside it. */
  readonly alone: boolean;
}

/** `place` is that of the operand. */
export function surroundings({ node, parent }: Place): Surroundings | undefined {
  const member = parent?.node.kind === 'object' ? parent.node.members.find(({ value }) => value === node) : undefined;
  const outer = parent?.parent;
  if (parent?.node.kind !== 'object' || member === undefined || outer === undefined) return undefined;
  const object = parent.node;
  const alone = object.members.length === 1;
  if (outer.node.kind === 'array') return { object, member, condition: parent, nested: false, alone };
  // Inside another operator: the object around it is the condition.
  const whole = outer.node.kind === 'object' && outer.parent?.node.kind === 'array' ? outer : undefined;
  if (whole?.node.kind !== 'object') return undefined;
  return { object, member, condition: whole, nested: true, alone: alone && whole.node.members.length === 1 };
}
