/**
 * How json-path 2.4.0 retypes a number and how Java prints the result. Read from the open-source engine (JsonPath with
 * its default provider, BigDecimal.toString, Double.toString).
 */
import { type Decimal, readDecimal, trailingZeros } from './numbers.ts';

const INT_MAX = '2147483647';
const LONG_MAX = '9223372036854775807';

/** The text that the engine compares for an event's number that is a member below `data`. `text` is a JSON number. */
export function retype(text: string): string {
  const decimal = readDecimal(text);
  return decimal.scale <= 0 ? integerText(decimal) : fractionText(decimal, text);
}

function integerText(decimal: Decimal): string {
  const { negative, digits, scale } = decimal;
  // The engine compares with Integer.MAX_VALUE only, so every negative number is truncated to 32 bits.
  if (negative || digits === '0' || atMost(decimal, INT_MAX)) return String(lowBits(decimal));
  if (atMost(decimal, LONG_MAX)) return digits + '0'.repeat(-scale);
  return bigDecimalText(decimal);
}

function atMost({ digits, scale }: Decimal, limit: string): boolean {
  const length = digits.length - scale;
  if (length !== limit.length) return length < limit.length;
  return digits + '0'.repeat(-scale) <= limit;
}

/** The low 32 bits of an integer, signed, digit by digit: -1e1000000 must not become a million digits. */
function lowBits({ negative, digits, scale }: Decimal): number {
  let bits = 0;
  for (const digit of digits) bits = (Math.imul(bits, 10) + Number(digit)) | 0;
  // 10^32 is a multiple of 2^32, so further factors leave 0.
  for (let i = 0; i < Math.min(-scale, 32); i++) bits = Math.imul(bits, 10);
  return (negative ? -bits : bits) | 0;
}

function fractionText(decimal: Decimal, text: string): string {
  const value = Number(text);
  const shortest = readDecimal(JSON.stringify(value));
  return sameNumber(decimal, shortest) ? doubleText(Math.abs(value), decimal.negative) : bigDecimalText(decimal);
}

function sameNumber(a: Decimal, b: Decimal): boolean {
  const x = normal(a);
  const y = normal(b);
  return x.digits === y.digits && x.scale === y.scale && (x.digits === '' || a.negative === b.negative);
}

/** Without trailing zeros; zero has no digits and the scale 0. */
function normal({ digits, scale }: Decimal): { digits: string; scale: number } {
  const zeros = trailingZeros(digits);
  const stripped = digits.slice(0, digits.length - zeros);
  return { digits: stripped, scale: stripped === '' ? 0 : scale - zeros };
}

/** Double.toString for the shortest digits. A negative zero has already lost its sign. */
function doubleText(magnitude: number, negative: boolean): string {
  const sign = negative && magnitude !== 0 ? '-' : '';
  if (magnitude === 0) return '0.0';
  const { digits, scale } = normal(readDecimal(JSON.stringify(magnitude)));
  const exponent = digits.length - 1 - scale;
  if (magnitude >= 1e-3 && magnitude < 1e7) return sign + plainText(digits, exponent);
  return `${sign}${digits[0]}.${digits.slice(1) || '0'}E${exponent}`;
}

function plainText(digits: string, exponent: number): string {
  if (exponent < 0) return `0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  return `${whole}.${digits.slice(exponent + 1) || '0'}`;
}

/**
 * BigDecimal.toString: plain if the scale is not negative and the number is at least 1e-6, else one digit before the
 * point.
 */
function bigDecimalText({ negative, digits, scale }: Decimal): string {
  const sign = negative ? '-' : '';
  const exponent = digits.length - 1 - scale;
  if (scale >= 0 && exponent >= -6) {
    if (scale === 0) return sign + digits;
    const padded = digits.padStart(scale + 1, '0');
    return `${sign}${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
  }
  const mantissa = digits.length === 1 ? digits : `${digits[0]}.${digits.slice(1)}`;
  return `${sign}${mantissa}E${exponent < 0 ? '' : '+'}${exponent}`;
}
