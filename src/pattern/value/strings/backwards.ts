/** Reverses by code units: surrogate pairs are not kept together. */
export function backwards(text: string): string {
  return text.split('').reverse().join('');
}
