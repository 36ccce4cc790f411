/** Fixes for alternatives that accept everything together. Which of the meanings is right only the author knows. */

import type { Rules } from '../dialect.ts';
import { isScalar, type JsonMember, printJson } from '../json/node.ts';
import type { Fix, Place } from '../place.ts';
import { choice, replace, shown } from './edits.ts';

interface Alternative {
  readonly place: Place;
  readonly condition: {
    readonly tests: readonly { readonly operator: { readonly combinable: boolean; readonly negated?: unknown } }[];
  };
}

export function coveringFixes(place: Place, alternatives: readonly Alternative[], rules: Rules): readonly Fix[] {
  const instead = (text: string, note: string): Fix =>
    choice(`write ${shown(text)}${note}`, replace(place.node, `[${text}]`));
  const excluded = excludedTogether(alternatives);
  const both = excluded === undefined ? allAtOnce(alternatives, rules) : undefined;
  return [
    ...(excluded === undefined ? [] : [instead(excluded, ' to exclude all of them')]),
    ...(both === undefined ? [] : [instead(both, ', which must hold at once')]),
    instead('{"exists": true}', ' if any value may pass'),
  ];
}

function onlyMember({ place }: Alternative): JsonMember | undefined {
  const [member, another] = place.node.kind === 'object' ? place.node.members : [];
  return another === undefined ? member : undefined;
}

/** All values that are excluded, in one list. */
function excludedTogether(alternatives: readonly Alternative[]): string | undefined {
  const [first] = alternatives.map(onlyMember);
  const values: string[] = [];
  for (const alternative of alternatives) {
    const [test] = alternative.condition.tests;
    const member = onlyMember(alternative);
    if (member === undefined || test?.operator.negated === undefined) return undefined;
    const items = member.value.kind === 'array' ? member.value.items : [member.value];
    if (!items.every(isScalar)) return undefined;
    for (const item of items) values.push(printJson(item));
  }
  return first && `{${JSON.stringify(first.name)}: [${[...new Set(values)].join(', ')}]}`;
}

/** The operators of two conditions in one object, where the same value can meet both. */
function allAtOnce(alternatives: readonly Alternative[], rules: Rules): string | undefined {
  if (rules['combined-operators'] === 'refused' || alternatives.length !== 2) return undefined;
  const members = alternatives.map(onlyMember);
  const [one, other] = members;
  if (one === undefined || other === undefined || one.name === other.name) return undefined;
  if (!alternatives.every(({ condition: { tests } }) => tests.every(({ operator }) => operator.combinable)))
    return undefined;
  // The value of one is the very value that the other excludes.
  if (other.value.kind === 'object' || one.value.kind === 'object') return undefined;
  return `{${[one, other].map(({ name, value }) => `${JSON.stringify(name)}: ${printJson(value)}`).join(', ')}}`;
}
