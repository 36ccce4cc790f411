/** Tokens that are not JSON: comments, other quotation marks, words. */
import type { Range } from './node.ts';

/** Quotation marks that JSON does not have, with their closing marks. */
const QUOTES: ReadonlyMap<string, string> = new Map([
  ["'", "'"],
  ['`', '`'],
  ['“', '”“'],
  ['”', '”“'],
  ['„', '”“'],
  ['‘', '’‘'],
  ['’', '’‘'],
]);
/** Characters that cannot belong to a token, up to one that can begin or end a token. */
const JUNK = /[^\s{}[\]:,"'`“”„‘’\\/#]+/y;
/** Separators between name and value in other languages. */
export const ARROW = /=>?|->|⇒|→/y;
export const BLANK = /[^\S \t\r\n]|\ufeff/;

export interface StringToken {
  readonly value: string;
  readonly range: Range;
  readonly open?: true;
}

/** A string in other quotes, which ends at the end of its line at the latest; undefined if none begins here. */
export function quotedAt(text: string, start: number): StringToken | undefined {
  const escaped = text.startsWith('\\"', start);
  const close = escaped ? '"' : QUOTES.get(text[start] ?? '');
  if (close === undefined) return undefined;
  const from = start + (escaped ? 2 : 1);
  let end = from;
  while (end < text.length && !isLineEnd(text, end)) {
    const c = text[end] as string;
    if (escaped ? text.startsWith('\\"', end) : close.includes(c)) {
      const range = { start, end: end + (escaped ? 2 : 1) };
      return { value: unescaped(text.slice(from, end)), range };
    }
    end += c === '\\' && end + 1 < text.length && !isLineEnd(text, end + 1) ? 2 : 1;
  }
  return { value: unescaped(text.slice(from, end)), range: { start, end }, open: true };
}

/** At least one character that belongs to no token. */
export function junkAt(text: string, start: number): StringToken {
  JUNK.lastIndex = start;
  const end = JUNK.test(text) ? JUNK.lastIndex : start + 1;
  return { value: text.slice(start, end), range: { start, end } };
}

function isLineEnd(text: string, at: number): boolean {
  return text[at] === '\n' || text[at] === '\r';
}

export function skipSpace(text: string, from: number): number {
  let at = from;
  for (;;) {
    const c = text.charCodeAt(at);
    if (c !== 0x20 && c !== 0x0a && c !== 0x0d && c !== 0x09) return at;
    at++;
  }
}

/** The end of the comment that begins here; the same offset if none does. */
export function commentEnd(text: string, at: number): number {
  if (text[at] === '#' || text.startsWith('//', at)) {
    let end = at;
    while (end < text.length && !isLineEnd(text, end)) end++;
    return end;
  }
  if (!text.startsWith('/*', at)) return at;
  const close = text.indexOf('*/', at + 2);
  return close < 0 ? text.length : close + 2;
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, '$1');
}
