/** Builds the page into dist/playground: two scripts, one sheet, the HTML, and the licences of what is bundled. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile, type Plugin, transform } from 'esbuild';
import { POLICY } from '../../src/playground/state/policy.ts';
import { direct } from '../bundle/entries.ts';
import { joined, reached } from '../bundle/joined.ts';
import { bundledPackages, licences } from '../bundle/licences.ts';
import { examples } from './examples.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SOURCE = `${ROOT}src/playground/`;
const TARGET = `${ROOT}dist/playground/`;

interface Bundle {
  readonly metafile: Metafile;
  /** The scripts by their names. */
  readonly scripts: ReadonlyMap<string, string>;
}

/** Where the first script leaves what the second one uses of it. */
const SHARED = 'globalThis.playgroundParts';

/**
 * The scripts of the page. They are classic, since a browser refuses modules from `file://`, and yet share code: a bundle of two modules is
 * made, and what the second one imports from the first one is handed over as an object.
 */
export async function bundle(): Promise<Bundle> {
  const [first, ...others] = examples();
  const { outputFiles, metafile } = await build({
    entryPoints: { playground: `${SOURCE}page/main.tsx`, later: `${SOURCE}later/main.ts` },
    absWorkingDir: ROOT,
    bundle: true,
    splitting: true,
    minifySyntax: true,
    minifyWhitespace: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { EXAMPLE: JSON.stringify(first), EXAMPLES: JSON.stringify(others) },
    legalComments: 'none',
    plugins: [withoutWebAssembly, direct(ROOT)],
    metafile: true,
    outdir: TARGET,
    write: false,
    logLevel: 'error',
  });
  const modules = await joined(outputFiles, [`${TARGET}playground.js`, `${TARGET}later.js`], (path, importsOf) =>
    reached([`${TARGET}playground.js`], importsOf).has(path) ? 'playground' : undefined,
  );
  const scripts = modules.map(async ({ name, code }) => [`${name}.js`, await classic(code)] as const);
  return { metafile, scripts: new Map(await Promise.all(scripts)) };
}

/** The page matches a few events: the engine in WebAssembly would only make it larger. */
const withoutWebAssembly: Plugin = {
  name: 'without-webassembly',
  setup({ onResolve }) {
    onResolve({ filter: /\/wasm\/open\.ts$/ }, ({ resolveDir }) => ({ path: join(resolveDir, 'wasm/none.ts') }));
  },
};

async function classic(module: string): Promise<string> {
  const text = module
    .replace(/^import \{([^}]*)\} from '\.\/playground\.js';$/m, (_, names: string) => {
      const members = namesIn(names).map(([exported, local]) => `${exported}: ${local}`);
      return `const {${members.join(', ')}} = ${SHARED};`;
    })
    .replace(/^export \{([^}]*)\};$/m, (_, names: string) => {
      const members = namesIn(names).map(([local, exported]) => `${exported}: ${local}`);
      return `${SHARED} = {${members.join(', ')}};`;
    });
  if (/^(?:import|export)\b/m.test(text)) throw new Error('a script of the page is a module');
  const { code } = await transform(text, { minify: true, format: 'iife', target: 'es2022', legalComments: 'none' });
  return code;
}

/** `a as b`, or one name for both. */
function namesIn(list: string): readonly (readonly [string, string])[] {
  return list.split(',').map((one) => {
    const [, first = '', second = first] = /^\s*(\S+)(?: as (\S+))?\s*$/.exec(one) ?? [];
    return [first, second];
  });
}

export async function writePage(): Promise<void> {
  const { metafile, scripts } = await bundle();
  mkdirSync(TARGET, { recursive: true });
  for (const [name, text] of scripts) writeFileSync(TARGET + name, text);
  const html = readFileSync(`${SOURCE}page/index.html`, 'utf8').replace('CONTENT-SECURITY-POLICY', POLICY);
  writeFileSync(`${TARGET}index.html`, html);
  copyFileSync(`${SOURCE}page/playground.css`, `${TARGET}playground.css`);
  copyFileSync(`${SOURCE}page/icon.svg`, `${TARGET}icon.svg`);
  writeFileSync(`${TARGET}licences.txt`, licences(ROOT, bundledPackages(metafile)));
}
