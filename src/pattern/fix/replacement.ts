/** Replaces a condition by others: alone, beside another operator, or inside a negation. */

import type { JsonNode } from '../json/node.ts';
import type { Edit, Fix, Place } from '../place.ts';
import { choice, replace, safe, shown } from './edits.ts';
import { surroundings } from './surroundings.ts';

/** The conditions of this language for one of another language. */
export interface Replacement {
  /** JSON texts of conditions, one of which must hold. */
  readonly conditions: readonly string[];
  /**
   * Which values the conditions accept compared to those meant. Only `same` is allowed inside a negation, and only
   * `same` and `fewer` beside another operator.
   */
  readonly accepts: 'same' | 'fewer' | 'others';
  /** A restriction that is appended to the title. */
  readonly note?: string;
}

/** `{"prefix": "a"}` */
export function conditionText(operator: string, operand: string): string {
  return `{${JSON.stringify(operator)}: ${operand}}`;
}

/** Fixes for an operator that this language does not have; `place` is that of its operand. */
export function replacementFixes(place: Place, meant: readonly Replacement[]): readonly Fix[] {
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
      // An object cannot have the same operator twice.
      const isThere = object.members.some(
        (one) => one !== member && inside?.startsWith(`${JSON.stringify(one.name)}:`),
      );
      return inside === undefined || isThere ? undefined : replace(whole, inside);
    }
  });
}

/** The text between the braces of a condition with an operator. */
function membersOf(condition: string | undefined): string | undefined {
  return condition?.startsWith('{') ? condition.slice(1, -1) : undefined;
}

/** A negation takes a list of plain values or one operator. */
function negated(object: JsonNode, conditions: readonly string[]): Edit | undefined {
  if (conditions.length === 1) return replace(object, conditions[0] as string);
  return conditions.some((one) => one.startsWith('{')) ? undefined : replace(object, `[${conditions.join(', ')}]`);
}
