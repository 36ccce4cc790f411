/** Builds the page into dist/playground: two scripts, one sheet, the HTML, and the licences of what is bundled. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import type { Example } from '../../src/playground/page/examples.ts';
import { POLICY } from '../../src/playground/state/policy.ts';
import { examples } from './examples.ts';
import { bundledPackages, licences } from './licences.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SOURCE = `${ROOT}src/playground/`;
const TARGET = `${ROOT}dist/playground/`;

/** The scripts of the page. */
export async function bundle() {
  const [first, ...others] = examples();
  return [
    await script({ playground: 'page/main.tsx' }, first === undefined ? [] : [first]),
    await script({ later: 'later/main.ts' }, others),
  ];
}

/** The page matches a few events: the engine in WebAssembly would only make it larger. */
const withoutWebAssembly: Plugin = {
  name: 'without-webassembly',
  setup({ onResolve }) {
    onResolve({ filter: /\/wasm\/open\.ts$/ }, ({ resolveDir }) => ({ path: join(resolveDir, 'wasm/none.ts') }));
  },
};

/** A classic script: a browser refuses modules from `file://`. */
function script(entryPoints: Readonly<Record<string, string>>, all: readonly Example[]) {
  return build({
    entryPoints: Object.fromEntries(Object.entries(entryPoints).map(([name, path]) => [name, SOURCE + path])),
    absWorkingDir: ROOT,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { EXAMPLES: JSON.stringify(all) },
    plugins: [withoutWebAssembly],
    legalComments: 'none',
    metafile: true,
    outdir: TARGET,
    write: false,
    logLevel: 'error',
  });
}

export async function writePage(): Promise<void> {
  const scripts = await bundle();
  mkdirSync(TARGET, { recursive: true });
  for (const { path, contents } of scripts.flatMap(({ outputFiles }) => outputFiles)) writeFileSync(path, contents);
  const html = readFileSync(`${SOURCE}page/index.html`, 'utf8').replace('CONTENT-SECURITY-POLICY', POLICY);
  writeFileSync(`${TARGET}index.html`, html);
  copyFileSync(`${SOURCE}page/playground.css`, `${TARGET}playground.css`);
  copyFileSync(`${SOURCE}page/icon.svg`, `${TARGET}icon.svg`);
  writeFileSync(`${TARGET}licences.txt`, licences(ROOT, bundledPackages(scripts)));
}
