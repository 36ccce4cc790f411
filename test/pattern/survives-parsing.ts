/** Whether `JSON.parse` keeps all parts of an event's text that the language reads. Independent of patterns. */
import { type Json, membersOf, readJson } from '../support/json.ts';

/**
 * False when parsing loses something that a verdict may depend on: a number text that `JSON.stringify` changes, or a member that a later
 * one of the same name replaces.
 */
export function survivesParsing(text: string): boolean {
  return survives(readJson(text));
}

function survives(node: Json): boolean {
  switch (node.kind) {
    case 'number':
      return JSON.stringify(Number(node.text)) === node.text;
    case 'array':
      return node.items.every(survives);
    case 'object':
      return membersOf(node).length === node.members.length && node.members.every(([, value]) => survives(value));
    default:
      return true;
  }
}

/** Whether some object of the text has two members of one name. */
export function repeatsNames(text: string): boolean {
  return repeats(readJson(text));
}

function repeats(node: Json): boolean {
  if (node.kind === 'array') return node.items.some(repeats);
  if (node.kind !== 'object') return false;
  return membersOf(node).length !== node.members.length || node.members.some(([, value]) => repeats(value));
}

/** UTF-8 cannot represent an unescaped lone surrogate: an encoder replaces it. */
export function survivesUtf8(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

/** Whether some object of the text has two members that begin the same path, where a name with dots is a path of several steps. */
export function repeatsPaths(text: string): boolean {
  return repeatsFirstSteps(readJson(text));
}

function repeatsFirstSteps(node: Json): boolean {
  if (node.kind === 'array') return node.items.some(repeatsFirstSteps);
  if (node.kind !== 'object') return false;
  const first = node.members.map(([name]) => name.split('.')[0]);
  return new Set(first).size < first.length || node.members.some(([, value]) => repeatsFirstSteps(value));
}
