/** The size of each entry in a bundle, and its budget, which test/package/size.test.ts asserts. `npm run sizes` measures the build. */
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { table } from '../bench/table.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

/** Bytes. */
export interface Size {
  readonly minified: number;
  readonly gzip: number;
  readonly brotli: number;
}

export interface Entry {
  readonly name: string;
  /** As it is published, and what of it a program uses. */
  readonly file: `dist/${string}.js`;
  /** All of it when absent. */
  readonly names?: string;
  /** In a browser all packages count; for Node they are not bundled. */
  readonly platform: 'neutral' | 'node';
  readonly budget: Size;
}

/** As servers compress a file once: the highest, 11, takes fifteen times as long and leaves 7 % less. */
const BROTLI_QUALITY = 9;

/** Budgets are what was measured and some 5 % more: who goes beyond one moves it, and says why. */
export const entries: readonly Entry[] = [
  {
    name: 'the way of the matcher',
    file: 'dist/index.js',
    names: '{ compilePattern }',
    platform: 'neutral',
    budget: { minified: 258_000, gzip: 90_500, brotli: 84_500 },
  },
  {
    name: 'the whole core',
    file: 'dist/index.js',
    platform: 'neutral',
    budget: { minified: 464_000, gzip: 159_000, brotli: 145_500 },
  },
  {
    name: 'eb-pattern/editor',
    file: 'dist/editor/index.js',
    platform: 'neutral',
    budget: { minified: 428_000, gzip: 146_000, brotli: 133_500 },
  },
  {
    name: 'the playground',
    file: 'dist/playground/playground.js',
    platform: 'neutral',
    budget: { minified: 760_000, gzip: 222_000, brotli: 207_000 },
  },
  {
    name: 'the playground, loaded after it',
    file: 'dist/playground/later.js',
    platform: 'neutral',
    budget: { minified: 252_000, gzip: 81_500, brotli: 77_500 },
  },
  {
    name: 'eb-pattern/client',
    file: 'dist/client/index.js',
    platform: 'node',
    budget: { minified: 364_000, gzip: 110_500, brotli: 101_000 },
  },
  {
    name: 'eb-pattern/fast-check',
    file: 'dist/fast-check/index.js',
    platform: 'node',
    budget: { minified: 329_000, gzip: 116_000, brotli: 107_500 },
  },
  {
    name: 'eb-pattern --version',
    file: 'dist/cli/bin.js',
    platform: 'node',
    budget: { minified: 2_700, gzip: 1_500, brotli: 1_430 },
  },
];

export async function measure({ file, names, platform }: Entry): Promise<Size> {
  const { text } = await bundle(file, names, platform);
  return {
    minified: Buffer.byteLength(text),
    gzip: gzipSync(text, { level: constants.Z_BEST_COMPRESSION }).length,
    brotli: brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }).length,
  };
}

/** What of the source, and which packages and modules of Node, an entry loads before anything is called. */
export async function loadedBy({ file, names, platform }: Entry): Promise<string[]> {
  const source = file.replace('dist/', 'src/').replace(/js$/, 'ts');
  return (await bundle(source, names, platform)).loaded;
}

interface Bundle {
  readonly text: string;
  readonly loaded: string[];
}

async function bundle(file: string, names: string | undefined, platform: Entry['platform']): Promise<Bundle> {
  const entryPoint = names === undefined ? file : '<stdin>';
  const { outputFiles, metafile } = await build({
    ...(names === undefined
      ? { entryPoints: [file] }
      : { stdin: { contents: `export ${names} from './${file}';`, resolveDir: ROOT } }),
    absWorkingDir: ROOT,
    platform,
    // CommonJS is no part of what an entry loads at once, and would bring helpers that the build does not have.
    ...(platform === 'node' ? { packages: 'external', external: ['*.cjs'] } : { mainFields: ['module', 'main'] }),
    bundle: true,
    // What `import()` loads later is no part of the entry.
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    outdir: 'out',
    metafile: true,
    write: false,
    logLevel: 'error',
  });
  const { outputs } = metafile;
  const reached = new Set(Object.keys(outputs).filter((path) => outputs[path]?.entryPoint === entryPoint));
  const packages = new Set<string>();
  // A set is walked while it grows.
  for (const path of reached) {
    for (const { path: imported, kind, external } of outputs[path]?.imports ?? []) {
      if (kind !== 'import-statement') continue;
      (external ? packages : reached).add(imported);
    }
  }
  const files = [...reached].flatMap((path) =>
    Object.entries(outputs[path]?.inputs ?? {}).flatMap(([input, { bytesInOutput }]) =>
      bytesInOutput > 0 && input !== '<stdin>' ? [input] : [],
    ),
  );
  const texts = outputFiles.filter(({ path }) => reached.has(relative(ROOT, path).replaceAll('\\', '/')));
  return { text: texts.map(({ text }) => text).join(''), loaded: [...packages, ...files].sort() };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const rows = await Promise.all(
    entries.map(async (entry) => {
      const size = await measure(entry);
      const cells = (['minified', 'gzip', 'brotli'] as const).map((of) => `${size[of]} of ${entry.budget[of]}`);
      return [entry.name, ...cells];
    }),
  );
  console.log(table(['bytes', 'minified', 'gzip', 'brotli'], rows));
}
