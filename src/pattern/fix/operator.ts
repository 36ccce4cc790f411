/** Fixes for operators that do not exist, that the dialect refuses, or that cannot be combined. */

import { type Rules, supportOf } from '../dialect.ts';
import type { JsonMember } from '../json/node.ts';
import { type Fix, type Place, within } from '../place.ts';
import { nearest } from '../suggest.ts';
import { globText } from '../value/glob.ts';
import { bare } from '../value/word-lookup.ts';
import { choice, remove, rename, safe } from './edits.ts';
import { conditionText, type Replacement, replacementFixes } from './replacement.ts';
import { surroundings } from './surroundings.ts';
import { negates, wordFixes } from './words.ts';

/** `place` is that of the operand; `known` are the operators that are allowed there. */
export function operatorFixes(
  place: Place,
  member: JsonMember,
  known: readonly string[],
  rules: Rules,
): readonly Fix[] {
  const { name } = member;
  const same = known.find((other) => bare(other) === bare(name) && !negates(name, other));
  if (same !== undefined) return [safe(didYouMean(same), rename(member, same))];
  const words = wordFixes(place, name, rules);
  if (words.length > 0) return words;
  const near = nearest(name, known);
  return near === undefined || negates(name, near) ? [] : [choice(didYouMean(near), rename(member, near))];
}

function didYouMean(name: string): string {
  return `did you mean \`${name}\`?`;
}

/**
 * For `contains` where the dialect lacks it: a wildcard, or else `suffix` and `prefix` with the same text, each with its meaning in the title.
 */
export function unsupportedFixes(place: Place, rules: Rules): readonly Fix[] {
  const { node } = place;
  const texts = (node.kind === 'array' ? node.items : [node]).map((item) => (item.kind === 'string' ? item.value : ''));
  if (supportOf(rules, 'wildcard') !== 'refused') {
    if (texts.length === 0 || texts.includes('')) return [];
    const conditions = texts.map((text) => conditionText('wildcard', JSON.stringify(globText(['', text, '']))));
    return replacementFixes(place, [{ conditions, accepts: 'same' }]);
  }
  if (node.kind !== 'string' || node.value === '') return [];
  const instead = (operator: string, note: string): Replacement => ({
    conditions: [conditionText(operator, JSON.stringify(node.value))],
    accepts: 'fewer',
    note,
  });
  return replacementFixes(place, [
    instead('suffix', ' for values that end with it'),
    instead('prefix', ' for values that begin with it'),
  ]);
}

/**
 * `exists: true` is redundant beside another operator, since every other operator needs a value; `exists: false`
 * contradicts it.
 */
export function aloneFixes(place: Place): readonly Fix[] {
  const { node } = place;
  if (node.kind !== 'boolean' || !node.value) return [];
  const title = `remove \`${surroundings(place)?.member.name}\`: the other operator needs a value anyway`;
  return [safe(title, ...remove(place))];
}

/**
 * For a condition outside a list with words for its operators, such as `{"state": {"startsWith": "a"}}`. `place` is
 * that of the object, where a list of conditions is allowed.
 */
export function bareWordFixes(place: Place, rules: Rules): readonly Fix[] {
  const { node, pointer } = place;
  const [first] = node.kind === 'object' ? node.members : [];
  if (first === undefined) return [];
  // As if it were in a list.
  const list = { node: { kind: 'array', items: [node], range: node.range } as const, pointer };
  const operand = within({ node, pointer, parent: list }, first.name, first.value);
  return wordFixes(operand, first.name, rules)
    .filter(({ edits }) => edits.every(({ range }) => range === node.range))
    .map(({ title, edits }) => {
      const [{ range, text } = { range: node.range, text: '' }] = edits;
      return choice(
        title.replace(text, () => `[${text}]`),
        { range, text: `[${text}]` },
      );
    });
}
