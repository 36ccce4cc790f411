/** Coverage and mutation as members of JSON documents. Lines and columns count from 1 and lead into the file of the pattern. */
import type { LineColumn } from '../../json.ts';
import type { PassedOver, Skipped } from '../sources/patterns.ts';
import { type Coverage, type FieldCoverage, type PartCoverage, ratioOf } from './measure.ts';
import type { PatternMutation } from './mutants.ts';
import { scoreOf } from './mutants.ts';
import { percentOf, type Ratio, together } from './ratio.ts';
import type { TestedPattern } from './tested.ts';

export interface Share {
  /** With one decimal, rounded down; 100 when the total is zero. */
  readonly percent: number;
}

export interface CoverageReport extends Share {
  /** Occurred and possible outcomes: each field and each condition can hold and fail. */
  readonly decided: number;
  readonly outcomes: number;
  readonly patterns: readonly (PatternName &
    Share & {
      readonly decided: number;
      readonly outcomes: number;
      /** The number of events. */
      readonly events: number;
      /** Names of files. */
      readonly suites: readonly string[];
      readonly fields: readonly (PartReport & { readonly conditions: readonly PartReport[] })[];
    })[];
  /** Patterns that must be tested and are computed later, and files that are no patterns. They are not counted. */
  readonly skipped: readonly (Omit<Skipped, 'partial'> | PassedOver)[];
}

interface PatternName {
  /** As the user names it. */
  readonly pattern: string;
  readonly file: string;
  readonly address?: string;
  readonly dialect: string;
}

interface PartReport extends LineColumn {
  /** Into the pattern. */
  readonly pointer: string;
  /** Canonical JSON: one condition, or all conditions of a field. */
  readonly text: string;
  /** The number of events for which it held. */
  readonly held: number;
  readonly failed: number;
  /** An outcome that no event can have, which is not counted. */
  readonly cannot?: 'hold' | 'fail';
}

export interface MutationReport extends Share {
  readonly killed: number;
  readonly survived: number;
  /** Mutants that are proved equivalent, and left out. */
  readonly equivalent: number;
  readonly patterns: readonly (PatternName &
    Share & {
      readonly killed: number;
      readonly survived: number;
      readonly equivalent: number;
      /** Tests that fail already and can kill no mutant. */
      readonly failing: number;
      /** Whether the pattern has more mutants than were tried. */
      readonly more: boolean;
      readonly survivors: readonly SurvivorReport[];
    })[];
}

export interface SurvivorReport extends LineColumn {
  /** Pointer into the pattern: to the condition that was changed, or to the field that was dropped. */
  readonly pointer: string;
  /** Canonical JSON. */
  readonly before: string;
  readonly after: readonly string[];
  /** A test that would kill it. Absent when none was found in time. */
  readonly test?: {
    readonly suite: string;
    readonly name: string;
    /** JSON texts: changes of the suite's base, or an event of its own. */
    readonly with?: string;
    readonly remove?: readonly string[];
    readonly event?: string;
    readonly match: boolean;
    /** In a routing suite, in place of `match`. */
    readonly routes?: readonly string[];
  };
}

export function reportCoverage({ patterns, skipped, passed }: Coverage): CoverageReport {
  const total = together(patterns.map(ratioOf));
  return {
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
  };
}

export function reportMutation(patterns: readonly PatternMutation[]): MutationReport {
  const total = together(patterns.map(scoreOf));
  return {
    ...scores(total, patterns),
    patterns: patterns.map((pattern) => ({
      ...nameOf(pattern.of),
      ...scores(scoreOf(pattern), [pattern]),
      failing: pattern.failing,
      more: pattern.more,
      survivors: pattern.survivors.map(({ place, proposal, pointer, before, after }): SurvivorReport => {
        const at = { pointer, ...place, before, after };
        if (proposal === undefined) return at;
        const { own, event: _, ...test } = proposal;
        return { ...at, test: { ...test, ...(own === undefined ? {} : { event: own }) } };
      }),
    })),
  };
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

function nameOf({ name, pattern, source: { file, address } }: TestedPattern): PatternName {
  return { pattern: name, file, ...(address === undefined ? {} : { address }), dialect: pattern.dialect.name };
}

function reportField({ conditions, ...field }: FieldCoverage): PartReport & { conditions: readonly PartReport[] } {
  return { ...reportPart(field), conditions: conditions.map(reportPart) };
}

function reportPart({ pointer, text, place, held, failed, cannot }: PartCoverage): PartReport {
  return { pointer, text, ...place, held, failed, ...(cannot === undefined ? {} : { cannot }) };
}
