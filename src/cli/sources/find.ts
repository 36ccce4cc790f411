/** Which files of a folder may hold patterns. */
import type { Bounds } from '../files/bounds.ts';
import { type FoundFiles, findFiles } from '../files/find-files.ts';
import { hasSearchedEnding, isProgram, PROGRAMS, SEARCHED_FILES } from './endings.ts';

/** The files of the folder with this name and absolute path. Suites are no patterns, though some contain patterns. */
export function filesIn(name: string, folder: string, bounds: Bounds): FoundFiles {
  const ignore = ['**/node_modules/**', '**/*.eb-test.*'];
  return findFiles([SEARCHED_FILES, PROGRAMS], {
    folder,
    name,
    bounds,
    ignore,
    caseSensitiveMatch: false,
  });
}

/** Whether `filesIn` would find a file of this path, relative to the folder. */
export function isSearched(path: string): boolean {
  const parts = path.split('/');
  if (parts.some((part) => part.startsWith('.') || part === 'node_modules')) return false;
  const name = parts.at(-1) ?? '';
  return !/\.eb-test\./i.test(name) && (hasSearchedEnding(name) || isProgram(name));
}
