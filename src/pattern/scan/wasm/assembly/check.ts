/**
 * Checks that a text is a JSON object (RFC 8259) in UTF-8, 64 bytes at a time. Tokens are bitmaps, and the grammar is a
 * few conditions between them: a value stands exactly where one is expected, a colon exactly behind a name. Only escapes,
 * bytes beyond ASCII, exponents, literals and brackets are looked at one by one.
 *
 * A carry (`…C`) is what a block leaves for the first bytes of the next one.
 */
import { below, bitmap, equal, escapedBytes, escapesNext, folded, hasBelow, hasEqual, prefixXor } from './block';
import {
  BACKSLASH,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  DOT,
  FOLD,
  isDelimiter,
  isDigit,
  isSpace,
  LETTER_E,
  LINE_FEED,
  MINUS,
  OPEN_ARRAY,
  OPEN_OBJECT,
  QUOTE,
  RETURN,
  SPACE,
  skipSpace,
  TAB,
  ZERO,
} from './characters';
import { forgetContainers, KEPT_DEPTH, keepClosing, keepOpening, MAX_DEPTH, spill, unspill } from './containers';
import { skipEscape, skipExponent, skipLiteral, skipMultibyte } from './tokens';

/**
 * Whether the bytes from `start` to `end` are a JSON object of at most MAX_DEPTH levels. The byte at `end` must be 0, and
 * 64 bytes behind it must be readable.
 */
export function isObjectText(start: usize, end: usize): bool {
  const open = skipSpace(start);
  return load<u8>(open) === OPEN_OBJECT && check(open, end);
}

/** Whether the text that was checked last has a backslash. */
export let hasEscapes: bool = false;

/** The depth from which on brackets may be counted together: none of them is kept, and none changes a word of `spill`. */
const INNER: u32 = KEPT_DEPTH + 2;
const MAX_INNER: u32 = 62 - INNER;

function check(i: usize, end: usize): bool {
  forgetContainers();
  hasEscapes = false;
  let escapeC: u64 = 0;
  let stringC: u64 = 0;
  /** Address up to which a sequence of UTF-8 was checked. */
  let sequenceEnd: usize = 0;
  let scalarC: u64 = 0;
  let wordC: u64 = 0;
  let digitC: u64 = 0;
  let digitNeededC: u64 = 0;
  let zeroC: u64 = 0;
  let integerC: u64 = 0;
  let fractionC: u64 = 0;
  let valueC: u64 = 1;
  let openedC: u64 = 0;
  let nameC: u64 = 0;
  let nameStringC: u64 = 0;
  let colonC: u64 = 0;
  /** The kinds of the open containers, the innermost one lowest: 1 is an object. */
  let kinds: u64 = 0;
  let depth: u32 = 0;
  let innermost: u64 = 0;
  let isClosed = false;
  let bad: u64 = 0;

  for (; i < end; i += 64) {
    const a = v128.load(i);
    const b = v128.load(i, 16);
    const c = v128.load(i, 32);
    const d = v128.load(i, 48);
    const live: u64 = end - i < 64 ? (u64(1) << u64(end - i)) - 1 : -1;

    // Strings: from each opening quote to the byte before the closing one.
    let quotes = equal(a, b, c, d, QUOTE) & live;
    if (escapeC !== 0 || hasEqual(a, b, c, d, BACKSLASH)) {
      hasEscapes = true;
      let escaped = escapedBytes(equal(a, b, c, d, BACKSLASH) & live, escapeC);
      escapeC = escapesNext;
      quotes &= ~escaped;
      for (escaped &= live; escaped !== 0; escaped &= escaped - 1) {
        if (skipEscape(i + usize(ctz(escaped)) - 1) === 0) return false;
      }
    }
    // Most blocks of a long string: every byte is part of it, and no carry but those of the string is set.
    if (quotes === 0 && stringC !== 0 && live === -1 && !hasBelow(a, b, c, d, SPACE)) continue;
    const strings = quotes === 0 ? stringC : prefixXor(quotes) ^ stringC;
    stringC = u64(i64(strings) >> 63);
    const outside = ~(strings | quotes) & live;

    let white: u64 = 0;
    if (hasBelow(a, b, c, d, SPACE + 1)) {
      white = equal(a, b, c, d, SPACE);
      if (hasBelow(a, b, c, d, SPACE)) {
        let high = below(a, b, c, d, 0) & live;
        const controls = below(a, b, c, d, SPACE) & live & ~high;
        white |= equal(a, b, c, d, TAB) | equal(a, b, c, d, LINE_FEED) | equal(a, b, c, d, RETURN);
        if ((controls & ~(outside & white)) !== 0 || (high & outside) !== 0) return false;
        for (; high !== 0; high &= high - 1) {
          const at = i + usize(ctz(high));
          if (at < sequenceEnd) continue;
          sequenceEnd = skipMultibyte(at);
          if (sequenceEnd === 0) return false;
        }
      }
    }
    // What is behind the end counts as white space.
    white = (white & outside) | ~live;

    const commas = equal(a, b, c, d, COMMA) & outside;
    // Behind no name a colon is taken for a part of a scalar, and refused as such.
    const colons = (quotes | stringC | colonC) === 0 ? 0 : equal(a, b, c, d, COLON) & outside;
    const fold = i8x16.splat(FOLD);
    const aFolded = v128.or(a, fold);
    const bFolded = v128.or(b, fold);
    const cFolded = v128.or(c, fold);
    const dFolded = v128.or(d, fold);
    const opening = equal(aFolded, bFolded, cFolded, dFolded, OPEN_OBJECT) & outside;
    const closing = equal(aFolded, bFolded, cFolded, dFolded, CLOSE_OBJECT) & outside;
    const scalars = outside & ~(commas | colons | opening | closing | white);
    const scalarStarts = scalars & ~((scalars << 1) | scalarC);

    // Numbers: their digits, dots and minus signs as bitmaps. Words are runs of anything else: exponents and literals.
    if ((scalars | integerC | digitNeededC) !== 0) {
      // Adding 70 makes '9' the largest signed byte, so that digits are the ten above 117.
      const up = i8x16.splat(70);
      const bound = i8x16.splat(117);
      const digits =
        scalars &
        bitmap(
          i8x16.gt_s(i8x16.add(a, up), bound),
          i8x16.gt_s(i8x16.add(b, up), bound),
          i8x16.gt_s(i8x16.add(c, up), bound),
          i8x16.gt_s(i8x16.add(d, up), bound),
        );
      const minuses = equal(a, b, c, d, MINUS) & scalars;
      const dots = equal(a, b, c, d, DOT) & scalars;
      const words = scalars & ~(digits | dots | minuses);
      const wordStarts = words & ~((words << 1) | wordC);
      wordC = words >> 63;
      if (wordStarts !== 0 && !areWords(wordStarts, i)) return false;
      const signs = minuses & scalarStarts;
      for (let inner = minuses ^ signs; inner !== 0; inner &= inner - 1) {
        if ((load<u8>(i + usize(ctz(inner)) - 1) | FOLD) !== LETTER_E) return false;
      }
      const digitNeeded = minuses | dots;
      const integerStarts = (scalarStarts ^ signs) | (signs << 1) | integerC;
      integerC = signs >> 63;
      const zeros = integerStarts & equal(a, b, c, d, ZERO);
      bad |= ((digitNeeded << 1) | digitNeededC) & ~digits;
      bad |= ((zeros << 1) | zeroC) & digits;
      bad |= dots & ~((digits << 1) | digitC);
      digitNeededC = digitNeeded >> 63;
      zeroC = zeros >> 63;
      digitC = digits >> 63;
      // From the first dot of a scalar on, addition clears its bits by a carry; a second dot is set again.
      let sum = scalars + dots;
      let carry = u64(sum < scalars);
      sum += fractionC;
      carry |= u64(sum < fractionC);
      bad |= sum & dots;
      fractionC = carry & (scalars >> 63);
    } else {
      wordC = 0;
      digitC = 0;
      zeroC = 0;
      fractionC = 0;
    }
    scalarC = scalars >> 63;

    if (isClosed) {
      if ((quotes | commas | colons | opening | closing | scalars) !== 0) return false;
      continue;
    }

    // Containers: `inObject` is set where the innermost one is an object.
    let inObject = -innermost;
    let brackets = opening | closing;
    if ((brackets & (brackets - 1)) !== 0 && (kinds & 3) === 0 && depth - INNER < MAX_INNER) {
      // The innermost two are arrays: those in one of them need no loop while they only open and close in turns.
      const turns = prefixXor(brackets);
      const first = turns & brackets;
      if ((first === closing || first === opening) && (brackets & folded(a, b, c, d)) === 0) {
        if (turns >> 63 !== 0) {
          depth += first === opening ? 1 : -1;
          kinds = first === opening ? kinds << 1 : kinds >> 1;
        }
        brackets = 0;
      }
    }
    while (brackets !== 0) {
      const k = ctz(brackets);
      brackets &= brackets - 1;
      const at = i + usize(k);
      const bracket = load<u8>(at);
      const kind = u64((bracket >> 5) & 1);
      let next: u64 = kind;
      // Set in `{` and `[` alone.
      if ((bracket & 2) !== 0) {
        if ((depth & 63) === 63) spill(depth, kinds);
        if (depth === MAX_DEPTH) return false;
        if (depth < KEPT_DEPTH) keepOpening(depth, at);
        depth++;
        kinds = (kinds << 1) | kind;
      } else {
        bad |= (kinds ^ kind) & 1;
        depth--;
        kinds >>= 1;
        if ((depth & 63) === 63) kinds = unspill(depth);
        if (depth < KEPT_DEPTH) keepClosing(depth, at + 1);
        next = kinds & 1;
        if (depth === 0) {
          const behind = (u64(-1) << k) << 1;
          if ((brackets | bad | ((quotes | commas | colons | scalars) & behind)) !== 0) return false;
          isClosed = true;
          next = 0;
        }
      }
      inObject ^= -(innermost ^ next) & (u64(-1) << k);
      innermost = next;
    }

    // Where a value or name must start (`value`), what follows an opening bracket (`opened`), where a name must start
    // (`name`), and where a colon must stand (`colon`): the byte behind, or the next one that is not white space.
    const openingQuotes = quotes & strings;
    const before = commas | colons | opening;
    let value = (before << 1) | valueC;
    valueC = before >> 63;
    let opened = (opening << 1) | openedC;
    openedC = opening >> 63;
    const beforeName = (commas | opening) & inObject;
    let name = (beforeName << 1) | nameC;
    nameC = beforeName >> 63;
    if (white !== 0) {
      let skipped = value & white;
      let sum = skipped + white;
      valueC |= u64(sum < skipped);
      value = (value | sum) & ~white;
      skipped = opened & white;
      sum = skipped + white;
      openedC |= u64(sum < skipped);
      opened = (opened | sum) & ~white;
      skipped = name & white;
      sum = skipped + white;
      nameC |= u64(sum < skipped);
      name = (name | sum) & ~white;
    }
    bad |= ((openingQuotes | opening | scalarStarts) ^ value) & ~(opened & closing);
    bad |= name & ~(openingQuotes | closing);

    // The closing quotes of names: addition carries from the opening quote through the string.
    const nameQuotes = name & openingQuotes;
    let sum = nameQuotes + strings;
    let carry = u64(sum < strings);
    sum += nameStringC;
    carry |= u64(sum < nameStringC);
    nameStringC = carry & (strings >> 63);
    const nameEnds = sum & ~strings & quotes;
    let colon = (nameEnds << 1) | colonC;
    colonC = nameEnds >> 63;
    if (white !== 0) {
      const skipped = colon & white;
      const past = skipped + white;
      colonC |= u64(past < skipped);
      colon = (colon | past) & ~white;
    }
    bad |= colon ^ colons;
    if (bad !== 0) return false;
  }
  return isClosed;
}

/** Whether each word is an exponent behind a digit, or a literal that starts a value, and ends where a value may end. */
function areWords(starts: u64, block: usize): bool {
  for (; starts !== 0; starts &= starts - 1) {
    const at = block + usize(ctz(starts));
    const before = load<u8>(at - 1);
    let end: usize = 0;
    if (isDigit(before)) end = skipExponent(at);
    else if (before === COMMA || before === COLON || before === OPEN_ARRAY || isSpace(before)) end = skipLiteral(at);
    if (end === 0 || !isDelimiter(load<u8>(end))) return false;
  }
  return true;
}
