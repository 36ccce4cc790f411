/** Runs suites again after a change of the files from which they were made, until the user stops it. */
import { dirname, resolve, sep } from 'node:path';
import type { Bounds } from '../../files/bounds.ts';
import { Folders, foldersIn } from '../../files/folder-watch.ts';
import type { Names } from '../../files/names.ts';
import { Sources } from '../../files/source.ts';
import type { Problem } from '../../findings/failure.ts';
import type { Session } from '../../session/session.ts';
import { Patterns } from '../../sources/patterns.ts';
import { findSuites } from '../../suite/find.ts';
import type { World } from '../../suite/inline.ts';
import type { Io } from '../../terminal/io.ts';

export interface Round {
  readonly files: readonly string[];
  /** Errors while suites are searched for. */
  readonly problems: readonly Problem[];
  /** All files of a suite are read again in each round. */
  readonly worldOf: (file: string) => World;
  readonly first: boolean;
}

/** The files and folders of a suite, as absolute paths. */
interface Made {
  readonly sources: Sources;
  readonly patterns: Patterns;
}

/** Each round ends before the next one begins. Resolves when the signal is aborted. */
export async function watchSuites(
  namesNow: () => Names,
  { io, sources: { bounds } }: Pick<Session, 'io' | 'sources'>,
  signal: AbortSignal | undefined,
  run: (round: Round) => Promise<void>,
): Promise<void> {
  const made = new Map<string, Made>();
  let wake: () => void = () => undefined;
  const folders = new Folders(() => wake());
  signal?.addEventListener('abort', () => wake(), { once: true });
  try {
    folders.watch(watched(rootsOf(namesNow(), io.cwd), made.values()));
    for (let first = true; signal?.aborted !== true; first = false) {
      const names = namesNow();
      const { files, problems } = await findSuites(names, io.cwd, bounds);
      const changed = folders.take();
      const touched = files.filter((file) => touches(made.get(file), file, changed, io.cwd));
      for (const file of made.keys()) if (!files.includes(file)) made.delete(file);
      if (first || touched.length > 0 || problems.length > 0) {
        for (const file of touched) made.set(file, freshWorld(io, bounds));
        await run({ files: touched, problems, first, worldOf: (file) => ({ ...worldOf(made, file), cwd: io.cwd }) });
      }
      folders.watch(watched(rootsOf(names, io.cwd), made.values()));
      // A change during the tests starts the next round at once.
      if (signal?.aborted || folders.due) continue;
      await new Promise<void>((done) => {
        wake = done;
      });
    }
  } finally {
    folders.close();
  }
}

/** Besides the names, the working folder: a glob may match a new file. */
function rootsOf({ names }: Names, cwd: string): readonly string[] {
  return names.map((name) => resolve(cwd, name));
}

function freshWorld(io: Io, bounds: Bounds): Made {
  const sources = new Sources(io, bounds);
  return { sources, patterns: new Patterns(sources, io.cwd) };
}

function worldOf(made: ReadonlyMap<string, Made>, file: string): Made {
  const found = made.get(file);
  if (found === undefined) throw new Error(`there is no world of ${file}`);
  return found;
}

/** Whether a suite is new, or affected by a change. */
function touches(made: Made | undefined, file: string, changed: ReadonlySet<string>, cwd: string): boolean {
  if (made === undefined) return true;
  for (const path of changed) {
    if (path === resolve(cwd, file)) return true;
    for (const read of made.sources.paths) if (read === path || read.startsWith(path + sep)) return true;
    for (const folder of made.patterns.folders) if (path === folder || path.startsWith(folder + sep)) return true;
  }
  return false;
}

function watched(roots: readonly string[], all: Iterable<Made>): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const root of roots) for (const folder of [dirname(root), ...foldersIn(root)]) folders.add(folder);
  for (const { sources, patterns } of all) {
    for (const path of sources.paths) folders.add(dirname(path));
    for (const folder of patterns.folders)
      for (const inner of [dirname(folder), ...foldersIn(folder)]) folders.add(inner);
  }
  return folders;
}
