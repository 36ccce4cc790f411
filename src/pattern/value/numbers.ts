/** Comparison of numbers, and reading of decimal texts. */

/** The largest difference of two doubles that count as equal (the open-source engine's constant). */
export const TOLERANCE = 1e-7;

export type Comparison = (value: number, bound: number) => boolean;

/** Equal within the tolerance. */
export function isEqual(value: number, bound: number): boolean {
  return Math.abs(value - bound) <= TOLERANCE;
}

/** The six comparisons; `<` and `>` hold only beyond the tolerance. */
const bySymbol = {
  '=': isEqual,
  '!=': (value, bound) => !isEqual(value, bound),
  '<': (value, bound) => value < bound && !isEqual(value, bound),
  '<=': (value, bound) => value < bound || isEqual(value, bound),
  '>': (value, bound) => value > bound && !isEqual(value, bound),
  '>=': (value, bound) => value > bound || isEqual(value, bound),
} satisfies Readonly<Record<string, Comparison>>;

export type ComparisonSymbol = keyof typeof bySymbol;

export const comparisons: ReadonlyMap<string, Comparison> = new Map(Object.entries(bySymbol));

/** A JSON number as digits and a scale: (-1)^negative * digits * 10^-scale. */
export interface Decimal {
  readonly negative: boolean;
  /** Without leading zeros; `0` for zero. */
  readonly digits: string;
  readonly scale: number;
}

/** Reads a JSON number without writing out its digits, so that large exponents cost nothing. */
export function readDecimal(text: string): Decimal {
  const e = text.search(/[eE]/);
  const mantissa = e < 0 ? text : text.slice(0, e);
  const exponent = e < 0 ? 0 : Number(text.slice(e + 1));
  const dot = mantissa.indexOf('.');
  const fraction = dot < 0 ? 0 : mantissa.length - dot - 1;
  const digits = mantissa
    .replace(/^-/, '')
    .replace('.', '')
    .replace(/^0+(?=.)/, '');
  return { negative: mantissa.startsWith('-'), digits, scale: fraction - exponent };
}

/** Whether two JSON numbers are the same number in any notation. */
export function sameNumber(a: string, b: string): boolean {
  const [x, y] = [a, b].map((text) => {
    const { negative, digits, scale } = readDecimal(text);
    if (digits === '0') return '0';
    const zeros = trailingZeros(digits);
    return `${negative ? '-' : ''}${digits.slice(0, digits.length - zeros)}e${zeros - scale}`;
  });
  return x === y;
}

/** A loop, because `/0+$/` is quadratic for a run of zeros that does not end the text. */
export function trailingZeros(digits: string): number {
  let end = digits.length;
  while (end > 0 && digits[end - 1] === '0') end--;
  return digits.length - end;
}

/** The precision of a number as written, without trailing zeros. */
export function precisionOf(text: string): { readonly significantDigits: number; readonly decimals: number } {
  const { digits, scale } = readDecimal(text);
  const zeros = trailingZeros(digits);
  const significantDigits = digits.length - zeros;
  return { significantDigits, decimals: significantDigits === 0 ? 0 : Math.max(0, scale - zeros) };
}

/** Whether a JSON number has exactly the value of the shortest decimal of its nearest double, so that the double stands for it. */
export function isComparable(text: string): boolean {
  // Fifteen digits always are, and so is the usual text of a double.
  if (text.length <= 15 && !/[eE]/.test(text)) return true;
  const value = Number(text);
  if (String(value) === text) return true;
  return Number.isFinite(value) && sameNumber(text, String(value));
}
