/** Coverage and mutation as members of JSON answers. */
import { exact } from '../answer/exact.ts';
import type { Static } from '../answer/shape.ts';
import { type CoverageReport, coverage, coveredPart, type MutationReport, mutation, survivor } from './answer.ts';
import { type Coverage, type FieldCoverage, type PartCoverage, ratioOf } from './measure.ts';
import type { PatternMutation } from './mutants.ts';
import { scoreOf } from './mutants.ts';
import { percentOf, type Ratio, together } from './ratio.ts';
import type { TestedPattern } from './tested.ts';

export function reportCoverage({ patterns, skipped, passed }: Coverage): CoverageReport {
  const total = together(patterns.map(ratioOf));
  return exact(coverage, {
    ...shareOf(total),
    patterns: patterns.map((pattern) => ({
      ...nameOf(pattern.of),
      ...shareOf(ratioOf(pattern)),
      events: pattern.events,
      suites: [...new Set(pattern.of.bySuite.map(({ suite }) => suite))],
      fields: pattern.fields.map(reportField),
    })),
    // The known part of such a pattern is its text, which may be secret.
    skipped: [...skipped.map(({ partial: _, ...one }) => one), ...passed],
  });
}

export function reportMutation(patterns: readonly PatternMutation[]): MutationReport {
  const total = together(patterns.map(scoreOf));
  return exact(mutation, {
    ...scores(total, patterns),
    patterns: patterns.map((pattern) => ({
      ...nameOf(pattern.of),
      ...scores(scoreOf(pattern), [pattern]),
      failing: pattern.failing,
      more: pattern.more,
      survivors: pattern.survivors.map(({ place, proposal, pointer, before, after }) => {
        const at = { pointer, ...place, before, after };
        if (proposal === undefined) return exact(survivor, at);
        const { own, event: _, ...test } = proposal;
        return exact(survivor, { ...at, test: { ...test, ...(own === undefined ? {} : { event: own }) } });
      }),
    })),
  });
}

function shareOf(ratio: Ratio): { percent: number; decided: number; outcomes: number } {
  return { percent: percentOf(ratio), decided: ratio.part, outcomes: ratio.whole };
}

function scores(
  ratio: Ratio,
  patterns: readonly PatternMutation[],
): { percent: number; killed: number; survived: number; equivalent: number } {
  return {
    percent: percentOf(ratio),
    killed: ratio.part,
    survived: ratio.whole - ratio.part,
    equivalent: patterns.reduce((sum, { equivalent }) => sum + equivalent, 0),
  };
}

function nameOf({
  name,
  pattern,
  source: { file, address },
}: TestedPattern): Pick<CoverageReport['patterns'][number], 'pattern' | 'file' | 'address' | 'dialect'> {
  return { pattern: name, file, ...(address === undefined ? {} : { address }), dialect: pattern.dialect.name };
}

function reportField({ conditions, ...field }: FieldCoverage): CoverageReport['patterns'][number]['fields'][number] {
  return { ...reportPart(field), conditions: conditions.map(reportPart) };
}

function reportPart({ pointer, text, place, held, failed, cannot }: PartCoverage): Static<typeof coveredPart> {
  return exact(coveredPart, { pointer, text, ...place, held, failed, ...(cannot === undefined ? {} : { cannot }) });
}
