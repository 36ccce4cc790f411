/** Which files a run may read and write: those of the repository, and those that the user names. A checkout is not trusted: its links and suites may name any file. */
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

  /**
   * A file that the user names. It may be anywhere, but a link in a repository leads to a file of it.
   * @throws Failure
   */
  async named(name: string, path: string): Promise<void> {
    const root = this.rootAbove(path);
    if (root !== undefined && !this.allowOutside) await this.refuseOutside(name, path, root);
  }

  /**
   * A file that another one names, or that a folder holds: `from` is the folder where its name starts. It is in the repository of that
   * folder; without one, in the working folder or below `from`.
   * @throws Failure, before anything is looked up for a name that leads out, and for devices and pipes
   */
  async within(name: string, path: string, from: string): Promise<void> {
    if (this.allowOutside) return;
    const root = this.rootAbove(resolve(from, 'file')) ?? from;
    await this.refuseOutside(name, path, root);
    const found = await stat(path).catch(() => undefined);
    // The reader says what is wrong with a folder, and with what is not there.
    if (found === undefined || found.isFile() || found.isDirectory()) return;
    throw new Failure({ message: `\`${name}\` is no plain file; pass \`--allow-outside\` to read it` });
  }

  /**
   * A file that is about to be written: no link of a repository leads out of it, nor into its `.git`.
   * @throws Failure
   */
  async written(name: string, path: string): Promise<void> {
    const root = this.rootAbove(path);
    if (root === undefined || this.allowOutside) return;
    const { real, realRoot } = await this.refuseOutside(name, path, root);
    if (!namesGit(relative(realRoot, real)) || namesGit(relative(root, path))) return;
    throw new Failure({ message: `\`${name}\` is not written: a link leads into \`${dirname(real)}\`` });
  }

  /**
   * The folder within which the links of a searched folder are followed, as a real path: its repository, else the working folder where that
   * holds it, else itself. Undefined where they are followed anywhere.
   */
  aroundLinks(searched: string): string | undefined {
    if (this.allowOutside) return undefined;
    const folder = realpathSync(searched);
    return this.rootAbove(resolve(folder, 'file')) ?? folder;
  }

  /** The repository that a path is in, else the working folder if it is in there. */
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
    // Without a look at the file system: also whether something is there is not told.
    if (!isInside(path, root) && !isInside(path, realRoot)) {
      throw new Failure({ message: `\`${name}\` is outside of ${where}; ${advice}` });
    }
    const real = await realOf(path);
    if (isInside(real, realRoot)) return { real, realRoot };
    throw new Failure({ message: `\`${name}\` leads to \`${real}\`, outside of ${where}; ${advice}` });
  }

  /** The nearest folder upward with a `.git`, which is a folder, or a file in a worktree or a submodule. Git is not started. */
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

/** Links in a row that a file system follows. */
const LINKS = 40;

/** Where a path leads; of one that is not there, where it would be made, also through a link that leads nowhere. */
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

/** Whether a part of a path may be taken for `.git`: also by file systems without upper case, with short names, or that drop characters. */
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
