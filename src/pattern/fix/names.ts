/** Fixes for names: of attributes, of other event buses, and names that were meant as paths. */

import { type JsonMember, type JsonObjectNode, memberOf } from '../json/node.ts';
import type { Fix, Place } from '../place.ts';
import { nearest } from '../suggest.ts';
import { choice, rename } from './edits.ts';
import { type ForeignKey, foreignKeys } from './foreign-keys.ts';
import { nestedText, nestFix, pathIn } from './nest.ts';

/** The attribute for a top-level name of another event bus. */
export function foreignKey(name: string): ForeignKey | undefined {
  return foreignKeys.get(name);
}

/** The known attribute that is most similar to a name. */
export function nearestKey(name: string, known: Iterable<string>): string | undefined {
  return nearest(name, known);
}

/** For a top-level name of another bus, or a misspelled one. */
export function renameFixes(title: string, member: JsonMember, object: JsonObjectNode, name: string): readonly Fix[] {
  return memberOf(object, name) === undefined ? [choice(title, rename(member, name))] : [];
}

/** For a top-level name with dots: a path below `data`, or `$.source` for `source`. */
function topPathFixes(
  place: Place,
  member: JsonMember,
  object: JsonObjectNode,
  path: readonly string[],
): readonly Fix[] {
  const [first = '', ...rest] = path;
  if (rest.length === 0) return renameFixes(`write \`${first}\``, member, object, first);
  const fix = nestFix(`write ${nestedText(path, '…')}: a name is not a path`, place, member, object, path);
  return fix === undefined ? [] : [fix];
}

/** Moves a field from the top level below `data`. */
function belowDataFixes(place: Place, member: JsonMember, object: JsonObjectNode): readonly Fix[] {
  const or = member.value.kind === 'object' ? '' : '; declare an attribute of your own as an extension';
  const title = `move it below \`data\`, which contains the fields of the event${or}`;
  const name = member.name.startsWith('$.') ? pathIn(member.name) : undefined;
  const fix = nestFix(title, place, member, object, ['data', ...(name ?? [member.name])]);
  return fix === undefined ? [] : [fix];
}

/** The path that a name below `data` was meant as: `a.b`, `$.data.a`, `$.a`. */
export function pathBelow(name: string): readonly string[] | undefined {
  const path = pathIn(name);
  if (path === undefined) return undefined;
  return name.startsWith('$.') && path[0] === 'data' && path.length > 1 ? path.slice(1) : path;
}

/** `place` is that of a member below `data` whose name looks like a path. */
export function nestedNameFixes(place: Place, member: JsonMember): readonly Fix[] {
  const path = pathBelow(member.name);
  let data: Place | undefined = place.parent;
  const fromRoot = member.name.startsWith('$.');
  // A JSONPath starts from `data`.
  while (fromRoot && data?.parent?.parent !== undefined) data = data.parent;
  if (path === undefined || data?.node.kind !== 'object') return [];
  const fix = nestFix(`write ${nestedText(path, '…')}`, place, member, data.node, path);
  return fix === undefined ? [] : [fix];
}

/**
 * Removes the parts of a name that a JSONPath cannot contain; indices are not needed, since the elements of an array
 * are tried one by one.
 */
export function readableNameFixes(member: JsonMember): readonly Fix[] {
  const name = member.name
    .replace(/\[(?:\d+|\*)?\]/g, '')
    .replace(/\.{2,}/g, '.')
    .replace(/^\.|\.$/g, '');
  if (name === '' || name === member.name || /[ *[\]()]/.test(name)) return [];
  const why = member.name.includes('[') ? ': the elements of an array are tried one by one' : '';
  return [choice(`write \`${name}\`${why}`, rename(member, name))];
}

/** For a top-level member that is not an attribute: a path into `data`, or a field of it. */
export function movedFixes(
  place: Place,
  member: JsonMember,
  object: JsonObjectNode,
  known: ReadonlySet<string>,
): readonly Fix[] {
  const path = pathIn(member.name) ?? [];
  const isKnown = path.length === 1 ? known.has(path[0] as string) : path[0] === 'data';
  return isKnown ? topPathFixes(place, member, object, path) : belowDataFixes(place, member, object);
}
