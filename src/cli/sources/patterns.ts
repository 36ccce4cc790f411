/**
 * Entry point of this folder: the patterns, or the one pattern, of a name. A name is a file, a folder, `git:REV:path`, `file#address`, or
 * `-`.
 */
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { INLINE, isInline, nameFrom } from '../files/file-name.ts';
import { GIT, gitFile } from '../files/git-name.ts';
import { type NamedText, type Sources, unreadable } from '../files/source.ts';
import { Failure, type Problem, problemsOf } from '../findings/failure.ts';
import { plural } from '../findings/show.ts';
import type { PassedOver } from './answer.ts';
import type { Found, PatternSource, Skipped } from './found.ts';
import { isHclName } from './hcl-name.ts';
import { beginsLikePack, mayBePack } from './pack-head.ts';
import { NO_SCOPE, type Scope } from './scope.ts';
import { select, single } from './select.ts';

export type { PassedOver } from './answer.ts';
export type { Found, PatternSource, Skipped } from './found.ts';
export { single } from './select.ts';

/** The contents of a name that is no folder. */
export interface Holding extends Found {
  /** The name of the file in messages. */
  readonly file: string;
  /** Whether the name has an address: then it contains only that pattern. */
  readonly addressed: boolean;
}

/** Whether it contains the patterns of a document, each of which has an address. */
export function holdsDocument({ patterns, skipped, broken, addressed }: Holding): boolean {
  const none = skipped.length + broken.length === 0;
  return !addressed && !(none && patterns.every(({ address }) => address === undefined));
}

export interface AllPatterns {
  /** The folder as it was named, if the name is one. */
  readonly folder?: string;
  readonly patterns: readonly PatternSource[];
  readonly skipped: readonly Skipped[];
  /** Files that are no patterns. */
  readonly passed: readonly PassedOver[];
  readonly problems: readonly Problem[];
}

interface SearchOptions {
  /** The absolute path of the folder to which the name is relative, when it is in a file. */
  readonly from?: string | undefined;
  /** Whether a folder without patterns is permitted. */
  readonly mayBeEmpty?: boolean | undefined;
  /** Whether an address may select a partly known pattern. */
  readonly partly?: boolean | undefined;
}

export interface CollectOptions {
  /** Whether each name must lead to a pattern, instead of at least one. */
  readonly each?: boolean;
  /** Whether an address may select a partly known pattern. */
  readonly partly?: boolean;
}

function isNone({ folder, patterns, skipped }: AllPatterns): boolean {
  return folder === undefined && patterns.length + skipped.length === 0;
}

const NONE: AllPatterns = { patterns: [], skipped: [], passed: [], problems: [] };

/** Reads each file once, since suites share documents. */
export class Patterns {
  private readonly sources: Sources;
  private readonly cwd: string;
  private readonly found = new Map<string, Promise<Found>>();
  /** Folders, as absolute paths, in which new files may be relevant. */
  readonly folders = new Set<string>();
  /** Set after the config is read. */
  scope: Scope = NO_SCOPE;

  constructor(sources: Sources, cwd: string) {
    this.sources = sources;
    this.cwd = cwd;
  }

  /**
   * The patterns of several names, one result for each, in their order. An unreadable name has problems. If no name leads to a pattern, the
   * named files are read as patterns, or their result has the kind of the file. `each`: so is every file without a pattern.
   */
  async collect(
    names: readonly string[],
    { each = false, partly = false }: CollectOptions = {},
  ): Promise<readonly AllPatterns[]> {
    const all: AllPatterns[] = [];
    for (const name of names) all.push(await this.all(name, { partly }).catch(asProblems));
    if (each) return Promise.all(all.map((one, i) => (isNone(one) ? this.insisted(names[i] as string, one) : one)));
    if (all.some(({ patterns, skipped }) => patterns.length + skipped.length > 0)) return all;
    return Promise.all(all.map((one, i) => this.insisted(names[i] as string, one)));
  }

  /**
   * All patterns of a name, in source order, files of a folder sorted. The kind of a file does not depend on whether the file or its folder
   * was named. `from`: the absolute path of the folder to which the name is relative, when it is in a file.
   * @throws Failure for a name without patterns
   */
  async all(name: string, options: SearchOptions = {}): Promise<AllPatterns> {
    const { from } = options;
    if (from === undefined && isInline(name)) return allOf(await this.held(name));
    const full = resolve(this.cwd, name);
    if (from !== undefined && !name.startsWith(GIT)) await this.sources.bounds.within(name, full, from);
    const folder = await this.inFolder(name, options);
    if (folder !== undefined) return folder;
    const { file, address } = await this.split(name, this.cwd, from);
    const isFile = address === undefined && file !== '-' && !file.startsWith(GIT);
    if (isFile) return allOf(await this.oneOfMany(file, resolve(this.cwd, file), from));
    return allOf(await this.held(name, from, options.partly));
  }

  /** The same for a folder or a packed set, also in a revision; undefined for any other name. */
  async inFolder(name: string, options: SearchOptions = {}): Promise<AllPatterns | undefined> {
    if (name === '-' || isInline(name)) return undefined;
    if (name.startsWith(GIT)) return (await this.gitFolder(name, options)) ?? this.pack(name);
    return (await isFolder(resolve(this.cwd, name))) ? this.folder(name, options) : this.pack(name);
  }

  /** Whether `inFolder` has patterns for the name. */
  async isFolder(name: string): Promise<boolean> {
    if (name === '-' || isInline(name) || name.startsWith(GIT)) return false;
    return (await isFolder(resolve(this.cwd, name))) || (await this.pack(name)) !== undefined;
  }

  /** The patterns of a packed set, which is used as the folder that it was made of. */
  private async pack(name: string): Promise<AllPatterns | undefined> {
    const full = resolve(this.cwd, name);
    let source: NamedText;
    if (name.startsWith(GIT)) {
      if (!/\.json$/i.test(name) || !(await this.sources.hasGit(name, this.cwd))) return undefined;
      source = await this.sources.git(name, this.cwd);
    } else {
      if (this.scope.isIgnored(full) || !(await beginsLikePack(full))) return undefined;
      source = await this.sources.file(name, full);
    }
    if (!mayBePack(source.text)) return undefined;
    const { readOneOfMany } = await import('./document.ts');
    return { ...allOf(readOneOfMany(source)), folder: name };
  }

  /**
   * The contents of a file, or the pattern that the address selects. `partly`: that one may be partly known.
   * @throws Failure for a name without patterns, and for a folder
   */
  async held(name: string, from?: string, partly = false): Promise<Holding> {
    const { file, address } = await this.split(name, this.cwd, from);
    const found = await this.read(file, file, this.cwd, from);
    if (address === undefined) return { ...found, file: isInline(file) ? INLINE : file, addressed: false };
    const one = { skipped: [], broken: [], file, addressed: true };
    const unknown = partly
      ? found.skipped.filter((each) => each.address === address && each.partial !== undefined)
      : [];
    if (unknown.length === 1) return { ...one, patterns: [], skipped: unknown };
    return { ...one, patterns: [select(file, address, found)] };
  }

  /** The only pattern of a name. In a suite, the name is relative to its folder. @throws Failure if there is none, or more than one */
  async one(name: string, folder?: string): Promise<PatternSource> {
    const from = resolve(this.cwd, folder ?? '.');
    const within = folder === undefined ? undefined : from;
    const { file, address } = await this.split(name, from, within);
    const plain = folder === undefined && isInline(file) ? INLINE : file;
    const label = folder === undefined || file.startsWith(GIT) ? plain : nameFrom(folder, file);
    const found = await this.read(label, file, from, within);
    return address === undefined ? single(label, found) : select(label, address, found);
  }

  /**
   * Reads a Terraform plan as `readPlan` does.
   * @throws Failure for an unreadable file
   */
  async plan(name: string): Promise<{ readonly before: Found; readonly after: Found } | undefined> {
    const { sources } = this;
    const source = await (name.startsWith(GIT) ? sources.git(name, this.cwd) : sources.read(name));
    const { readPlan } = await import('./document.ts');
    return readPlan(source);
  }

  /**
   * Whether the path does not exist, though the rest of the name does: for `git:REV:path` the revision.
   * @throws Failure for a name that begins with `git:` and has no path
   */
  async isMissing(name: string): Promise<boolean> {
    if (name === '-' || name.includes('#')) return false;
    if (!name.startsWith(GIT)) return !(await exists(resolve(this.cwd, name)));
    if (await this.sources.hasGit(name, this.cwd)) return false;
    // The index has no folders of its own.
    if ((await this.gitFolder(name, { mayBeEmpty: true })) !== undefined) return false;
    return this.sources.hasGitRevision(gitFile(name).revision, this.cwd);
  }

  /** Records a folder that the caller has searched. */
  searched(folder: string): void {
    this.folders.add(folder);
  }

  /** `within`: for a name in a file, the folder to which it is relative. */
  private async read(label: string, file: string, from: string, within: string | undefined): Promise<Found> {
    // The file may have been read for another name with wider permissions.
    if (within !== undefined && !file.startsWith(GIT)) {
      await this.sources.bounds.within(file, resolve(from, file), within);
    }
    const key = file.startsWith(GIT) ? `${from}\0${file}` : resolve(from, file);
    let found = this.found.get(key);
    if (found === undefined) {
      found = this.readFile(label, file, from, within);
      // Reading standard input twice is an error, which its reader reports.
      if (file !== '-') this.found.set(key, found);
    }
    return found;
  }

  // The readers of YAML and of folders are slow to load, and `--version` needs neither.
  private async readFile(label: string, file: string, from: string, within: string | undefined): Promise<Found> {
    const { sources } = this;
    const inline = within === undefined && isInline(file);
    const source = await (file === '-' || inline
      ? sources.read(file)
      : file.startsWith(GIT)
        ? sources.git(file, from)
        : sources.file(label, resolve(from, file), within));
    const { readNamed } = await import('./document.ts');
    return readNamed(await this.prepared(source, file.startsWith(GIT) ? from : resolve(from, file)), {
      nameless: file === '-',
    });
  }

  /** A file name may contain `#`, and an address may follow: the first part that is a file counts. */
  private async split(
    name: string,
    from: string,
    within: string | undefined,
  ): Promise<{ readonly file: string; readonly address?: string }> {
    if (within === undefined && isInline(name)) return { file: name };
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
    // The reader reports why it does not exist.
    if (inGit) return { file, address: name.slice(first + 1) };
    throw await unreadable(file, resolve(from, file), 'ENOENT');
  }

  private async folder(name: string, options: SearchOptions): Promise<AllPatterns> {
    const { filesIn } = await import('./find.ts');
    const folder = resolve(this.cwd, name);
    this.searched(folder);
    const { files, special, problems } = filesIn(name, folder, this.sources.bounds);
    const all: AllPatterns[] = [{ ...NONE, passed: special.map((file) => noFile(join(name, file))), problems }];
    for (const file of files) {
      const full = resolve(folder, file);
      if (this.scope.isIgnored(full)) continue;
      all.push(await this.oneOfMany(join(name, file), full, options.from ?? folder).then(allOf, asProblems));
    }
    return folderOf(name, all, options);
  }

  /** The files that `folder` would read, in a revision; undefined when the name is no folder. */
  private async gitFolder(name: string, options: SearchOptions): Promise<AllPatterns | undefined> {
    const [{ isSearched }, { readOneOfMany }] = await Promise.all([import('./find.ts'), import('./document.ts')]);
    const folder = resolve(this.cwd, gitFile(name).path);
    const wanted = (path: string): boolean => isSearched(path) && !this.scope.isIgnored(resolve(folder, path));
    const files = await this.sources.gitFolder(name, this.cwd, wanted);
    if (files === undefined) return undefined;
    const all: AllPatterns[] = [];
    for (const { path, source } of files) {
      try {
        if (source instanceof Failure) throw source;
        const declared = this.scope.isDeclared(resolve(folder, path));
        all.push(allOf(readOneOfMany(await this.prepared(source, this.cwd), { declared })));
      } catch (thrown) {
        all.push(asProblems(thrown));
      }
    }
    return folderOf(name, all, options);
  }

  /** Reads one of several files. */
  private async oneOfMany(label: string, full: string, from?: string): Promise<Found> {
    if (this.scope.isIgnored(full)) {
      return { patterns: [], skipped: [], broken: [], passed: { file: label, kind: 'ignored', message: IGNORED } };
    }
    const [{ readOneOfMany }, source] = await Promise.all([
      import('./document.ts'),
      this.sources.file(label, full, from),
    ]);
    return readOneOfMany(await this.prepared(source, full), { declared: this.scope.isDeclared(full) });
  }

  /** `path`: the path of the file; for one in a revision, the folder to which its path is relative. */
  private async prepared(source: NamedText, path: string): Promise<NamedText> {
    if (!isHclName(source.name)) return source;
    const { prepared } = await import('./hcl-file.ts');
    return prepared(source, { sources: this.sources, path });
  }

  /** The result of a name when there is no pattern at all. */
  private async insisted(name: string, all: AllPatterns): Promise<AllPatterns> {
    const [one] = all.passed;
    // Of a folder whose files are all passed over or broken, the problems are the result.
    if (one === undefined || one.kind === 'ignored' || all.folder !== undefined) return all;
    return this.held(name).then(allOf, asProblems);
  }
}

/** @throws Failure for a folder without patterns, unless it may be empty */
function folderOf(name: string, all: readonly AllPatterns[], { mayBeEmpty = false }: SearchOptions): AllPatterns {
  const found = { ...together(all), folder: name };
  if (found.patterns.length + found.skipped.length + found.problems.length === 0 && !mayBeEmpty) {
    const passed = found.passed.length === 0 ? '' : `; ${plural(found.passed.length, 'file')} passed over`;
    throw new Failure({ message: `there are no patterns in the folder \`${name}\`${passed}` });
  }
  return found;
}

function noFile(file: string): PassedOver {
  return { file, kind: 'special', message: 'it is no plain file, but a pipe, a socket or a device' };
}

const IGNORED = 'the config ignores it';

function allOf({ patterns, skipped, broken, passed }: Found): AllPatterns {
  const problems = broken.map(({ problem }) => problem);
  return { patterns, skipped, passed: passed === undefined ? [] : [passed], problems };
}

/** @throws errors that are no Failure */
function asProblems(thrown: unknown): AllPatterns {
  return { ...NONE, problems: problemsOf(thrown) };
}

export function together(all: readonly AllPatterns[]): AllPatterns {
  return {
    patterns: all.flatMap(({ patterns }) => patterns),
    skipped: all.flatMap(({ skipped }) => skipped),
    passed: all.flatMap(({ passed }) => passed),
    problems: all.flatMap(({ problems }) => problems),
  };
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}
