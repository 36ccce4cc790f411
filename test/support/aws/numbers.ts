/** Numbers in the dialect `aws`, by their texts. Written from its definition, without code of the engine. */

/** The double that a text stands for; undefined when the shortest decimal of its nearest double has another value. */
export function comparable(text: string): number | undefined {
  const double = Number(text);
  if (!Number.isFinite(double) || decimal(text) !== decimal(String(double))) return undefined;
  // Zero has no sign.
  return double === 0 ? 0 : double;
}

/** One text for all texts of a value: digits without zeros at either end, and the power of ten behind them. */
function decimal(text: string): string {
  const [mantissa = '', exponent = '0'] = text.toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.replace(/^[-+]/, '').split('.');
  const digits = (whole + fraction).replace(/^0+/, '');
  const short = digits.replace(/0+$/, '');
  if (short === '') return '0';
  const power = BigInt(exponent) - BigInt(fraction.length) + BigInt(digits.length - short.length);
  return `${mantissa.startsWith('-') ? '-' : ''}${short}e${power}`;
}
