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

/** Clips JSON text that is not a string, such as a number of a thousand digits. */
export function clipped(json: string): string {
  return json.length > MAX_LENGTH + 4 ? `${json.slice(0, MAX_LENGTH + 3)}…` : json;
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
