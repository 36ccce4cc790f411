/** Fixes for wrong structure: values outside a list, nested lists, duplicate names. */

import { type JsonMember, type JsonNode, type JsonObjectNode, printJson } from '../json/node.ts';
import { readJson } from '../json/read.ts';
import type { Edit, Fix, Place } from '../place.ts';
import { choice, leavesOf, listed, remove, removeFrom, replace, safe, shown, wrap } from './edits.ts';
import { nestedText } from './nest.ts';

const MATCH_ALL = 'write {} to match every event';

export function emptyFixes(text: string): readonly Fix[] {
  return [choice(MATCH_ALL, replace({ range: { start: 0, end: text.length } }, '{}'))];
}

/** For a string that contains a pattern. */
export function unquoteFix({ node }: Place, value: string): Fix {
  return safe(
    `write ${value.length > 80 ? 'its content' : value} without the outer quotes and escapes`,
    replace(node, value),
  );
}

/** For a root that is not an object. */
export function rootFixes({ node }: Place): readonly Fix[] {
  if (node.kind === 'null') return [choice(MATCH_ALL, replace(node, '{}'))];
  const [only, more] = node.kind === 'array' ? node.items : [];
  if (only?.kind === 'object' && more === undefined && node.kind === 'array') {
    return [safe('write the object without the brackets', ...unwrap(node, only))];
  }
  const values: readonly JsonNode[] = node.kind === 'array' ? node.items : [node];
  if (values.length === 0 || !values.every((value) => value.kind === 'string')) return [];
  // A source contains the name of its service: `acs.oss`; a type has parts: `oss:ObjectCreated:PutObject`.
  const texts = values.map(({ value }) => value);
  const attribute = texts.every((text) => text.startsWith('acs.'))
    ? 'source'
    : texts.every((text) => /^\w+:\w+:\w+/.test(text))
      ? 'type'
      : undefined;
  if (attribute === undefined) return [];
  const text = nestedText([attribute], `[${listed(values)}]`);
  return [choice(`write ${shown(text)} if that is the \`${attribute}\``, replace(node, text))];
}

/** Removes everything around the only item, which is not touched. */
function unwrap({ range }: JsonNode, { range: inner }: JsonNode): readonly Edit[] {
  return [
    { range: { start: range.start, end: inner.start }, text: '' },
    { range: { start: inner.end, end: range.end }, text: '' },
  ];
}

/** For `data` that is a list of one object, or a string that contains one. */
export function dataFixes({ node }: Place): readonly Fix[] {
  if (node.kind === 'array') {
    const [only] = node.items;
    return node.items.length === 1 && only?.kind === 'object'
      ? [safe('write the object without the brackets', ...unwrap(node, only))]
      : [];
  }
  if (node.kind !== 'string' || readJson(node.value).node?.kind !== 'object') return [];
  return [safe('write the object without the quotes and escapes', replace(node, node.value))];
}

/** For a value or a condition in the place of a list of conditions. */
export function wrapFixes(place: Place): readonly Fix[] {
  const { node } = place;
  if (node.kind === 'object' && node.members.length === 0) return removalFixes(place);
  const text = shown(printJson(node));
  if (node.kind !== 'null') return [safe(`write [${text}]`, ...wrap(node))];
  return [
    choice('write [null] for a member that is `null`', ...wrap(node)),
    choice('write [{"exists": false}] for a member that is missing', replace(node, '[{"exists": false}]')),
  ];
}

/** For a field without conditions. */
export function removalFixes(place: Place): readonly Fix[] {
  return [
    choice(`leave ${nameOf(place)} out to accept anything`, ...remove(place)),
    choice('write [{"exists": true}] to require a value', replace(place.node, '[{"exists": true}]')),
  ];
}

/** The name of a member in backticks, or `the field` if it is long. */
function nameOf({ node, parent }: Place): string {
  const member = parent?.node.kind === 'object' ? parent.node.members.find(({ value }) => value === node) : undefined;
  return member === undefined || member.name.length > 40 ? 'the field' : `\`${member.name}\``;
}

/** For a list among the conditions of a field, or in the list of an operator. */
export function flattenFixes(place: Place): readonly Fix[] {
  const leaves = leavesOf(place.node);
  if (leaves.length === 0) {
    return hasSiblings(place) ? [safe('remove the empty list', ...remove(place))] : [];
  }
  return [safe('write its items without the inner brackets', replace(place.node, listed(leaves)))];
}

/** Of an item of a list. */
function hasSiblings({ parent }: Place): boolean {
  return parent?.node.kind === 'array' && parent.node.items.length > 1;
}

/** For an object without an operator. */
export function emptyConditionFixes(place: Place): readonly Fix[] {
  return [
    ...(hasSiblings(place) ? [choice('remove the empty object', ...remove(place))] : []),
    choice('write {"exists": true} to require a value', replace(place.node, '{"exists": true}')),
  ];
}

/**
 * `members` have the same name, in source order. `lastCounts`: whether the language defines that the last one counts.
 */
export function duplicateFixes(
  members: readonly JsonMember[],
  object: JsonObjectNode,
  { lastCounts, of }: { readonly lastCounts: boolean; readonly of: 'fields' | 'operators' },
): readonly Fix[] {
  const last = members.at(-1) as JsonMember;
  const others = members.slice(0, -1);
  const dropOthers = without(object, others);
  if (lastCounts) return [safe('remove all but the last, which counts', dropOthers)];
  const texts = new Set(members.map(({ value }) => printJson(value)));
  if (texts.size === 1) return [safe(`remove all but one \`${last.name}\``, dropOthers)];
  // Two operands of one operator were meant together or not at all: one of them alone accepts more.
  if (of === 'operators') return [];
  const fixes: Fix[] = [];
  const merged = mergedValue(members.map(({ value }) => value));
  if (merged !== undefined) {
    const what = last.value.kind === 'array' ? 'all its conditions' : 'all its fields';
    fixes.push(choice(`write one member with ${what}`, dropOthers, replace(last.value, merged)));
  }
  fixes.push(choice('keep the last one', dropOthers));
  fixes.push(choice('keep the first one', without(object, members.slice(1))));
  return fixes;
}

function without(object: JsonObjectNode, gone: readonly JsonMember[]): readonly Edit[] {
  return removeFrom(
    object,
    gone.map(({ value }) => value),
  );
}

/** Lists are joined to one list, objects with different names to one object. */
function mergedValue(values: readonly JsonNode[]): string | undefined {
  if (values.every((value) => value.kind === 'array')) {
    const texts = new Set(values.flatMap(({ items }) => items.map(printJson)));
    return `[${[...texts].join(', ')}]`;
  }
  if (!values.every((value) => value.kind === 'object')) return undefined;
  const members = values.flatMap((value) => value.members);
  if (new Set(members.map(({ name }) => name)).size < members.length) return undefined;
  return `{${members.map(({ name, value }) => `${JSON.stringify(name)}: ${printJson(value)}`).join(', ')}}`;
}
