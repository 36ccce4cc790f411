/** Strings for messages: as JSON, and long ones clipped around the important part. */

/** The maximum length of a string that is shown whole, and of an excerpt, in UTF-16 code units. */
const MAX_LENGTH = 56;
/** Code units shown before the important offset. */
const LEAD = 20;

/** The string as JSON, clipped at its end. */
export function quoted(text: string): string {
  return quotedAt(text, 0);
}

/** The string as JSON, clipped at its beginning. */
export function quotedEnd(text: string): string {
  return quotedAt(text, text.length);
}

/** The string as JSON, clipped around an offset. `…` outside the quotes marks what is left out. */
export function quotedAt(text: string, offset: number): string {
  if (text.length <= MAX_LENGTH) return JSON.stringify(text);
  const first = offset <= MAX_LENGTH - LEAD ? 0 : Math.min(offset - LEAD, text.length - MAX_LENGTH);
  const start = between(text, first);
  const end = between(text, Math.min(text.length, first + MAX_LENGTH));
  return `${start > 0 ? '…' : ''}${JSON.stringify(text.slice(start, end))}${end < text.length ? '…' : ''}`;
}

/** Clips a text that is not shown as a JSON string, such as a number of a thousand digits, to `most` UTF-16 code units. */
export function clipped(text: string, most = MAX_LENGTH + 4): string {
  return text.length > most ? `${text.slice(0, between(text, most - 1))}…` : text;
}

/** User input in a message: in backticks, clipped to 60 UTF-16 code units. */
export function quote(input: string): string {
  return `\`${clipped(input)}\``;
}

/** Several of them as a list. */
export function quoteAll(inputs: readonly string[]): string {
  return inputs.map(quote).join(', ');
}

/** Moves an offset between the halves of a surrogate pair before the pair. */
function between(text: string, offset: number): number {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text.slice(offset - 1, offset + 1)) ? offset - 1 : offset;
}

/** The first index at which two strings differ. */
export function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  return at;
}
