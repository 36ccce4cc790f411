/** The context of an operand: its condition, whether it is negated, and whether there are other operators. */

import type { JsonMember, JsonObjectNode } from '../json/node.ts';
import type { Place } from '../place.ts';

export interface Surroundings {
  /** The object that contains the operator of the operand. */
  readonly object: JsonObjectNode;
  readonly member: JsonMember;
  /** The condition, an item of a field's list; the operator's own object unless it is negated. */
  readonly condition: Place;
  /** Whether the operator is inside another one. Then a rewrite that accepts less makes the condition accept more. */
  readonly nested: boolean;
  /** Whether there is no other operator beside it. */
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
  // Inside another operator, whose object is the condition.
  const whole = outer.node.kind === 'object' && outer.parent?.node.kind === 'array' ? outer : undefined;
  if (whole?.node.kind !== 'object') return undefined;
  return { object, member, condition: whole, nested: true, alone: alone && whole.node.members.length === 1 };
}
