/** The results of parsing, kept while texts do not change: of a plan with hundreds of patterns a change concerns one. */
import { type PatternOptions, parsePattern } from '../../index.ts';

type Result = ReturnType<typeof parsePattern>;

/** Characters of all texts that are kept. */
const MOST = 1_000_000;

const known = new Map<string, Result>();
let size = 0;

/** As `parsePattern`, which is pure. */
export function parsed(text: string, options: PatternOptions): Result {
  const key = JSON.stringify([options.dialect, options.extensions, text]);
  let result = known.get(key);
  if (result !== undefined) return result;
  result = parsePattern(text, options);
  size += key.length;
  if (size > MOST) {
    known.clear();
    size = key.length;
  }
  known.set(key, result);
  return result;
}
