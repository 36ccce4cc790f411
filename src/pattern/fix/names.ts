/** Fixes for names: of attributes, of other event buses, and names that were meant to be paths. */

import { type JsonMember, type JsonObjectNode, memberOf } from '../json/node.ts';
import type { Fix, Place } from '../place.ts';
import { nearest } from '../suggest.ts';
import { choice, rename } from './edits.ts';
import { nestedText, nestFix, pathIn } from './nest.ts';

interface ForeignKey {
  readonly owner: string;
  /** What it is called here. */
  readonly meant: string;
}

const AMAZON = 'Amazon EventBridge';
const AZURE = 'Azure Event Grid';

const FOREIGN: ReadonlyMap<string, ForeignKey> = new Map([
  ['detail', { owner: AMAZON, meant: 'data' }],
  ['detail-type', { owner: AMAZON, meant: 'type' }],
  ['account', { owner: AMAZON, meant: 'aliyunaccountid' }],
  ['region', { owner: AMAZON, meant: 'aliyunregionid' }],
  ['resources', { owner: AMAZON, meant: 'subject' }],
  ['eventType', { owner: AZURE, meant: 'type' }],
  ['eventTime', { owner: AZURE, meant: 'time' }],
]);

/** What another event bus means by a top-level name. */
export function foreignKey(name: string): ForeignKey | undefined {
  return FOREIGN.get(name);
}

/** The attribute that a name was meant to be. */
export function nearestKey(name: string, known: Iterable<string>): string | undefined {
  return nearest(name, known);
}

/** A top-level name of another bus, or a misspelled one. */
export function renameFixes(title: string, member: JsonMember, object: JsonObjectNode, name: string): readonly Fix[] {
  return memberOf(object, name) === undefined ? [choice(title, rename(member, name))] : [];
}

/** A top-level name with dots: of the payload, or `$.source` for `source`. */
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

/** A field of the payload that stands beside `data`. */
function belowDataFixes(place: Place, member: JsonMember, object: JsonObjectNode): readonly Fix[] {
  const or = member.value.kind === 'object' ? '' : '; an attribute of your own is declared as an extension';
  const title = `move it below \`data\`, where the fields of the payload stand${or}`;
  const name = member.name.startsWith('$.') ? pathIn(member.name) : undefined;
  const fix = nestFix(title, place, member, object, ['data', ...(name ?? [member.name])]);
  return fix === undefined ? [] : [fix];
}

/** The names that a name below `data` was meant to be: `a.b`, `$.data.a`, `$.a`. */
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
  // A JSONPath starts from the payload.
  while (fromRoot && data?.parent?.parent !== undefined) data = data.parent;
  if (path === undefined || data?.node.kind !== 'object') return [];
  const fix = nestFix(`write ${nestedText(path, '…')}`, place, member, data.node, path);
  return fix === undefined ? [] : [fix];
}

/** A name that cannot stand in a JSONPath, without what makes it one: the elements of an array are tried by themselves. */
export function readableNameFixes(member: JsonMember): readonly Fix[] {
  const name = member.name
    .replace(/\[(?:\d+|\*)?\]/g, '')
    .replace(/\.{2,}/g, '.')
    .replace(/^\.|\.$/g, '');
  if (name === '' || name === member.name || /[ *[\]()]/.test(name)) return [];
  const why = member.name.includes('[') ? ': the elements of an array are tried one by one' : '';
  return [choice(`write \`${name}\`${why}`, rename(member, name))];
}

/** A top-level member that is no attribute: a path to the payload, or a field of it. */
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
