/**
 * The number of an event in the Java engine: json-path 2.4.0 re-types a number that is an object's member (language definition, section 5).
 * A slow implementation on digits and BigInts, independent of patterns.
 */

/** The number `digits * 10^-scale`, negated if `negative`. `digits` has no leading zeros, but is never empty. */
interface Decimal {
  readonly negative: boolean;
  readonly digits: string;
  readonly scale: number;
}

/** The text that Java compares and reads for a member whose value is the JSON number `text`. */
export function javaNumberText(text: string): string {
  const number = readDecimal(text);
  return number.scale <= 0 ? integerText(number) : fractionText(number);
}

function readDecimal(text: string): Decimal {
  const [mantissa = '', exponent = '0'] = text.toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.');
  return {
    negative: mantissa.startsWith('-'),
    digits: (whole + fraction).replace(/^0+(?=\d)/, ''),
    scale: fraction.length - Number(exponent),
  };
}

function integerText(number: Decimal): string {
  if (number.digits === '0') return '0';
  // 1e999999999 has too many digits to write out. Past 10^64 the digits do not matter: every long is smaller, and
  // a multiple of 2^64 has no low 32 bits.
  if (number.scale < -64) return number.negative ? '0' : bigDecimalText(number);
  const value = BigInt((number.negative ? '-' : '') + number.digits + '0'.repeat(-number.scale));
  if (value <= 2147483647n) return String(BigInt.asIntN(32, value));
  if (value <= 9223372036854775807n) return String(value);
  return bigDecimalText(number);
}

function fractionText(number: Decimal): string {
  const double = Number(`${number.digits}e${-number.scale}`);
  const sign = number.negative && number.digits !== '0' ? '-' : '';
  const shortest = Number.isFinite(double) ? readDecimal(double.toExponential()) : undefined;
  const exact = shortest !== undefined && normalForm(shortest) === normalForm(number);
  return exact ? sign + javaDoubleText(double) : bigDecimalText(number);
}

/** One text for all decimals of the same magnitude: 1.10 and 11e-1 are `11e-1`. */
function normalForm({ digits, scale }: Decimal): string {
  const short = digits.replace(/0+$/, '');
  return short === '' ? '0' : `${short}e${digits.length - short.length - scale}`;
}

/** `Double.toString` of a finite double that is not negative. */
function javaDoubleText(double: number): string {
  if (double === 0) return '0.0';
  const [mantissa = '', exponent = '0'] = double.toExponential().split('e');
  if (double < 1e-3 || double >= 1e7)
    return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${Number(exponent)}`;
  const plain = String(double);
  return plain.includes('.') ? plain : `${plain}.0`;
}

/** `BigDecimal.toString`. */
function bigDecimalText({ negative, digits, scale }: Decimal): string {
  const sign = negative && digits !== '0' ? '-' : '';
  const exponent = digits.length - 1 - scale;
  if (scale === 0) return sign + digits;
  if (scale > 0 && exponent >= -6) {
    const padded = digits.padStart(scale + 1, '0');
    return `${sign}${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
  }
  const mantissa = digits.length === 1 ? digits : `${digits[0]}.${digits.slice(1)}`;
  return `${sign}${mantissa}E${exponent < 0 ? '' : '+'}${exponent}`;
}
