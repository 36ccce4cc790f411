/** JSON values that keep the text of numbers, since 300 and 300.0 are two values of the language. */
import type { JsonNode } from '../index.ts';
import { printJson, readJson } from '../json.ts';

/** The JSON text of a scalar or an array, or the members of an object; in a Map, `__proto__` is a name like any other. */
export type Tree = string | ReadonlyMap<string, Tree>;

/** A member and its value as JSON text. */
export type Member = readonly [name: string, text: string];

/** @throws Error for text that is not JSON, which is a bug: only generated texts are read */
export function readTree(text: string): Tree {
  const { node } = readJson(text);
  if (node === undefined) throw new Error(`a bug in the arbitraries: ${text} is not JSON`);
  return treeOf(node);
}

function treeOf(node: JsonNode): Tree {
  if (node.kind !== 'object') return printJson(node);
  return new Map(node.members.map(({ name, value }) => [name, treeOf(value)]));
}

export function treeText(tree: Tree): string {
  return typeof tree === 'string' ? tree : objectText([...tree].map(([name, value]) => [name, treeText(value)]));
}

export function objectText(members: readonly Member[]): string {
  return `{${members.map(([name, text]) => `${JSON.stringify(name)}:${text}`).join(',')}}`;
}

export function valueAt(tree: Tree | undefined, path: readonly string[]): Tree | undefined {
  return path.reduce<Tree | undefined>((at, name) => (typeof at === 'object' ? at.get(name) : undefined), tree);
}

/**
 * The tree with another value at a path. Missing objects along the path are added, and other values there are replaced by objects.
 * Undefined removes the member and changes nothing along the path.
 */
export function put(tree: Tree, path: readonly string[], value: Tree | undefined): Tree {
  if (value === undefined && valueAt(tree, path) === undefined) return tree;
  return placed(tree, path, value) ?? tree;
}

function placed(tree: Tree | undefined, path: readonly string[], value: Tree | undefined): Tree | undefined {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  const members = new Map(typeof tree === 'object' ? tree : []);
  const below = placed(members.get(name), rest, value);
  if (below === undefined) members.delete(name);
  else members.set(name, below);
  return members;
}
