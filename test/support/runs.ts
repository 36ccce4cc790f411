/**
 * How often generated cases are tried. `npm test` tries a fifth of what each test names, so that it stays quick; `EB_PATTERN_RUNS=1` tries all,
 * and `npm run fuzz` tries millions.
 */
const SHARE = Number(process.env.EB_PATTERN_RUNS ?? 1 / 5);

/** A few cases show nothing, so that no test tries fewer than these. */
const FEWEST = 20;

export function runs(count: number): number {
  return Math.min(count, Math.max(FEWEST, Math.ceil(count * SHARE)));
}
