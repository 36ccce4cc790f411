import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import type { Options } from 'tsup';
import { defineConfig } from 'tsup';

/** The client, the arbitraries and the command line use the package's own entries, each built once and not copied. */
const ownEntries: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'own-entries',
  setup(build) {
    // Chunks lie flat in dist/client, dist/fast-check and dist/cli, so the entry is one step up from each of them.
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

/** The libraries of the language server are CommonJS, and a bundle of modules cannot hold them: they are a file of their own. */
const protocol: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'protocol',
  setup(build) {
    build.onResolve({ filter: /^\.\/protocol\.ts$/ }, ({ importer }) =>
      importer.replaceAll('\\', '/').includes('/language-server/')
        ? { path: './lsp/protocol.cjs', external: true }
        : undefined,
    );
  },
};

/** Tests run the JavaScript alone, and the declarations take ten times as long to make. */
const dts = process.env.EB_PATTERN_BUILD !== 'js';
const keptDeclarations = dts ? [] : ['!**/*.d.ts'];
const clean = dts || keptDeclarations;

/** `src/cli/syntax/hcl/parser.ts` finds them beside its bundle. */
function copyHclParser(): void {
  const { resolve } = createRequire(import.meta.url);
  mkdirSync('dist/cli/hcl', { recursive: true });
  for (const name of [
    'web-tree-sitter/web-tree-sitter.wasm',
    '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-hcl.wasm',
  ]) {
    copyFileSync(resolve(name), `dist/cli/hcl/${basename(name)}`);
  }
}

const common: Options = { format: 'esm', splitting: true, sourcemap: false, removeNodeProtocol: false };

/** The declarations of all entries at once, so that a type that several of them export is declared in one file. */
const declarations: Options = {
  entry: {
    index: 'src/index.ts',
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
    entry: { index: 'src/index.ts', 'editor/index': 'src/editor/index.ts', json: 'src/json.ts' },
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
  },
  {
    ...common,
    entry: {
      bin: 'src/cli/bin.ts',
      worker: 'src/cli/lines/worker.ts',
      'lsp-worker': 'src/cli/language-server/worker.ts',
    },
    outDir: 'dist/cli',
    platform: 'node',
    target: 'node20',
    esbuildPlugins: [ownEntries, protocol],
    clean: Array.isArray(clean) ? [...clean, '!lsp/**'] : ['!lsp/**'],
    // From the source, since the other builds may not have ended.
    onSuccess: async () => {
      copyHclParser();
      execFileSync(process.execPath, ['--import', 'tsx', 'scripts/cli-licences.ts'], { stdio: 'inherit' });
      execFileSync(process.execPath, ['--import', 'tsx', 'scripts/schemas.ts'], { stdio: 'inherit' });
      execFileSync(process.execPath, ['--import', 'tsx', 'scripts/playground/build.ts'], { stdio: 'inherit' });
    },
  },
  {
    format: 'cjs',
    minify: true,
    entry: { protocol: 'src/cli/language-server/protocol.ts' },
    outDir: 'dist/cli/lsp',
    outExtension: () => ({ js: '.cjs' }),
    platform: 'node',
    target: 'node20',
    clean,
  },
]);
