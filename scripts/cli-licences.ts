/** Writes dist/cli/licences.txt: the licences of what the command line has in its bundles. Packages that npm installs have their own. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundledPackages, licences } from './playground/licences.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

/** Files of these are copied. */
const COPIED = ['@tree-sitter-grammars/tree-sitter-hcl'];

/** Names of the packages, sorted. */
export async function packagesInCli(): Promise<readonly string[]> {
  const bundle = await build({
    entryPoints: ['src/cli/language-server/protocol.ts', 'src/cli/syntax/hcl/parser.ts'],
    absWorkingDir: ROOT,
    bundle: true,
    platform: 'node',
    format: 'esm',
    outdir: 'out',
    metafile: true,
    write: false,
    logLevel: 'error',
  });
  return [...bundledPackages([bundle]), ...COPIED].sort();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(`${ROOT}dist/cli/licences.txt`, licences(ROOT, await packagesInCli()));
}
