/** Coverage and mutation as members of JSON documents. Lines and columns count from 1 and lead into the file of the pattern. */
import type { LineColumn } from '../../json.ts';
import type { PassedOver, Skipped } from '../sources/patterns.ts';
import { type Coverage, type FieldCoverage, type PartCoverage, ratioOf } from './measure.ts';
import type { PatternMutation } from './mutants.ts';
import { scoreOf } from './mutants.ts';
import { percentOf, type Ratio, together } from './ratio.ts';
import type { TestedPattern } from './tested.ts';

export interface Share {
  /** With one decimal, rounded down; 100 when there is nothing. */
  readonly percent: number;
}

export interface CoverageReport extends Share {
  /** Outcomes that some event had, of those that can be: each field and each condition can hold and not hold. */
  readonly decided: number;
  readonly outcomes: number;
  readonly patterns: readonly (PatternName &
    Share & {
      readonly decided: number;
      readonly outcomes: number;
      /** How many events were shown to it. */
      readonly events: number;
      /** Files. */
      readonly suites: readonly string[];
      readonly fields: readonly (PartReport & { readonly conditions: readonly PartReport[] })[];
    })[];
  /** Patterns that must be tested and are not known yet, and files that are not taken for patterns. They are not counted. */
  readonly skipped: readonly (Omit<Skipped, 'partial'> | PassedOver)[];
}

interface PatternName {
  /** As a user would name it. */
  readonly pattern: string;
  readonly file: string;
  readonly address?: string;
  readonly dialect: string;
}

interface PartReport extends LineColumn {
  /** Into the pattern. */
  readonly pointer: string;
  /** Canonical JSON: one condition, or all of a field. */
  readonly text: string;
  /** For how many events. */
  readonly held: number;
  readonly failed: number;
  /** What no event makes it do, which is not counted. */
  readonly cannot?: 'hold' | 'fail';
}

export interface MutationReport extends Share {
  readonly killed: number;
  readonly survived: number;
  /** Proved to mean the same, and left out. */
  readonly equivalent: number;
  readonly patterns: readonly (PatternName &
    Share & {
      readonly killed: number;
      readonly survived: number;
      readonly equivalent: number;
      /** Tests that fail already and notice nothing. */
      readonly failing: number;
      /** Whether the pattern has more mutants than were tried. */
      readonly more: boolean;
      readonly survivors: readonly SurvivorReport[];
    })[];
}

export interface SurvivorReport extends LineColumn {
  /** Into the pattern: of the condition that was changed, or of the field that was dropped. */
  readonly pointer: string;
  /** Canonical JSON. */
  readonly before: string;
  readonly after: readonly string[];
  /** A test that would notice. Absent where none was found in time. */
  readonly test?: {
    readonly suite: string;
    readonly name: string;
    /** JSON texts; the suite's base with these changes, or an event of its own. */
    readonly with?: string;
    readonly remove?: readonly string[];
    readonly event?: string;
    readonly match: boolean;
    /** Of a routing suite, whose tests say this and no `match`. */
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
    // What is known in part of such a pattern is its text, which may be secret.
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
