/** Where a repository begins: files beyond it belong to others. */
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isInside } from './bounds.ts';

/** The nearest folder, from this one upwards, that has a `.git`; undefined where there is none. */
export function repositoryOf(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return undefined;
  }
}

/** The folder within which the links of a searched folder are followed, as a real path: its repository, else `cwd` where that holds it, else itself. */
export function boundaryOf(searched: string, cwd: string): string {
  const folder = realpathSync(searched);
  const repository = repositoryOf(folder);
  if (repository !== undefined) return repository;
  const working = realpathSync(cwd);
  return isInside(folder, working) ? working : folder;
}
