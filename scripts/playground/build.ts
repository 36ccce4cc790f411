/** Builds the page into dist/playground: one script, one sheet, the HTML, and the licences of what is bundled. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { POLICY } from '../../src/playground/state/policy.ts';
import { examples } from './examples.ts';
import { bundledPackages, licences } from './licences.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SOURCE = `${ROOT}src/playground/page/`;
const TARGET = `${ROOT}dist/playground/`;

/** A classic script: a browser refuses modules from `file://`. */
export async function bundle() {
  return build({
    entryPoints: { playground: `${SOURCE}main.tsx` },
    absWorkingDir: ROOT,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { EXAMPLES: JSON.stringify(examples()) },
    legalComments: 'none',
    metafile: true,
    outdir: TARGET,
    write: false,
    logLevel: 'error',
  });
}

async function write(): Promise<void> {
  const { outputFiles, metafile } = await bundle();
  mkdirSync(TARGET, { recursive: true });
  for (const { path, contents } of outputFiles) writeFileSync(path, contents);
  const html = readFileSync(`${SOURCE}index.html`, 'utf8').replace('CONTENT-SECURITY-POLICY', POLICY);
  writeFileSync(`${TARGET}index.html`, html);
  copyFileSync(`${SOURCE}playground.css`, `${TARGET}playground.css`);
  copyFileSync(`${SOURCE}icon.svg`, `${TARGET}icon.svg`);
  writeFileSync(`${TARGET}licences.txt`, licences(ROOT, bundledPackages(metafile)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await write();
