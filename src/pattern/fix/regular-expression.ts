/** Rewrites regular expressions that are a literal text, with or without anchors, as conditions. */
import type { Rules } from '../dialect.ts';
import type { Replacement } from './replacement.ts';
import { conditionsOf } from './wildcard.ts';

const LITERAL = /^(?:[^\\^$.*+?()[\]{}|/]|\\[^A-Za-z0-9]|\/)*$/;
const MAX_LENGTH = 500;

/** Languages differ on whether an expression must match the whole value, so the result is never exact. */
export function expressionConditions(source: string, rules: Rules): Replacement | undefined {
  if (source.length > MAX_LENGTH) return undefined;
  const begins = source.startsWith('^');
  const ends = source.endsWith('$') && !source.endsWith('\\$');
  const parts = source.slice(begins ? 1 : 0, ends ? -1 : undefined).split(/(?<!\\)\.[*]/);
  if (!parts.every((part) => LITERAL.test(part))) return undefined;
  const texts = parts.map((part) => part.replace(/\\(.)/g, '$1'));
  // Without an anchor any text may precede or follow.
  if (!begins && texts[0] !== '') texts.unshift('');
  if (!ends && texts.at(-1) !== '') texts.push('');
  const found = conditionsOf(texts, rules);
  return found && { ...found, accepts: 'others' };
}
