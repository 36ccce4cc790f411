/** The root of the repository, and names of files from there, as platforms resolve them. */
import { existsSync, realpathSync } from 'node:fs';
import platform, { dirname, join } from 'node:path';
import type { Io } from '../terminal/io.ts';
import { INLINE, STDIN, slashes } from './file-name.ts';
import { GIT } from './git-name.ts';

/** The checkout of a pipeline, as GitHub Actions and GitLab name it. */
const CHECKOUTS = ['GITHUB_WORKSPACE', 'CI_PROJECT_DIR'] as const;

/** A file as the working folder sees it, to its name from the root with `/`; a full path where it is outside of the root. */
export type NameFromRoot = (file: string) => string;

export function namesFromRoot({ cwd, env }: Pick<Io, 'cwd' | 'env'>): NameFromRoot {
  const working = realOf(cwd);
  const checkouts = CHECKOUTS.flatMap((name) => (env[name] ? [realOf(platform.resolve(cwd, env[name]))] : []));
  const root = checkouts.find((folder) => wayTo(working, folder) !== undefined) ?? repositoryOf(working) ?? working;
  return (file) => {
    if (file === STDIN || file === INLINE || file.startsWith(GIT)) return slashes(file);
    const full = platform.resolve(working, file);
    // The file itself stays unresolved: a link in a repository is known there by its own name.
    const found =
      wayTo(full, root) ?? wayTo(platform.join(realOf(platform.dirname(full)), platform.basename(full)), root);
    return slashes(found ?? full);
  };
}

/** The name of a path below a folder; undefined for one that is elsewhere, on another drive included. */
export function wayTo(path: string, folder: string, { relative, isAbsolute, sep } = platform): string | undefined {
  const way = relative(folder, path);
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way) ? undefined : way;
}

/** Of what does not exist, the path as it is. */
function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** The nearest folder, from this one upwards, that has a `.git`, a folder or (in a worktree or a submodule) a file; undefined where there is none. */
export function repositoryOf(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return undefined;
  }
}
