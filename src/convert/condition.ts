/** What a condition becomes in the other language. */
import type { JsonNode } from '../json.ts';

/** Texts of conditions, of which one must hold; or why the condition cannot be said, in one sentence. */
export type Said = readonly string[] | { readonly unsaid: string };

export function isSaid(said: Said): said is readonly string[] {
  return !('unsaid' in said);
}

export function unsaid(message: string): Said {
  return { unsaid: message };
}

/** The text of an operand; empty for one that is no string. */
export function textOf(node: JsonNode): string {
  return node.kind === 'string' ? node.value : '';
}

/** One condition with one operator. `operand` is JSON. */
export function operator(name: string, operand: string): string {
  return `{${JSON.stringify(name)}:${operand}}`;
}

/** A list of JSON texts, without the list for a single one. */
export function oneOrList(items: readonly string[]): string {
  return items.length === 1 ? (items[0] as string) : `[${items.join(',')}]`;
}

/** The strings that begin with one text and end with another, but are shorter than both together. */
export function overlapping(beginning: string, ending: string): readonly string[] {
  const texts: string[] = [];
  for (let shared = Math.min(beginning.length, ending.length); shared > 0; shared--) {
    if (beginning.endsWith(ending.slice(0, shared))) texts.push(beginning + ending.slice(shared));
  }
  return [...new Set(texts)];
}
