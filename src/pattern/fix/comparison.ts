/** Fixes for comparisons of numbers: other symbols, numbers in quotes, comparisons written as text or as an object. */

import type { JsonArray, JsonNode, JsonNumber } from '../json/node.ts';
import type { Fix, Place } from '../place.ts';
import { isNumberText } from '../value/number-texts.ts';
import { sameNumber } from '../value/numbers.ts';
import { numberIn, spellsRange } from '../value/range-words.ts';
import { bare } from '../value/word-lookup.ts';
import { choice, listed, replace, safe, shown } from './edits.ts';
import { LIMIT, plainNumber } from './number-text.ts';
import { between, boundsIn, type Comparisons, inConditions } from './range.ts';
import { replacementFixes } from './replacement.ts';
import { symbolOf } from './spelling.ts';
import { surroundings } from './surroundings.ts';
import { equalityOf, rangesOf } from './words.ts';

const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ['=!', '!='],
  ['≠', '!='],
  ['≤', '<='],
  ['≥', '>='],
]);

function symbolIn(text: string): string | undefined {
  const name = text.trim();
  return SYMBOLS.get(name) ?? symbolOf(name) ?? equalityOf(name);
}

/** For a value in the place of a comparison symbol; `known` are the valid symbols. */
export function symbolFixes({ node, parent }: Place, known: ReadonlyMap<string, unknown>): readonly Fix[] {
  if (parent?.node.kind === 'array') {
    const whole = listFixes(parent, parent.node);
    // When a number is in the place of the other symbol, correcting one of the two is not enough.
    if (whole.length > 0 || parent.node.items[2]?.kind === 'number') return whole;
  }
  const meant = node.kind === 'string' ? symbolIn(node.value) : undefined;
  if (meant === undefined || !known.has(meant)) return [];
  return [safe(`write "${meant}"`, replace(node, `"${meant}"`))];
}

/**
 * For a list that begins with a word for comparisons, or is a range in other languages: `["between", 5, 10]`, `[0, 5]`.
 */
function listFixes(place: Place, { items, range }: JsonArray): readonly Fix[] {
  const [first, second, ...more] = items;
  if (items.length === 2 && items.every((item) => item.kind === 'array')) {
    const both = items.map((item) => listed(item.items)).join(', ');
    return [safe('write both comparisons in one list', replace(place.node, `[${both}]`))];
  }
  if (first?.kind === 'number') return numericFixes(place, between(place.node));
  if (first?.kind !== 'string' || second === undefined) return [];
  const operand = more.length > 0 ? ({ kind: 'array', items: items.slice(1), range } as const) : second;
  // `from` is a word for a range only beside `to`.
  if (spellsRange(items) && bare(first.value) === 'from') return numericFixes(place, between(operand));
  return numericFixes(place, spelled(first.value, operand));
}

/** The comparisons that a word and its numbers mean, by value. */
function spelled(word: string, operand: JsonNode): readonly Comparisons[] {
  const numbers = operand.kind === 'array' ? operand.items.map(numberIn) : [];
  const symbol = equalityOf(word);
  if (symbol === undefined || numbers.length === 0 || numbers.includes(undefined)) return rangesOf(word, operand);
  const bounds = numbers.map((number) => `"${symbol}", ${number}`);
  if (symbol === '=') return [{ operands: bounds.map((bound) => `[${bound}]`), accepts: 'same' }];
  return bounds.length > 2 ? [] : [{ operands: [`[${bounds.join(', ')}]`], accepts: 'same' }];
}

/** `place` is that of the operand of `numeric`. */
function numericFixes(place: Place, meant: readonly Comparisons[]): readonly Fix[] {
  return meant.flatMap(({ operands, accepts, note = '' }) => {
    const [only = '', more] = operands;
    if (more !== undefined) return replacementFixes(place, [inConditions({ operands, accepts, note })]);
    return (note === '' ? safe : choice)(`write ${shown(only)}${note}`, replace(place.node, only));
  });
}

/** For a value in the place of a number. */
export function boundFixes(node: JsonNode): readonly Fix[] {
  const [only, more] = node.kind === 'array' ? node.items : [];
  if (only?.kind === 'number' && more === undefined)
    return [safe(`write ${shown(only.text)} without the brackets`, replace(node, only.text))];
  const digits = node.kind === 'string' ? node.value.trim() : '';
  return isNumberText(digits) ? [safe(`write ${shown(digits)} without quotes`, replace(node, digits))] : [];
}

const COMPARISON = /^([=!<>≠≤≥]{1,3})\s*(-?\d[\d.eE+-]*)$/;

/** For an operand of `numeric` that is not a list: `5`, `"> 5"`, `">= 0 and < 5"`, `{">": 0}`. */
export function comparisonFixes(place: Place): readonly Fix[] {
  const { node } = place;
  if (node.kind === 'number') return equalFixes(place, node);
  const text = node.kind === 'string' ? boundsOf(node.value) : node.kind === 'object' ? boundsIn(node) : undefined;
  if (text !== undefined) return [safe(`write ${shown(text)}`, replace(node, text))];
  if (node.kind === 'string') return numericFixes(place, between(node));
  const [only, more] = node.kind === 'object' ? node.members : [];
  return only === undefined || more !== undefined ? [] : numericFixes(place, spelled(only.name, only.value));
}

/** A number beyond the limit of `numeric` can only be compared by its text. */
function equalFixes(place: Place, node: JsonNumber): readonly Fix[] {
  const fix = safe(`write ["=", ${shown(node.text)}]`, replace(node, `["=", ${node.text}]`));
  return [fix, ...byText(place, node)];
}

/** `place` is that of the operand. */
function byText(place: Place, number: JsonNumber): readonly Fix[] {
  const around = surroundings(place);
  if (around === undefined || around.nested || !around.alone || Math.abs(number.value) <= LIMIT) return [];
  const text = plainNumber(number);
  return [choice(`write ${shown(text)}, compared by its text`, replace(around.condition.node, text))];
}

/** Parses `> 5` and `>= 0 and < 5`. */
function boundsOf(text: string): string | undefined {
  if (isNumberText(text.trim())) return `["=", ${text.trim()}]`;
  const bounds = text.split(/&&|,|\band\b/i).map((part) => {
    const [, symbol = '', number = ''] = COMPARISON.exec(part.trim()) ?? [];
    const known = symbolIn(symbol);
    return known !== undefined && isNumberText(number) ? `"${known}", ${number}` : undefined;
  });
  return bounds.length > 2 || bounds.includes(undefined) ? undefined : `[${bounds.join(', ')}]`;
}

/** For a list with other than 2 or 4 items. */
export function lengthFixes(place: Place, node: JsonArray): readonly Fix[] {
  const { items } = node;
  const [first, second, third] = items;
  const whole = items.length === 1 ? [] : listFixes(place, node);
  if (whole.length > 0) return whole;
  if (items.length === 1 && first !== undefined) {
    if (first.kind === 'array')
      return [safe('write its items without the inner brackets', replace(node, `[${listed(first.items)}]`))];
    return comparisonFixes({ node: first, pointer: '' }).map((fix) => ({
      ...fix,
      edits: fix.edits.map(({ text }) => replace(node, text)),
    }));
  }
  const joined = joinedBounds(items);
  if (joined !== undefined) return [safe(`write ${shown(joined)}`, replace(node, joined))];
  if (items.length !== 3 || first?.kind !== 'string' || second?.kind !== 'number' || third?.kind !== 'number')
    return [];
  const symbol = symbolIn(first.value);
  const upward = symbol === '>' || symbol === '>=';
  if (!upward && symbol !== '<' && symbol !== '<=') return [];
  const other = upward ? ['<=', '<'] : ['>=', '>'];
  return other.map((end) => {
    const text = `["${symbol}", ${second.text}, "${end}", ${third.text}]`;
    return choice(`write ${shown(text)}`, replace(node, text));
  });
}

/** Joins `[">=", 5, "and", "<=", 10]`. */
function joinedBounds(items: readonly JsonNode[]): string | undefined {
  const [, , join] = items;
  if (items.length !== 5 || join?.kind !== 'string' || !/^(?:and|&&|,)$/i.test(join.value)) return undefined;
  return `[${listed(items.toSpliced(2, 1))}]`;
}

/** For a bound beyond the limit of `numeric`: an equal value can be listed. `place` is that of the number. */
export function rangeFixes({ parent }: Place): readonly Fix[] {
  const number = parent?.node.kind === 'array' ? onlyNumber(parent.node) : undefined;
  return parent === undefined || number === undefined ? [] : byText(parent, number);
}

/** The only number that satisfies the comparisons, as in `["=", 5]` and `[">=", 5, "<=", 5]`. */
function onlyNumber({ items }: JsonArray): JsonNumber | undefined {
  const [first, bound, second = first, other = bound] = items;
  if (bound?.kind !== 'number' || other?.kind !== 'number' || !sameNumber(bound.text, other.text)) return undefined;
  const symbols = [first, second].map((one) => (one?.kind === 'string' ? symbolIn(one.value) : undefined));
  const include = symbols.every((symbol) => symbol === '=' || symbol === '<=' || symbol === '>=');
  return include && (symbols.includes('=') || symbols[0] !== symbols[1]) ? bound : undefined;
}
