/**
 * The files and folders that a command reads: those of the command line, else `files` of the config, else the working folder. Globs are
 * expanded.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Failure, type Problem, problemsOf } from '../findings/failure.ts';
import type { Io } from '../terminal/io.ts';
import { type Bounds, isInside } from './bounds.ts';
import { isInline, slashes } from './file-name.ts';
import { findFiles } from './find-files.ts';
import { GIT } from './git-name.ts';
import { type Glob, matchesGlob, readGlob } from './glob.ts';
import type { Sources } from './source.ts';

export interface Names {
  /** Files and folders in the order of the arguments; those of a glob sorted. */
  readonly names: readonly string[];
  /** Globs without matches, and unreadable folders. */
  readonly problems: readonly Problem[];
}

export interface NamesOptions {
  /** A setting of the config file without a flag. */
  readonly files?: readonly string[];
}

/** @throws Failure for `--watch` with a format for machines, and with standard input */
export function requireWatchable(given: readonly string[], format: string): void {
  if (format !== 'human') {
    throw new Failure({ message: `\`--watch\` is for a person, and goes with no \`--format ${format}\`` });
  }
  if (given.includes('-')) throw new Failure({ message: '`-` is standard input, and cannot be watched' });
}

export function namesOf(
  given: readonly string[],
  { files = ['.'] }: NamesOptions,
  { io, sources }: { readonly io: Pick<Io, 'cwd'>; readonly sources: Pick<Sources, 'bounds'> },
): Names {
  const names = new Set<string>();
  const problems: Problem[] = [];
  for (const name of given.length > 0 ? given : files) {
    try {
      const found = expanded(name, io.cwd, sources.bounds);
      for (const one of found.names) names.add(one);
      for (const one of found.problems) problems.push(one);
    } catch (thrown) {
      for (const one of problemsOf(thrown)) problems.push(one);
    }
  }
  return { names: [...names], problems };
}

/** For shells that do not expand globs. A file whose name equals the glob takes precedence. */
function expanded(name: string, cwd: string, bounds: Bounds): Names {
  const isPlain = !/[*?]|\{[^{},]*,[^{}]*\}/.test(name) || name.startsWith(GIT) || isInline(name);
  if (isPlain || existsSync(resolve(cwd, name))) return { names: [name], problems: [] };
  const segments = slashes(name).split('/');
  const at = segments.findIndex((segment) => /[*?{]/.test(segment));
  const base = segments.slice(0, at).join('/') || (name.startsWith('/') ? '/' : '.');
  const glob = globOf(segments.slice(at).join('/'), name);
  const folder = resolve(cwd, base);
  const found = existsSync(folder)
    ? findFiles('**/*', { folder, name: base, bounds, ignore: ['**/node_modules/**'] })
    : { files: [], special: [], problems: [] };
  const special = found.special
    .filter((file) => matchesGlob(glob, file))
    .map((file) => ({ message: `\`${join(base, file)}\` is no plain file` }));
  const problems = [...found.problems, ...special];
  const names = found.files.filter((file) => matchesGlob(glob, file)).map((file) => join(base, file));
  if (names.length + special.length > 0) return { names, problems };
  const where = isInside(folder, cwd) ? '' : `, from the folder \`${folder}\``;
  return { names, problems: [...problems, { message: `no file matches \`${name}\`${where}` }] };
}

function globOf(text: string, name: string): Glob {
  try {
    return readGlob(text);
  } catch (thrown) {
    if (!(thrown instanceof RangeError)) throw thrown;
    throw new Failure({ message: `the glob \`${name.slice(0, 60)}\` has ${thrown.message}` });
  }
}
