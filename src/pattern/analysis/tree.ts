/**
 * Events under construction: JSON texts at the ends of paths. Members are a list of pairs, because `__proto__` is a
 * valid name.
 */
import type { Dialect } from '../dialect.ts';
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

/** What is usual in events of a dialect. */
export type Usual = Pick<Dialect, 'envelope' | 'payload'>;

/**
 * The text of an event, with the envelope of its dialect. `spoken` are the top-level members with fields in the pattern, which get no
 * default value. `base` names the members of the base event, which keep their values and their order.
 */
export function eventText(
  members: Members,
  spoken: ReadonlySet<string>,
  { envelope, payload }: Usual,
  { id = '"1"', base = new Set() }: { readonly id?: string; readonly base?: ReadonlySet<string> } = {},
): string {
  const tree = new Map(members);
  const event = new Map<string, Tree>();
  for (const name of base) {
    const value = tree.get(name);
    if (value !== undefined) event.set(name, value);
  }
  for (const [name, usual] of envelope) {
    const value = spoken.has(name) || base.has(name) ? tree.get(name) : name === 'id' ? id : usual;
    if (value !== undefined) event.set(name, value);
  }
  for (const [name, value] of tree) if (name !== payload) event.set(name, value);
  // The payload comes last, as in the documentation.
  const data = tree.get(payload) ?? event.get(payload);
  if (!base.has(payload)) event.delete(payload);
  if (data !== undefined) event.set(payload, data);
  return treeText(event);
}
