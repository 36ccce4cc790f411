/** Fixes for negations. No rewrite may accept what the original excludes; if it could, no fix is made. */

import type { Rules } from '../dialect.ts';
import { isScalar, type JsonArray, type JsonMember, printJson } from '../json/node.ts';
import { type Fix, type Place, within } from '../place.ts';
import { choice, leavesOf, listed, remove, replace, safe, shown } from './edits.ts';
import { operatorFixes } from './operator.ts';
import { conditionText } from './replacement.ts';
import { surroundings } from './surroundings.ts';
import { isNegation } from './words.ts';

/** An empty list accepts every value, as `exists` does; beside another operator it is redundant. */
export function emptyListFixes(place: Place): readonly Fix[] {
  const around = surroundings(place);
  if (around === undefined) return [];
  if (!around.alone) return [safe(`leave \`${around.member.name}\` out: it excludes nothing`, ...remove(place))];
  return [safe('write {"exists": true}', replace(around.condition.node, '{"exists": true}'))];
}

/** For an item of a list of values that is not a plain value. */
export function itemFixes(place: Place, list: JsonArray): readonly Fix[] {
  const { node } = place;
  if (node.kind === 'array') {
    const leaves = leavesOf(node);
    if (leaves.length > 0) return [safe('write its items without the inner brackets', replace(node, listed(leaves)))];
    return list.items.length > 1 ? [safe('remove the empty list', ...remove(place))] : [];
  }
  // The only item is the negated operator.
  return list.items.length === 1
    ? [safe('write the operator without the brackets', replace(list, printJson(node)))]
    : [];
}

const OPPOSITES: ReadonlyMap<string, string> = new Map([
  ['=', '!='],
  ['!=', '='],
  ['<', '>='],
  ['<=', '>'],
  ['>', '<='],
  ['>=', '<'],
]);

/** `place` is that of the object inside `anything-but`; `members` are the effective ones. */
export function innerFixes(
  place: Place,
  members: readonly JsonMember[],
  allowed: readonly string[],
  rules: Rules,
): readonly Fix[] {
  const around = surroundings(place);
  const [member, another] = members;
  if (around === undefined || member === undefined || another !== undefined) return [];
  const { name, value } = member;
  const whole = around.condition.node;
  const instead = (text: string, note: string): Fix => choice(`write ${shown(text)}${note}`, replace(whole, text));
  if (around.alone && name === 'exists' && value.kind === 'boolean')
    return [instead(conditionText('exists', String(!value.value)), '')];
  if (around.alone && name === 'numeric' && value.kind === 'array') {
    const opposite = oppositesOf(value);
    return opposite === undefined ? [] : [instead(opposite, ' for numbers')];
  }
  if (around.alone && isNegation(name)) {
    const items = value.kind === 'array' ? value.items : [value];
    const isPlain = items.length > 0 && (items.every(isScalar) || (items.length === 1 && value.kind === 'object'));
    return isPlain ? [instead(listed(items), ': the two negations cancel')] : [];
  }
  return operatorFixes(within(place, name, value), member, allowed, rules);
}

/** The numbers outside of a range: one comparison, or two alternatives. */
function oppositesOf({ items }: JsonArray): string | undefined {
  const conditions: string[] = [];
  for (let i = 0; i < items.length; i += 2) {
    const [symbol, bound] = [items[i], items[i + 1]];
    const opposite = symbol?.kind === 'string' ? OPPOSITES.get(symbol.value) : undefined;
    if (opposite === undefined || bound?.kind !== 'number') return undefined;
    conditions.push(conditionText('numeric', `["${opposite}", ${bound.text}]`));
  }
  return conditions.length === 1 || conditions.length === 2 ? conditions.join(', ') : undefined;
}
