/** Moves a member into the objects that a path names, using existing ones. */

import { type JsonMember, type JsonObjectNode, memberOf, printJson } from '../json/node.ts';
import type { Fix, Place } from '../place.ts';
import { append, choice, insert, remove, rename } from './edits.ts';

/**
 * Undefined when the path is blocked by another value. `path` starts from `object`, which contains the member directly
 * or not.
 */
export function nestFix(
  title: string,
  place: Place,
  member: JsonMember,
  object: JsonObjectNode,
  path: readonly string[],
): Fix | undefined {
  let target = object;
  let depth = 0;
  for (; depth < path.length; depth++) {
    const next = memberOf(target, path[depth] as string);
    if (next === undefined) break;
    if (next.kind !== 'object') return undefined;
    target = next;
  }
  const name = path[depth];
  if (name === undefined) return undefined;
  const below = path.slice(depth + 1);
  if (target.members.includes(member)) {
    // The value stays in its place.
    return choice(
      title,
      rename(member, name),
      insert(member.value.range.start, below.map((part) => `{${JSON.stringify(part)}: `).join('')),
      insert(member.value.range.end, '}'.repeat(below.length)),
    );
  }
  return choice(title, append(target, name, nestedText(below, printJson(member.value))), ...remove(place));
}

/** `{"a": {"b": …}}` */
export function nestedText(path: readonly string[], value: string): string {
  return path.reduceRight((text, part) => `{${JSON.stringify(part)}: ${text}}`, value);
}

/** The names of a text that looks like a path: names separated by dots, optionally after `$.`. */
export function pathIn(name: string): readonly string[] | undefined {
  if (name.length > 200 || !/^(?:\$\.)?[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)*$/.test(name)) return undefined;
  if (!name.includes('.')) return undefined;
  return name.replace(/^\$\./, '').split('.');
}
