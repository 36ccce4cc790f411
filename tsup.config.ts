import type { Options } from 'tsup';
import { defineConfig } from 'tsup';

/** The command line uses the package's own front door, built once: the core is not copied into dist/cli. */
const frontDoor: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'front-door',
  setup(build) {
    // Chunks lie flat in dist/cli, so the door is one step up from each of them, whatever the source said.
    build.onResolve({ filter: /^\.\.?\/(.*\/)?index\.ts$/ }, async (args) => {
      if (args.pluginData === 'asked') return undefined;
      const { path } = await build.resolve(args.path, {
        resolveDir: args.resolveDir,
        kind: args.kind,
        importer: args.importer,
        pluginData: 'asked',
      });
      return path.replaceAll('\\', '/').endsWith('/src/index.ts') ? { path: '../index.js', external: true } : undefined;
    });
  },
};

const common: Options = { format: 'esm', splitting: true, sourcemap: false, removeNodeProtocol: false };

export default defineConfig([
  {
    ...common,
    entry: { index: 'src/index.ts' },
    outDir: 'dist',
    platform: 'neutral',
    target: 'es2022',
    dts: true,
    // Both builds run at the same time: each clears its own part of dist.
    clean: ['!cli/**'],
  },
  {
    ...common,
    entry: { bin: 'src/cli/bin.ts', worker: 'src/cli/worker.ts' },
    outDir: 'dist/cli',
    platform: 'node',
    target: 'node20',
    esbuildPlugins: [frontDoor],
    clean: true,
  },
]);
