/** Pieces of JSON to insert, with the places that are to be filled in. */
import type { Range } from '../pattern/json/node.ts';
import { type PartialNode, readPartialJson } from '../pattern/json/partial.ts';

export interface Insertion {
  readonly text: string;
  /** What is to be filled in, in order: ranges of `text`. */
  readonly places: readonly Range[];
}

/** JSON that is complete as it is. */
export function complete(json: string): Insertion {
  return { text: json, places: [] };
}

/** JSON of which the plain values are to be filled in, and what has nothing in it. */
export function template(json: string): Insertion {
  return { text: json, places: placesIn(readPartialJson(json).node) };
}

function placesIn(node: PartialNode): readonly Range[] {
  const { start, end } = node.range;
  const parts =
    node.kind === 'array' ? node.items : node.kind === 'object' ? node.members.map(({ value }) => value) : [];
  if (parts.length > 0) return parts.flatMap(placesIn);
  return [
    node.kind === 'number' || node.kind === 'boolean' || node.kind === 'null'
      ? { start, end }
      : { start: start + 1, end: end - 1 },
  ];
}

export function around(before: string, { text, places }: Insertion, after: string): Insertion {
  const by = before.length;
  return {
    text: before + text + after,
    places: places.map(({ start, end }) => ({ start: start + by, end: end + by })),
  };
}

/** The member of a name; the name alone where its value is there already. */
export function memberOf(name: string, value: Insertion | undefined): Insertion {
  return value === undefined ? complete(JSON.stringify(name)) : around(`${JSON.stringify(name)}: `, value, '');
}
