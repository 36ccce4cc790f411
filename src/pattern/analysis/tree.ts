/** An event that is being made: JSON texts at the ends of paths. Members are a list of pairs, since `__proto__` is a name like any other. */
import type { Scalar } from '../value/value-set.ts';

/** Walked through once, when an event is written: members that are found while walking cost nothing before. */
export type Members = Iterable<readonly [name: string, value: Tree]>;
export type Tree = string | { readonly [Symbol.iterator]: () => Iterator<readonly [name: string, value: Tree]> };

export function scalarText(scalar: Scalar): string {
  return typeof scalar === 'object' && scalar !== null ? scalar.number : JSON.stringify(scalar);
}

export function treeText(tree: Tree): string {
  if (typeof tree === 'string') return tree;
  return `{${[...tree].map(([name, value]) => `${JSON.stringify(name)}:${treeText(value)}`).join(',')}}`;
}

/** What every event of the bus has (CloudEvents 1.0), in the order in which people write it. */
const ENVELOPE: readonly (readonly [string, string])[] = [
  ['specversion', '"1.0"'],
  ['id', '"1"'],
  ['source', '"example"'],
  ['type', '"example"'],
];

/**
 * The text of an event: the members that matter in an envelope. `spoken` are the members of which patterns speak: no other value may be put there.
 * `base` names the members of the event that this one is made from, which keep their values and their order.
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
  // `data` stands last, as in the documentation.
  for (const [name, value] of tree) if (name !== 'data') event.set(name, value);
  const data = tree.get('data');
  if (data !== undefined) event.set('data', data);
  return treeText(event);
}
