/** A pattern that a command needs in order to answer, and cannot do without. */
import {
  type Dialect,
  type DialectName,
  dialects,
  type Pattern,
  type PatternOptions,
  parsePattern,
} from '../../index.ts';
import { Failure, type Findings } from '../failure.ts';
import { countFindings } from '../render/findings.ts';
import type { Source } from './source.ts';

/** What the common flags say of the language. */
export interface LanguageOptions {
  readonly dialect?: DialectName | undefined;
  readonly extension?: readonly string[] | undefined;
}

export const DEFAULT_DIALECT = (dialects[0] as Dialect).name as DialectName;

export function patternOptions({ dialect, extension }: LanguageOptions): PatternOptions {
  return { dialect, extensions: extension };
}

/** @throws Failure, with the findings, for a pattern that has errors */
export function validPattern({ name, text }: Source, options: PatternOptions): Pattern {
  const { pattern, diagnostics, omitted } = parsePattern(text, options);
  if (pattern !== undefined) return pattern;
  throw invalidPattern({ file: name, text, diagnostics, omitted });
}

export function invalidPattern(findings: Findings): Failure {
  const errors = findings.diagnostics.filter((d) => d.severity === 'error');
  const omitted = { ...findings.omitted, warnings: 0, infos: 0 };
  const message = `the pattern is not valid (${countFindings(errors, omitted)})`;
  return new Failure({ file: findings.file, message, findings: { ...findings, diagnostics: errors, omitted } });
}
