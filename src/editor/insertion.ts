/** JSON texts to insert, with their placeholders. */
import type { Range } from '../pattern/json/node.ts';
import { type PartialNode, readPartialJson } from '../pattern/json/partial.ts';

/** A JSON text to insert. */
export interface Insertion {
  /** The JSON text. */
  readonly text: string;
  /** Placeholders: ranges of `text` that the user fills in, in order. */
  readonly places: readonly Range[];
}

/** JSON text without placeholders. */
export function complete(json: string): Insertion {
  return { text: json, places: [] };
}

/** JSON text whose scalars, empty arrays and empty objects are placeholders. */
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

/** A member with a placeholder value, or only its name where the value exists. */
export function memberOf(name: string, value: Insertion | undefined): Insertion {
  return value === undefined ? complete(JSON.stringify(name)) : around(`${JSON.stringify(name)}: `, value, '');
}
