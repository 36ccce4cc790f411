/** Fixes for alternatives that together accept everything. Only the author knows which of them is right. */

import type { Rules } from '../dialect.ts';
import { isScalar, type JsonMember, printJson } from '../json/node.ts';
import type { Fix, Place } from '../place.ts';
import { choice, listed, removeFrom, replace, shown } from './edits.ts';
import { conditionText } from './replacement.ts';

interface Alternative {
  readonly place: Place;
  readonly tests: readonly { readonly operator: { readonly combinable: boolean; readonly negated?: unknown } }[];
}

/** `place` is that of the field; `together`: whether a value can satisfy all of the alternatives. */
export function coveringFixes(
  place: Place,
  alternatives: readonly Alternative[],
  { together, rules }: { readonly together: boolean; readonly rules: Rules },
): readonly Fix[] {
  const [first, ...others] = alternatives.map((one) => one.place.node);
  if (first === undefined) return [];
  const instead = (text: string, note: string): Fix =>
    choice(`write ${shown(text)}${note}`, removeFrom(place.node, others), replace(first, text));
  const excluded = excludedTogether(alternatives);
  const both =
    excluded === undefined && together ? (bothComparisons(alternatives) ?? allAtOnce(alternatives, rules)) : undefined;
  return [
    ...(excluded === undefined ? [] : [instead(excluded, ' to exclude all of them')]),
    ...(both === undefined ? [] : [instead(both, ', which must hold at once')]),
    instead('{"exists": true}', ' if any value may pass'),
  ];
}

/** Joins two comparisons of one operator that takes two. */
function bothComparisons(alternatives: readonly Alternative[]): string | undefined {
  const members = alternatives.map(onlyMember);
  const [one, other] = members;
  if (members.length !== 2 || one === undefined || one.name !== other?.name) return undefined;
  const operands = [one, other].map(({ value }) => (value.kind === 'array' ? value.items : []));
  if (!operands.every((items) => items.length === 2 && items[1]?.kind === 'number')) return undefined;
  return conditionText(one.name, `[${listed(operands.flat())}]`);
}

function onlyMember({ place }: Alternative): JsonMember | undefined {
  const [member, another] = place.node.kind === 'object' ? place.node.members : [];
  return another === undefined ? member : undefined;
}

/** Puts all excluded values in one list. */
function excludedTogether(alternatives: readonly Alternative[]): string | undefined {
  const [first] = alternatives.map(onlyMember);
  const values: string[] = [];
  for (const alternative of alternatives) {
    const [test] = alternative.tests;
    const member = onlyMember(alternative);
    if (member === undefined || test?.operator.negated === undefined) return undefined;
    const items = member.value.kind === 'array' ? member.value.items : [member.value];
    if (!items.every(isScalar)) return undefined;
    for (const item of items) values.push(printJson(item));
  }
  return first && `{${JSON.stringify(first.name)}: [${[...new Set(values)].join(', ')}]}`;
}

/** Joins the operators of two conditions in one object, if both can hold for the same value. */
function allAtOnce(alternatives: readonly Alternative[], rules: Rules): string | undefined {
  if (rules['combined-operators'] === 'refused' || alternatives.length !== 2) return undefined;
  const members = alternatives.map(onlyMember);
  const [one, other] = members;
  if (one === undefined || other === undefined || one.name === other.name) return undefined;
  if (!alternatives.every(({ tests }) => tests.every(({ operator }) => operator.combinable))) return undefined;
  return `{${[one, other].map(({ name, value }) => `${JSON.stringify(name)}: ${printJson(value)}`).join(', ')}}`;
}
