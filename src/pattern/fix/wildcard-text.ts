/** Fixes for texts with characters that are wildcards in other languages and literal here. */

import { type Rules, supportOf } from '../dialect.ts';
import type { Fix, Place } from '../place.ts';
import { globText } from '../value/glob.ts';
import { choice, replace, shown } from './edits.ts';
import { conditionText } from './replacement.ts';
import { surroundings } from './surroundings.ts';
import { GLOB, wildcardConditions } from './wildcard.ts';

const MAX_LENGTH = 1000;
const SCHEDULE = /^(?:cron\()?(?:[\dA-Z*,/?#-]+ +){4,6}[\dA-Z*,/?#-]+\)?$/i;

/**
 * The first character that was probably meant as a wildcard. Schedules, media ranges, sums, questions and queries of
 * URLs contain such characters legitimately.
 */
export function wildcardIn(text: string): '*' | '?' | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  if (text.includes('*') && text !== '*/*' && !SCHEDULE.test(text) && /(?:^|\S)\*|\*(?:$|\S)/.test(text)) return '*';
  return text.includes('?') && !isQuestion(text) && !isQuery(text) && /(?:^|\S)\?|\?(?:$|\S)/.test(text)
    ? '?'
    : undefined;
}

function isQuestion(text: string): boolean {
  return /\s/.test(text) && text.indexOf('?') === text.length - 1;
}

function isQuery(text: string): boolean {
  return text.includes('://') || /\?[^?*]*=/.test(text);
}

/** `place` is that of the text: a plain value, an operand, or an item of a list of excluded values. */
export function textFixes(place: Place, rules: Rules): readonly Fix[] {
  const { node, parent } = place;
  if (node.kind !== 'string' || parent === undefined) return [];
  const operand = surroundings(place);
  if (operand !== undefined) {
    const { member, alone } = operand;
    // Beside another operator, a shorter text would accept more.
    if (!alone) return [];
    if (member.name === 'equals-ignore-case') return [];
    return BARE.has(member.name) ? bareFixes(place, member.name) : conditionFixes(place, place, rules);
  }
  const list = parent.node.kind === 'array' ? surroundings(parent) : undefined;
  if (list === undefined) return conditionFixes(place, place, rules);
  // A list with one excluded value can become one operator.
  return parent.node.kind === 'array' && parent.node.items.length === 1 ? conditionFixes(place, parent, rules) : [];
}

/** The ends that each operator leaves open: a wildcard there is redundant. */
const BARE: ReadonlyMap<string, { readonly start: boolean; readonly end: boolean }> = new Map([
  ['prefix', { start: false, end: true }],
  ['suffix', { start: true, end: false }],
  ['contains', { start: true, end: true }],
]);

function bareFixes({ node }: Place, operator: string): readonly Fix[] {
  const open = BARE.get(operator);
  if (node.kind !== 'string' || open === undefined) return [];
  const { value } = node;
  let start = 0;
  let end = value.length;
  while (open.start && value[start] === '*') start++;
  while (open.end && end > start && value[end - 1] === '*') end--;
  const text = value.slice(start, end);
  if (text === '' || text === value || /[*?]/.test(text)) return [];
  const operand = JSON.stringify(text);
  return [choice(`write ${shown(operand)}: \`${operator}\` leaves the rest open`, replace(node, operand))];
}

function conditionFixes({ node }: Place, instead: Place, rules: Rules): readonly Fix[] {
  if (node.kind !== 'string') return [];
  if (supportOf(rules, 'wildcard') !== 'refused') return wildcardFixes(node.value, instead);
  const meant = wildcardConditions(node.value, GLOB, rules);
  const [condition] = meant?.conditions ?? [];
  if (meant === undefined || condition === undefined || !condition.startsWith('{')) return [];
  const note = meant.accepts === 'same' ? '' : ', which accepts a little more';
  return [choice(`write ${shown(condition)}${note}`, replace(instead.node, condition))];
}

/** For dialects with wildcards, in which a question mark is not one. */
function wildcardFixes(text: string, { node }: Place): readonly Fix[] {
  const parts = text.split(/\*+/);
  const [first = '', second = '', third] = parts;
  const isEnd = third === undefined && (first === '') !== (second === '');
  const condition = isEnd
    ? conditionText(second === '' ? 'prefix' : 'suffix', JSON.stringify(first + second))
    : conditionText('wildcard', JSON.stringify(globText(parts)));
  return [choice(`write ${shown(condition)}`, replace(node, condition))];
}
