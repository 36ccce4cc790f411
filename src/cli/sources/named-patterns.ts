/** Patterns of files, documents and folders, each with an id that is shown to the user. */
import { posix, relative, resolve } from 'node:path';
import { slashes } from '../files/file-name.ts';
import { GIT } from '../files/git-name.ts';
import { Failure, type Problem, problemsOf } from '../findings/failure.ts';
import { type LanguageOptions, languageOf, patternOptions, validPattern } from '../patterns/pattern.ts';
import type { AllPatterns, CollectOptions, PassedOver, PatternSource, Patterns, Skipped } from './patterns.ts';

export interface NamedPattern {
  readonly id: string;
  readonly text: string;
}

export interface NamedPatterns {
  readonly patterns: readonly NamedPattern[];
  /** Patterns that are computed later. The result is valid for the others. */
  readonly skipped: readonly Problem[];
  /** Files that are no patterns. */
  readonly passed: readonly PassedOver[];
  /** As the flags and packed sets among them say. */
  readonly language: LanguageOptions;
}

/** How files that are passed over are treated. */
export interface SkipOptions {
  readonly listSkipped?: boolean | undefined;
  readonly failOnSkipped?: boolean | undefined;
  /** `--no-skip`, an alias. */
  readonly skip?: boolean | undefined;
}

interface FoundPattern {
  readonly id: string;
  readonly source: PatternSource;
}

/**
 * The patterns of files and folders, in the order of the arguments, those of a folder sorted by their ids. The id of a file is its name as
 * given, that of a file in a folder its path from there; both without the extension. A pattern in a document has `#address` after that.
 * @throws Failure with all errors: missing files, invalid patterns, two patterns of one id, patterns of two dialects
 */
export async function readPatterns(
  names: readonly string[],
  options: LanguageOptions & SkipOptions & CollectOptions,
  world: { readonly patterns: Patterns; readonly cwd: string },
): Promise<NamedPatterns> {
  const { cwd } = world;
  const patterns = new Map<string, FoundPattern>();
  const problems: Problem[] = [];
  const skipped: Problem[] = [];
  const all = await world.patterns.collect(names, options);
  for (const [i, name] of names.entries()) {
    try {
      const found = identify(name, all[i] as AllPatterns, cwd);
      for (const one of found.problems) problems.push(one);
      for (const one of found.skipped) skipped.push(notKnown(one));
      for (const one of found.patterns) {
        const { file } = one.source;
        const known = patterns.get(one.id)?.source.file;
        if (known !== undefined) {
          if (resolve(cwd, known) === resolve(cwd, file)) continue;
          throw new Failure({ message: `\`${known}\` and \`${file}\` have the same id \`${one.id}\`` });
        }
        try {
          if (!one.source.packed?.checked) validPattern(one.source, patternOptions(options));
          patterns.set(one.id, one);
        } catch (thrown) {
          for (const one of problemsOf(thrown)) problems.push(one);
        }
      }
    } catch (thrown) {
      for (const one of problemsOf(thrown)) problems.push(one);
    }
  }
  const passed = all.flatMap((found) => found.passed);
  let language: LanguageOptions = options;
  try {
    language = languageOf<LanguageOptions>(
      { dialect: options.dialect, extension: options.extension },
      [...patterns.values()].map(({ source }) => source),
    );
  } catch (thrown) {
    for (const one of problemsOf(thrown)) problems.push(one);
  }
  if (options.failOnSkipped === true || options.skip === false) {
    for (const one of skipped) problems.push(one);
    for (const { file, kind, message } of passed) {
      if (kind !== 'ignored' && kind !== 'suite') problems.push({ file, message: `passed over: ${message}` });
    }
  }
  if (problems.length > 0) throw new Failure(problems);
  return {
    patterns: [...patterns.values()].map(({ id, source }) => ({ id, text: source.text })),
    skipped,
    passed,
    language,
  };
}

export interface Identified extends Omit<AllPatterns, 'patterns'> {
  readonly patterns: readonly { readonly id: string; readonly source: PatternSource }[];
}

/**
 * The patterns of a file or a folder, those of a folder sorted by their ids. `given`: the name is in a file, and is relative to the folder
 * `from`.
 * @throws Failure for a name without patterns
 */
export async function identified(
  name: string,
  { patterns, cwd }: { readonly patterns: Patterns; readonly cwd: string },
  { given = name, from }: { readonly given?: string; readonly from?: string } = {},
): Promise<Identified> {
  return identify(name, await patterns.all(name, { from }), cwd, given);
}

function identify(name: string, found: AllPatterns, cwd: string, given = name): Identified {
  const isFolder = found.folder !== undefined;
  const named = found.patterns.map((source) => {
    if (source.packed !== undefined && isPackItself(source, name)) return { id: source.address ?? '', source };
    const path = isFolder ? pathIn(name, source.file, cwd) : given;
    // The file of `file#address`.
    const file = isFolder || source.address === undefined ? path : withoutAddress(path, source.address);
    const id = file === '-' ? file : idOf(file);
    return { id: source.address === undefined ? id : `${id}#${source.address}`, source };
  });
  return {
    ...found,
    patterns: isFolder && !found.patterns[0]?.packed ? named.sort((a, b) => (a.id < b.id ? -1 : 1)) : named,
  };
}

/** Whether the name is that of the packed set, or of one pattern in it: then ids are those in the set. */
function isPackItself({ file, address }: PatternSource, name: string): boolean {
  return name === file || name === `${file}#${address}`;
}

/** The path of a found file, relative to the folder. */
export function pathIn(folder: string, file: string, cwd: string): string {
  if (folder.startsWith(GIT)) return file.slice(folder.length).replace(/^\/+/, '');
  return relative(resolve(cwd, folder), resolve(cwd, file));
}

function withoutAddress(name: string, address: string): string {
  return name.endsWith(`#${address}`) ? name.slice(0, -address.length - 1) : name;
}

function notKnown({ file, line, column, address, message }: Skipped): Problem {
  return { file, line, column, message: `the pattern of \`${address}\` is left out: ${message}` };
}

/** A path without its extension. */
export function idOf(path: string): string {
  return posix.normalize(slashes(path)).replace(/(?<=[^/])\.[^./]+$/, '');
}
