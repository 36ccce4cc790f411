/**
 * The number of generated cases. `npm test` tries an eighth of those that each test names, to stay quick; `EB_PATTERN_RUNS=1` tries all, and
 * `npm run fuzz` tries millions.
 */
const SHARE = Number(process.env.EB_PATTERN_RUNS ?? 1 / 8);

/** No test tries fewer cases, since a few would prove little. */
const FEWEST = 20;

export function runs(count: number): number {
  return Math.min(count, Math.max(FEWEST, Math.ceil(count * SHARE)));
}
