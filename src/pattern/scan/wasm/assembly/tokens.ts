/** Parts of a token that are rare, and are checked byte by byte. Each result is the address behind the part, or 0 if it is malformed. */
import {
  BACKSLASH,
  FOLD,
  isDigit,
  LETTER_B,
  LETTER_E,
  LETTER_F,
  LETTER_N,
  LETTER_R,
  LETTER_T,
  LETTER_U,
  MINUS,
  PLUS,
  QUOTE,
  SLASH,
} from './characters';

/** `i` is at the backslash. */
export function skipEscape(i: usize): usize {
  const c = load<u8>(i, 1);
  if (c === LETTER_U) return isHex(i + 2) && isHex(i + 3) && isHex(i + 4) && isHex(i + 5) ? i + 6 : 0;
  const known =
    c === QUOTE ||
    c === BACKSLASH ||
    c === SLASH ||
    c === LETTER_B ||
    c === LETTER_F ||
    c === LETTER_N ||
    c === LETTER_R ||
    c === LETTER_T;
  return known ? i + 2 : 0;
}

function isHex(i: usize): bool {
  const c = load<u8>(i);
  return isDigit(c) || ((c | FOLD) >= 0x61 && (c | FOLD) <= 0x66);
}

/** One well-formed UTF-8 sequence of two to four bytes (Unicode 15, table 3-7). */
export function skipMultibyte(i: usize): usize {
  const lead = load<u8>(i);
  const second = load<u8>(i, 1);
  if (lead < 0xe0) return lead < 0xc2 || (second & 0xc0) !== 0x80 ? 0 : i + 2;
  if ((load<u8>(i, 2) & 0xc0) !== 0x80) return 0;
  if (lead < 0xf0) {
    const low: u8 = lead === 0xe0 ? 0xa0 : 0x80;
    const high: u8 = lead === 0xed ? 0x9f : 0xbf;
    return second < low || second > high ? 0 : i + 3;
  }
  const low: u8 = lead === 0xf0 ? 0x90 : 0x80;
  const high: u8 = lead === 0xf4 ? 0x8f : 0xbf;
  return lead > 0xf4 || second < low || second > high || (load<u8>(i, 3) & 0xc0) !== 0x80 ? 0 : i + 4;
}

/** `i` is behind a digit of a number. */
export function skipExponent(i: usize): usize {
  if ((load<u8>(i) | FOLD) !== LETTER_E) return 0;
  const sign = load<u8>(++i);
  if (sign === PLUS || sign === MINUS) i++;
  if (!isDigit(load<u8>(i))) return 0;
  while (isDigit(load<u8>(i))) i++;
  return i;
}

/** `true`, `false` or `null`. Compares four bytes at once, the first one lowest. */
export function skipLiteral(i: usize): usize {
  const four = load<u32>(i);
  if (four === 0x65757274 || four === 0x6c6c756e) return i + 4;
  return four === 0x736c6166 && load<u8>(i, 4) === LETTER_E ? i + 5 : 0;
}
