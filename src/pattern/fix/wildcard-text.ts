/** Texts with characters that are wildcards in other languages and stand for themselves here. */

import type { Rules } from '../dialect.ts';
import type { Fix, Place } from '../place.ts';
import { surroundings } from './condition.ts';
import { choice, replace, shown } from './edits.ts';
import { GLOB, wildcardConditions } from './wildcard.ts';

const MAX_LENGTH = 1000;
const SCHEDULE = /^(?:[\dA-Z*,/?#-]+ +){4,6}[\dA-Z*,/?#-]+$/i;

/**
 * The character that looks like a wildcard. Schedules, media ranges, sums, questions of several words and queries of addresses have such characters of
 * their own.
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

/** `place` is that of the text: a plain value, an operand, or an item of a list of values that are not wanted. */
export function textFixes(place: Place, rules: Rules): readonly Fix[] {
  const { node, parent } = place;
  if (node.kind !== 'string' || parent === undefined) return [];
  const operand = surroundings(place);
  if (operand !== undefined) {
    const { member, alone } = operand;
    // Beside another operator, a shorter text would accept more.
    if (!alone) return [];
    return BARE.has(member.name) ? bareFixes(place, member.name) : conditionFixes(place, place, rules);
  }
  const list = parent.node.kind === 'array' ? surroundings(parent) : undefined;
  if (list === undefined) return conditionFixes(place, place, rules);
  // A list of values that are not wanted becomes one operator, if it has one value only.
  return parent.node.kind === 'array' && parent.node.items.length === 1 ? conditionFixes(place, parent, rules) : [];
}

/** Operators that leave one end open, or both: a wildcard there says it again. */
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
  const meant = node.kind === 'string' ? wildcardConditions(node.value, GLOB, rules) : undefined;
  const [condition] = meant?.conditions ?? [];
  if (meant === undefined || condition === undefined || !condition.startsWith('{')) return [];
  const note = meant.accepts === 'same' ? '' : ', which accepts a little more';
  return [choice(`write ${shown(condition)}${note}`, replace(instead.node, condition))];
}
