/**
 * Builds dist/cli: esbuild divides the code by the modules that load it, and Rollup joins these
 * pieces into few files (`parts.ts`), since each file costs time when a command starts.
 */
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildResult, build } from 'esbuild';
import { type OutputChunk, rollup } from 'rollup';
import { licences } from '../playground/licences.ts';
import { commonjs } from './commonjs.ts';
import { direct } from './entries.ts';
import { packagesInCli } from './licences.ts';
import { partNames } from './parts.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const TARGET = `${ROOT}dist/cli/`;

const ENTRIES = {
  bin: 'src/cli/bin.ts',
  worker: 'src/cli/lines/worker.ts',
  'lsp-worker': 'src/cli/language-server/worker.ts',
};

/** Packages that are installed with this one. The others are in the bundle. */
const INSTALLED = ['string-width', 'tinyglobby', 'undici', 'yaml'];

/** A piece is what the same set of entries and `import()`s reaches. */
export function pieces(): Promise<BuildResult<{ metafile: true; write: false }>> {
  return build({
    entryPoints: ENTRIES,
    absWorkingDir: ROOT,
    bundle: true,
    splitting: true,
    // Names stay, for the traces of EB_PATTERN_DEBUG.
    minifySyntax: true,
    minifyWhitespace: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: INSTALLED,
    outdir: TARGET,
    plugins: [commonjs, direct(ROOT)],
    metafile: true,
    write: false,
    logLevel: 'error',
  });
}

async function parts({ outputFiles, metafile }: Awaited<ReturnType<typeof pieces>>): Promise<readonly OutputChunk[]> {
  const texts = new Map(outputFiles.map(({ path, text }) => [path, text.replace(UNUSED, '$1')]));
  const pieceOf = new Map(
    Object.entries(metafile.outputs).map(([path, { entryPoint }]) => [entryPoint, resolve(ROOT, path)]),
  );
  const joined = await rollup({
    input: Object.fromEntries(Object.keys(ENTRIES).map((name) => [name, `${TARGET}${name}.js`])),
    plugins: [
      {
        name: 'pieces',
        resolveId(id, importer) {
          const path = importer === undefined ? id : resolve(dirname(importer), id);
          return texts.has(path) ? path : { id, external: true };
        },
        load: (path) => texts.get(path),
      },
    ],
    // esbuild has done it.
    treeshake: false,
    onwarn({ code, message }) {
      // A library that is compiled from C contains it, and runs it for what this package does not use.
      if (code !== 'EVAL') throw new Error(message);
    },
  });
  let names: ReadonlyMap<string, string> | undefined;
  const { output } = await joined.generate({
    format: 'esm',
    chunkFileNames: '[name].js',
    // A part imports what it uses, and not what those parts import.
    hoistTransitiveImports: false,
    manualChunks(path, { getModuleInfo }) {
      names ??= partNames(
        (module) => pieceOf.get(module),
        (piece) => getModuleInfo(piece)?.importedIds ?? [],
        (piece) => texts.get(piece)?.length ?? 0,
      );
      return names.get(path);
    },
  });
  return output.filter((one) => one.type === 'chunk');
}

/** `import"…"` of a module of which no name is used. No module of this package has a side effect, except the entries. */
const UNUSED = /(^|[;\n])import"[^"]+";?/g;

export async function writeCli(): Promise<void> {
  const built = await pieces();
  const files = await parts(built);
  rmSync(TARGET, { recursive: true, force: true });
  mkdirSync(TARGET, { recursive: true });
  for (const { fileName, code } of files) {
    writeFileSync(TARGET + fileName, code, { mode: fileName === 'bin.js' ? 0o755 : 0o644 });
  }
  copyHclParser();
  writeFileSync(`${TARGET}licences.txt`, licences(ROOT, packagesInCli(built.metafile)));
}

/** `src/cli/syntax/hcl/parser.ts` finds them beside its bundle. */
function copyHclParser(): void {
  const { resolve } = createRequire(import.meta.url);
  mkdirSync(`${TARGET}hcl`, { recursive: true });
  for (const name of [
    'web-tree-sitter/web-tree-sitter.wasm',
    '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-hcl.wasm',
  ]) {
    copyFileSync(resolve(name), `${TARGET}hcl/${basename(name)}`);
  }
}
