import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Severity } from '../../src/index.ts';
import { Collector, MAX_DIAGNOSTICS } from '../../src/pattern/finding.ts';

interface Found {
  readonly finding: { readonly severity: Severity };
  readonly place: number;
}

const severities = ['error', 'warning', 'info'] as const;
const found = fc.record<Found>({
  finding: fc.record({ severity: fc.constantFrom(...severities) }),
  place: fc.nat({ max: 50 }),
});

/** The same with everything in memory. */
function slowly(all: readonly Found[]) {
  const bySeverity = severities.flatMap((severity) =>
    all.filter(({ finding }) => finding.severity === severity).toSorted((a, b) => a.place - b.place),
  );
  const count = (some: readonly Found[]) => ({
    errors: some.filter(({ finding }) => finding.severity === 'error').length,
    warnings: some.filter(({ finding }) => finding.severity === 'warning').length,
    infos: some.filter(({ finding }) => finding.severity === 'info').length,
  });
  return {
    kept: bySeverity.slice(0, MAX_DIAGNOSTICS).toSorted((a, b) => a.place - b.place),
    omitted: count(bySeverity.slice(MAX_DIAGNOSTICS)),
  };
}

describe('the collector of findings', () => {
  it('keeps the first 100 by severity and place, and counts the others, for any codes', () => {
    let capped = 0;
    fc.assert(
      fc.property(fc.array(found, { maxLength: 700, size: 'max' }), (all) => {
        const collector = new Collector<Found>((a, b) => a.place - b.place);
        for (const one of all) collector.add(one);
        const chosen = collector.chosen();
        const expected = slowly(all);
        expect(chosen.omitted).toEqual(expected.omitted);
        // The same objects, so that the order of equal ones counts.
        expect(chosen.kept.map((one) => all.indexOf(one))).toEqual(expected.kept.map((one) => all.indexOf(one)));
        if (all.length > 2 * MAX_DIAGNOSTICS) capped++;
      }),
      { numRuns: 100 },
    );
    expect(capped).toBeGreaterThan(20);
  });

  it('sorts again after more findings', () => {
    const collector = new Collector<Found>((a, b) => a.place - b.place);
    const warning = { finding: { severity: 'warning' as const }, place: 2 };
    const error = { finding: { severity: 'error' as const }, place: 1 };
    collector.add(warning);
    expect(collector.chosen()).toEqual({ kept: [warning], omitted: { errors: 0, warnings: 0, infos: 0 } });
    collector.add(error);
    expect(collector.chosen().kept).toEqual([error, warning]);
    expect(collector.errors).toBe(1);
  });
});
