/** Conditions in the place of one that was written otherwise, wherever it stands: alone, beside another operator, or inside one that negates. */

import type { JsonNode } from '../json/node.ts';
import type { Edit, Fix, Place } from '../place.ts';
import { surroundings } from './condition.ts';
import { choice, replace, safe, shown } from './edits.ts';

/** What a condition says, in this language. */
export interface Instead {
  /** JSON texts of conditions, of which one must hold. */
  readonly conditions: readonly string[];
  /** How its values compare with those that were meant: without `same` and `fewer` it may not stand inside a negation or beside another operator. */
  readonly accepts: 'same' | 'fewer' | 'others';
  /** What is left open, behind the rewrite. */
  readonly note?: string;
}

/** `{"prefix": "a"}` */
export function conditionText(operator: string, operand: string): string {
  return `{${JSON.stringify(operator)}: ${operand}}`;
}

/** Fixes for an operator whose name is not of this language; `place` is that of its operand. */
export function insteadOf(place: Place, meant: readonly Instead[]): readonly Fix[] {
  const around = surroundings(place);
  if (around === undefined) return [];
  const { object, member, condition, nested, alone } = around;
  const whole = { range: { start: member.nameRange.start, end: member.value.range.end } };
  return meant.flatMap(({ conditions, accepts, note = '' }) => {
    const make = accepts === 'same' && note === '' ? safe : choice;
    const title = `write ${shown(conditions.join(', '))}${note}`;
    const edit = edited();
    return edit === undefined ? [] : [make(title, edit)];

    function edited(): Edit | undefined {
      if (nested) return accepts === 'same' && alone ? negated(object, conditions) : undefined;
      if (alone) return replace(condition.node, conditions.join(', '));
      const [only] = conditions;
      const inside = conditions.length === 1 && accepts !== 'others' ? membersOf(only) : undefined;
      // The same operator twice is one of the two.
      const isThere = object.members.some(
        (one) => one !== member && inside?.startsWith(`${JSON.stringify(one.name)}:`),
      );
      return inside === undefined || isThere ? undefined : replace(whole, inside);
    }
  });
}

/** What stands inside the braces of a condition with an operator. */
function membersOf(condition: string | undefined): string | undefined {
  return condition?.startsWith('{') ? condition.slice(1, -1) : undefined;
}

/** Of what is not wanted there may be a list of plain values, or one operator. */
function negated(object: JsonNode, conditions: readonly string[]): Edit | undefined {
  if (conditions.length === 1) return replace(object, conditions[0] as string);
  return conditions.some((one) => one.startsWith('{')) ? undefined : replace(object, `[${conditions.join(', ')}]`);
}
