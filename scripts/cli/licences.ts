/** The packages whose licences the command line ships in dist/cli/licences.txt: those in its bundles. Installed packages have their own. */
import { fileURLToPath } from 'node:url';
import { build, type Metafile } from 'esbuild';
import { bundledPackages } from '../playground/licences.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Files of these are copied. */
const COPIED = ['@tree-sitter-grammars/tree-sitter-hcl'];

/** Names of the packages, sorted. `metafile` is that of dist/cli; the protocol of the language server is a bundle of its own. */
export async function packagesInCli(metafile: Metafile): Promise<readonly string[]> {
  const protocol = await build({
    entryPoints: ['src/cli/language-server/protocol.ts'],
    absWorkingDir: ROOT,
    bundle: true,
    platform: 'node',
    outdir: 'out',
    metafile: true,
    write: false,
    logLevel: 'error',
  });
  return [...bundledPackages([{ metafile }, protocol]), ...COPIED].sort();
}
