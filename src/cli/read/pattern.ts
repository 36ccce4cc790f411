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
import type { Located } from './event.ts';
import { relocate } from './relocate.ts';

/** What the common flags say of the language. */
export interface LanguageOptions {
  readonly dialect?: DialectName | undefined;
  readonly extension?: readonly string[] | undefined;
}

export const DEFAULT_DIALECT = (dialects[0] as Dialect).name as DialectName;

export function patternOptions({ dialect, extension }: LanguageOptions): PatternOptions {
  return { dialect, extensions: extension };
}

export interface LocatedPattern extends Located {
  /** Where the file is a document with patterns in it. */
  readonly address?: string;
}

export interface ReadPattern {
  /** There exactly when no finding is an error. */
  readonly pattern?: Pattern;
  /** All of them lead into the file. */
  readonly findings: Findings;
}

export function readPattern(located: LocatedPattern, options: PatternOptions): ReadPattern {
  const { file, address, within, text } = located;
  const { pattern, diagnostics, omitted } = parsePattern(text, options);
  // In a document `{}` is how every event is asked for.
  const told = address === undefined ? diagnostics : diagnostics.filter(({ code }) => code !== 'matches-everything');
  const placed = told.map((diagnostic) => relocate(diagnostic, located));
  const findings = { file, ...(address === undefined ? {} : { address }), text: within, diagnostics: placed, omitted };
  return pattern === undefined ? { findings } : { pattern, findings };
}

/** @throws Failure, with the findings, for a pattern that has errors */
export function validPattern(located: LocatedPattern, options: PatternOptions): Pattern {
  const { pattern, findings } = readPattern(located, options);
  if (pattern !== undefined) return pattern;
  throw invalidPattern(findings);
}

export function invalidPattern(findings: Findings): Failure {
  const errors = findings.diagnostics.filter((d) => d.severity === 'error');
  const omitted = { ...findings.omitted, warnings: 0, infos: 0 };
  const which = findings.address === undefined ? 'the pattern' : `the pattern \`${findings.address}\``;
  const message = `${which} is not valid (${countFindings(errors, omitted)})`;
  return new Failure({ file: findings.file, message, findings: { ...findings, diagnostics: errors, omitted } });
}
