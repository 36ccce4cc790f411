/** Finds files by glob patterns. Folders that cannot be read and links that lead outside are reported as problems. */
import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Problem } from '../findings/failure.ts';
import { type Bounds, isInside } from './bounds.ts';
import { globLibrary } from './glob-library.ts';

export interface FindOptions {
  /** The absolute path of the folder to search. File names are relative to it. */
  readonly folder: string;
  /** Its name in messages. */
  readonly name: string;
  /** Decides how far links are followed. */
  readonly bounds: Bounds;
  readonly ignore: readonly string[];
  readonly caseSensitiveMatch?: boolean;
}

export interface FoundFiles {
  /** Sorted, with `/`. A file that is also reached through a link is listed once. */
  readonly files: readonly string[];
  /** Pipes, sockets and devices that match, named like files. */
  readonly special: readonly string[];
  /** Folders without read permission, and links that lead out of the repository. */
  readonly problems: readonly Problem[];
}

/**
 * Links to files are files. Links to folders are followed inside the repository (`Bounds`), each folder once, except one that contains the
 * link. Names that begin with a dot are left out.
 */
export function findFiles(pattern: string | readonly string[], options: FindOptions): FoundFiles {
  const { folder, bounds, ignore, caseSensitiveMatch = true } = options;
  const walk = new Walk(options, bounds.aroundLinks(folder));
  const found = globLibrary()
    .globSync([pattern].flat(), {
      cwd: folder,
      ignore,
      caseSensitiveMatch,
      expandDirectories: false,
      // The walk below resolves links, since the library would follow each, and leave out those that fail.
      followSymbolicLinks: false,
      fs: { readdirSync: walk.entries as unknown as typeof readdirSync },
    })
    .sort();
  const problems = walk.problems.sort((a, b) => (a.message < b.message ? -1 : 1));
  const isSpecial = (file: string): boolean => walk.special.has(resolve(folder, file));
  const files = found.filter((file) => !isSpecial(file));
  return {
    files: walk.linked ? withoutCopies(folder, files) : files,
    special: found.filter(isSpecial),
    problems,
  };
}

class Walk {
  readonly problems: Problem[] = [];
  /** Absolute paths of special files. The library sees them as files, so that it reports which of them match. */
  readonly special = new Set<string>();
  /** Whether a link was followed. */
  linked = false;
  private readonly options: FindOptions;
  private readonly boundary: string | undefined;
  /** Real paths of the folders that links led to. Each is entered once, since links to each other would multiply, or never end. */
  private readonly entered = new Set<string>();

  constructor(options: FindOptions, boundary: string | undefined) {
    this.options = options;
    this.boundary = boundary;
  }

  /** The `readdirSync` for the library. Sorted, so that the same link is followed on every machine. */
  readonly entries = (path: string): Dirent[] => {
    try {
      const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
      return entries.map((entry) => {
        if (entry.isSymbolicLink()) return this.resolved(path, entry);
        return entry.isFile() || entry.isDirectory() ? entry : this.asSpecial(path, entry);
      });
    } catch (thrown) {
      this.problems.push({ message: unread(this.nameOf(path), thrown as NodeJS.ErrnoException) });
      return [];
    }
  };

  /** The target of the link, under the name of the link. */
  private resolved(path: string, link: Dirent): Dirent {
    const full = resolve(path, link.name);
    const target = targetOf(full);
    // A dangling or cyclic link counts as a file, whose reader reports the error.
    if (target === undefined || target.isFile()) {
      this.linked = true;
      return as(link, 'file');
    }
    if (!target.isDirectory()) return this.asSpecial(path, link);
    if (link.name.startsWith('.') || link.name === 'node_modules') return link;
    const real = realpathSync(full);
    if (isInside(realpathSync(path), real) || this.entered.has(real)) return link;
    if (this.boundary !== undefined && !isInside(real, this.boundary)) {
      const message = `\`${this.nameOf(full)}\` is a link out of the repository, to \`${real}\`, and is not followed: name that folder too, remove the link, or pass \`--allow-outside\``;
      this.problems.push({ message });
      return link;
    }
    this.linked = true;
    this.entered.add(real);
    return as(link, 'folder');
  }

  private asSpecial(path: string, entry: Dirent): Dirent {
    this.special.add(resolve(path, entry.name));
    return as(entry, 'file');
  }

  private nameOf(path: string): string {
    return join(this.options.name, relative(this.options.folder, resolve(path)));
  }
}

function targetOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function as(link: Dirent, kind: 'file' | 'folder'): Dirent {
  return Object.assign(Object.create(Object.getPrototypeOf(link)) as Dirent, link, {
    name: link.name,
    isSymbolicLink: () => false,
    isFile: () => kind === 'file',
    isDirectory: () => kind === 'folder',
  });
}

function unread(name: string, { code }: NodeJS.ErrnoException): string {
  if (code === 'EACCES' || code === 'EPERM') return `the folder \`${name}\` may not be read`;
  return `the folder \`${name}\` cannot be read (${code ?? 'unknown reason'})`;
}

/** Without files that were also found under their own name or through an earlier link. */
function withoutCopies(folder: string, files: readonly string[]): readonly string[] {
  const root = realpathSync(folder);
  const places = files.map((file) => {
    const real = realOf(resolve(folder, file));
    return { file, real, own: real === resolve(root, file) };
  });
  const seen = new Set(places.flatMap(({ real, own }) => (own ? [real] : [])));
  return places.flatMap(({ file, real, own }) => {
    if (!own && seen.has(real)) return [];
    seen.add(real);
    return [file];
  });
}

function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
