/** The root of the repository, and file names relative to it, as platforms resolve them. */
import { existsSync, realpathSync } from 'node:fs';
import platform, { dirname, join } from 'node:path';
import type { Io } from '../terminal/io.ts';
import { INLINE, STDIN, slashes } from './file-name.ts';
import { GIT } from './git-name.ts';

/** Variables with the checkout of a pipeline in GitHub Actions and GitLab. */
const CHECKOUTS = ['GITHUB_WORKSPACE', 'CI_PROJECT_DIR'] as const;

/** Maps a file relative to the working folder to its name from the root with `/`; outside of the root to its absolute path. */
export type NameFromRoot = (file: string) => string;

export function namesFromRoot({ cwd, env }: Pick<Io, 'cwd' | 'env'>): NameFromRoot {
  const working = realOf(cwd);
  const checkouts = CHECKOUTS.flatMap((name) => (env[name] ? [realOf(platform.resolve(cwd, env[name]))] : []));
  const root = checkouts.find((folder) => wayTo(working, folder) !== undefined) ?? repositoryOf(working) ?? working;
  return (file) => {
    if (file === STDIN || file === INLINE || file.startsWith(GIT)) return slashes(file);
    const full = platform.resolve(working, file);
    // The file itself is not resolved, since a repository contains a link under its own name.
    const found =
      wayTo(full, root) ?? wayTo(platform.join(realOf(platform.dirname(full)), platform.basename(full)), root);
    return slashes(found ?? full);
  };
}

/** The path relative to a folder; undefined for one elsewhere, or on another drive. */
export function wayTo(path: string, folder: string, { relative, isAbsolute, sep } = platform): string | undefined {
  const way = relative(folder, path);
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way) ? undefined : way;
}

/** For a missing file, the path unchanged. */
function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/**
 * The nearest folder, from this one upwards, with a `.git`, a folder or (in a worktree or a submodule) a file; undefined if there is none.
 */
export function repositoryOf(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return undefined;
  }
}
