/**
 * Events under construction: JSON texts at the ends of paths. Members are a list of pairs, because `__proto__` is a
 * valid name.
 */
import type { Scalar } from '../value/value-set.ts';

/** Iterated once, when an event is written, so that lazily computed members cost nothing before. */
export type Members = Iterable<readonly [name: string, value: Tree]>;
export type Tree = string | { readonly [Symbol.iterator]: () => Iterator<readonly [name: string, value: Tree]> };

export function scalarText(scalar: Scalar): string {
  return typeof scalar === 'object' && scalar !== null ? scalar.number : JSON.stringify(scalar);
}

export function treeText(tree: Tree): string {
  if (typeof tree === 'string') return tree;
  return `{${[...tree].map(([name, value]) => `${JSON.stringify(name)}:${treeText(value)}`).join(',')}}`;
}

/** The required attributes of every event (CloudEvents 1.0), in the usual order. */
const ENVELOPE: readonly (readonly [string, string])[] = [
  ['specversion', '"1.0"'],
  ['id', '"1"'],
  ['source', '"example"'],
  ['type', '"example"'],
];

/**
 * The text of an event, with the envelope. `spoken` are the top-level members with fields in the pattern, which get no
 * default value. `base` names the members of the base event, which keep their values and their order.
 */
export function eventText(
  members: Members,
  spoken: ReadonlySet<string>,
  id = '"1"',
  base: ReadonlySet<string> = new Set(),
): string {
  const tree = new Map(members);
  const event = new Map<string, Tree>();
  for (const name of base) {
    const value = tree.get(name);
    if (value !== undefined) event.set(name, value);
  }
  for (const [name, usual] of ENVELOPE) {
    const value = spoken.has(name) || base.has(name) ? tree.get(name) : name === 'id' ? id : usual;
    if (value !== undefined) event.set(name, value);
  }
  // `data` comes last, as in the documentation.
  for (const [name, value] of tree) if (name !== 'data') event.set(name, value);
  const data = tree.get('data');
  if (data !== undefined) event.set('data', data);
  return treeText(event);
}
