/** Fixes for comparisons of numbers: other symbols, numbers in quotes, comparisons written as one text or as an object. */

import type { JsonArray, JsonNode, JsonNumber } from '../json/node.ts';
import type { Fix, Place } from '../place.ts';
import { isNumberText } from '../value/number-texts.ts';
import { surroundings } from './condition.ts';
import { choice, listed, replace, safe, shown } from './edits.ts';
import { LIMIT, plainNumber } from './number-text.ts';
import { symbolOf } from './words.ts';

const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ['==', '='],
  ['===', '='],
  ['eq', '='],
  ['equals', '='],
  ['is', '='],
  ['<>', '!='],
  ['!==', '!='],
  ['=!', '!='],
  ['ne', '!='],
  ['neq', '!='],
  ['≠', '!='],
  ['≤', '<='],
  ['≥', '>='],
]);

function symbolIn(text: string): string | undefined {
  const name = text.trim();
  return /^(?:=|!=)$/.test(name) ? name : (SYMBOLS.get(name.toLowerCase()) ?? symbolOf(name));
}

/** Something in the place of a comparison's symbol; `known` are the symbols. */
export function symbolFixes({ node, parent }: Place, known: ReadonlyMap<string, unknown>): readonly Fix[] {
  if (parent?.node.kind === 'array') {
    const [low, high] = parent.node.items;
    // `[0, 5]` is a range in other languages.
    if (parent.node.items.length === 2 && low === node && low.kind === 'number' && high?.kind === 'number') {
      return [
        rangeOf(parent.node, low.text, high.text, '>=', '<='),
        rangeOf(parent.node, low.text, high.text, '>', '<'),
      ];
    }
  }
  const meant = node.kind === 'string' ? symbolIn(node.value) : undefined;
  if (meant === undefined || !known.has(meant)) return [];
  return [safe(`write "${meant}"`, replace(node, `"${meant}"`))];
}

function rangeOf(node: JsonNode, low: string, high: string, above: string, below: string): Fix {
  const text = `["${above}", ${low}, "${below}", ${high}]`;
  return choice(
    `write ${shown(text)}, ${below === '<=' ? 'both ends included' : 'neither end included'}`,
    replace(node, text),
  );
}

/** Something in the place of a number. */
export function boundFixes(node: JsonNode): readonly Fix[] {
  const [only, more] = node.kind === 'array' ? node.items : [];
  if (only?.kind === 'number' && more === undefined)
    return [safe(`write ${shown(only.text)} without the brackets`, replace(node, only.text))];
  const digits = node.kind === 'string' ? node.value.trim() : '';
  return isNumberText(digits) ? [safe(`write ${shown(digits)} without quotes`, replace(node, digits))] : [];
}

const COMPARISON = /^([=!<>≠≤≥]{1,3})\s*(-?\d[\d.eE+-]*)$/;

/** The operand of `numeric` that is no list: `5`, `"> 5"`, `">= 0 and < 5"`, `{">": 0}`. */
export function comparisonFixes(place: Place): readonly Fix[] {
  const { node } = place;
  if (node.kind === 'number') return equalFixes(place, node);
  const pairs = node.kind === 'string' ? pairsIn(node.value) : node.kind === 'object' ? pairsOf(node.members) : [];
  if (pairs.length === 0 || pairs.length > 2) return [];
  const text = `[${pairs.join(', ')}]`;
  return [safe(`write ${shown(text)}`, replace(node, text))];
}

/** Beyond what `numeric` takes only its text can be compared. */
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

function pairsIn(text: string): readonly string[] {
  const parts = text.split(/&&|,|\band\b/i).map((part) => part.trim());
  if (isNumberText(text.trim())) return [`"=", ${text.trim()}`];
  const pairs = parts.map((part) => {
    const [, symbol = '', number = ''] = COMPARISON.exec(part) ?? [];
    const known = symbolIn(symbol);
    return known !== undefined && isNumberText(number) ? `"${known}", ${number}` : undefined;
  });
  return pairs.every((pair) => pair !== undefined) ? (pairs as string[]) : [];
}

function pairsOf(members: readonly { readonly name: string; readonly value: JsonNode }[]): readonly string[] {
  const pairs = members.map(({ name, value }) => {
    const symbol = symbolIn(name);
    return symbol === undefined || value.kind !== 'number' ? undefined : `"${symbol}", ${value.text}`;
  });
  return pairs.every((pair) => pair !== undefined) ? (pairs as string[]) : [];
}

/** A list of other than 2 or 4 items. */
export function lengthFixes(node: JsonArray): readonly Fix[] {
  const { items } = node;
  const [first, second, third] = items;
  if (items.length === 1 && first !== undefined) {
    if (first.kind === 'array')
      return [safe('write its items without the inner brackets', replace(node, textBetween(first)))];
    return comparisonFixes({ node: first, pointer: '' }).map((fix) => ({
      ...fix,
      edits: fix.edits.map(({ text }) => replace(node, text)),
    }));
  }
  const pairs = items.every(({ kind }) => kind === 'array')
    ? items.map((item) => (item.kind === 'array' ? textBetween(item).slice(1, -1) : ''))
    : [];
  if (pairs.length === 2) return [safe('write both comparisons in one list', replace(node, `[${pairs.join(', ')}]`))];
  if (items.length !== 3 || first?.kind !== 'string' || second?.kind !== 'number' || third?.kind !== 'number')
    return [];
  const symbol = symbolIn(first.value) ?? '';
  const upward = /^>=?$/.test(symbol);
  if (!upward && !/^<=?$/.test(symbol)) return [];
  const other = upward ? ['<=', '<'] : ['>=', '>'];
  return other.map((end) => {
    const text = `["${symbol}", ${second.text}, "${end}", ${third.text}]`;
    return choice(`write ${shown(text)}`, replace(node, text));
  });
}

/** A list of scalars as it is written. */
function textBetween({ items }: JsonArray): string {
  return `[${listed(items)}]`;
}

/** A bound beyond what `numeric` takes: equal values can be listed. `place` is that of the number. */
export function rangeFixes({ node, parent }: Place): readonly Fix[] {
  const operand = parent?.node;
  if (node.kind !== 'number' || operand?.kind !== 'array' || operand.items.length !== 2) return [];
  const [symbol] = operand.items;
  return symbol?.kind === 'string' && symbolIn(symbol.value) === '=' ? byText(parent as Place, node) : [];
}
