/** Several patterns, each with an id by which the user knows it again: files, documents, and folders full of them. */
import { stat } from 'node:fs/promises';
import { join, posix, resolve } from 'node:path';
import { Failure, type Problem, problemsOf } from '../failure.ts';
import type { PatternSource, Patterns, Skipped } from '../sources/patterns.ts';
import { GIT } from './git-name.ts';
import { type LanguageOptions, patternOptions, validPattern } from './pattern.ts';
import { unreadable } from './source.ts';

export interface NamedPattern {
  readonly id: string;
  readonly text: string;
}

export interface NamedPatterns {
  readonly patterns: readonly NamedPattern[];
  /** Patterns that nobody knows yet. What events reach is said without them. */
  readonly skipped: readonly Problem[];
}

interface Found {
  readonly id: string;
  readonly source: PatternSource;
}

/**
 * The patterns of files and folders, in the order of the arguments, those of a folder sorted by their ids. The id of a file is its name as it
 * was given, that of a file in a folder its path from there; both without the extension. A pattern in a document has `#address` behind that.
 * @throws Failure with all that is wrong: files that are missing, patterns that are not valid, two patterns of one id
 */
export async function readPatterns(
  names: readonly string[],
  options: LanguageOptions,
  world: { readonly patterns: Patterns; readonly cwd: string },
): Promise<NamedPatterns> {
  const { cwd } = world;
  const patterns = new Map<string, Found>();
  const problems: Problem[] = [];
  const skipped: Problem[] = [];
  for (const name of names) {
    try {
      const found = await patternsOf(name, world);
      problems.push(...found.problems);
      skipped.push(...found.skipped.map(notKnown));
      for (const one of found.patterns) {
        const { file } = one.source;
        const known = patterns.get(one.id)?.source.file;
        if (known !== undefined) {
          if (resolve(cwd, known) === resolve(cwd, file)) continue;
          throw new Failure({ message: `\`${known}\` and \`${file}\` have the same id \`${one.id}\`` });
        }
        try {
          validPattern(one.source, patternOptions(options));
          patterns.set(one.id, one);
        } catch (thrown) {
          problems.push(...problemsOf(thrown));
        }
      }
    } catch (thrown) {
      problems.push(...problemsOf(thrown));
    }
  }
  if (problems.length > 0) throw new Failure(...problems);
  return { patterns: [...patterns.values()].map(({ id, source }) => ({ id, text: source.text })), skipped };
}

interface AllFound {
  readonly patterns: readonly Found[];
  readonly skipped: readonly Skipped[];
  readonly problems: readonly Problem[];
}

async function patternsOf(
  name: string,
  { patterns, cwd }: { readonly patterns: Patterns; readonly cwd: string },
): Promise<AllFound> {
  const full = resolve(cwd, name);
  const stats = name === '-' ? undefined : await stat(full).catch((error: NodeJS.ErrnoException) => error);
  if (stats instanceof Error && !name.includes('#') && !name.startsWith(GIT))
    throw await unreadable(name, full, stats.code);
  if (stats === undefined || stats instanceof Error || !stats.isDirectory()) {
    return withIds(await patterns.all(name), (file) => (name === '-' ? name : idOf(file)));
  }
  const found = await Promise.all(
    (await filesOf(name, full)).map(async (file) => {
      try {
        return withIds(await patterns.all(join(name, file)), () => idOf(file));
      } catch (thrown) {
        return { patterns: [], skipped: [], problems: problemsOf(thrown) };
      }
    }),
  );
  return {
    patterns: found.flatMap((one) => one.patterns).sort((a, b) => (a.id < b.id ? -1 : 1)),
    skipped: found.flatMap((one) => one.skipped),
    problems: found.flatMap((one) => one.problems),
  };
}

function withIds(found: Awaited<ReturnType<Patterns['all']>>, id: (file: string) => string): AllFound {
  const named = found.patterns.map((source) => {
    const { file, address } = source;
    return { id: address === undefined ? id(file) : `${id(file)}#${address}`, source };
  });
  return { ...found, patterns: named };
}

async function filesOf(name: string, folder: string): Promise<readonly string[]> {
  // Most calls name a file: they need not wait for this to load.
  const { glob } = await import('tinyglobby');
  const files = await glob('**/*.json', {
    cwd: folder,
    ignore: ['**/node_modules/**', '**/*.eb-test.json'],
    // A link may lead out of the folder, or round in a circle.
    followSymbolicLinks: false,
    expandDirectories: false,
  });
  if (files.length === 0) throw new Failure({ message: `there are no patterns (*.json) in the folder \`${name}\`` });
  return files.sort();
}

function notKnown({ file, line, column, address, message }: Skipped): Problem {
  return { file, line, column, message: `the pattern of \`${address}\` is left out: ${message}` };
}

function idOf(path: string): string {
  return posix.normalize(path.replaceAll('\\', '/')).replace(/(?<=[^/])\.[^./]+$/, '');
}
