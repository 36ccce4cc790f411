/** Several patterns, each with an id by which the user knows it again: files, and folders full of them. */
import { stat } from 'node:fs/promises';
import { join, posix, resolve } from 'node:path';
import { Failure, type Problem, problemsOf } from '../failure.ts';
import { type LanguageOptions, patternOptions, validPattern } from './pattern.ts';
import { type Sources, unreadable } from './source.ts';

export interface NamedPattern {
  readonly id: string;
  readonly text: string;
}

interface Found {
  readonly id: string;
  readonly file: string;
}

/**
 * The patterns of files and folders, in the order of the arguments, those of a folder sorted by their ids. The id of a file is its name as it
 * was given, that of a file in a folder its path from there; both without the extension.
 * @throws Failure with all that is wrong: files that are missing, patterns that are not valid, two patterns of one id
 */
export async function readPatterns(
  paths: readonly string[],
  options: LanguageOptions,
  { sources, cwd }: { readonly sources: Sources; readonly cwd: string },
): Promise<NamedPattern[]> {
  const patterns = new Map<string, NamedPattern & Found>();
  const problems: Problem[] = [];
  for (const path of paths) {
    try {
      for (const found of await patternsAt(path, cwd)) {
        const known = patterns.get(found.id);
        if (known !== undefined) {
          if (resolve(cwd, known.file) === resolve(cwd, found.file)) continue;
          throw new Failure({ message: `\`${known.file}\` and \`${found.file}\` have the same id \`${found.id}\`` });
        }
        try {
          const source = await sources.read(found.file);
          validPattern(source, patternOptions(options));
          patterns.set(found.id, { ...found, text: source.text });
        } catch (thrown) {
          problems.push(...problemsOf(thrown));
        }
      }
    } catch (thrown) {
      problems.push(...problemsOf(thrown));
    }
  }
  if (problems.length > 0) throw new Failure(...problems);
  return [...patterns.values()].map(({ id, text }) => ({ id, text }));
}

async function patternsAt(path: string, cwd: string): Promise<readonly Found[]> {
  if (path === '-') return [{ id: '-', file: '-' }];
  const full = resolve(cwd, path);
  const stats = await stat(full).catch((error: NodeJS.ErrnoException) => error);
  if (stats instanceof Error) throw await unreadable(path, full, stats.code);
  if (!stats.isDirectory()) return [{ id: idOf(path), file: path }];
  // Most calls name a file: they need not wait for this to load.
  const { glob } = await import('tinyglobby');
  const files = await glob('**/*.json', {
    cwd: full,
    ignore: ['**/node_modules/**', '**/*.eb-test.json'],
    // A link may lead out of the folder, or round in a circle.
    followSymbolicLinks: false,
    expandDirectories: false,
  });
  if (files.length === 0) throw new Failure({ message: `there are no patterns (*.json) in the folder \`${path}\`` });
  const found = files.map((file) => ({ id: idOf(file), file: join(path, file) }));
  return found.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function idOf(path: string): string {
  return posix.normalize(path.replaceAll('\\', '/')).replace(/(?<=[^/])\.[^./]+$/, '');
}
