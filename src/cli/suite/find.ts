/** Finds suites by the names of files and folders. */
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Bounds } from '../files/bounds.ts';
import { findFiles } from '../files/find-files.ts';
import type { Names } from '../files/names.ts';
import { unreadable } from '../files/source.ts';
import { type Problem, problemsOf } from '../findings/failure.ts';

export interface FoundSuites {
  /** In the order of the arguments, those of a folder sorted, without repetition. */
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
}

export async function findSuites(
  { names, problems: before }: Names,
  cwd: string,
  bounds: Bounds,
): Promise<FoundSuites> {
  const files = new Map<string, string>();
  const problems: Problem[] = [...before];
  for (const path of names) {
    try {
      const found = await suitesAt(path, cwd, bounds);
      for (const one of found.problems) problems.push(one);
      for (const file of found.files) {
        const full = file === '-' ? '-' : resolve(cwd, file);
        if (files.has(full)) continue;
        // A found link was not named by the user.
        const why = file === path ? [] : await bounds.within(file, full, resolve(cwd, path)).then(() => [], problemsOf);
        if (why.length === 0) files.set(full, file);
        for (const one of why) problems.push(one);
      }
    } catch (thrown) {
      for (const one of problemsOf(thrown)) problems.push(one);
    }
  }
  return { files: [...files.values()], problems };
}

async function suitesAt(path: string, cwd: string, bounds: Bounds): Promise<FoundSuites> {
  if (path === '-') return { files: [path], problems: [] };
  const folder = resolve(cwd, path);
  const stats = await stat(folder).catch((error: NodeJS.ErrnoException) => error);
  if (stats instanceof Error) throw await unreadable(path, folder, stats.code);
  if (!stats.isDirectory()) return { files: [path], problems: [] };
  const ignore = ['**/node_modules/**'];
  const { files, special, ...found } = findFiles(SUITES, { folder, name: path, bounds, ignore });
  const problems = [
    ...found.problems,
    ...special.map((file) => ({ message: `\`${join(path, file)}\` is no plain file` })),
  ];
  if (files.length + problems.length === 0) {
    return {
      files: [],
      problems: [{ message: `there are no suites (*.eb-test.yaml, .yml or .json) in the folder \`${path}\`` }],
    };
  }
  return { files: files.map((file) => join(path, file)), problems };
}

const SUITES = '**/*.eb-test.{yaml,yml,json}';
