import { execFileSync } from 'node:child_process';
import type { Options } from 'tsup';
import { defineConfig } from 'tsup';

/** The client and the arbitraries use the package's own entries, each built once and not copied. */
const ownEntries: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'own-entries',
  setup(build) {
    // Chunks lie flat in dist/client and dist/fast-check, so the entry is one step up from each of them.
    build.onResolve({ filter: /^\.\.?\/(.*\/)?(index|json)\.ts$/ }, async (args) => {
      if (args.pluginData === 'asked' || args.kind === 'entry-point') return undefined;
      const { path } = await build.resolve(args.path, {
        resolveDir: args.resolveDir,
        kind: args.kind,
        importer: args.importer,
        pluginData: 'asked',
      });
      const entry = /\/src\/((?:client\/|editor\/)?index|json)\.ts$/.exec(path.replaceAll('\\', '/'))?.[1];
      return entry === undefined ? undefined : { path: `../${entry}.js`, external: true };
    });
  },
};

/**
 * esbuild declares constants with `var`. V8 reads such a number from memory at each use, and compiles a `const` in: the scan of a text
 * takes a tenth less time.
 */
const constants: NonNullable<Options['plugins']>[number] = {
  name: 'constants',
  renderChunk: (code) => ({ code: code.replace(/^var (?=[A-Z][A-Z\d_]* = -?[\da-fx.* <+-]+;$)/gm, 'const ') }),
};

/** Tests run the JavaScript alone, and the declarations take ten times as long to make. */
const dts = process.env.EB_PATTERN_BUILD !== 'js';
const keptDeclarations = dts ? [] : ['!**/*.d.ts'];
const clean = dts || keptDeclarations;

const common: Options = {
  format: 'esm',
  splitting: true,
  sourcemap: false,
  removeNodeProtocol: false,
  plugins: [constants],
};

/** The declarations of all entries at once, so that a type that several of them export is declared in one file. */
const declarations: Options = {
  entry: {
    index: 'src/index.ts',
    'convert/index': 'src/convert/index.ts',
    'editor/index': 'src/editor/index.ts',
    json: 'src/json.ts',
    'client/index': 'src/client/index.ts',
    'fast-check/index': 'src/fast-check/index.ts',
  },
  outDir: 'dist',
  format: 'esm',
  dts: { only: true },
};

export default defineConfig([
  ...(dts ? [declarations] : []),
  {
    ...common,
    // What several entries use is one chunk: a pattern that one of them has read is a pattern for the other.
    entry: {
      index: 'src/index.ts',
      'convert/index': 'src/convert/index.ts',
      'editor/index': 'src/editor/index.ts',
      json: 'src/json.ts',
    },
    outDir: 'dist',
    platform: 'neutral',
    target: 'es2022',
    // The builds run at the same time: each clears its own part of dist.
    clean: ['!cli/**', '!client/**', '!fast-check/**', '!schemas/**', '!playground/**', ...keptDeclarations],
  },
  {
    ...common,
    entry: { index: 'src/client/index.ts' },
    outDir: 'dist/client',
    platform: 'node',
    target: 'node20',
    esbuildPlugins: [ownEntries],
    clean,
  },
  {
    ...common,
    entry: { index: 'src/fast-check/index.ts' },
    outDir: 'dist/fast-check',
    platform: 'neutral',
    target: 'es2022',
    esbuildPlugins: [ownEntries],
    clean,
    // From the source, since the other builds may not have ended.
    onSuccess: async () => {
      execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], { stdio: 'inherit' });
    },
  },
]);
