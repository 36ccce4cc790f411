/**
 * Replaces imports from an entry of the package, such as `src/index.ts`, by imports from the modules that it exports from. esbuild puts all
 * that an entry exports into the part of each module that imports one name of it.
 */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Plugin } from 'esbuild';

const EXPORTS = /^export (?:type )?\{([^}]*)\} from '([^']+)';$/gm;
const EXPORTS_OF_ALL = /^export \* from '([^']+)';$/gm;
const IMPORTS = /^import \{([^}]*)\} from '(\.[^']*\/(?:index|json)\.ts)';$/gm;

export function direct(root: string): Plugin {
  const entries = new Map(
    ['src/index.ts', 'src/json.ts', 'src/client/index.ts', 'src/client/model/index.ts', 'src/editor/index.ts'].map(
      (file) => {
        const path = resolve(root, file);
        return [path, exportsOf(path)] as const;
      },
    ),
  );
  return {
    name: 'direct',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]src[\\/].*\.tsx?$/ }, ({ path }) => {
        const contents = readFileSync(path, 'utf8').replace(
          IMPORTS,
          (statement: string, list: string, from: string) => {
            const exported = entries.get(resolve(dirname(path), from));
            return exported === undefined ? statement : importsOf(list, exported);
          },
        );
        return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts' };
      });
    },
  };
}

/** The module of each name. */
function exportsOf(entry: string): ReadonlyMap<string, string> {
  const text = readFileSync(entry, 'utf8');
  const within = (from: string): string => resolve(dirname(entry), from);
  return new Map([
    ...[...text.matchAll(EXPORTS_OF_ALL)].flatMap(([, from = '']) => [...exportsOf(within(from))]),
    ...[...text.matchAll(EXPORTS)].flatMap(([, list = '', from = '']) =>
      namesIn(list).map((name) => [name, within(from)] as const),
    ),
  ]);
}

function importsOf(list: string, exported: ReadonlyMap<string, string>): string {
  return (
    namesIn(list)
      .map((name) => {
        const from = exported.get(name.replace(/ as .*/, ''));
        if (from === undefined) throw new Error(`no entry exports ${name}`);
        return `import { ${name} } from ${JSON.stringify(from)};`;
      })
      // On one line, so that errors keep their lines.
      .join(' ')
  );
}

/** Without types, which bundles do not have. */
function namesIn(list: string): readonly string[] {
  return list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '));
}
