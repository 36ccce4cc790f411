/** Arbitrary of events in which an object is an element of an array, among others: where arrays are transparent, its fields still hold together. */
import fc from 'fast-check';
import type { Dialect } from '../index.ts';
import type { FieldValues } from './field-values.ts';
import { anyScalar, sometimes } from './json-text.ts';
import { anyName } from './text.ts';
import { type Member, objectText, put, type Tree, treeText, valueAt } from './tree.ts';

/** Puts an object of an event into an array, if the verdict stays. */
export type IntoArray = (event: Tree, keeps: (event: Tree) => boolean) => Tree;

const UNCHANGED: IntoArray = (event) => event;

/** Mostly leaves the event as it is; always where arrays are not transparent. */
export function anyIntoArray({ rules }: Dialect, fields: readonly FieldValues[]): fc.Arbitrary<IntoArray> {
  const places = [...new Map(fields.flatMap(({ path }) => objectsOn(path))).values()];
  if (rules.arrays !== 'transparent' || places.length === 0) return fc.constant(UNCHANGED);
  const names = [...new Set(fields.flatMap(({ path }) => path))];
  const member = fc.tuple(anyName(...names), anyScalar());
  const others = fc.array(fc.uniqueArray(member, { maxLength: 3, selector: ([name]) => name }), { maxLength: 2 });
  const draw = fc.record({ place: fc.nat(places.length - 1), before: others, behind: others });
  return sometimes(draw, 3).map((drawn): IntoArray => {
    if (drawn === undefined) return UNCHANGED;
    const path = places[drawn.place] as readonly string[];
    return (event, keeps) => {
      const object = valueAt(event, path);
      if (typeof object !== 'object') return event;
      const around = [
        put(event, path, among(drawn.before, object, drawn.behind)),
        put(event, path, among([], object, [])),
      ];
      return around.find(keeps) ?? event;
    };
  });
}

/** The paths of the objects that a path leads through, by their texts. */
function objectsOn(path: readonly string[]): (readonly [string, readonly string[]])[] {
  return path.slice(1).map((_, i) => [JSON.stringify(path.slice(0, i + 1)), path.slice(0, i + 1)] as const);
}

function among(before: readonly (readonly Member[])[], object: Tree, behind: readonly (readonly Member[])[]): string {
  return `[${[...before.map(objectText), treeText(object), ...behind.map(objectText)].join(',')}]`;
}
