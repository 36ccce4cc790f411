/** What the walks of objects share: the state of the current text, and the ends of names and values. */
import { BACKSLASH, QUOTE, SPACE, skipSpace } from './characters';
import { containerEnd } from './containers';
import { isContainer, leapContainer, leapScalar, leapString } from './leap';
import { skipMultibyte } from './tokens';

/** Results that are not a number of records. `CUT`: the text ended too soon. */
export const NOT_MINE: i32 = -1;
export const CUT: i32 = -2;

let textEnd: usize = 0;
let isChecked: bool = false;
let isWhole: bool = false;
/** Whether the walk ended since the other engine must scan the text. */
export let isForeign: bool = false;

export function begin(end: usize, checked: bool, whole: bool): void {
  textEnd = end;
  isChecked = checked;
  isWhole = whole;
  isForeign = false;
}

/** Ends the walk, and leaves the text to the other engine. */
export function foreign(): usize {
  isForeign = true;
  return 0;
}

/** Most tokens have no white space before them. */
export function afterSpace(i: usize): usize {
  return load<u8>(i) <= SPACE ? skipSpace(i) : i;
}

/** Quotes, backslashes, controls, bytes beyond ASCII, which are negative, and the two characters between these, as bits. */
function endsIn(bytes: v128): i32 {
  return i8x16.bitmask(v128.or(i8x16.lt_s(bytes, i8x16.splat(QUOTE + 1)), i8x16.eq(bytes, i8x16.splat(BACKSLASH))));
}

/** Where a name of up to 16 bytes ends if there is a quote; `nameEnd` must look otherwise. */
export function shortNameEnd(i: usize): usize {
  return i + ctz(endsIn(v128.load(i)) | (1 << 16));
}

/** The address of the quote behind a name. Names with escapes are left to the other engine. */
export function nameEnd(i: usize): usize {
  while (true) {
    const bytes = v128.load(i);
    const ends = endsIn(bytes);
    if (ends === 0) {
      i += 16;
      continue;
    }
    i += ctz(ends);
    const c = load<u8>(i);
    if (c === QUOTE) return i;
    if (c === SPACE || c === SPACE + 1) {
      i++;
      continue;
    }
    if (c < 0x80) {
      isForeign = c === BACKSLASH;
      return 0;
    }
    i = skipMultibyte(i);
    if (i === 0) return 0;
  }
}

/** The address behind a value, or 0 if the text ends before it. */
export function valueEnd(i: usize): usize {
  const c = load<u8>(i);
  if (c === QUOTE) return leapString(i + 1);
  if (isContainer(c)) {
    const end = isChecked ? containerEnd(i) : 0;
    return end === 0 ? leapContainer(i) : end;
  }
  const end = leapScalar(i);
  return end === textEnd && !isWhole ? 0 : end;
}
