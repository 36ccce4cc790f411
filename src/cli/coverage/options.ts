/** Options of coverage and mutation. It imports types only, since every run of `test` loads it. */

import type { OutputFile, OutputFlag } from '../files/outputs.ts';
import type { LanguageOptions } from '../patterns/pattern.ts';

export interface CoverageOptions extends LanguageOptions {
  readonly coverage?: boolean;
  /** Names of patterns that must be tested. */
  readonly coverageOf?: readonly string[];
  /** A percentage. */
  readonly coverageThreshold?: number;
  /** Each `FORMAT:FILE`. */
  readonly coverageOutput?: readonly string[];
  readonly mutate?: boolean;
  /** Write the tests that would kill the survivors into their suites. */
  readonly write?: boolean;
  /** A percentage. */
  readonly mutationThreshold?: number;
}

export type CoverageFormat = 'text' | 'json' | 'html';
export type CoverageFile = OutputFile<CoverageFormat>;

export const COVERAGE_OUTPUT: OutputFlag<CoverageFormat> = {
  name: '--coverage-output',
  formats: ['text', 'json', 'html'],
  example: 'html:coverage.html',
};

/** A flag with details of coverage or mutation turns it on. */
export function wantsCoverageOrMutation(options: CoverageOptions): boolean {
  return wantsCoverage(options) || wantsMutation(options);
}

export function wantsCoverage(options: CoverageOptions): boolean {
  const { coverage, coverageOf, coverageThreshold, coverageOutput } = options;
  return coverage === true || [coverageOf, coverageThreshold, coverageOutput].some((option) => option !== undefined);
}

export function wantsMutation({ mutate: wanted, mutationThreshold }: CoverageOptions): boolean {
  return wanted === true || mutationThreshold !== undefined;
}
