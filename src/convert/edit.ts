/** Edits of events: other members in the place of one. */
import { type JsonNode, memberOf, printJson } from '../json.ts';

/** A member of an object as its name and its JSON text. */
export type Written = readonly [name: string, text: string];

/**
 * The JSON text of an event in which `make` decides what stands in the place of the member at `path`. Objects on the way are made where they
 * are missing.
 */
export function edited(
  node: JsonNode | undefined,
  [name = '', ...below]: readonly string[],
  make: (value: JsonNode | undefined) => readonly Written[],
): string {
  const object = node?.kind === 'object' ? node : undefined;
  const value = object && memberOf(object, name);
  const others = (object?.members ?? [])
    .filter((member) => member.name !== name)
    .map((member): Written => [member.name, printJson(member.value)]);
  const own: readonly Written[] = below.length === 0 ? make(value) : [[name, edited(value, below, make)]];
  return `{${[...others, ...own].map(([key, text]) => `${JSON.stringify(key)}:${text}`).join(',')}}`;
}

/** The value at a path of names; undefined when there is none. */
export function valueAt(node: JsonNode, path: readonly string[]): JsonNode | undefined {
  return path.reduce<JsonNode | undefined>(
    (at, name) => (at?.kind === 'object' ? memberOf(at, name) : undefined),
    node,
  );
}
