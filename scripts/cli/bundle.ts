/**
 * Builds dist/cli: esbuild divides the code by the modules that load it, and Rollup joins these
 * pieces into few files (`parts.ts`), since each file costs time when a command starts.
 */
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildResult, build } from 'esbuild';
import { direct } from '../bundle/entries.ts';
import { type Joined, joined } from '../bundle/joined.ts';
import { licences } from '../bundle/licences.ts';
import { commonjs } from './commonjs.ts';
import { packagesInCli } from './licences.ts';
import { partNames } from './parts.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const TARGET = `${ROOT}dist/cli/`;

const ENTRIES = {
  bin: 'src/cli/bin.ts',
  'lsp-worker': 'src/cli/language-server/worker.ts',
};

/** Packages that are installed with this one, or beside it. The others are in the bundle. */
const INSTALLED = [
  'string-width',
  'tinyglobby',
  'undici',
  'yaml',
  'hyparquet',
  'hyparquet-compressors',
  'apache-arrow',
];

/**
 * The threads of `filter` and `route` have files of their own: those of the main thread would be half as large again, and
 * each thread compiles them while the others already work.
 */
const WORKER = { worker: 'src/cli/lines/worker.ts' };

type Built = BuildResult<{ metafile: true; write: false }>;

/** A piece is what the same set of entries and `import()`s reaches. */
export function pieces(entries: Readonly<Record<string, string>> = ENTRIES): Promise<Built> {
  return build({
    entryPoints: { ...entries },
    chunkNames: entries === WORKER ? 'worker-[name]-[hash]' : '[name]-[hash]',
    absWorkingDir: ROOT,
    bundle: true,
    splitting: true,
    // Names stay, for the traces of EB_PATTERN_DEBUG, which has none of threads.
    minifyIdentifiers: entries === WORKER,
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

async function parts({ outputFiles, metafile }: Built): Promise<readonly Joined[]> {
  const bytes = new Map(outputFiles.map(({ path, contents }) => [path, contents.length]));
  const pieceOf = new Map(
    Object.entries(metafile.outputs).map(([path, { entryPoint }]) => [entryPoint, resolve(ROOT, path)]),
  );
  let names: ReadonlyMap<string, string> | undefined;
  return joined(
    outputFiles,
    Object.keys(ENTRIES).map((name) => `${TARGET}${name}.js`),
    (piece, importsOf) => {
      names ??= partNames(
        (module) => pieceOf.get(module),
        importsOf,
        (one) => bytes.get(one) ?? 0,
      );
      return names.get(piece);
    },
  );
}

export async function writeCli(): Promise<void> {
  const [built, { outputFiles: ofWorker }] = await Promise.all([pieces(), pieces(WORKER)]);
  const files = await parts(built);
  rmSync(TARGET, { recursive: true, force: true });
  mkdirSync(TARGET, { recursive: true });
  for (const { name, code } of files) {
    writeFileSync(`${TARGET}${name}.js`, code, { mode: name === 'bin' ? 0o755 : 0o644 });
  }
  for (const { path, contents } of ofWorker) writeFileSync(path, contents);
  copyHclParser();
  writeZstd();
  // `src/cli/commands/bundle/installed.ts` finds it beside its bundle.
  copyFileSync(`${ROOT}src/cli/commands/bundle/eb_spark.py`, `${TARGET}eb_spark.py`);
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

/** `src/cli/files/zstd.ts` finds it beside its bundle. The package has its module as text, with a reader that does not report all errors. */
function writeZstd(): void {
  const source = readFileSync(createRequire(import.meta.url).resolve('zstddec/stream'), 'utf8');
  const base64 = /\bwasm = "([\w+/]+=*)"/.exec(source)?.[1];
  if (base64 === undefined) throw new Error('zstddec has no WebAssembly module as text');
  mkdirSync(`${TARGET}zstd`, { recursive: true });
  writeFileSync(`${TARGET}zstd/zstddec.wasm`, Buffer.from(base64, 'base64'));
}
