/** Ranges of strings in the order of their code units. */
export interface TextRange {
  readonly low: string;
  /** Excluded; undefined means no upper bound. */
  readonly high: string | undefined;
}

export const WHOLE: TextRange = { low: '', high: undefined };

/** All strings that begin with a text. */
export function beginningWith(text: string): TextRange {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 0xffff) end--;
  if (end === 0) return { low: text, high: undefined };
  return { low: text, high: text.slice(0, end - 1) + String.fromCharCode(text.charCodeAt(end - 1) + 1) };
}

/** The least range that contains both; undefined is the empty range. */
export function hull(a: TextRange | undefined, b: TextRange | undefined): TextRange | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const [low] = inOrder(a.low, b.low);
  const high = a.high === undefined || b.high === undefined ? undefined : inOrder(a.high, b.high)[1];
  return { low, high };
}

/** The strings in both; undefined when there are none. */
export function common(a: TextRange | undefined, b: TextRange | undefined): TextRange | undefined {
  if (a === undefined || b === undefined) return undefined;
  const [, low] = inOrder(a.low, b.low);
  const high = a.high === undefined || b.high === undefined ? (a.high ?? b.high) : inOrder(a.high, b.high)[0];
  return high !== undefined && high <= low ? undefined : { low, high };
}

function inOrder(a: string, b: string): readonly [string, string] {
  return b < a ? [b, a] : [a, b];
}
