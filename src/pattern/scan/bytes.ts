/**
 * Steps over JSON values in UTF-8 bytes. Each function takes the offset of a value and returns the offset behind it, so
 * that the hot loops keep their position in a local variable.
 *
 * V8 keeps an offset in a register where it is known to be a 32-bit integer. Parameters and results of calls may be anything to it, so that
 * they pass `| 0` before a loop uses them.
 *
 * INVARIANT: the text is followed by a zero byte, and the buffer continues for three more bytes. No token contains a
 * zero byte, so that no loop compares its position with the end. `view` is a view of the bytes' whole buffer.
 */
import { MAX_DEPTH } from '../json/read.ts';

/** Thrown for text that is not JSON. The catcher runs the JSON reader to find the problem and its offset. */
export const MALFORMED = new SyntaxError('malformed JSON');

export const QUOTE = 0x22;
export const BACKSLASH = 0x5c;
export const COLON = 0x3a;
export const COMMA = 0x2c;
export const OPEN_OBJECT = 0x7b;
export const CLOSE_OBJECT = 0x7d;
export const OPEN_ARRAY = 0x5b;
export const CLOSE_ARRAY = 0x5d;
export const MINUS = 0x2d;
export const ZERO = 0x30;
export const NINE = 0x39;
export const DOT = 0x2e;

/** 1 for quotes, brackets and the zero byte behind the text: the only bytes that matter in well-formed text. */
const STRUCTURE = new Uint8Array(256);
for (const c of [0, QUOTE, OPEN_OBJECT, CLOSE_OBJECT, OPEN_ARRAY, CLOSE_ARRAY]) STRUCTURE[c] = 1;

/** 1 for the bytes that end a number or a literal in well-formed text. */
const DELIMITER = new Uint8Array(256);
for (const c of [0, 0x20, 0x09, 0x0a, 0x0d, COMMA, CLOSE_OBJECT, CLOSE_ARRAY]) DELIMITER[c] = 1;

/**
 * The first byte at or behind `i` that is not a plain string character: a quote, a backslash, a control character, or
 * part of a character beyond ASCII. Reads four bytes at a time with arithmetic on the high bits: of a byte below 0x80 a
 * difference has the high bit if and only if it is below 0, and the others are marked in any case. A borrow may mark bytes
 * above a correctly marked one, never below, so the lowest mark is correct.
 */
export function plainEnd(view: DataView, i: number): number {
  i |= 0;
  for (;;) {
    const four = view.getInt32(i, true);
    const quotes = four ^ 0x22222222;
    const backslashes = four ^ 0x5c5c5c5c;
    const marks = (four | (quotes - 0x01010101) | (backslashes - 0x01010101) | (four - 0x20202020)) & 0x80808080;
    if (marks !== 0) return i + ((31 - Math.clz32(marks & -marks)) >> 3);
    i += 4;
  }
}

/** As `plainEnd`, for a member name; -1 if there is a dot before the end. */
export function nameEnd(view: DataView, i: number): number {
  i |= 0;
  for (;;) {
    const four = view.getInt32(i, true);
    const quotes = four ^ 0x22222222;
    const backslashes = four ^ 0x5c5c5c5c;
    const dots = four ^ 0x2e2e2e2e;
    const ends = (four | (quotes - 0x01010101) | (backslashes - 0x01010101) | (four - 0x20202020)) & 0x80808080;
    const dotted = (dots - 0x01010101) & ~dots & 0x80808080;
    if (ends !== 0) {
      const lowest = ends & -ends;
      return (dotted & (lowest - 1)) === 0 ? i + ((31 - Math.clz32(lowest)) >> 3) : -1;
    }
    if (dotted !== 0) return -1;
    i += 4;
  }
}

/** `i` is behind the opening quote; the result is behind the closing one. */
export function skipString(bytes: Uint8Array, view: DataView, i: number): number {
  for (;;) {
    i = plainEnd(view, i) | 0;
    const c = bytes[i] as number;
    if (c === QUOTE) return i + 1;
    if (c === BACKSLASH) i = skipEscape(bytes, i) | 0;
    else if (c >= 0x80) i = skipMultibyte(bytes, i) | 0;
    else throw MALFORMED;
  }
}

function skipEscape(bytes: Uint8Array, i: number): number {
  switch (bytes[i + 1]) {
    case QUOTE:
    case BACKSLASH:
    case 0x2f:
    case 0x62:
    case 0x66:
    case 0x6e:
    case 0x72:
    case 0x74:
      return i + 2;
    case 0x75:
      for (let k = i + 2; k < i + 6; k++) if (!isHex(bytes[k] as number)) throw MALFORMED;
      return i + 6;
    default:
      throw MALFORMED;
  }
}

function isHex(c: number): boolean {
  return (c >= ZERO && c <= NINE) || ((c | 0x20) >= 0x61 && (c | 0x20) <= 0x66);
}

/** One well-formed UTF-8 sequence of two to four bytes (Unicode 15, table 3-7). */
function skipMultibyte(bytes: Uint8Array, i: number): number {
  const lead = bytes[i] as number;
  const second = bytes[i + 1] as number;
  if (lead < 0xe0) {
    if (lead < 0xc2 || (second & 0xc0) !== 0x80) throw MALFORMED;
    return i + 2;
  }
  if (((bytes[i + 2] as number) & 0xc0) !== 0x80) throw MALFORMED;
  if (lead < 0xf0) {
    const low = lead === 0xe0 ? 0xa0 : 0x80;
    const high = lead === 0xed ? 0x9f : 0xbf;
    if (second < low || second > high) throw MALFORMED;
    return i + 3;
  }
  const low = lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xf4 ? 0x8f : 0xbf;
  if (lead > 0xf4 || second < low || second > high || ((bytes[i + 3] as number) & 0xc0) !== 0x80) throw MALFORMED;
  return i + 4;
}

export function skipNumber(bytes: Uint8Array, view: DataView, i: number): number {
  i |= 0;
  let c = bytes[i] as number;
  if (c === MINUS) c = bytes[++i] as number;
  if (c === ZERO) {
    c = bytes[++i] as number;
  } else {
    if (c < ZERO || c > NINE) throw MALFORMED;
    i = digitsEnd(view, i + 1) | 0;
    c = bytes[i] as number;
  }
  if (c === DOT) {
    c = bytes[++i] as number;
    if (c < ZERO || c > NINE) throw MALFORMED;
    i = digitsEnd(view, i + 1) | 0;
    c = bytes[i] as number;
  }
  if ((c | 0x20) === 0x65) {
    c = bytes[++i] as number;
    if (c === 0x2b || c === MINUS) c = bytes[++i] as number;
    if (c < ZERO || c > NINE) throw MALFORMED;
    i = digitsEnd(view, i + 1) | 0;
  }
  return i;
}

/**
 * The first byte at or behind `i` that is no digit. Reads four bytes at a time, as `plainEnd`: digits are 0 to 9 after the
 * exclusive or, and a carry comes only from a byte that is marked itself.
 */
function digitsEnd(view: DataView, i: number): number {
  i |= 0;
  for (;;) {
    const four = view.getInt32(i, true) ^ 0x30303030;
    const marks = ((four + 0x76767676) | four) & 0x80808080;
    if (marks !== 0) return i + ((31 - Math.clz32(marks & -marks)) >> 3);
    i += 4;
  }
}

/** As four bytes of a view: "true", "null" and the begin of "false". */
const TRUE = 0x65757274;
const NULL = 0x6c6c756e;
const FALS = 0x736c6166;

function skipLiteral(bytes: Uint8Array, view: DataView, i: number): number {
  const four = view.getInt32(i, true);
  if (four === TRUE || four === NULL) return i + 4;
  if (four === FALS && bytes[i + 4] === 0x65) return i + 5;
  throw MALFORMED;
}

export function skipSpace(bytes: Uint8Array, i: number): number {
  i |= 0;
  let c = bytes[i] as number;
  while (c === 0x20 || c === 0x0a || c === 0x0d || c === 0x09) c = bytes[++i] as number;
  return i;
}

/** Skips and checks any value. `depth` counts the containers around it. */
export function skipValue(bytes: Uint8Array, view: DataView, i: number, depth: number): number {
  const c = bytes[i] as number;
  if (c === QUOTE) return skipString(bytes, view, i + 1);
  if (c === OPEN_OBJECT || c === OPEN_ARRAY) return skipNested(bytes, view, i, depth);
  return c >= 0x61 ? skipLiteral(bytes, view, i) : skipNumber(bytes, view, i);
}

/** The closing bracket of each open container, outermost first: a loop with a stack, since text may nest 1000 deep. */
const closers = new Uint8Array(MAX_DEPTH + 1);

/** Each kind of token is read at one place: V8 then compiles all calls in. At two it leaves some out, depending on the texts before. */
function skipNested(bytes: Uint8Array, view: DataView, i: number, depth: number): number {
  let open = depth | 0;
  i |= 0;
  let close = 0;
  let isName = false;
  let c = bytes[i] as number;
  for (;;) {
    if (c === QUOTE) {
      i = plainEnd(view, i + 1) | 0;
      i = bytes[i] === QUOTE ? i + 1 : skipString(bytes, view, i) | 0;
      c = bytes[i] as number;
      if (isName) {
        if (c <= 0x20) {
          i = skipSpace(bytes, i) | 0;
          c = bytes[i] as number;
        }
        if (c !== COLON) throw MALFORMED;
        isName = false;
        c = bytes[++i] as number;
        if (c <= 0x20) {
          i = skipSpace(bytes, i) | 0;
          c = bytes[i] as number;
        }
        continue;
      }
    } else if (isName) {
      throw MALFORMED;
    } else if (c === OPEN_OBJECT || c === OPEN_ARRAY) {
      if (open === MAX_DEPTH) throw MALFORMED;
      close = c + 2;
      closers[open++] = close;
      c = bytes[++i] as number;
      if (c <= 0x20) {
        i = skipSpace(bytes, i) | 0;
        c = bytes[i] as number;
      }
      if (c !== close) {
        isName = close === CLOSE_OBJECT;
        continue;
      }
    } else {
      i = (c >= 0x61 ? skipLiteral(bytes, view, i) : skipNumber(bytes, view, i)) | 0;
      c = bytes[i] as number;
    }
    // Behind a value, or before the bracket that closes an empty container.
    for (;;) {
      if (c <= 0x20) {
        i = skipSpace(bytes, i) | 0;
        c = bytes[i] as number;
      }
      if (c === COMMA) break;
      if (c !== close) throw MALFORMED;
      i++;
      if (--open === depth) return i;
      close = closers[open - 1] as number;
      c = bytes[i] as number;
    }
    isName = close === CLOSE_OBJECT;
    c = bytes[++i] as number;
    if (c <= 0x20) {
      i = skipSpace(bytes, i) | 0;
      c = bytes[i] as number;
    }
  }
}

/** Skips a string of well-formed text: looks only for its end and for backslashes. -1 if the text ends before. Marks as in `plainEnd`, of bytes below 0x80. */
export function leapString(bytes: Uint8Array, view: DataView, i: number): number {
  i |= 0;
  for (;;) {
    const four = view.getInt32(i, true);
    const quotes = four ^ 0x22222222;
    const backslashes = four ^ 0x5c5c5c5c;
    const marks = ((quotes - 0x01010101) | (backslashes - 0x01010101) | (four - 0x01010101)) & ~four & 0x80808080;
    if (marks === 0) {
      i += 4;
      continue;
    }
    i += (31 - Math.clz32(marks & -marks)) >> 3;
    const c = bytes[i] as number;
    if (c === QUOTE) return i + 1;
    if (c === 0 || bytes[i + 1] === 0) return -1;
    i += 2;
  }
}

/**
 * Skips any value of well-formed text: looks only at quotes, brackets and the end. -1 if the text ends before, or with
 * it: a number at the end of a window may go on behind it, and no object ends with one.
 */
export function leapValue(bytes: Uint8Array, view: DataView, i: number): number {
  i |= 0;
  let c = bytes[i] as number;
  if (c === QUOTE) return leapString(bytes, view, i + 1);
  if (c !== OPEN_OBJECT && c !== OPEN_ARRAY) {
    while (DELIMITER[c] === 0) c = bytes[++i] as number;
    return c === 0 ? -1 : i;
  }
  let open = 0;
  for (;;) {
    if (c === QUOTE) {
      i = leapString(bytes, view, i + 1) | 0;
      if (i < 0) return -1;
    } else if (c === OPEN_OBJECT || c === OPEN_ARRAY) {
      open++;
      i++;
    } else if (c === CLOSE_OBJECT || c === CLOSE_ARRAY) {
      i++;
      if (--open === 0) return i;
    } else if (c === 0) {
      return -1;
    } else {
      i++;
    }
    // Between two strings is one byte; numbers are skipped four bytes at a time.
    c = bytes[i] as number;
    if (STRUCTURE[c] === 0) c = bytes[++i] as number;
    if (STRUCTURE[c] === 0) {
      i = structureFrom(view, i + 1) | 0;
      c = bytes[i] as number;
    }
  }
}

/**
 * The first byte at or behind `i` that is a quote, a bracket or zero, or one of `Y`, `_`, `y` and 0x7f, which have the
 * same bits as brackets and stand in strings only. Reads four bytes at a time, as `plainEnd`.
 */
function structureFrom(view: DataView, i: number): number {
  i |= 0;
  for (;;) {
    const four = view.getInt32(i, true);
    const quotes = four ^ 0x22222222;
    const marks =
      (((~four & 0x59595959) - 0x01010101) | ((quotes - 0x01010101) & ~quotes) | ((four - 0x01010101) & ~four)) &
      0x80808080;
    if (marks !== 0) return i + ((31 - Math.clz32(marks & -marks)) >> 3);
    i += 4;
  }
}
