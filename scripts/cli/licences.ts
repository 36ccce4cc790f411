/** The packages whose licences the command line ships in dist/cli/licences.txt: those in its bundle. Installed packages have their own. */
import type { Metafile } from 'esbuild';
import { bundledPackages } from '../bundle/licences.ts';

/** Files of these are copied. */
const COPIED = ['@tree-sitter-grammars/tree-sitter-hcl', 'zstddec'];

/** Names of the packages, sorted. `metafile` is that of dist/cli. */
export function packagesInCli(metafile: Metafile): readonly string[] {
  return [...bundledPackages(metafile), ...COPIED].sort();
}
