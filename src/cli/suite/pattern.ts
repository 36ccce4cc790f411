/** The pattern of a suite: its findings point into the suite where it is inline, and into its own file where it has one. */
import type { Pattern, PatternOptions } from '../../index.ts';
import type { Findings } from '../failure.ts';
import { compareDialects, type Difference } from '../read/dialects.ts';
import type { Located } from '../read/event.ts';
import { readPattern } from '../read/pattern.ts';

export interface SuitePattern {
  /** Says on which events the dialects differ. */
  readonly compare: (event: string) => Difference | undefined;
  /** There exactly when no finding is an error. */
  readonly pattern?: Pattern | undefined;
  readonly findings: Findings;
}

export function readSuitePattern(
  located: Located & { readonly address?: string },
  options: PatternOptions,
): SuitePattern {
  const { pattern, findings } = readPattern(located, options);
  return { compare: compareDialects(located.text, options.extensions), pattern, findings };
}
