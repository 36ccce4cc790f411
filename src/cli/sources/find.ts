/** Which files of a folder may hold patterns. */
import { glob } from 'tinyglobby';
import { EXTENSIONS } from './document.ts';

/** Sorted; relative to the folder. Suites are no patterns, though there may be some in them. */
export async function filesIn(folder: string): Promise<readonly string[]> {
  const files = await glob(`**/*.{${EXTENSIONS.join(',')}}`, {
    cwd: folder,
    ignore: ['**/node_modules/**', '**/*.eb-test.*'],
    // A link may lead out of the folder, or round in a circle.
    followSymbolicLinks: false,
    expandDirectories: false,
    caseSensitiveMatch: false,
  });
  return files.sort();
}
