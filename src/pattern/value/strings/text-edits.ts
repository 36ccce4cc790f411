/** Changes a string as little as possible so that it begins with a text or contains it. */
import { canAlign, toBeginnings, toParts } from '../edit-distance.ts';
import { backwards } from './backwards.ts';

/** The text followed by the rest of the string, without the part that the text replaces: `logs/x` for `log/x`. */
export function withBeginning(text: string, value: string): string {
  // A single character resembles any text.
  if (value.length <= 1) return text;
  const head = value.slice(0, 2 * text.length + 8);
  if (!canAlign(text) || !canAlign(head)) return text + value.slice(text.length);
  const last = text.at(-1) as string;
  const divides = /[^\p{L}\p{N}]/u.test(last);
  // If no part of the value resembles the text, the whole value follows it.
  let best = { cut: 0, cost: text.length, aligned: false };
  for (const [cut, cost] of toBeginnings(text, head).entries()) {
    const aligned = cut > 0 && head[cut - 1] === last;
    const isMeant = cost <= text.length / 2 || (divides && aligned);
    if (!isMeant || cost > best.cost || (cost === best.cost && (best.aligned || !aligned))) continue;
    best = { cut, cost, aligned };
  }
  return text + value.slice(best.cut);
}

/** Replaces the part of the string that resembles the text; otherwise appends the text. */
export function withPart(text: string, value: string): string {
  if (!canAlign(text) || !canAlign(value)) return value + text;
  const end = least(toParts(text, value));
  const before = backwards(value.slice(0, end.at));
  const start = end.at - least(toBeginnings(backwards(text), before)).at;
  return end.cost > text.length / 2 ? value + text : value.slice(0, start) + text + value.slice(end.at);
}

function least(costs: readonly number[]): { readonly at: number; readonly cost: number } {
  let best = { at: 0, cost: costs[0] as number };
  for (const [at, cost] of costs.entries()) if (cost < best.cost) best = { at, cost };
  return best;
}
