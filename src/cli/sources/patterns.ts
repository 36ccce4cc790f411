/** The door of this folder: all patterns, or the one, that a name stands for. A name is a file, a folder, `file#address`, or `-`. */
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Failure, type Problem, problemsOf } from '../failure.ts';
import { type Sources, unreadable } from '../read/source.ts';
import type { Found, PatternSource, Skipped } from './found.ts';
import { select, single } from './select.ts';

export type { PatternSource, Skipped } from './found.ts';

export interface AllPatterns {
  readonly patterns: readonly PatternSource[];
  readonly skipped: readonly Skipped[];
  readonly problems: readonly Problem[];
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
   * All patterns that the name stands for, in source order, files of a folder sorted; `empty`: also `{}`, of a folder.
   * @throws Failure for a name that stands for nothing
   */
  async all(name: string, options: { readonly empty?: boolean } = {}): Promise<AllPatterns> {
    if (name !== '-' && (await isFolder(resolve(this.cwd, name)))) return this.folder(name, options);
    const { file, address } = await split(name, this.cwd);
    if (address !== undefined) return { patterns: [await this.one(name)], skipped: [], problems: [] };
    const { broken, ...found } = await this.read(file, resolve(this.cwd, file));
    return { ...found, problems: broken.map(({ problem }) => problem) };
  }

  /**
   * The one pattern that the name stands for. Of a suite, the name starts from its folder.
   * @throws Failure when there is none, or more than one
   */
  async one(name: string, folder?: string): Promise<PatternSource> {
    const from = resolve(this.cwd, folder ?? '.');
    const { file, address } = await split(name, from);
    const label = folder === undefined ? file : join(folder, file);
    const found = await this.read(label, resolve(from, file));
    return address === undefined ? single(label, found) : select(label, address, found);
  }

  /** Remembers a folder that the caller has searched. */
  searched(folder: string): void {
    this.folders.add(folder);
  }

  private read(name: string, path: string): Promise<Found> {
    let found = this.found.get(path);
    if (found === undefined) {
      found = this.readFile(name, path);
      // Standard input that is asked for again is a mistake, and the reader of it says so.
      if (name !== '-') this.found.set(path, found);
    }
    return found;
  }

  // The readers of YAML and of folders take their time to load, and `--version` needs neither.
  private async readFile(name: string, path: string): Promise<Found> {
    const source = await (name === '-' ? this.sources.read(name) : this.sources.file(name, path));
    const { readNamed } = await import('./document.ts');
    return readNamed(source);
  }

  private async folder(name: string, options: { readonly empty?: boolean }): Promise<AllPatterns> {
    const [{ readSearched }, { filesIn }] = await Promise.all([import('./document.ts'), import('./find.ts')]);
    const folder = resolve(this.cwd, name);
    this.searched(folder);
    const patterns: PatternSource[] = [];
    const skipped: Skipped[] = [];
    const problems: Problem[] = [];
    for (const file of await filesIn(folder)) {
      try {
        const found = readSearched(await this.sources.file(join(name, file), resolve(folder, file)), options);
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

/** A file may have `#` in its name, and an address too: the first part that is a file counts. */
async function split(name: string, from: string): Promise<{ readonly file: string; readonly address?: string }> {
  if (name === '-' || !name.includes('#') || (await exists(resolve(from, name)))) return { file: name };
  const first = name.indexOf('#');
  for (let at = first; at >= 0; at = name.indexOf('#', at + 1)) {
    const file = name.slice(0, at);
    if (file === '-' || (file !== '' && (await exists(resolve(from, file)))))
      return { file, address: name.slice(at + 1) };
  }
  throw await unreadable(name.slice(0, first), resolve(from, name.slice(0, first)), 'ENOENT');
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}
