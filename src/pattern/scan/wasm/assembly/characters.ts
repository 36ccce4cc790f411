/** The bytes that JSON gives a meaning. */
export const QUOTE: u8 = 0x22;
export const PLUS: u8 = 0x2b;
export const COMMA: u8 = 0x2c;
export const MINUS: u8 = 0x2d;
export const DOT: u8 = 0x2e;
export const SLASH: u8 = 0x2f;
export const ZERO: u8 = 0x30;
export const NINE: u8 = 0x39;
export const COLON: u8 = 0x3a;
export const OPEN_ARRAY: u8 = 0x5b;
export const BACKSLASH: u8 = 0x5c;
export const CLOSE_ARRAY: u8 = 0x5d;
export const LETTER_B: u8 = 0x62;
export const LETTER_E: u8 = 0x65;
export const LETTER_F: u8 = 0x66;
export const LETTER_N: u8 = 0x6e;
export const LETTER_R: u8 = 0x72;
export const LETTER_T: u8 = 0x74;
export const LETTER_U: u8 = 0x75;
export const OPEN_OBJECT: u8 = 0x7b;
export const CLOSE_OBJECT: u8 = 0x7d;
export const SPACE: u8 = 0x20;
export const TAB: u8 = 0x09;
export const LINE_FEED: u8 = 0x0a;
export const RETURN: u8 = 0x0d;
/** Makes letters small, `[` to `{` and `]` to `}`. */
export const FOLD: u8 = 0x20;

export function isDigit(c: u8): bool {
  return c >= ZERO && c <= NINE;
}

export function isSpace(c: u8): bool {
  return c === SPACE || c === LINE_FEED || c === RETURN || c === TAB;
}

/** Whether a number or a literal may end before this byte: white space, the zero behind a text, `,`, `]` or `}`. */
export function isDelimiter(c: u8): bool {
  return c <= SPACE || c === COMMA || (c | FOLD) === CLOSE_OBJECT;
}

/** The first byte at or behind `i` that is not white space. */
export function skipSpace(i: usize): usize {
  while (isSpace(load<u8>(i))) i++;
  return i;
}
