/** JSON syntax errors and their messages, shared by the strict and the tolerant reader. */

export interface JsonProblem {
  /** `depth`: nested deeper than the limit; `empty`: nothing but white space. */
  readonly kind: 'syntax' | 'depth' | 'empty';
  /** The offset of the error, in UTF-16 code units. */
  readonly offset: number;
  /** One sentence without the place. */
  readonly message: string;
  /** Whether the text ended where more was expected. */
  readonly endsTooSoon: boolean;
}

const WORD = /[A-Za-z_$][A-Za-z0-9_$]*/y;
const ESCAPED_QUOTES = 'the quotes of this text are escaped: it is JSON inside a string';

/** The name or literal that begins at an offset; otherwise empty. */
export function wordAt(text: string, at: number): string {
  WORD.lastIndex = at;
  return WORD.exec(text)?.[0] ?? '';
}

/** The message for text that should be a member name. */
export function badName(text: string, at: number, afterComma: boolean): string {
  const c = text[at];
  if (c === '}' && afterComma) return 'a comma before `}` is not JSON';
  if (c === "'") return 'a member name must be in double quotes, not single quotes';
  if (c === '\\' && text[at + 1] === '"') return ESCAPED_QUOTES;
  if (wordAt(text, at) !== '') return 'a member name must be in double quotes';
  return `expected a member name in double quotes, found ${seen(text, at)}`;
}

/** The message for text that should be a value. */
export function badValue(text: string, at: number): string {
  const c = text[at];
  if (c === "'") return 'a string must be in double quotes, not single quotes';
  if (c === '/') return 'JSON has no comments';
  if (c === '\ufeff') return 'a byte order mark is not JSON';
  if (c === '\\' && text[at + 1] === '"') return ESCAPED_QUOTES;
  if (c !== undefined && /[-+.0-9]/.test(c)) return BAD_NUMBER;
  const word = wordAt(text, at);
  if (word !== '') return `\`${clip(word)}\` is not JSON; a string must be in double quotes`;
  return `expected a value, found ${seen(text, at)}`;
}

export function noComma(text: string, at: number, close: string, what: string): string {
  return `expected a comma or \`${close}\` in this ${what}, found ${seen(text, at)}`;
}

export function noColon(text: string, at: number): string {
  return `expected a colon after a member name, found ${seen(text, at)}`;
}

export function afterTheEnd(text: string, at: number): string {
  return `unexpected ${seen(text, at)} after the end of the JSON text`;
}

export function rawControl(text: string, at: number): string {
  return `a control character (${codePoint(text.charCodeAt(at))}) must be escaped in a string`;
}

export const EMPTY = 'the text is empty';
export const COMMA_BEFORE_BRACKET = 'a comma before `]` is not JSON';
export const NO_CLOSING_QUOTE = 'this string has no closing quote';
export const FOUR_DIGITS = '`\\u` needs four hexadecimal digits';
export const NO_SUCH_ESCAPE = 'JSON has no such escape; a backslash itself is written `\\\\`';
export const BAD_NUMBER = 'this is not a JSON number';

function seen(text: string, at: number): string {
  const code = text.codePointAt(at);
  if (code === undefined) return 'the end of the text';
  return code > 0x20 && code !== 0x7f && code < 0xd800 ? `\`${String.fromCodePoint(code)}\`` : codePoint(code);
}

function codePoint(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

function clip(word: string): string {
  return word.length > 20 ? `${word.slice(0, 20)}…` : word;
}
