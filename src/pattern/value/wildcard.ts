/** Wildcards of other languages: `*` matches any characters and `?` one. In this language both are literal. */

const LONGEST = 300;

/** Whether the text would match if `*` and `?` were wildcards. False for texts of more than 300 characters. */
export function wouldMatch(wildcard: string, text: string): boolean {
  if (!/[*?]/.test(wildcard) || wildcard.length > LONGEST || text.length > LONGEST) return false;
  let [i, j] = [0, 0];
  // Where to resume when the part after the last `*` does not match.
  let [star, resume] = [-1, 0];
  while (j < text.length) {
    if (wildcard[i] === '*') [star, resume, i] = [i, j, i + 1];
    else if (wildcard[i] === '?' || wildcard[i] === text[j]) [i, j] = [i + 1, j + 1];
    else if (star >= 0) [i, resume, j] = [star + 1, resume + 1, resume + 1];
    else return false;
  }
  while (wildcard[i] === '*') i++;
  return i === wildcard.length;
}
