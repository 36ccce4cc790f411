/** The door of this folder: all patterns, or the one, that a name stands for. A name is a file, a folder, `git:REV:path`, `file#address`, or `-`. */
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Failure, type Problem, problemsOf } from '../failure.ts';
import { nameFrom } from '../read/file-name.ts';
import { GIT } from '../read/git-name.ts';
import { type Sources, unreadable } from '../read/source.ts';
import type { Found, PatternSource, Skipped } from './found.ts';
import { select, single } from './select.ts';

export type { PatternSource, Skipped } from './found.ts';
export { single } from './select.ts';

/** What a name stands for that is no folder. */
export interface Holding extends Found {
  /** As messages call the file. */
  readonly file: string;
  /** Whether the name says which pattern: then there is that one only. */
  readonly addressed: boolean;
}

/** Whether it stands for the patterns of a document, each of which has an address. */
export function holdsDocument({ patterns, skipped, broken, addressed }: Holding): boolean {
  const none = skipped.length + broken.length === 0;
  return !addressed && !(none && patterns.every(({ address }) => address === undefined));
}

export interface AllPatterns {
  readonly patterns: readonly PatternSource[];
  readonly skipped: readonly Skipped[];
  readonly problems: readonly Problem[];
}

interface SearchOptions {
  readonly empty?: boolean;
  readonly from?: string | undefined;
}

/** Reads each file once: suites share documents. */
export class Patterns {
  private readonly sources: Sources;
  private readonly cwd: string;
  private readonly found = new Map<string, Promise<Found>>();
  /** Folders, as full paths, in which new files may count. */
  readonly folders = new Set<string>();

  constructor(sources: Sources, cwd: string) {
    this.sources = sources;
    this.cwd = cwd;
  }

  /**
   * All patterns that the name stands for, in source order, files of a folder sorted; `empty`: also `{}`, of a folder. `from`: the full
   * path of the folder where the name starts, when it stands in a file.
   * @throws Failure for a name that stands for nothing
   */
  async all(name: string, options: SearchOptions = {}): Promise<AllPatterns> {
    const { from } = options;
    if (from !== undefined && !name.startsWith(GIT))
      await this.sources.bounds.within(name, resolve(this.cwd, name), from);
    if (name !== '-' && (await isFolder(resolve(this.cwd, name)))) return this.folder(name, options);
    const { broken, ...found } = await this.held(name, from);
    return { ...found, problems: broken.map(({ problem }) => problem) };
  }

  /**
   * What a file holds, or the one of its patterns that the name says.
   * @throws Failure for a name that stands for nothing, and for a folder
   */
  async held(name: string, from?: string): Promise<Holding> {
    const { file, address } = await this.split(name, this.cwd, from);
    const found = await this.read(file, file, this.cwd, from);
    if (address === undefined) return { ...found, file, addressed: false };
    const pattern = select(file, address, found);
    return { patterns: [pattern], skipped: [], broken: [], file, addressed: true };
  }

  /**
   * The one pattern that the name stands for. Of a suite, the name starts from its folder.
   * @throws Failure when there is none, or more than one
   */
  async one(name: string, folder?: string): Promise<PatternSource> {
    const from = resolve(this.cwd, folder ?? '.');
    const within = folder === undefined ? undefined : from;
    const { file, address } = await this.split(name, from, within);
    const label = folder === undefined || file.startsWith(GIT) ? file : nameFrom(folder, file);
    const found = await this.read(label, file, from, within);
    return address === undefined ? single(label, found) : select(label, address, found);
  }

  /** Remembers a folder that the caller has searched. */
  searched(folder: string): void {
    this.folders.add(folder);
  }

  /** `within`: of a name that stands in a file, the folder where it starts. */
  private async read(label: string, file: string, from: string, within: string | undefined): Promise<Found> {
    // Another file may have asked before, which may see more.
    if (within !== undefined && !file.startsWith(GIT)) {
      await this.sources.bounds.within(file, resolve(from, file), within);
    }
    const key = file.startsWith(GIT) ? `${from}\0${file}` : resolve(from, file);
    let found = this.found.get(key);
    if (found === undefined) {
      found = this.readFile(label, file, from, within);
      // Standard input that is asked for again is a mistake, and the reader of it says so.
      if (file !== '-') this.found.set(key, found);
    }
    return found;
  }

  // The readers of YAML and of folders take their time to load, and `--version` needs neither.
  private async readFile(label: string, file: string, from: string, within: string | undefined): Promise<Found> {
    const { sources } = this;
    const source = await (file === '-'
      ? sources.read(file)
      : file.startsWith(GIT)
        ? sources.git(file, from)
        : sources.file(label, resolve(from, file), within));
    const { readNamed } = await import('./document.ts');
    return readNamed(source, { nameless: file === '-' });
  }

  /** A file may have `#` in its name, and an address too: the first part that is a file counts. */
  private async split(
    name: string,
    from: string,
    within: string | undefined,
  ): Promise<{ readonly file: string; readonly address?: string }> {
    const inGit = name.startsWith(GIT);
    const is = async (file: string): Promise<boolean> => {
      if (inGit) return this.sources.hasGit(file, from);
      if (within !== undefined) await this.sources.bounds.within(file, resolve(from, file), within);
      return exists(resolve(from, file));
    };
    if (name === '-' || !name.includes('#') || (await is(name))) return { file: name };
    const first = name.indexOf('#');
    for (let at = first; at >= 0; at = name.indexOf('#', at + 1)) {
      const file = name.slice(0, at);
      if (file === '-' || (file !== '' && (await is(file)))) return { file, address: name.slice(at + 1) };
    }
    const file = name.slice(0, first);
    // The reader says why it is not there.
    if (inGit) return { file, address: name.slice(first + 1) };
    throw await unreadable(file, resolve(from, file), 'ENOENT');
  }

  private async folder(name: string, options: SearchOptions): Promise<AllPatterns> {
    const [{ readSearched }, { filesIn }] = await Promise.all([import('./document.ts'), import('./find.ts')]);
    const folder = resolve(this.cwd, name);
    this.searched(folder);
    const patterns: PatternSource[] = [];
    const skipped: Skipped[] = [];
    const { files, problems: unread } = filesIn(name, folder, this.cwd);
    const problems: Problem[] = [...unread];
    for (const file of files) {
      try {
        const source = await this.sources.file(join(name, file), resolve(folder, file), options.from ?? folder);
        const found = readSearched(source, options);
        patterns.push(...found.patterns);
        skipped.push(...found.skipped);
        problems.push(...found.broken.map(({ problem }) => problem));
      } catch (thrown) {
        problems.push(...problemsOf(thrown));
      }
    }
    if (patterns.length + skipped.length + problems.length === 0) {
      throw new Failure({ message: `there are no patterns in the folder \`${name}\`` });
    }
    return { patterns, skipped, problems };
  }
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}
