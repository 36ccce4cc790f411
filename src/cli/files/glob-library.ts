/** Loads the glob library on the first search, since a command for named files needs none of its eight files. */
import { createRequire } from 'node:module';

type GlobLibrary = typeof import('tinyglobby');

let library: GlobLibrary | undefined;

export function globLibrary(): GlobLibrary {
  library ??= createRequire(import.meta.url)('tinyglobby') as GlobLibrary;
  return library;
}
