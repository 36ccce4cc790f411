/** "Did you mean": the nearest of a few known names. */

import { isIterable, takes } from './arguments.ts';

/**
 * The candidate that differs only in case, otherwise the nearest within two edits (one for names of up to four characters, none for a
 * single character). A swap of neighbours is one edit.
 * @throws TypeError for a name that is not a string
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  takes(typeof name === 'string', 'nearest', 'a name', name);
  takes(isIterable(candidates), 'nearest', 'a list of names', candidates);
  const lower = name.toLowerCase();
  let best: string | undefined;
  // One edit turns a single letter into any other.
  let bestDistance = (name.length <= 1 ? 0 : name.length <= 4 ? 1 : 2) + 1;
  for (const candidate of candidates) {
    takes(typeof candidate === 'string', 'nearest', 'a list of names', candidate);
    if (candidate === name) continue;
    if (candidate.toLowerCase() === lower) return candidate;
    if (Math.abs(candidate.length - name.length) >= bestDistance) continue;
    const distance = editDistance(lower, candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Optimal string alignment distance. Quadratic: callers compare only names of similar length. */
function editDistance(a: string, b: string): number {
  // Names of megabytes are hostile input, not typing mistakes.
  if (a.length > 100) return Number.POSITIVE_INFINITY;
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    const above = rows[i - 1] as number[];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((above[j] as number) + 1, (row[j - 1] as number) + 1, (above[j - 1] as number) + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, ((rows[i - 2] as number[])[j - 2] as number) + 1);
      }
      row.push(cost);
    }
    rows.push(row);
  }
  return (rows[a.length] as number[])[b.length] as number;
}
