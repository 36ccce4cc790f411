/** Numbers of HCL as `jsonencode` prints them. */

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([-+]?\d+))?$/;
/** A number with more digits may exceed the 512 bits of Terraform, which then rounds it. */
const DIGITS = 150;

/** Digits without an exponent and trailing zeros; undefined for a number that is rounded. */
export function printedNumber(written: string): string | undefined {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = DECIMAL.exec(written) ?? [];
  if (whole === '') return undefined;
  const shift = Number(exponent);
  const digits = whole + fraction;
  if (digits.length > DIGITS || Math.abs(shift) > DIGITS) return undefined;
  const point = whole.length + shift;
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const at = Math.max(point, 1);
  const before = padded.slice(0, at).replace(/^0+(?=\d)/, '');
  let end = padded.length;
  while (end > at && padded[end - 1] === '0') end--;
  const after = padded.slice(at, end);
  return sign + (after === '' ? before : `${before}.${after}`);
}
