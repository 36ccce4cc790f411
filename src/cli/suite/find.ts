/** Which suites are meant by the names of files and folders. */
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { glob } from 'tinyglobby';
import { Failure, type Problem, problemsOf } from '../failure.ts';
import type { Bounds } from '../read/bounds.ts';
import { unreadable } from '../read/source.ts';

export interface FoundSuites {
  /** In the order of the arguments, those of a folder sorted; none is there twice. */
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
}

export async function findSuites(paths: readonly string[], cwd: string, bounds: Bounds): Promise<FoundSuites> {
  const files = new Map<string, string>();
  const problems: Problem[] = [];
  for (const path of paths) {
    try {
      for (const file of await suitesAt(path, cwd)) {
        const full = file === '-' ? '-' : resolve(cwd, file);
        if (files.has(full)) continue;
        // A link that was found is not one that the user named.
        const why = file === path ? [] : await bounds.within(file, full, resolve(cwd, path)).then(() => [], problemsOf);
        if (why.length === 0) files.set(full, file);
        problems.push(...why);
      }
    } catch (thrown) {
      problems.push(...problemsOf(thrown));
    }
  }
  return { files: [...files.values()], problems };
}

async function suitesAt(path: string, cwd: string): Promise<readonly string[]> {
  if (path === '-') return [path];
  const full = resolve(cwd, path);
  const found = await stat(full).catch((error: NodeJS.ErrnoException) => error);
  if (found instanceof Error) throw await unreadable(path, full, found.code);
  if (!found.isDirectory()) return [path];
  const files = await glob('**/*.eb-test.{yaml,yml,json}', {
    cwd: full,
    ignore: ['**/node_modules/**'],
    // A link may lead out of the folder, or round in a circle.
    followSymbolicLinks: false,
    expandDirectories: false,
  });
  if (files.length === 0) {
    throw new Failure({ message: `there are no suites (*.eb-test.yaml, .yml or .json) in the folder \`${path}\`` });
  }
  return files.sort().map((file) => join(path, file));
}
