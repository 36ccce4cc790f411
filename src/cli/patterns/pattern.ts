/** Reads one pattern, with its findings placed in the file. */
import {
  type Dialect,
  type DialectName,
  dialects,
  type Pattern,
  type PatternOptions,
  parsePattern,
} from '../../index.ts';
import { Collector, sumOf } from '../../pattern/finding.ts';
import { Failure, type FileFinding, type Findings } from '../findings/failure.ts';
import type { Located } from '../findings/located.ts';
import { type Rewrite, relocate } from '../findings/relocate.ts';
import { countFindings } from '../findings/show.ts';
import { commonDialect } from './language-of.ts';

/** The options of the language, from the common flags. */
export interface LanguageOptions {
  readonly dialect?: DialectName | undefined;
  readonly extension?: readonly string[] | undefined;
}

export const DEFAULT_DIALECT = (dialects[0] as Dialect).name as DialectName;

export function patternOptions({ dialect, extension }: LanguageOptions): PatternOptions {
  return { dialect, extensions: extension };
}

/** The options for one pattern: its source decides its language, unless the user names one. */
export function optionsFor({ dialect }: Pick<LocatedPattern, 'dialect'>, options: PatternOptions): PatternOptions {
  return { ...options, dialect: options.dialect ?? dialect };
}

export interface LocatedPattern extends Located {
  /** The address in a document with patterns; absent when the file is the pattern. */
  readonly address?: string;
  /** The findings of the reader of its file, with ranges in the file. An error among them means that the text cannot be read. */
  readonly remarks?: readonly FileFinding[];
  /** Its language, where its source decides that: a resource of a tool. */
  readonly dialect?: DialectName | undefined;
  /** The text of a file with secrets masked, for display. */
  readonly shown?: string;
  /** For a pattern of a packed set. */
  readonly packed?: Packed;
}

export interface Packed {
  readonly language: PackLanguage;
  /** Whether the pattern was checked when the set was made, and is unchanged. */
  readonly checked: boolean;
}

/** The language of all patterns of a packed set. */
export interface PackLanguage {
  readonly dialect: DialectName;
  readonly extensions: readonly string[];
}

type OfPack = Pick<LocatedPattern, 'file' | 'packed'>;
type Sourced = OfPack & Pick<LocatedPattern, 'address' | 'dialect'>;

/**
 * The language of a run with these patterns: that of the flags, that of packed sets among them, and that of their sources.
 * @throws Failure for a set of another dialect than the flag or another set, and for sources of different dialects
 */
export function languageOf<T extends LanguageOptions>(options: T, sources: Iterable<Sourced>): T {
  const all = [...sources];
  const language = languageOfPacks(options, all);
  if (options.dialect !== undefined || all.every(({ dialect }) => dialect === undefined)) return language;
  return { ...language, dialect: commonDialect(all, language.dialect ?? DEFAULT_DIALECT) };
}

function languageOfPacks<T extends LanguageOptions>(options: T, sources: Iterable<OfPack>): T {
  let chosen = options.dialect;
  const extensions = new Set(options.extension);
  let last: Packed | undefined;
  for (const { file, packed } of sources) {
    if (packed === undefined || packed === last) continue;
    last = packed;
    const { dialect, extensions: added } = packed.language;
    chosen ??= dialect;
    if (chosen !== dialect) {
      throw new Failure({
        file,
        message: `its patterns were packed for the dialect \`${dialect}\`, not \`${chosen}\``,
      });
    }
    for (const name of added) extensions.add(name);
  }
  return last === undefined ? options : { ...options, dialect: chosen, extension: [...extensions] };
}

/** @throws Failure for a packed pattern of another dialect */
function withPacked({ file, packed }: OfPack, options: PatternOptions): PatternOptions {
  if (packed === undefined) return options;
  const { dialect, extensions } = options;
  const name = typeof dialect === 'object' ? (dialect.name as DialectName) : dialect;
  return patternOptions(languageOfPacks({ dialect: name, extension: extensions }, [{ file, packed }]));
}

export interface ReadPattern {
  /** Undefined if a finding is an error. */
  readonly pattern?: Pattern;
  /** All findings, with places in the file. */
  readonly findings: Findings;
}

export interface ReadOptions {
  /** Whether its file was found in a folder. */
  readonly found?: boolean;
  /** Without it findings have no fixes. */
  readonly rewrite?: Rewrite | undefined;
  /** Instead of `parsePattern`, with the same results. */
  readonly parse?: (text: string, options: PatternOptions) => ReturnType<typeof parsePattern>;
}

export function readPattern(
  located: LocatedPattern,
  options: PatternOptions,
  { found = false, rewrite, parse = parsePattern }: ReadOptions = {},
): ReadPattern {
  const { file, address, within, text, remarks = [], shown = within } = located;
  const unreadable = remarks.some(({ severity }) => severity === 'error');
  const language = optionsFor(located, withPacked(located, options));
  const { pattern, diagnostics, omitted } = unreadable
    ? NOTHING_READ
    : withDialect(parse(text, language), text, language);
  // `{}` in a named file is intended; in a folder of patterns it is easily overlooked.
  const told = found ? diagnostics : diagnostics.filter(({ code }) => code !== 'matches-everything');
  const placed = told.map((diagnostic) => relocate(diagnostic, located, rewrite));
  const all = withRemarks({ diagnostics: placed, omitted }, remarks);
  const findings = { file, ...(address === undefined ? {} : { address }), text: shown, ...all };
  return pattern === undefined ? { findings } : { pattern, findings };
}

/** Names the dialect in which a pattern with words of another service is valid, beside the first of them. */
function withDialect<T extends ReturnType<typeof parsePattern>>(read: T, text: string, language: PatternOptions): T {
  const at = read.pattern === undefined ? read.diagnostics.findIndex(({ code }) => code.startsWith('foreign-')) : -1;
  const foreign = read.diagnostics[at];
  if (foreign === undefined) return read;
  const own = dialects.find((dialect) => parsePattern(text, { ...language, dialect }).pattern !== undefined);
  if (own === undefined) return read;
  const valid = `give \`--dialect ${own.name}\`, in which the pattern is valid`;
  const hint = foreign.hint === undefined ? valid : `${foreign.hint}; or ${valid}`;
  return { ...read, diagnostics: read.diagnostics.with(at, { ...foreign, hint }) };
}

const NOTHING_READ: ReturnType<typeof parsePattern> = {
  diagnostics: [],
  omitted: { errors: 0, warnings: 0, infos: 0 },
};

type Kept = Pick<Findings, 'diagnostics' | 'omitted'>;

/** In the order of the file, errors kept first. */
export function withRemarks({ diagnostics, omitted }: Kept, remarks: readonly FileFinding[]): Kept {
  if (remarks.length === 0) return { diagnostics, omitted };
  const all = new Collector<{ readonly finding: FileFinding; readonly index: number }>(
    (a, b) => startOf(a.finding) - startOf(b.finding) || a.index - b.index,
  );
  for (const [index, finding] of [...diagnostics, ...remarks].entries()) all.add({ finding, index });
  const chosen = all.chosen();
  return { diagnostics: chosen.kept.map(({ finding }) => finding), omitted: sumOf(omitted, chosen.omitted) };
}

function startOf({ focus, range }: FileFinding): number {
  return (focus ?? range)?.start ?? 0;
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
