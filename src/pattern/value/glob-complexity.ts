/**
 * How many readings a list of texts with stars can have at once: the number of their non-empty beginnings, quotation marks around each
 * included, that fit one input (event-ruler's `evaluateComplexity`, which the service limits).
 */
import type { Glob } from './glob.ts';

/** States that are visited; beyond them the largest number so far is a lower bound. */
const MOST_STATES = 3000;

/** A star is `undefined`. */
type Token = string | undefined;

export function globComplexity(globs: readonly Glob[]): number {
  const forms = globs.map(tokensOf);
  const characters = new Set(['\0', ...forms.flat().filter((token) => token !== undefined)]);
  const start = forms.map(() => [0]);
  const seen = new Set([start.join('|')]);
  const open: (readonly (readonly number[])[])[] = [start];
  let most = 0;
  // The list grows during the iteration.
  for (let i = 0; i < open.length && open.length < MOST_STATES; i++) {
    for (const character of characters) {
      const next = forms.map((form, k) =>
        step(form, (open[i] as (readonly number[])[])[k] as readonly number[], character),
      );
      const count = next.reduce((sum, { length }) => sum + length, 0);
      if (count === 0) continue;
      most = Math.max(most, count);
      const key = next.join('|');
      if (seen.has(key)) continue;
      seen.add(key);
      open.push(next);
    }
  }
  return most;
}

function tokensOf(parts: Glob): readonly Token[] {
  return ['"', ...parts.flatMap((part, i) => (i === 0 ? part.split('') : [undefined, ...part.split('')])), '"'];
}

/** The lengths of the beginnings that fit an input with one more character, ascending. */
function step(form: readonly Token[], lengths: readonly number[], character: string): readonly number[] {
  const next = new Set<number>();
  const add = (length: number): void => {
    next.add(length);
    // A star fits an empty text.
    if (length < form.length && form[length] === undefined) next.add(length + 1);
  };
  for (const length of lengths) {
    if (length > 0 && form[length - 1] === undefined) add(length);
    if (form[length] === character) add(length + 1);
  }
  return [...next].sort((a, b) => a - b);
}
