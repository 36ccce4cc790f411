/** The pattern of a suite: its findings point into the suite where it is inline, and into its own file where it has one. */
import { type ParseResult, type PatternOptions, parsePattern } from '../../index.ts';
import type { Findings } from '../failure.ts';
import { compareDialects, type Difference } from '../read/dialects.ts';
import type { Located } from '../read/event.ts';
import { relocate } from '../read/relocate.ts';

export interface SuitePattern {
  /** Says on which events the dialects differ. */
  readonly compare: (event: string) => Difference | undefined;
  readonly parsed: ParseResult;
  readonly findings: Findings;
}

export function readSuitePattern(located: Located, options: PatternOptions): SuitePattern {
  const parsed = parsePattern(located.text, options);
  const { diagnostics, omitted } = parsed;
  const placed = diagnostics.map((diagnostic) => relocate(diagnostic, located));
  return {
    compare: compareDialects(located.text, options.extensions),
    parsed,
    findings: { file: located.file, text: located.within, diagnostics: placed, omitted },
  };
}
