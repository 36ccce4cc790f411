/** Edit distance of two strings. A change of case costs a tenth of an edit. */

const CASE = 0.1;
/** If the differing parts are longer, their length is the distance: the exact cost is quadratic. */
const LONGEST = 100;

/**
 * Insertions, deletions, substitutions and swaps of neighbours, after the common beginning and end; an upper bound for
 * long strings.
 */
export function editDistance(a: string, b: string): number {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [from, to] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (from.length > LONGEST || to.length > LONGEST) return Math.max(from.length, to.length);
  return toBeginnings(from, to).at(-1) as number;
}

/** Whether a string is short enough for the functions below. */
export function canAlign(text: string): boolean {
  return text.length <= LONGEST;
}

/** The distances of a string to each prefix of another one, the empty prefix first. */
export function toBeginnings(text: string, other: string): readonly number[] {
  return lastRow(
    text,
    other,
    Array.from({ length: other.length + 1 }, (_, k) => k),
  );
}

/** For each offset of another string, the distance to the nearest substring that ends there. */
export function toParts(text: string, other: string): readonly number[] {
  return lastRow(
    text,
    other,
    Array.from({ length: other.length + 1 }, () => 0),
  );
}

function lastRow(text: string, other: string, first: readonly number[]): readonly number[] {
  let above = first;
  let before: readonly number[] = [];
  for (let i = 1; i <= text.length; i++) {
    const row = [i];
    for (let k = 1; k <= other.length; k++) {
      let cost = Math.min(
        (above[k] as number) + 1,
        (row[k - 1] as number) + 1,
        (above[k - 1] as number) + change(text[i - 1] as string, other[k - 1] as string),
      );
      // A swap of neighbours is one edit.
      if (i > 1 && k > 1 && text[i - 1] === other[k - 2] && text[i - 2] === other[k - 1]) {
        cost = Math.min(cost, (before[k - 2] as number) + 1);
      }
      row.push(cost);
    }
    [before, above] = [above, row];
  }
  return above;
}

function change(a: string, b: string): number {
  if (a === b) return 0;
  return a.toLowerCase() === b.toLowerCase() ? CASE : 1;
}
