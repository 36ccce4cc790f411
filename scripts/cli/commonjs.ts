/** Bundles packages that are CommonJS: modules have no `require`, so what they require of Node is taken from the process. */
import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';

const PACKAGES = /[\\/]node_modules[\\/](?:commander|vscode-[^\\/]+)[\\/].*\.js$/;

/** Names that compilers and commander give to modules, and nothing else: each use can be replaced. */
const DECLARATION = /const (\w+_1|childProcess) = require\(["'](?:node:)?([a-z_]+)["']\);/g;
const REQUIRE = /require\(["'](?:node:)?([a-z_]+)["']\)/g;

export const commonjs: Plugin = {
  name: 'commonjs',
  setup({ onLoad }) {
    onLoad({ filter: PACKAGES }, ({ path }) => {
      let contents = readFileSync(path, 'utf8');
      // Loaded on use: `crypto` and `child_process` take milliseconds, and most is for pipes and programs that nothing here starts.
      for (const [declaration, name = '', module = ''] of contents.matchAll(DECLARATION)) {
        contents = contents.replace(declaration, '').replace(new RegExp(`\\b${name}\\b`, 'g'), builtin(module));
      }
      return { contents: contents.replace(REQUIRE, (_, module: string) => builtin(module)) };
    });
  },
};

function builtin(module: string): string {
  return `globalThis.process.getBuiltinModule('node:${module}')`;
}
