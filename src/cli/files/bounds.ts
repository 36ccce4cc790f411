/**
 * Which files a run may read and write: those of the repository, and those that the user names. A checkout is not trusted, since its links
 * and suites may name any file.
 */
import { lstatSync, realpathSync } from 'node:fs';
import { readlink, realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { Failure } from '../findings/failure.ts';

export class Bounds {
  /** Set by `--allow-outside`: links and names in files may lead anywhere. */
  allowOutside = false;
  private readonly cwd: string;
  private readonly repositories = new Map<string, string | undefined>();

  constructor(cwd: string) {
    this.cwd = cwd;
  }

  /** A file that the user names. It may be anywhere, but a link of a repository must lead to a file of it. @throws Failure */
  async named(name: string, path: string): Promise<void> {
    const root = this.rootAbove(path);
    if (root !== undefined && !this.allowOutside) await this.refuseOutside(name, path, root);
  }

  /**
   * A file that another one names, or that a folder contains: `from` is the folder to which its name is relative. The file must be in the
   * repository of that folder; without one, in the working folder or below `from`.
   * @throws Failure for a name that leads out, before the file system is read, and for devices and pipes
   */
  async within(name: string, path: string, from: string): Promise<void> {
    if (this.allowOutside) return;
    const root = this.rootAbove(resolve(from, 'file')) ?? from;
    await this.refuseOutside(name, path, root);
    const found = await stat(path).catch(() => undefined);
    // The reader reports a folder or a missing file.
    if (found === undefined || found.isFile() || found.isDirectory()) return;
    throw new Failure({ message: `\`${name}\` is no plain file; pass \`--allow-outside\` to read it` });
  }

  /** A file to be written: no link of a repository may lead out of it, nor into its `.git`. @throws Failure */
  async written(name: string, path: string): Promise<void> {
    const root = this.rootAbove(path);
    if (root === undefined || this.allowOutside) return;
    const { real, realRoot } = await this.refuseOutside(name, path, root);
    if (!namesGit(relative(realRoot, real)) || namesGit(relative(root, path))) return;
    throw new Failure({ message: `\`${name}\` is not written: a link leads into \`${dirname(real)}\`` });
  }

  /**
   * The folder within which links of a searched folder are followed, as a real path: its repository, else the working folder if it contains
   * the folder, else the folder itself. Undefined when they are followed anywhere.
   */
  aroundLinks(searched: string): string | undefined {
    if (this.allowOutside) return undefined;
    const folder = realpathSync(searched);
    return this.rootAbove(resolve(folder, 'file')) ?? folder;
  }

  /** The repository that contains a path, else the working folder if it contains it. */
  private rootAbove(path: string): string | undefined {
    const repository = this.repositoryAbove(dirname(path));
    if (repository !== undefined) return repository;
    return [this.cwd, realOrSame(this.cwd)].find((folder) => isInside(path, folder));
  }

  private async refuseOutside(
    name: string,
    path: string,
    root: string,
  ): Promise<{ readonly real: string; readonly realRoot: string }> {
    const realRoot = await realpath(root).catch(() => root);
    const where = `the ${isThere(resolve(root, '.git')) ? 'repository' : 'folder'} \`${root}\``;
    const advice = `pass \`--allow-outside\` to allow that`;
    // Decided without reading the file system, so that the message does not reveal whether the file exists.
    if (!isInside(path, root) && !isInside(path, realRoot)) {
      throw new Failure({ message: `\`${name}\` is outside of ${where}; ${advice}` });
    }
    const real = await realOf(path);
    if (isInside(real, realRoot)) return { real, realRoot };
    throw new Failure({ message: `\`${name}\` leads to \`${real}\`, outside of ${where}; ${advice}` });
  }

  /** The nearest parent folder with a `.git`, which is a folder, or a file in a worktree or a submodule. Git is not started. */
  private repositoryAbove(folder: string): string | undefined {
    if (this.repositories.has(folder)) return this.repositories.get(folder);
    const above = dirname(folder);
    const found = isThere(resolve(folder, '.git'))
      ? folder
      : above === folder
        ? undefined
        : this.repositoryAbove(above);
    this.repositories.set(folder, found);
    return found;
  }
}

function realOrSame(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

/** The most links in a row that are followed, as in file systems. */
const LINKS = 40;

/** The target of a path; for a missing file the path where it would be created, also through a dangling link. */
export async function realOf(path: string, links = LINKS): Promise<string> {
  const real = await realpath(path).catch(() => undefined);
  if (real !== undefined) return real;
  const target = links > 0 ? await readlink(path).catch(() => undefined) : undefined;
  if (target !== undefined) return realOf(resolve(dirname(path), target), links - 1);
  const above = dirname(path);
  return above === path ? path : resolve(await realOf(above, links), relative(above, path));
}

/** Whether a path is a folder or below it. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Whether a file system may read a part of a path as `.git`: some ignore case, have short names, or drop characters. */
export function namesGit(path: string): boolean {
  return path.split(/[\\/]/).some((part) => {
    const plain = part
      .normalize('NFKC')
      .replace(/[\p{Cf}\p{Cc}]/gu, '')
      .replace(/:.*$/s, '')
      .toLowerCase();
    return /^(?:\.git|\.?git~\d+)[. ]*$/.test(plain);
  });
}
