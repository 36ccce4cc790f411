/** Texts of numbers: the texts of a double, and the text to send that retyping turns into a given one. */
import { retype } from './java-numbers.ts';
import { readDecimal } from './numbers.ts';

const JSON_NUMBER = /^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$/;

export function isNumberText(text: string): boolean {
  return JSON_NUMBER.test(text);
}

/**
 * The text to send so that the engine compares `text`: the same one or, if numbers are retyped, one that becomes it.
 * Undefined if there is none: `3.0e2` is never the result. Retyping keeps a text, or the text is that of a decimal
 * fraction.
 */
export function sentFor(text: string, retyped: boolean): string | undefined {
  if (!isNumberText(text)) return undefined;
  if (!retyped || retype(text) === text) return text;
  const value = Number(text);
  // Only a finite double is printed in its own format, so the digits are few.
  if (!Number.isFinite(value)) return undefined;
  const fraction = fractionText(value);
  return retype(fraction) === text ? fraction : undefined;
}

/** A finite double with a point and without exponent. */
function fractionText(value: number): string {
  const { digits, scale } = readDecimal(JSON.stringify(Math.abs(value)));
  const sign = value < 0 ? '-' : '';
  if (scale <= 0) return `${sign}${digits}${'0'.repeat(-scale)}.0`;
  const padded = digits.padStart(scale + 1, '0');
  return `${sign}${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
}

/**
 * Different texts to send for a double, the usual one first, without end. Retyping keeps those with too many digits for
 * a double.
 */
export function* textsOf(value: number): Generator<string> {
  if (!Number.isFinite(value)) {
    const sign = value < 0 ? '-' : '';
    for (let exponent = 400; ; exponent++) {
      yield `${sign}1e${exponent}`;
      yield `${sign}1${'0'.repeat(exponent)}.0`;
    }
  }
  yield JSON.stringify(value);
  const { digits, scale } = readDecimal(JSON.stringify(Math.abs(value)));
  const fraction = fractionText(value);
  yield fraction;
  const sign = value < 0 ? '-' : '';
  const exponent = digits.length - 1 - scale;
  for (let zeros = 1; ; zeros++) {
    yield `${fraction}${'0'.repeat(zeros)}`;
    // Digits beyond those of a double: slightly more, and slightly less where the double's own digits are rounded up.
    const more = '0'.repeat(24 + zeros);
    yield `${fraction}${more}1`;
    if (value === 0) yield `${sign}1e-${400 + zeros}`;
    else {
      yield `${sign}${digits[0]}.${digits.slice(1)}${more}1e${exponent}`;
      yield `${sign}${oneLess(digits)}${'9'.repeat(24 + zeros)}e${exponent - digits.length + 1}`;
    }
  }
}

/** The digits minus one, followed by a point. */
function oneLess(digits: string): string {
  return `${BigInt(digits) - 1n}.`;
}

/** Longer numbers are not written out: `1e1000000` would be a megabyte. */
const MOST_DIGITS = 50;

/**
 * The numbers one unit of the last digit below and above: 4 and 6 for 5, 0.4 and 0.6 for 0.5; -1 and 1 for numbers that
 * are too long.
 */
export function neighboursOf(text: string): readonly [string, string] {
  const { negative, digits, scale } = readDecimal(text);
  if (digits.length > MOST_DIGITS || Math.abs(scale) > MOST_DIGITS) return ['-1', '1'];
  const number = negative ? -BigInt(digits) : BigInt(digits);
  return [decimalText(number - 1n, scale), decimalText(number + 1n, scale)];
}

function decimalText(number: bigint, scale: number): string {
  if (scale <= 0) return String(number * 10n ** BigInt(-scale));
  const padded = String(number < 0n ? -number : number).padStart(scale + 1, '0');
  return `${number < 0n ? '-' : ''}${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
}
