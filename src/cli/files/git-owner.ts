/**
 * Finds the repository that git would read for a folder. A `.git` that is a file or a link may name any folder of the machine: a checkout
 * must not bring the contents of another repository into its reports.
 */
import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isInside } from './bounds.ts';

/**
 * The repository to which the nearest `.git` leads, if it is another than the one around it: neither in a parent folder nor with a
 * reference back, as worktrees and submodules have. Undefined if there is none.
 */
export function foreignRepository(folder: string): string | undefined {
  const top = nearestWith('.git', realOr(folder));
  if (top === undefined) return undefined;
  const dotGit = join(top, '.git');
  const leads = leadsTo(dotGit);
  if (leads === undefined) return undefined;
  const inside = outermost(top);
  // Files inside the checkout came with it, including a reference back and the name of the folder with the objects.
  if (isInside(leads, inside)) {
    const objects = commonFolder(leads);
    return isInside(objects, inside) ? undefined : objects;
  }
  return pointsBack(leads, dotGit, top) ? undefined : leads;
}

const GITDIR = 'gitdir: ';

/** The target of a `.git` that is not a folder in its place; undefined for one that is. */
function leadsTo(dotGit: string): string | undefined {
  const kind = lstatSync(dotGit);
  if (kind.isDirectory()) {
    const objects = commonFolder(dotGit);
    return objects === dotGit ? undefined : objects;
  }
  const real = realOr(dotGit);
  const text = textOf(real) ?? '';
  if (!text.startsWith(GITDIR)) return real;
  return realOr(resolve(dirname(dotGit), text.slice(GITDIR.length).trimEnd()));
}

/** A worktree has a file `gitdir` with the path of its `.git`; a submodule has a setting with its folder. */
function pointsBack(gitFolder: string, dotGit: string, top: string): boolean {
  const worktree = textOf(join(gitFolder, 'gitdir'))?.trim();
  if (worktree !== undefined && realOr(resolve(gitFolder, worktree)) === dotGit) return true;
  const submodule = settingOf('worktree', textOf(join(gitFolder, 'config')) ?? '');
  return submodule !== undefined && realOr(resolve(gitFolder, submodule)) === top;
}

/** The first setting of that name in any section. */
function settingOf(name: string, config: string): string | undefined {
  for (const line of config.split('\n')) {
    const at = line.indexOf('=');
    if (at < 0 || line.slice(0, at).trim() !== name) continue;
    return line
      .slice(at + 1)
      .trim()
      .replace(/^"|"$/g, '');
  }
  return undefined;
}

/** The folder with the objects: for a worktree that of its repository. */
function commonFolder(gitFolder: string): string {
  const common = textOf(join(gitFolder, 'commondir'))?.trim();
  return common === undefined ? gitFolder : realOr(resolve(gitFolder, common));
}

function nearestWith(name: string, folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (lstatSync(join(at, name), { throwIfNoEntry: false }) !== undefined) return at;
    if (dirname(at) === at) return undefined;
  }
}

/** The outermost folder with a `.git`: repositories inside it are submodules or worktrees. */
function outermost(top: string): string {
  const above = dirname(top) === top ? undefined : nearestWith('.git', dirname(top));
  return above === undefined ? top : outermost(above);
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function realOr(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
