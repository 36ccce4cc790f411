/** Texts as a sentence shows them: as JSON, and of a long one the part that matters. */

/** The longest text that is shown whole, and how much of a longer one is shown, in UTF-16 code units. */
const ROOM = 56;
/** How much is shown before the place that matters. */
const LEAD = 20;

/** The string as JSON; of a long one its beginning. */
export function quoted(text: string): string {
  return quotedAt(text, 0);
}

/** The string as JSON; of a long one its end. */
export function quotedEnd(text: string): string {
  return quotedAt(text, text.length);
}

/** The string as JSON; of a long one the part around an offset. `…` outside the quotes stands for what is left out. */
export function quotedAt(text: string, offset: number): string {
  if (text.length <= ROOM) return JSON.stringify(text);
  const first = offset <= ROOM - LEAD ? 0 : Math.min(offset - LEAD, text.length - ROOM);
  const start = between(text, first);
  const end = between(text, Math.min(text.length, first + ROOM));
  return `${start > 0 ? '…' : ''}${JSON.stringify(text.slice(start, end))}${end < text.length ? '…' : ''}`;
}

/** JSON text that is no string, a number of a thousand digits, say. */
export function clipped(json: string): string {
  return json.length > ROOM + 4 ? `${json.slice(0, ROOM + 3)}…` : json;
}

/** An offset that is not between the halves of a surrogate pair. */
function between(text: string, offset: number): number {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text.slice(offset - 1, offset + 1)) ? offset - 1 : offset;
}

/** Where two texts differ first. */
export function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  return at;
}
