/** Ratios as percentages, and thresholds. */

export interface Ratio {
  readonly part: number;
  readonly whole: number;
}

/** With one decimal, rounded down, so that only all of them are 100; all of nothing is 100. */
export function percentOf({ part, whole }: Ratio): number {
  return whole === 0 ? 100 : Math.floor((part * 1000) / whole) / 10;
}

/** `3/4` */
export function fraction({ part, whole }: Ratio): string {
  return `${part}/${whole}`;
}

/** The sum of several ratios. */
export function together(ratios: readonly Ratio[]): Ratio {
  return ratios.reduce((sum, { part, whole }) => ({ part: sum.part + part, whole: sum.whole + whole }), {
    part: 0,
    whole: 0,
  });
}

export interface NamedRatio extends Ratio {
  readonly name: string;
}

const WORST = 3;

/** The sentence for a total below its threshold, a percentage; undefined when it is reached. */
export function missedThreshold(what: string, all: readonly NamedRatio[], threshold: number): string | undefined {
  const total = together(all);
  if (100 * total.part >= threshold * total.whole) return undefined;
  const percent = percentOf(total);
  const worst = all
    .filter(({ part, whole }) => part < whole)
    .toSorted((a, b) => a.part / a.whole - b.part / b.whole)
    .slice(0, WORST)
    .map((one) => `${one.name} ${percentOf(one)} %`);
  // 0.04 below must not be shown as 0 below.
  const missing = Math.ceil((threshold - (100 * total.part) / total.whole) * 10) / 10;
  return `${what} is ${percent} %, ${missing} below the threshold of ${threshold} %; the worst: ${worst.join(', ')}`;
}
