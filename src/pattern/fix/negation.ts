/** Fixes for negations. No rewrite may accept what the original excludes; if it could, no fix is made. */

import { type Rules, supportOf } from '../dialect.ts';
import { isScalar, type JsonArray, type JsonMember, type JsonNode, printJson } from '../json/node.ts';
import { type Fix, type Place, within } from '../place.ts';
import { globText } from '../value/glob.ts';
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
export function itemFixes(place: Place, list: JsonArray, rules: Rules): readonly Fix[] {
  const { node } = place;
  if (node.kind === 'array') {
    const leaves = leavesOf(node);
    if (leaves.length > 0) return [safe('write its items without the inner brackets', replace(node, listed(leaves)))];
    return list.items.length > 1 ? [safe('remove the empty list', ...remove(place))] : [];
  }
  // The only item is the negated operator.
  if (list.items.length === 1) return [safe('write the operator without the brackets', replace(list, printJson(node)))];
  const together = excludedTogether(list.items, rules);
  return together === undefined ? [] : [safe(`write ${shown(together)}`, replace(list, together))];
}

/** One operator that holds where one of the plain texts and operators holds; undefined if the dialect has none. */
function excludedTogether(items: readonly JsonNode[], rules: Rules): string | undefined {
  if (rules['anything-but-lists'] !== 'accepted') return undefined;
  const tests = items.flatMap(testsIn);
  const [first] = tests;
  if (first === undefined || tests.includes(undefined)) return undefined;
  const same = first.operator !== 'contains' && tests.every((test) => test?.operator === first.operator);
  const operator = same ? first.operator : 'wildcard';
  if (operator === undefined || supportOf(rules, `anything-but ${operator}`) === 'refused') return undefined;
  const texts = tests.map((test) => (test === undefined || same ? test?.text : asWildcard(test)));
  return texts.includes(undefined)
    ? undefined
    : conditionText(operator, `[${texts.map((text) => JSON.stringify(text)).join(', ')}]`);
}

/** An operator with its text; without an operator the text itself. */
interface TextTest {
  readonly operator: string | undefined;
  readonly text: string;
}

/** Undefined stands for what is no text, and no operator of one or more texts. */
function testsIn(item: JsonNode): readonly (TextTest | undefined)[] {
  if (item.kind === 'string') return [{ operator: undefined, text: item.value }];
  const [member, another] = item.kind === 'object' ? item.members : [];
  if (member === undefined || another !== undefined) return [undefined];
  const { name: operator, value } = member;
  const texts = value.kind === 'array' ? value.items : [value];
  return texts.map((text) =>
    text.kind === 'string' && text.value !== '' ? { operator, text: text.value } : undefined,
  );
}

function asWildcard({ operator, text }: TextTest): string | undefined {
  if (operator === undefined) return globText([text]);
  if (operator === 'prefix') return globText([text, '']);
  if (operator === 'suffix') return globText(['', text]);
  if (operator === 'contains') return globText(['', text, '']);
  return operator === 'wildcard' ? text : undefined;
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
    const opposite = oppositesOf(value, rules);
    return opposite === undefined ? [] : [instead(opposite, opposite.startsWith(EXCLUSION) ? '' : ' for numbers')];
  }
  if (around.alone && isNegation(name)) {
    const items = value.kind === 'array' ? value.items : [value];
    const isPlain = items.length > 0 && (items.every(isScalar) || (items.length === 1 && value.kind === 'object'));
    return isPlain ? [instead(listed(items), ': the two negations cancel')] : [];
  }
  const texts = name === 'contains' ? excludedTogether([place.node], rules) : undefined;
  if (texts !== undefined) return [safe(`write ${shown(texts)}`, replace(place.node, texts))];
  return operatorFixes(within(place, name, value), member, allowed, rules);
}

/** The numbers outside of a range: one comparison, or two alternatives. */
const EXCLUSION = '{"anything-but"';

function oppositesOf({ items }: JsonArray, rules: Rules): string | undefined {
  const conditions: string[] = [];
  for (let i = 0; i < items.length; i += 2) {
    const [symbol, bound] = [items[i], items[i + 1]];
    const opposite = symbol?.kind === 'string' ? OPPOSITES.get(symbol.value) : undefined;
    if (opposite === undefined || bound?.kind !== 'number') return undefined;
    // Where numbers are exact there is no such comparison.
    if (opposite === '!=' && rules['equal-numbers'] === 'by-value') {
      return items.length === 2 ? conditionText('anything-but', bound.text) : undefined;
    }
    conditions.push(conditionText('numeric', `["${opposite}", ${bound.text}]`));
  }
  return conditions.length === 1 || conditions.length === 2 ? conditions.join(', ') : undefined;
}
