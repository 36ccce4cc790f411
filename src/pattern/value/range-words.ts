/** Words for ranges of numbers in other languages, and lists that spell one: `["between", 5, "and", 10]`. */
import type { JsonNode } from '../json/node.ts';
import { isNumberText } from './number-texts.ts';
import { each, lookUp } from './word-lookup.ts';

export const INSIDE = 'between range inrange within';
export const OUTSIDE = 'notbetween notrange notinrange notwithin outside';

const words: ReadonlyMap<string, true> = new Map(each(`${INSIDE} ${OUTSIDE} from`, true));

/** A word between the numbers of a range. */
export function isSeparator(node: JsonNode | undefined): boolean {
  return node?.kind === 'string' && /^(?:and|to|until|through|&&|\.{2,3}|[-–~,])$/i.test(node.value.trim());
}

/** Whether a list is a word for a range and two numbers, or numbers in quotes, with a separator between them. */
export function spellsRange(items: readonly JsonNode[]): boolean {
  const [word, low, separator, high, more] = items;
  if (word?.kind !== 'string' || more !== undefined || lookUp(words, word.value) === undefined) return false;
  return isSeparator(separator) && numberIn(low) !== undefined && numberIn(high) !== undefined;
}

/** The text of a number or of a string that contains a number. */
export function numberIn(node: JsonNode | undefined): string | undefined {
  if (node?.kind === 'number') return node.text;
  return node?.kind === 'string' && isNumberText(node.value) ? node.value : undefined;
}
