/** Regular expressions that conditions can say: a literal text, anchored or not. */
import type { Rules } from '../dialect.ts';
import type { Instead } from './instead.ts';
import { conditionsOf } from './wildcard.ts';

const LITERAL = /^(?:[^\\^$.*+?()[\]{}|/]|\\[^A-Za-z0-9]|\/)*$/;
const MAX_LENGTH = 500;

/** Whether the whole value must fit or a part of it is left open by most languages, so the answer is never sure. */
export function expressionConditions(source: string, rules: Rules): Instead | undefined {
  if (source.length > MAX_LENGTH) return undefined;
  const begins = source.startsWith('^');
  const ends = source.endsWith('$') && !source.endsWith('\\$');
  const parts = source.slice(begins ? 1 : 0, ends ? -1 : undefined).split(/(?<!\\)\.[*]/);
  if (!parts.every((part) => LITERAL.test(part))) return undefined;
  const texts = parts.map((part) => part.replace(/\\(.)/g, '$1'));
  // Without an anchor anything may stand around it.
  if (!begins && texts[0] !== '') texts.unshift('');
  if (!ends && texts.at(-1) !== '') texts.push('');
  const found = conditionsOf(texts, rules);
  return found && { ...found, accepts: 'others' };
}
